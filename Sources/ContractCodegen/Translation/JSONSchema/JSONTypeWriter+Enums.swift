extension JSONTypeWriter {
    func writeTexts(_ cases: [(value: String, name: String, documentation: [String])], into type: inout SwiftType) {
        let isOpen = options.enums == .open
        type.cases = cases.map { .init(SwiftName.escaped($0.name), documentation: $0.documentation) }
        if isOpen { type.cases.append(.init("unrecognized(Swift.String)", documentation: ["A value that the schema does not list."])) }

        var all = SwiftCode()
        all.line("[\(cases.map { "." + SwiftName.escaped($0.name) }.joined(separator: ", "))]")
        var known = SwiftProperty("static var allCases: [Self]", access: access, body: all)
        known.documentation = ["The values that the schema lists."]
        type.members.append(.property(known))

        var value = SwiftCode("switch self {")
        for one in cases { value.line("case .\(SwiftName.escaped(one.name)): \(swiftLiteral(one.value))") }
        if isOpen { value.line("case .unrecognized(let value): value") }
        value.line("}")
        var raw = SwiftProperty("var rawValue: Swift.String", access: access, body: value)
        raw.documentation = ["As it is written in JSON."]
        type.members.append(.property(raw))

        var initial = SwiftCode("switch rawValue {")
        for one in cases { initial.line("case \(swiftLiteral(one.value)): self = .\(SwiftName.escaped(one.name))") }
        initial.line(isOpen ? "default: self = .unrecognized(rawValue)" : "default: return nil")
        initial.line("}")
        type.members.append(.function(SwiftFunction("init\(isOpen ? "" : "?")(rawValue: Swift.String)", access: access, body: initial)))

        var encode = SwiftCode("switch self {")
        for one in cases { encode.line("case .\(SwiftName.escaped(one.name)): writer.writeRaw(\(swiftLiteral(jsonLiteral(one.value))))") }
        if isOpen { encode.line("case .unrecognized(let value): writer.writeJSONString(value)") }
        encode.line("}")
        type.members.append(.function(SwiftFunction(encodeSignature, access: access, body: encode)))

        var decode = SwiftCode("switch try reader.readJSONSymbol(Self.findValue) {")
        for (index, one) in cases.enumerated() { decode.line("case \(index): self = .\(SwiftName.escaped(one.name))") }
        decode.when("default") { code in
            if isOpen {
                code.line("reader.unknownMembers &+= 1")
                code.line("self = .unrecognized(try reader.readJSONString())")
            } else {
                code.line("throw reader.expected(\"one of the values that the schema lists\")")
            }
        }
        decode.line("}")
        type.members.append(.function(SwiftFunction(decodeSignature, access: access, body: decode)))
        type.members.append(.function(find(cases.map(\.value), called: "findValue")))
    }

    func writeChoice(_ cases: [JSONPlannedType.Case], tag: String?, into type: inout SwiftType) {
        let isOpen = tag != nil && options.enums == .open
        type.cases = cases.map { .init("\(SwiftName.escaped($0.name))(\(name($0.slot)))", documentation: $0.documentation) }
        if isOpen { type.cases.append(.init("unrecognized(HeddleRuntime.JSONValue)", documentation: ["Of a kind that the schema does not list."])) }

        var encode = SwiftCode("switch self {")
        for one in cases {
            encode.when("case .\(SwiftName.escaped(one.name))(let value)") { write("value", one.slot, into: &$0) }
        }
        if isOpen { encode.when("case .unrecognized(let value)") { $0.line("try value.encode(into: &writer)") } }
        encode.line("}")
        type.members.append(.function(SwiftFunction(encodeSignature, access: access, body: encode)))
        let decode = tag.map { tagged(cases, tag: $0, isOpen: isOpen) } ?? untagged(cases)
        type.members.append(.function(SwiftFunction(decodeSignature, access: access, body: decode)))
    }

    private func tagged(_ cases: [JSONPlannedType.Case], tag: String, isOpen: Bool) -> SwiftCode {
        var code = SwiftCode()
        code.line("switch try reader.peekJSONMember(\(swiftLiteral(tag))) {")
        for one in cases {
            let tags = one.tags.map(swiftLiteral).joined(separator: ", ")
            code.line("case \(tags): self = .\(SwiftName.escaped(one.name))(\(reading(one.slot)))")
        }
        code.line(isOpen ? "default: self = .unrecognized(try HeddleRuntime.JSONValue(from: &reader))" : "default: throw reader.expected(\"one of the kinds that the schema lists\")")
        code.line("}")
        code.line("reader.skipJSONWhitespace()")
        return code
    }

    /// Each case that begins as the value does is tried; the first that leaves no member unknown is it, else the one that leaves least.
    private func untagged(_ cases: [JSONPlannedType.Case]) -> SwiftCode {
        var code = SwiftCode()
        code.line("let kind = reader.peekJSONKind()")
        code.line("let start = reader.jsonMark")
        code.line("var best: (value: Self, end: HeddleRuntime.JSONMark)?")
        code.line("var failure: HeddleRuntime.CodecError?")
        for one in cases {
            let kinds = kinds(one.slot.shape).map { "kind == .\($0)" }.joined(separator: " || ")
            code.block(kinds.isEmpty ? "do" : "if \(kinds)") { code in
                code.block("do throws(HeddleRuntime.CodecError)", tail: " catch {") { code in
                    code.line("let value = Self.\(SwiftName.escaped(one.name))(\(reading(one.slot)))")
                    code.line("let end = reader.jsonMark")
                    code.block("if end.unknownMembers == start.unknownMembers") { code in
                        code.line("reader.skipJSONWhitespace()")
                        code.line("self = value")
                        code.line("return")
                    }
                    code.line("if best.map({ end.unknownMembers < $0.end.unknownMembers }) ?? true { best = (value, end) }")
                }
                code.indented { $0.line("failure = failure ?? error") }
                code.line("}")
                code.line("reader.move(to: start)")
            }
        }
        code.line("guard let best else { throw failure ?? reader.expected(\"a value of one of the kinds that the schema lists\") }")
        code.line("reader.move(to: best.end)")
        code.line("self = best.value")
        code.line("reader.skipJSONWhitespace()")
        return code
    }

    /// What a value of this shape begins with; none for any.
    private func kinds(_ shape: JSONShape) -> [String] {
        switch shape {
        case .any: return []
        case .bool: return ["boolean"]
        case .int64, .uint64, .double: return ["number"]
        case .string, .dateTime, .time, .day, .uniqueIdentifier, .base64: return ["string"]
        case .array: return ["array"]
        case .map: return ["object"]
        case .named(let index):
            switch types[index].kind {
            case .object: return ["object"]
            case .texts: return ["string"]
            case .tuple: return ["array"]
            default: return []
            }
        }
    }
}
