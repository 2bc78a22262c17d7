import ContractModel
import LocatedJSON

/// The messages of google.protobuf that JSON writes in a form of their own.
enum ProtobufSpecialForm {
    case any, timestamp, duration, fieldMask, structure, value, list, wrapper

    init?(_ name: String) {
        guard name.hasPrefix("google.protobuf.") else { return nil }
        switch name.dropFirst("google.protobuf.".count) {
        case "Any": self = .any
        case "Timestamp": self = .timestamp
        case "Duration": self = .duration
        case "FieldMask": self = .fieldMask
        case "Struct": self = .structure
        case "Value": self = .value
        case "ListValue": self = .list
        case "DoubleValue", "FloatValue", "Int64Value", "UInt64Value", "Int32Value", "UInt32Value", "BoolValue", "StringValue",
            "BytesValue":
            self = .wrapper
        default: return nil
        }
    }
}

extension ProtobufJSONWriting {
    mutating func special(_ form: ProtobufSpecialForm, _ datum: ProtobufDatum, depth: Int) throws(PayloadError) -> JSONNode {
        switch form {
        case .any: return try any(datum, depth: depth)
        case .timestamp:
            guard let text = timestampText(datum.seconds, datum.nanos) else { throw failure("is no time of the years 1 to 9999") }
            return .made(text)
        case .duration:
            guard let text = durationText(datum.seconds, datum.nanos) else { throw failure("is no duration of at most 10000 years") }
            return .made(text)
        case .fieldMask:
            var paths: [String] = []
            for value in datum[1] {
                guard case .string(let path) = value, let camel = camelPath(path) else {
                    throw failure("has a path that JSON cannot tell apart from another")
                }
                paths.append(camel)
            }
            return .made(paths.joined(separator: ","))
        case .structure, .list:
            guard let field = schema.field(1, of: schema[datum.type]) else { return .null }
            if form == .list {
                var nodes: [JSONNode] = []
                for value in datum[1] { nodes.append(try node(value, field.type, depth: depth)) }
                return .made(nodes)
            }
            return try members(of: datum, depth: depth).first?.1 ?? .made([(String, JSONNode)]())
        case .value: return try value(datum, depth: depth)
        case .wrapper:
            guard let field = schema.field(1, of: schema[datum.type]) else { return .null }
            return try node(datum[1].last ?? .zero(field.type, in: schema), field.type, depth: depth)
        }
    }

    private mutating func value(_ datum: ProtobufDatum, depth: Int) throws(PayloadError) -> JSONNode {
        guard let entry = datum.fields.first, let value = entry.values.last else {
            throw failure("is a google.protobuf.Value that holds nothing")
        }
        if case .double(let number) = value, !number.isFinite { throw failure("is a number that JSON does not have") }
        if entry.number == 1 { return .null }
        return try node(value, schema[entry.id].type, depth: depth)
    }

    private mutating func any(_ datum: ProtobufDatum, depth: Int) throws(PayloadError) -> JSONNode {
        var bytes: [UInt8] = []
        if case .bytes(let value)? = datum[2].last { bytes = value }
        guard case .string(let url)? = datum[1].last else {
            guard bytes.isEmpty else { throw failure("is an Any without a type", .unknownType) }
            return .made([(String, JSONNode)]())
        }
        let type = try anyType(url)
        let inner = try decodeProtobuf(bytes, message: type, in: schema, limits: limits)
        if let special = ProtobufSpecialForm(type.fullName) {
            guard depth < limits.maximumDepth else { throw failure("is nested too deep", .tooDeep) }
            return .made([("@type", .made(url)), ("value", try self.special(special, inner, depth: depth + 1))])
        }
        guard depth < limits.maximumDepth else { throw failure("is nested too deep", .tooDeep) }
        return .made([("@type", .made(url))] + (try members(of: inner, depth: depth + 1)))
    }

    private func anyType(_ url: String) throws(PayloadError) -> ProtobufMessage {
        if let type = schema.anyType(url) { return type }
        throw failure("is an Any of '\(url.prefix(200))', which the contract does not have", .unknownType)
    }
}

extension ProtobufSchema {
    /// The type that an Any's URL names: what stands behind its last slash.
    func anyType(_ url: String) -> ProtobufMessage? {
        guard let slash = url.lastIndex(of: "/") else { return nil }
        return message(named: String(url[url.index(after: slash)...]))
    }
}

extension ProtobufDatum {
    /// Of a Timestamp or a Duration.
    var seconds: Int64 { if case .signed(let value)? = self[1].last { value } else { 0 } }
    var nanos: Int64 { if case .signed(let value)? = self[2].last { value } else { 0 } }
}

/// `foo_bar.baz` → `fooBar.baz`; nil where the way back would lead elsewhere.
func camelPath(_ path: String) -> String? {
    var text = ""
    var isUpper = false
    for character in path.unicodeScalars {
        if ("A"..."Z").contains(character) { return nil }
        if isUpper {
            guard ("a"..."z").contains(character) else { return nil }
            text.unicodeScalars.append(Unicode.Scalar(UInt8(character.value - 32)))
            isUpper = false
        } else if character == "_" {
            isUpper = true
        } else {
            text.unicodeScalars.append(character)
        }
    }
    return isUpper ? nil : text
}

/// `fooBar.baz` → `foo_bar.baz`; nil for what has underscores already.
func snakePath(_ path: Substring) -> String? {
    var text = ""
    for character in path.unicodeScalars {
        if character == "_" { return nil }
        if ("A"..."Z").contains(character) {
            text += "_"
            text.unicodeScalars.append(Unicode.Scalar(UInt8(character.value + 32)))
        } else {
            text.unicodeScalars.append(character)
        }
    }
    return text
}
