import ContractModel
import LocatedJSON

/// How a union's values are written.
package enum AvroJSONStyle: Sendable, Hashable {
    /// As Avro 1.12's "JSON Encoding": `{"string": "a"}`.
    case tagged
    /// As people like to see them: `"a"`. It cannot always be read back.
    case plain
}

extension AvroValue {
    /// In Avro's JSON encoding (Avro 1.12, "JSON Encoding"). Bytes are strings of the characters U+0000 to U+00FF; NaN and
    /// the infinities are the strings that the Java library writes.
    ///
    /// - Parameter schema: of which this is a value: it names the branches of unions.
    package func json(_ schema: AvroSchema, style: AvroJSONStyle = .tagged) -> JSONNode {
        AvroJSONWriting(schema: schema, style: style).node(self, schema.root)
    }
}

private struct AvroJSONWriting {
    let schema: AvroSchema
    let style: AvroJSONStyle

    /// - Parameter type: nil where the value is not the schema's, and its unions cannot be named.
    func node(_ value: AvroValue, _ type: AvroType?) -> JSONNode {
        switch value {
        case .null: return .null
        case .boolean(let value): return .made(value)
        case .int(let value): return .made(Int64(value))
        case .long(let value): return .made(value)
        case .float(let value): return .made(value)
        case .double(let value): return .made(value)
        case .bytes(let bytes), .fixed(let bytes): return .made(latin1(bytes) as String)
        case .string(let text), .enumeration(let text): return .made(text)
        case .array(let items):
            guard case .array(let item)? = type else { return .made(items.map { node($0, nil) }) }
            return .made(items.map { node($0, item) })
        case .map(let members):
            guard case .map(let inner)? = type else { return .made(members.map { ($0.name, node($0.value, nil)) }) }
            return .made(members.map { ($0.name, node($0.value, inner)) })
        case .record(let members):
            guard case .named(let name)? = type, let fields = schema.types[name]?.fields, fields.count == members.count else {
                return .made(members.map { ($0.name, node($0.value, nil)) })
            }
            return .made(zip(fields, members).map { ($1.name, node($1.value, $0.type)) })
        case .union(let number, let inner):
            guard case .union(let branches)? = type, branches.indices.contains(number) else { return node(inner, nil) }
            let content = node(inner, branches[number])
            if style == .plain || branches[number] == .primitive(.null, logical: nil) { return content }
            return .made([(branches[number].branchName, content)])
        }
    }
}

extension AvroValue {
    /// Reads Avro's JSON encoding. Strictly: every field is given, none that the schema does not name, each branch by its name.
    ///
    /// - Throws: `mismatched` at the place that does not fit, `tooDeep` beyond the limit.
    package init(json node: JSONNode, schema: AvroSchema, limits: PayloadLimits = .init()) throws(PayloadError) {
        var reading = AvroJSONReading(schema: schema, limits: limits)
        self = try reading.value(node, schema.root, depth: 0)
    }
}

private struct AvroJSONReading {
    let schema: AvroSchema
    let limits: PayloadLimits
    private var path: [PayloadStep] = []

    init(schema: AvroSchema, limits: PayloadLimits) {
        self.schema = schema
        self.limits = limits
    }

    mutating func value(_ node: JSONNode, _ type: AvroType, depth: Int) throws(PayloadError) -> AvroValue {
        guard depth <= limits.maximumDepth else { throw PayloadError(.tooDeep, "is nested too deep", path: path.path) }
        switch type {
        case .primitive(let primitive, _):
            guard let value = AvroValue(node, primitive) else { throw mismatch("\(node.kind.description) is no \(primitive.rawValue)") }
            return value
        case .array(let item):
            guard let items = node.array else { throw mismatch("\(node.kind.description) is no array") }
            var values: [AvroValue] = []
            for (number, element) in items.enumerated() { values.append(try value(element, item, at: .item(number), depth)) }
            return .array(values)
        case .map(let inner):
            guard let members = node.object else { throw mismatch("\(node.kind.description) is no map") }
            var values: [AvroMember] = []
            for member in members { values.append(AvroMember(member.key, try value(member.value, inner, at: .key(member.key), depth))) }
            return .map(values)
        case .union(let branches): return try union(node, branches, depth: depth)
        case .named(let name): return try named(node, name, depth: depth)
        }
    }

    private mutating func value(_ node: JSONNode, _ type: AvroType, at step: PayloadStep, _ depth: Int) throws(PayloadError) -> AvroValue {
        path.append(step)
        let value = try value(node, type, depth: depth + 1)
        path.removeLast()
        return value
    }

    private mutating func union(_ node: JSONNode, _ branches: [AvroType], depth: Int) throws(PayloadError) -> AvroValue {
        let names = branches.map(\.branchName)
        if node.isNull {
            guard let number = names.firstIndex(of: "null") else { throw mismatch("null is no branch of the union") }
            return .union(number, .null)
        }
        guard let members = node.object, members.count == 1, let member = members.first, member.key != "null",
            let number = names.firstIndex(of: member.key)
        else { throw mismatch("is not an object of one member that is named after a branch of the union") }
        return .union(number, try value(member.value, branches[number], depth: depth + 1))
    }

    private mutating func named(_ node: JSONNode, _ name: String, depth: Int) throws(PayloadError) -> AvroValue {
        switch schema.types[name]?.content {
        case nil: throw mismatch("is of the type '\(name)', which the schema does not define")
        case .enumeration(let symbols, _):
            guard let text = node.string, symbols.contains(text) else { throw mismatch("is no symbol of '\(name)'") }
            return .enumeration(text)
        case .fixed(let size, _):
            guard let bytes = node.string.flatMap({ latin1($0) as [UInt8]? }), bytes.count == size else {
                throw mismatch("is no string of \(size) characters U+0000 to U+00FF")
            }
            return .fixed(bytes)
        case .record(let fields):
            guard let members = node.object else { throw mismatch("\(node.kind.description) is no record") }
            let given = Dictionary(members.map { ($0.key, $0.value) }) { _, last in last }
            var values: [AvroMember] = []
            for field in fields {
                guard let member = given[field.name] else { throw mismatch("has no field '\(field.name)'") }
                values.append(AvroMember(field.name, try value(member, field.type, at: .field(field.name), depth)))
            }
            if given.count > fields.count, let extra = members.first(where: { member in !fields.contains { $0.name == member.key } }) {
                throw mismatch("has a member '\(extra.key)', which '\(name)' does not")
            }
            return .record(values)
        }
    }

    private func mismatch(_ reason: String) -> PayloadError { PayloadError(.mismatched, reason, path: path.path) }
}
