import ContractModel

/// Reads Avro's binary encoding, and as another schema has it where one is given (Avro 1.12, "Schema Resolution"). Made once
/// for a pair of schemas, asked for each record.
///
///     let decoder = try AvroDecoder(writer: old, reader: new)
///     let value = try decoder.decode(record.value)
///
/// As with the Java library, schemas that do not agree are no error until data comes that is refused: `refused` then, at the
/// path of the writer's schema. A frame that says which schema was meant is taken off before.
package struct AvroDecoder: Sendable {
    let plan: AvroPlan
    private let limits: PayloadLimits

    /// - Parameter reader: nil to read the data as it was written.
    /// - Throws: only where the schemas are too large to be held against each other, or a default has no end.
    package init(writer: AvroSchema, reader: AvroSchema? = nil, limits: PayloadLimits = .init()) throws(PayloadError) {
        // As Java, schemas that are the same need no resolution: it could stumble over a field's alias that another field has
        // for its name.
        let isSame = reader.map { $0.parsingCanonicalForm == writer.parsingCanonicalForm } ?? true
        plan = try AvroPlanning.plan(writer: writer, reader: isSame ? nil : reader)
        self.limits = limits
    }

    /// - Throws: where the bytes are not exactly one value of the writer's schema, or the reader's has no place for it.
    package func decode(_ bytes: [UInt8]) throws(PayloadError) -> AvroValue {
        var result: Result<AvroValue, PayloadError> = .success(.null)
        bytes.withUnsafeBytes { buffer in
            var decoding = AvroDecoding(plan: plan, bytes: AvroBytes(buffer), limits: limits)
            result = decoding.run()
        }
        return try result.get()
    }
}

/// The same, where a pair of schemas is used once.
package func decodeAvro(
    _ bytes: [UInt8], writer: AvroSchema, reader: AvroSchema? = nil, limits: PayloadLimits = .init()
) throws(PayloadError) -> AvroValue {
    try AvroDecoder(writer: writer, reader: reader, limits: limits).decode(bytes)
}

private struct AvroDecoding {
    typealias Failure = AvroBytes.Failure

    let plan: AvroPlan
    var bytes: AvroBytes
    let limits: PayloadLimits
    private var path: [PayloadStep] = []
    private var valuesLeft: Int
    private var valueStart = 0

    init(plan: AvroPlan, bytes: AvroBytes, limits: PayloadLimits) {
        self.plan = plan
        self.bytes = bytes
        self.limits = limits
        valuesLeft = limits.maximumValues
    }

    mutating func run() -> Result<AvroValue, PayloadError> {
        do throws(Failure) {
            let value = try read(0, depth: 0)
            valueStart = bytes.offset
            if bytes.remaining > 0 { throw Failure(reason: "ends, and \(bytes.remaining) bytes come after it") }
            return .success(value)
        } catch {
            return .failure(PayloadError(error.kind, error.reason, path: path.path, offset: valueStart))
        }
    }

    private mutating func spend(_ count: Int = 1) throws(Failure) {
        valuesLeft -= count
        if valuesLeft < 0 { throw Failure(kind: .tooLarge, reason: "holds more than \(limits.maximumValues) values") }
    }

    private mutating func read(_ index: Int, depth: Int) throws(Failure) -> AvroValue {
        guard depth <= limits.maximumDepth else { throw Failure(kind: .tooDeep, reason: "is nested too deep") }
        try spend()
        valueStart = bytes.offset
        switch plan.steps[index] {
        case .null: return .null
        case .boolean: return .boolean(try bytes.boolean())
        case .int: return .int(try bytes.int())
        case .long: return .long(try bytes.long())
        case .float: return .float(try bytes.float())
        case .double: return .double(try bytes.double())
        case .bytes: return .bytes(try bytes.take(try bytes.length()))
        case .string: return .string(try text())
        case .fixed(let size): return .fixed(try bytes.take(size))
        case .promoted(let written, let read): return try promoted(written, to: read)
        case .enumeration(let symbols): return .enumeration(try symbol(symbols))
        case .written(let branches): return try read(try branch(branches), depth: depth)
        case .branch(let number, let step): return .union(number, try read(step, depth: depth + 1))
        case .record(let record): return try self.record(record, depth: depth)
        case .array(let item):
            var items: [AvroValue] = []
            try blocks { (reading, count) throws(Failure) in
                let first = try reading.item(item, items.count, depth: depth)
                items.append(first.value)
                guard first.isEmpty else { return false }
                // Items without bytes are all alike, and may be as many as the block says.
                try reading.spend(Int(clamping: count - 1))
                items.append(contentsOf: repeatElement(first.value, count: Int(count - 1)))
                return true
            }
            return .array(items)
        case .map(let value):
            var members: [AvroMember] = []
            var places: [String: Int] = [:]
            try blocks { (reading, _) throws(Failure) in
                let key = try reading.text()
                reading.path.append(.key(key))
                let member = AvroMember(key, try reading.read(value, depth: depth + 1))
                reading.path.removeLast()
                // Of a key that comes twice the last value counts, as in the Java library.
                if let place = places.updateValue(members.count, forKey: key), members[place].name.utf8.elementsEqual(key.utf8) {
                    places[key] = place
                    members[place] = member
                } else {
                    members.append(member)
                }
                return false
            }
            return .map(members)
        case .refused(let reason): throw Failure(kind: .refused, reason: reason)
        }
    }

    private mutating func text() throws(Failure) -> String {
        guard let text = try bytes.text() else { throw Failure(reason: "is not UTF-8") }
        return text
    }

    private mutating func symbol(_ symbols: AvroPlan.Symbols) throws(Failure) -> String {
        let number = try bytes.long()
        guard let place = Int(exactly: number), symbols.written.indices.contains(place) else {
            throw Failure(reason: "is symbol \(number) of an enum of \(symbols.written.count)")
        }
        guard let symbol = symbols.read[place] else {
            throw Failure(
                kind: .refused, reason: "is '\(symbols.written[place])', which the enum '\(symbols.name)' does not have, nor a default")
        }
        return symbol
    }

    private mutating func branch(_ branches: [Int]) throws(Failure) -> Int {
        let number = try bytes.long()
        guard let place = Int(exactly: number), branches.indices.contains(place) else {
            throw Failure(reason: "is of branch \(number) of a union of \(branches.count)")
        }
        return branches[place]
    }

    private mutating func promoted(_ written: AvroType.Primitive, to read: AvroType.Primitive) throws(Failure) -> AvroValue {
        switch (written, read) {
        case (.int, .long): return .long(Int64(try bytes.int()))
        case (.int, .float): return .float(Float(try bytes.int()))
        case (.int, .double): return .double(Double(try bytes.int()))
        case (.long, .float): return .float(Float(try bytes.long()))
        case (.long, .double): return .double(Double(try bytes.long()))
        case (.float, .double): return .double(Double(try bytes.float()))
        case (.string, .bytes): return .bytes(Array(try text().utf8))
        case (.bytes, .string):
            guard let text = try bytes.text() else {
                throw Failure(kind: .refused, reason: "was written as bytes that are not UTF-8, and is read as a string")
            }
            return .string(text)
        default: throw Failure(kind: .refused, reason: "was written as \(written.rawValue), which is not read as \(read.rawValue)")
        }
    }

    private mutating func record(_ record: AvroPlan.Record, depth: Int) throws(Failure) -> AvroValue {
        var members = record.names.map { AvroMember($0, .null) }
        for field in record.fields {
            path.append(.field(field.name))
            let start = bytes
            for (number, reading) in field.reads.enumerated() {
                if number > 0 { bytes = start }
                members[reading.slot].value = try read(reading.step, depth: depth + 1)
            }
            if field.reads.isEmpty { try skip(field.skip, depth: depth + 1) }
            path.removeLast()
        }
        for (slot, value) in record.defaults {
            try spend(value.count)
            members[slot].value = value.value
        }
        return .record(members)
    }

    private mutating func item(_ step: Int, _ number: Int, depth: Int) throws(Failure) -> (value: AvroValue, isEmpty: Bool) {
        let start = bytes.offset
        path.append(.item(number))
        let value = try read(step, depth: depth + 1)
        path.removeLast()
        return (value, bytes.offset == start)
    }

    /// Blocks of a count and so many items, the last one of none. `item` answers whether it has taken the block's rest.
    private mutating func blocks(
        _ item: (inout AvroDecoding, _ left: UInt64) throws(Failure) -> Bool
    ) throws(Failure) {
        while let (count, size) = try bytes.block() {
            let start = bytes.offset
            var left = count
            while left > 0 {
                if try item(&self, left) { break }
                left -= 1
            }
            if let size, bytes.offset - start != size {
                valueStart = start
                throw Failure(reason: "has a block of \(bytes.offset - start) bytes that says it has \(size)")
            }
        }
    }

    // MARK: Passing over

    private mutating func skip(_ index: Int, depth: Int) throws(Failure) {
        guard depth <= limits.maximumDepth else { throw Failure(kind: .tooDeep, reason: "is nested too deep") }
        valueStart = bytes.offset
        switch plan.steps[index] {
        case .null: return
        case .boolean: _ = try bytes.boolean()
        case .int: _ = try bytes.int()
        case .long: _ = try bytes.long()
        case .float: try bytes.skip(4)
        case .double: try bytes.skip(8)
        case .bytes, .string: try bytes.skip(try bytes.length())
        case .fixed(let size): try bytes.skip(size)
        case .enumeration(let symbols): _ = try symbol(symbols)
        case .written(let branches): try skip(try branch(branches), depth: depth)
        case .branch(_, let step): try skip(step, depth: depth + 1)
        case .record(let record):
            for field in record.fields { try skip(field.skip, depth: depth + 1) }
        case .array(let item):
            try blocks { (reading, _) throws(Failure) in
                let start = reading.bytes.offset
                try reading.skip(item, depth: depth + 1)
                return reading.bytes.offset == start
            }
        case .map(let value):
            try blocks { (reading, _) throws(Failure) in
                try reading.bytes.skip(try reading.bytes.length())
                try reading.skip(value, depth: depth + 1)
                return false
            }
        case .promoted, .refused: throw Failure(kind: .refused, reason: "cannot be passed over")
        }
    }
}
