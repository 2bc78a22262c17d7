import ContractModel
import LocatedJSON

extension ProtobufDatum {
    /// As `protobufJSON`.
    package func json(
        in schema: ProtobufSchema, style: ProtobufJSONStyle = .init(), limits: PayloadLimits = .init()
    ) throws(PayloadError) -> JSONNode {
        var writing = ProtobufJSONWriting(schema: schema, style: style, limits: limits)
        return try writing.message(self, depth: 0)
    }
}

struct ProtobufJSONWriting {
    let schema: ProtobufSchema
    let style: ProtobufJSONStyle
    let limits: PayloadLimits
    private var path: [PayloadStep] = []

    init(schema: ProtobufSchema, style: ProtobufJSONStyle, limits: PayloadLimits) {
        self.schema = schema
        self.style = style
        self.limits = limits
    }

    func failure(_ reason: String, _ kind: PayloadError.Kind = .mismatched) -> PayloadError {
        PayloadError(kind, reason, path: path.path)
    }

    mutating func message(_ datum: ProtobufDatum, depth: Int) throws(PayloadError) -> JSONNode {
        guard depth <= limits.maximumDepth else { throw failure("is nested too deep", .tooDeep) }
        if let special = ProtobufSpecialForm(schema[datum.type].fullName) { return try self.special(special, datum, depth: depth) }
        return .made(try members(of: datum, depth: depth))
    }

    mutating func members(of datum: ProtobufDatum, depth: Int) throws(PayloadError) -> [(String, JSONNode)] {
        var members: [(String, JSONNode)] = []
        for entry in datum.fields where !entry.values.isEmpty {
            let field = schema[entry.id]
            path.append(.field(field.name))
            members.append((name(of: field), try content(of: field, entry.values, depth: depth)))
            path.removeLast()
        }
        return members
    }

    private func name(of field: ProtobufField) -> String {
        if field.isExtension { return "[\(schema.fullName(of: field))]" }
        return style.usesContractNames ? field.name : field.jsonName
    }

    private mutating func content(of field: ProtobufField, _ values: [ProtobufDatumValue], depth: Int) throws(PayloadError) -> JSONNode {
        if let (key, value) = schema.mapEntry(of: field) { return try map(values, key, value, depth: depth) }
        guard field.isRepeated else {
            guard let last = values.last else { return .null }
            return try node(last, field.type, depth: depth)
        }
        var nodes: [JSONNode] = []
        for (number, value) in values.enumerated() {
            path.append(.item(number))
            nodes.append(try node(value, field.type, depth: depth))
            path.removeLast()
        }
        return .made(nodes)
    }

    private mutating func map(
        _ entries: [ProtobufDatumValue], _ key: ProtobufField, _ value: ProtobufField, depth: Int
    ) throws(PayloadError) -> JSONNode {
        var members: [(String, JSONNode)] = []
        var places: [ExactText: Int] = [:]
        for entry in entries {
            guard case .message(let entry) = entry, let written = entry[key.number].last, let content = entry[value.number].last
            else { continue }
            let name = keyText(written)
            path.append(.key(name))
            let node = try node(content, value.type, depth: depth + 1)
            path.removeLast()
            if let place = places[ExactText(name)] {
                members[place].1 = node
            } else {
                places[ExactText(name)] = members.count
                members.append((name, node))
            }
        }
        return .made(members)
    }

    private func keyText(_ value: ProtobufDatumValue) -> String {
        switch value {
        case .bool(let value): value ? "true" : "false"
        case .signed(let value): String(value)
        case .unsigned(let value): String(value)
        case .string(let text): text
        default: ""
        }
    }

    mutating func node(_ value: ProtobufDatumValue, _ type: ProtobufField.FieldType, depth: Int) throws(PayloadError) -> JSONNode {
        switch value {
        case .bool(let value): return .made(value)
        case .signed(let value): return type.is64Bit ? .made(String(value)) : .made(value)
        case .unsigned(let value): return type.is64Bit ? .made(String(value)) : .made(Int64(truncatingIfNeeded: value))
        case .float(let value): return .made(value)
        case .double(let value): return .made(value)
        case .string(let text): return .made(text)
        case .bytes(let bytes): return .made(base64(bytes))
        case .enumeration(let number):
            guard case .enumeration(let id) = type else { return .made(Int64(number)) }
            if schema[id].fullName == "google.protobuf.NullValue" { return .null }
            return schema.values(of: schema[id]).first { $0.number == number }.map { .made($0.name) } ?? .made(Int64(number))
        case .message(let inner): return try message(inner, depth: depth + 1)
        }
    }
}

extension ProtobufField.FieldType {
    fileprivate var is64Bit: Bool {
        if case .scalar(let scalar) = self { scalar.is64BitInteger } else { false }
    }
}
