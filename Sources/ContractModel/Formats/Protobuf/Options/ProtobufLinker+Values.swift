import Diagnostics

extension ProtobufLinker {
    /// A value as written → of a field's type; nil, and reported, where it does not fit.
    ///
    /// - Parameter isInMessage: inside `{}`, where the rules of the text format hold, which are wider.
    mutating func convert(
        _ value: ProtobufValueSyntax, to field: ProtobufField, at place: OptionPlace, isInMessage: Bool
    ) -> ProtobufValue? {
        switch field.type {
        case .unresolved:
            return nil
        case .message(let type):
            guard case .message(let members) = value.content else {
                reportValue(value, expected: "a message: { … }", of: field, place.file)
                return nil
            }
            guard let message = convertMessage(members, to: type, at: place) else { return nil }
            if !isInMessage { checkRequired(of: message, value.span, place.file) }
            return .message(message)
        case .enumeration(let id):
            return convertEnum(value, to: id, of: field, at: place, isInMessage: isInMessage)
        case .scalar(let scalar):
            let converted = Self.convert(value.content, to: scalar, isInMessage: isInMessage)
            if converted == nil { reportValue(value, expected: Self.expectation(scalar), of: field, place.file) }
            if case .string(let bytes)? = converted, firstInvalidUTF8(bytes) != nil {
                pendingTexts.append((place.file, field.id, value.span))
            }
            return converted
        }
    }

    mutating func reportValue(_ value: ProtobufValueSyntax, expected: String, of field: ProtobufField, _ file: Int) {
        report(.optionValue, "'\(field.name)' is \(expected), found \(value.content.description)", value.span, in: file)
    }

    // MARK: Scalars

    static func convert(_ content: ProtobufValueSyntax.Content, to scalar: ProtobufScalar, isInMessage: Bool) -> ProtobufValue? {
        switch scalar {
        case .bool: return bool(content, isInMessage: isInMessage).map { .bool($0) }
        case .string: if case .string(let bytes) = content { return .string(bytes) }
        case .bytes: if case .string(let bytes) = content { return .bytes(bytes) }
        case .float: return double(content, isInMessage: isInMessage).map { .float(Float($0)) }
        case .double: return double(content, isInMessage: isInMessage).map { .double($0) }
        case .int32, .sint32, .sfixed32:
            guard let value = signed(content), let narrow = Int32(exactly: value) else { return nil }
            return .signed(Int64(narrow))
        case .int64, .sint64, .sfixed64: return signed(content).map { .signed($0) }
        case .uint32, .fixed32:
            return unsigned(content).flatMap { $0 <= UInt64(UInt32.max) ? .unsigned($0) : nil }
        case .uint64, .fixed64:
            return unsigned(content).map { .unsigned($0) }
        }
        return nil
    }

    private static func bool(_ content: ProtobufValueSyntax.Content, isInMessage: Bool) -> Bool? {
        switch content {
        case .identifier("true", isNegative: false): return true
        case .identifier("false", isNegative: false): return false
        case .identifier("True", isNegative: false), .identifier("t", isNegative: false): return isInMessage ? true : nil
        case .identifier("False", isNegative: false), .identifier("f", isNegative: false): return isInMessage ? false : nil
        case .integer(let value, isNegative: false): return isInMessage && value <= 1 ? value == 1 : nil
        default: return nil
        }
    }

    private static func unsigned(_ content: ProtobufValueSyntax.Content) -> UInt64? {
        guard case .integer(let magnitude, let isNegative) = content, !isNegative || magnitude == 0 else { return nil }
        return magnitude
    }

    private static func signed(_ content: ProtobufValueSyntax.Content) -> Int64? {
        guard case .integer(let magnitude, let isNegative) = content else { return nil }
        if !isNegative { return Int64(exactly: magnitude) }
        return magnitude == UInt64(Int64.max) + 1 ? .min : Int64(exactly: magnitude).map { -$0 }
    }

    private static func double(_ content: ProtobufValueSyntax.Content, isInMessage: Bool) -> Double? {
        switch content {
        case .integer(let magnitude, let isNegative): return isNegative ? -Double(magnitude) : Double(magnitude)
        case .float(let value, _): return value
        case .identifier(let name, let isNegative):
            let sign: Double = isNegative ? -1 : 1
            switch isInMessage ? name.lowercased() : name {
            case "inf": return sign * .infinity
            case "infinity": return isInMessage ? sign * .infinity : nil
            case "nan": return .nan
            default: return nil
            }
        default: return nil
        }
    }

    static func expectation(_ scalar: ProtobufScalar) -> String {
        switch scalar {
        case .bool: "true or false"
        case .string, .bytes: "a string"
        case .float, .double: "a number"
        case .int32, .sint32, .sfixed32: "an integer from \(Int32.min) to \(Int32.max)"
        case .int64, .sint64, .sfixed64: "an integer from \(Int64.min) to \(Int64.max)"
        case .uint32, .fixed32: "an integer from 0 to \(UInt32.max)"
        case .uint64, .fixed64: "an integer from 0 to \(UInt64.max)"
        }
    }

    // MARK: Enums

    private mutating func convertEnum(
        _ value: ProtobufValueSyntax, to id: ProtobufID<ProtobufEnum>, of field: ProtobufField, at place: OptionPlace, isInMessage: Bool
    ) -> ProtobufValue? {
        let enumeration = schema[id]
        switch value.content {
        case .identifier(let name, isNegative: false):
            if let found = enumValue(named: name, of: enumeration) { return .enumeration(schema.enumValues[found].number) }
            let near = meant(by: name, in: place.file, among: schema.values(of: enumeration).lazy.map(\.name))
            report(
                .optionValue, "'\(enumeration.fullName)' has no value '\(name)'", value.span, in: place.file,
                suggestion: near)
        case .integer(let magnitude, let isNegative) where isInMessage:
            if let number = Self.signed(.integer(magnitude, isNegative: isNegative)).flatMap({ Int32(exactly: $0) }) {
                let isOpen = files[Int(enumeration.file.index)].tree.edition != .proto2
                if isOpen || numbers(of: enumeration).contains(number) { return .enumeration(number) }
            }
            report(.optionValue, "'\(enumeration.fullName)' has no value with this number", value.span, in: place.file)
        default:
            reportValue(value, expected: "the name of a value of '\(enumeration.fullName)'", of: field, place.file)
        }
        return nil
    }

    /// Kept from value to value: options may hold very many.
    private mutating func numbers(of enumeration: ProtobufEnum) -> Set<Int32> {
        if let known = numbersByEnum[enumeration.id] { return known }
        let numbers = Set(schema.values(of: enumeration).map(\.number))
        numbersByEnum[enumeration.id] = numbers
        return numbers
    }

    /// Index in the schema's values. By the scopes, where values stand beside their enum.
    mutating func enumValue(named name: String, of enumeration: ProtobufEnum) -> Int? {
        let scope = enumeration.parent.map { messageSymbols[Int($0.index)] } ?? files[Int(enumeration.file.index)].scope
        guard let symbol = scopes.child(names.id(of: name).index, of: scope), scopes[symbol].kind == .enumValue else { return nil }
        let index = Int(scopes[symbol].index)
        return schema.enumValues[index].enumeration == enumeration.id ? index : nil
    }
}

extension ProtobufValueSyntax.Content {
    /// As it is called in a message.
    var description: String {
        switch self {
        case .identifier(let name, let isNegative): "'\(isNegative ? "-" : "")\(name.prefix(40))'"
        case .integer(let value, let isNegative): "\(isNegative ? "-" : "")\(value)"
        case .float(let value, _): "\(value)"
        case .string: "a string"
        case .message: "a message"
        case .list: "a list"
        }
    }
}
