import ContractModel
import LocatedJSON

extension ProtobufDatum {
    /// Reads ProtoJSON: names as JSON or as the contract has them; null is a field that is not there.
    ///
    /// - Parameter ignoresUnknown: whether members and names of enums that the contract does not know are passed over, which
    ///   readers may be told to do.
    /// - Throws: `mismatched` where the JSON is no message of the type.
    package init(
        json node: JSONNode, message: ProtobufMessage, in schema: ProtobufSchema, ignoresUnknown: Bool = false,
        limits: PayloadLimits = .init()
    ) throws(PayloadError) {
        var reading = ProtobufJSONReading(schema: schema, ignoresUnknown: ignoresUnknown, limits: limits)
        self = try reading.message(node, message, depth: 0)
    }
}

struct ProtobufJSONReading {
    let schema: ProtobufSchema
    let ignoresUnknown: Bool
    let limits: PayloadLimits
    private(set) var path: [PayloadStep] = []
    /// Of each message type its fields by either name.
    private var names: [ProtobufID<ProtobufMessage>: [String: ProtobufField]] = [:]

    init(schema: ProtobufSchema, ignoresUnknown: Bool, limits: PayloadLimits) {
        self.schema = schema
        self.ignoresUnknown = ignoresUnknown
        self.limits = limits
    }

    func failure(_ reason: String, _ kind: PayloadError.Kind = .mismatched) -> PayloadError {
        PayloadError(kind, reason, path: path.path)
    }

    mutating func message(_ node: JSONNode, _ message: ProtobufMessage, depth: Int) throws(PayloadError) -> ProtobufDatum {
        guard depth <= limits.maximumDepth else { throw failure("is nested too deep", .tooDeep) }
        if let special = ProtobufSpecialForm(message.fullName) { return try self.special(special, node, message, depth: depth) }
        guard let members = node.object else { throw failure("\(node.kind.description) is no message") }
        return try fields(members, of: message, depth: depth)
    }

    mutating func fields(_ members: [JSONMember], of message: ProtobufMessage, depth: Int) throws(PayloadError) -> ProtobufDatum {
        var datum = ProtobufDatum(type: message.id)
        let names = fieldsByName(of: message)
        var seen: Set<Int32> = []
        for member in members {
            guard let field = names[member.key] ?? extensionField(member.key, of: message) else {
                if ignoresUnknown { continue }
                throw failure("has a member '\(member.key.prefix(100))', which '\(message.fullName)' does not")
            }
            guard seen.insert(field.number).inserted else { throw failure("has '\(field.name)' twice") }
            path.append(.field(field.name))
            try set(field, member.value, in: &datum, depth: depth)
            path.removeLast()
        }
        for field in schema.fields(of: message) where field.cardinality == .required && datum[field.number].isEmpty {
            throw failure("has no field '\(field.name)', which is required")
        }
        return datum
    }

    private mutating func fieldsByName(of message: ProtobufMessage) -> [String: ProtobufField] {
        if let known = names[message.id] { return known }
        var made: [String: ProtobufField] = [:]
        for field in schema.fields(of: message) {
            made[field.name] = field
            made[field.jsonName] = field
        }
        names[message.id] = made
        return made
    }

    private func extensionField(_ key: String, of message: ProtobufMessage) -> ProtobufField? {
        guard key.hasPrefix("["), key.hasSuffix("]"), !message.extensionRanges.isEmpty else { return nil }
        let name = key.dropFirst().dropLast()
        return schema.fields.first { $0.isExtension && $0.message == message.id && schema.fullName(of: $0) == name }
    }

    private mutating func set(_ field: ProtobufField, _ node: JSONNode, in datum: inout ProtobufDatum, depth: Int) throws(PayloadError) {
        if node.isNull, !takesNull(field) { return }
        if let oneof = field.oneof, datum.fields.contains(where: { schema[$0.id].oneof == oneof }) {
            throw failure("is the second member of a oneof")
        }
        if let (key, value) = schema.mapEntry(of: field) { return try setMap(field, key, value, node, in: &datum, depth: depth) }
        guard field.isRepeated else {
            guard let value = try value(node, field.type, depth: depth) else { return }
            if field.presence == .implicit, value.isZero { return }
            return datum.set(field, [value])
        }
        guard let items = node.array else { throw failure("\(node.kind.description) is no array") }
        var values: [ProtobufDatumValue] = []
        for (number, item) in items.enumerated() {
            path.append(.item(number))
            if item.isNull, !takesNull(field) { throw failure("is null") }
            if let value = try value(item, field.type, depth: depth) { values.append(value) }
            path.removeLast()
        }
        if !values.isEmpty { datum.set(field, values) }
    }

    private mutating func setMap(
        _ field: ProtobufField, _ key: ProtobufField, _ value: ProtobufField, _ node: JSONNode, in datum: inout ProtobufDatum, depth: Int
    ) throws(PayloadError) {
        guard case .message(let entryType) = field.type, let members = node.object else {
            throw failure("\(node.kind.description) is no map")
        }
        var entries: [ProtobufDatumValue] = []
        for member in members {
            path.append(.key(member.key))
            if member.value.isNull, !takesNull(value) { throw failure("is null") }
            guard let name = mapKey(member.key, key.type) else { throw failure("is no key of the map") }
            if let content = try self.value(member.value, value.type, depth: depth + 1) {
                var entry = ProtobufDatum(type: entryType)
                entry.set(key, [name])
                entry.set(value, [content])
                entries.append(.message(entry))
            }
            path.removeLast()
        }
        if !entries.isEmpty { datum.set(field, entries) }
    }

    /// google.protobuf.Value and NullValue have null for a value.
    private func takesNull(_ field: ProtobufField) -> Bool {
        switch field.type {
        case .message(let id): schema[id].fullName == "google.protobuf.Value"
        case .enumeration(let id): schema[id].fullName == "google.protobuf.NullValue"
        default: false
        }
    }

    private func mapKey(_ text: String, _ type: ProtobufField.FieldType) -> ProtobufDatumValue? {
        guard case .scalar(let scalar) = type else { return nil }
        switch scalar {
        case .string: return .string(text)
        case .bool: return text == "true" ? .bool(true) : text == "false" ? .bool(false) : nil
        default: return JSONNumber(text).flatMap { ProtobufDatumValue(scalar, number: $0) }
        }
    }

    /// Nil for a name of an enum that is to be passed over.
    mutating func value(_ node: JSONNode, _ type: ProtobufField.FieldType, depth: Int) throws(PayloadError) -> ProtobufDatumValue? {
        switch type {
        case .unresolved: throw failure("has a type that is not known")
        case .message(let id): return .message(try message(node, schema[id], depth: depth + 1))
        case .enumeration(let id):
            if let name = node.string {
                guard let value = schema.values(of: schema[id]).first(where: { $0.name == name }) else {
                    if ignoresUnknown { return nil }
                    throw failure("is no value of '\(schema[id].fullName)'")
                }
                return .enumeration(value.number)
            }
            if node.isNull, schema[id].fullName == "google.protobuf.NullValue" { return .enumeration(0) }
            guard let number = node.int64.flatMap({ Int32(exactly: $0) }) else { throw failure("is no value of '\(schema[id].fullName)'") }
            if schema[id].isClosed, !schema.values(of: schema[id]).contains(where: { $0.number == number }) {
                throw failure("is no value of '\(schema[id].fullName)'")
            }
            return .enumeration(number)
        case .scalar(let scalar):
            guard let value = ProtobufDatumValue(scalar, node) else { throw failure("\(node.kind.description) is no \(scalar.name)") }
            return value
        }
    }

    mutating func within<Result>(
        _ step: PayloadStep, _ body: (inout ProtobufJSONReading) throws(PayloadError) -> Result
    ) throws(PayloadError) -> Result {
        path.append(step)
        let result = try body(&self)
        path.removeLast()
        return result
    }
}

extension ProtobufDatumValue {
    /// Nil where the JSON is no value of the type.
    init?(_ scalar: ProtobufScalar, _ node: JSONNode) {
        switch (scalar, node.content) {
        case (.bool, .bool(let value)): self = .bool(value)
        case (.string, .string(let text)): self = .string(text)
        case (.bytes, .string(let text)):
            guard let bytes = base64(text) as [UInt8]? else { return nil }
            self = .bytes(bytes)
        case (.double, .string("NaN")): self = .double(.nan)
        case (.double, .string("Infinity")): self = .double(.infinity)
        case (.double, .string("-Infinity")): self = .double(-.infinity)
        case (.float, .string("NaN")): self = .float(.nan)
        case (.float, .string("Infinity")): self = .float(.infinity)
        case (.float, .string("-Infinity")): self = .float(-.infinity)
        case (.bool, _), (.string, _), (.bytes, _): return nil
        case (_, .number(let number)):
            guard let value = ProtobufDatumValue(scalar, number: number) else { return nil }
            self = value
        case (_, .string(let text)):
            guard let number = JSONNumber(text), let value = ProtobufDatumValue(scalar, number: number) else { return nil }
            self = value
        default: return nil
        }
    }

    /// Nil beyond the type's range, or where an integer has a fraction.
    init?(_ scalar: ProtobufScalar, number: JSONNumber) {
        switch scalar {
        case .double:
            guard number.double.isFinite else { return nil }
            self = .double(number.double)
        case .float:
            guard let value = Float(number.text), value.isFinite else { return nil }
            self = .float(value)
        case .int32, .sint32, .sfixed32:
            guard let value = number.int64, Int32(exactly: value) != nil else { return nil }
            self = .signed(value)
        case .int64, .sint64, .sfixed64:
            guard let value = number.int64 else { return nil }
            self = .signed(value)
        case .uint32, .fixed32:
            guard let value = number.int64, UInt32(exactly: value) != nil else { return nil }
            self = .unsigned(UInt64(value))
        case .uint64, .fixed64:
            guard let value = number.int64.flatMap({ UInt64(exactly: $0) }) ?? UInt64(number.decimal.wholeText) else { return nil }
            self = .unsigned(value)
        case .bool, .string, .bytes: return nil
        }
    }
}

extension ExactDecimal {
    /// The digits of a whole number of at most twenty, and nothing for others.
    fileprivate var wholeText: String {
        guard !isNegative, exponent >= 0, digits.count + exponent <= 20 else { return "" }
        return String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self) + String(repeating: "0", count: exponent)
    }
}
