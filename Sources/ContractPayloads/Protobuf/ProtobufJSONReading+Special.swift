import ContractModel
import LocatedJSON

/// The messages of google.protobuf that JSON writes in a form of their own.
extension ProtobufJSONReading {
    mutating func special(
        _ form: ProtobufSpecialForm, _ node: JSONNode, _ message: ProtobufMessage, depth: Int
    ) throws(PayloadError) -> ProtobufDatum {
        switch form {
        case .any: return try any(node, message, depth: depth)
        case .timestamp:
            guard let parts = node.string.flatMap(timestampParts) else { throw failure("is no time as RFC 3339 has it") }
            return time(parts, message)
        case .duration:
            guard let parts = node.string.flatMap(durationParts) else { throw failure("is no duration such as '1.5s'") }
            return time(parts, message)
        case .fieldMask:
            guard let text = node.string else { throw failure("\(node.kind.description) is no list of paths") }
            var values: [ProtobufDatumValue] = []
            for path in text.isEmpty ? [] : text.split(separator: ",", omittingEmptySubsequences: false) {
                guard let snake = snakePath(path) else { throw failure("has a path with an underscore") }
                values.append(.string(snake))
            }
            return datum(message, 1, values)
        case .structure:
            guard let members = node.object else { throw failure("\(node.kind.description) is no object") }
            return try structure(members, message, depth: depth)
        case .list:
            guard let items = node.array, let field = schema.field(1, of: message) else {
                throw failure("\(node.kind.description) is no array")
            }
            var values: [ProtobufDatumValue] = []
            for (number, item) in items.enumerated() {
                let value = try within(.item(number)) { (reading) throws(PayloadError) in try reading.value(item, field.type, depth: depth)
                }
                if let value { values.append(value) }
            }
            return datum(message, 1, values)
        case .value: return try value(node, message, depth: depth)
        case .wrapper:
            guard let field = schema.field(1, of: message), let value = try value(node, field.type, depth: depth) else {
                return ProtobufDatum(type: message.id)
            }
            return datum(message, 1, value.isZero ? [] : [value])
        }
    }

    private func datum(_ message: ProtobufMessage, _ number: Int32, _ values: [ProtobufDatumValue]) -> ProtobufDatum {
        var datum = ProtobufDatum(type: message.id)
        if !values.isEmpty, let field = schema.field(number, of: message) { datum.set(field, values) }
        return datum
    }

    private func time(_ parts: (seconds: Int64, nanos: Int64), _ message: ProtobufMessage) -> ProtobufDatum {
        var result = datum(message, 1, parts.seconds == 0 ? [] : [.signed(parts.seconds)])
        if parts.nanos != 0, let field = schema.field(2, of: message) { result.set(field, [.signed(parts.nanos)]) }
        return result
    }

    private mutating func structure(_ members: [JSONMember], _ message: ProtobufMessage, depth: Int) throws(PayloadError) -> ProtobufDatum {
        guard let field = schema.field(1, of: message), case .message(let entryType) = field.type,
            let (key, content) = schema.mapEntry(of: field)
        else { throw failure("has a type that is not known") }
        var entries: [ProtobufDatumValue] = []
        for member in members {
            let value = try within(.key(member.key)) { (reading) throws(PayloadError) in
                try reading.value(member.value, content.type, depth: depth + 1)
            }
            var entry = ProtobufDatum(type: entryType)
            entry.set(key, [.string(member.key)])
            if let value { entry.set(content, [value]) }
            entries.append(.message(entry))
        }
        return datum(message, 1, entries)
    }

    private mutating func value(_ node: JSONNode, _ message: ProtobufMessage, depth: Int) throws(PayloadError) -> ProtobufDatum {
        func inner(_ number: Int32, _ reading: inout ProtobufJSONReading) throws(PayloadError) -> ProtobufDatum {
            guard let field = reading.schema.field(number, of: message), let value = try reading.value(node, field.type, depth: depth)
            else {
                throw reading.failure("has a type that is not known")
            }
            return reading.datum(message, number, [value])
        }
        switch node.content {
        case .null: return datum(message, 1, [.enumeration(0)])
        case .number(let number):
            guard number.double.isFinite else { throw failure("is a number beyond a double's range") }
            return datum(message, 2, [.double(number.double)])
        case .string(let text): return datum(message, 3, [.string(text)])
        case .bool(let value): return datum(message, 4, [.bool(value)])
        case .object: return try inner(5, &self)
        case .array: return try inner(6, &self)
        }
    }

    private mutating func any(_ node: JSONNode, _ message: ProtobufMessage, depth: Int) throws(PayloadError) -> ProtobufDatum {
        guard let members = node.object else { throw failure("\(node.kind.description) is no message") }
        if members.isEmpty { return ProtobufDatum(type: message.id) }
        guard let url = node["@type"]?.string else { throw failure("has no '@type', which an Any needs") }
        guard let type = schema.anyType(url) else {
            throw failure("is an Any of '\(url.prefix(200))', which the contract does not have", .unknownType)
        }
        guard depth < limits.maximumDepth else { throw failure("is nested too deep", .tooDeep) }
        let rest = members.filter { $0.key != "@type" }
        let inner: ProtobufDatum
        if let form = ProtobufSpecialForm(type.fullName) {
            guard rest.count == 1, let value = node["value"] else { throw failure("needs a 'value' and nothing else beside '@type'") }
            inner = try special(form, value, type, depth: depth + 1)
        } else {
            inner = try fields(rest, of: type, depth: depth + 1)
        }
        var result = datum(message, 1, [.string(url)])
        let bytes = encodeProtobuf(inner, in: schema)
        if !bytes.isEmpty, let field = schema.field(2, of: message) { result.set(field, [.bytes(bytes)]) }
        return result
    }
}
