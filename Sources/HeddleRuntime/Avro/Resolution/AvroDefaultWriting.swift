/// Makes Avro's bytes of the JSON that a default is written as (Avro 1.12, "Records"): a union's is of the first branch that it fits,
/// bytes are strings of the characters U+0000 to U+00FF, a record's fields that are not there have their own defaults.
struct AvroDefaultWriting {
    let schema: AvroSchemaGraph
    /// Records whose defaults hold records whose defaults … have no end, or a far one.
    private var valuesLeft = 20_000
    private static let maximumDepth = 60

    private enum Misfit: Error { case kind, endless }

    private init(schema: AvroSchemaGraph) { self.schema = schema }

    /// - Returns: nil where the default does not fit its type, or has no end.
    static func bytes(_ text: AvroDefaultText, of type: Int, in schema: AvroSchemaGraph) -> [UInt8]? {
        var writing = AvroDefaultWriting(schema: schema)
        var bytes: [UInt8] = []
        do throws(Misfit) {
            try writing.append(text.json, type, depth: 0, to: &bytes)
            return bytes
        } catch {
            return nil
        }
    }

    private mutating func append(_ json: JSONText, _ type: Int, depth: Int, to bytes: inout [UInt8]) throws(Misfit) {
        valuesLeft -= 1
        guard depth < Self.maximumDepth, valuesLeft > 0 else { throw .endless }
        switch schema[type] {
        case .primitive(let primitive, _): try append(json, primitive, to: &bytes)
        case .array(let item):
            guard let items = json.array else { throw .kind }
            if !items.isEmpty { bytes.appendAvro(Int64(items.count)) }
            for element in items { try append(element, item, depth: depth + 1, to: &bytes) }
            bytes.append(0)
        case .map(let inner):
            guard case .object(let members) = json.content else { throw .kind }
            if !members.isEmpty { bytes.appendAvro(Int64(members.count)) }
            for member in members {
                bytes.appendAvro(member.key)
                try append(member.value, inner, depth: depth + 1, to: &bytes)
            }
            bytes.append(0)
        case .union(let branches):
            let start = bytes.count
            for (number, branch) in branches.enumerated() {
                bytes.appendAvro(Int64(number))
                do throws(Misfit) {
                    return try append(json, branch, depth: depth + 1, to: &bytes)
                } catch {
                    guard error == .kind else { throw error }
                    bytes.removeSubrange(start...)
                }
            }
            throw .kind
        case .enumeration(_, let symbols, _):
            guard let text = json.string, let place = symbols.firstIndex(of: text) else { throw .kind }
            bytes.appendAvro(Int64(place))
        case .fixed(_, let size, _):
            guard let content = json.string.flatMap(latin1Bytes), content.count == size else { throw .kind }
            bytes += content
        case .record(_, let fields):
            guard case .object = json.content else { throw .kind }
            for field in fields {
                guard let given = json[field.name] ?? field.fallback?.json else { throw .kind }
                try append(given, field.type, depth: depth + 1, to: &bytes)
            }
        case .reference: throw .kind
        }
    }

    private func append(_ json: JSONText, _ primitive: AvroSchemaGraph.Primitive, to bytes: inout [UInt8]) throws(Misfit) {
        switch (primitive, json.content) {
        case (.null, .null): break
        case (.boolean, .boolean(let truth)): bytes.append(truth ? 1 : 0)
        case (.int, .number(let text)):
            guard let number = whole(text), let number = Int32(exactly: number) else { throw .kind }
            bytes.appendAvro(Int64(number))
        case (.long, .number(let text)):
            guard let number = whole(text) else { throw .kind }
            bytes.appendAvro(number)
        case (.float, .number(let text)):
            guard let number = Double(text) else { throw .kind }
            bytes.appendLittleEndian(UInt64(Float(number).bitPattern), count: 4)
        case (.double, .number(let text)):
            guard let number = Double(text) else { throw .kind }
            bytes.appendLittleEndian(number.bitPattern, count: 8)
        case (.bytes, .string(let text)):
            guard let content = latin1Bytes(text) else { throw .kind }
            bytes.appendAvro(Int64(content.count))
            bytes += content
        case (.string, .string(let text)): bytes.appendAvro(text)
        default: throw .kind
        }
    }

    /// `7`, and `7.0` too.
    private func whole(_ text: String) -> Int64? { Int64(text) ?? Double(text).flatMap { Int64(exactly: $0) } }
}

private func latin1Bytes(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
        guard scalar.value < 256 else { return nil }
        bytes.append(UInt8(scalar.value))
    }
    return bytes
}

extension [UInt8] {
    /// As a zigzag varint.
    mutating func appendAvro(_ number: Int64) {
        var bits = UInt64(bitPattern: number << 1 ^ number >> 63)
        while bits >= 0x80 {
            append(UInt8(truncatingIfNeeded: bits) | 0x80)
            bits >>= 7
        }
        append(UInt8(bits))
    }

    mutating func appendAvro(_ text: String) {
        appendAvro(Int64(text.utf8.count))
        self += Array(text.utf8)
    }

    mutating func appendLittleEndian(_ bits: UInt64, count: Int) {
        for place in 0..<count { append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * place))) }
    }
}
