extension JSONTypeWriter {
    func writeObject(_ fields: [JSONPlannedType.Field], _ extra: JSONPlannedType.Extra, into type: inout SwiftType) {
        var extraSlot: JSONSlot?
        var extraName = "additionalProperties"
        if case .kept(let slot) = extra {
            extraSlot = slot
            while fields.contains(where: { $0.name == extraName }) { extraName += "_" }
        }
        for field in fields { writeField(field, into: &type) }
        if let extraSlot {
            var property = SwiftProperty("var \(extraName): [Swift.String: \(name(extraSlot))]", access: access)
            property.documentation = ["Members that the schema does not name."]
            type.members.append(.property(property))
        }
        var parameters = fields.map(parameter)
        if let extraSlot { parameters.append("\(extraName): [Swift.String: \(name(extraSlot))] = [:]") }
        type.members.append(.function(memberwise(fields, parameters, extraName: extraSlot == nil ? nil : extraName)))
        type.members.append(.function(SwiftFunction(encodeSignature, access: access, body: encoding(fields, extraSlot, extraName))))
        type.members.append(.function(SwiftFunction(decodeSignature, access: access, body: decoding(fields, extra, extraSlot, extraName))))
        type.members.append(.function(find(fields.map(\.wireName), called: "findMember")))
    }

    func valueType(_ field: JSONPlannedType.Field) -> String {
        name(field.slot.shape) + (field.slot.isNullable || !field.isRequired ? "?" : "")
    }

    func writeField(_ field: JSONPlannedType.Field, into type: inout SwiftType) {
        let name = SwiftName.escaped(field.name)
        guard field.isBoxed else {
            var property = SwiftProperty("var \(name): \(valueType(field))", access: access)
            property.documentation = field.documentation
            property.attributes = field.attributes
            type.members.append(.property(property))
            return
        }
        let isOptional = valueType(field).hasSuffix("?")
        type.members.append(
            .property(SwiftProperty("private var _\(field.name): HeddleRuntime.Box<\(self.name(field.slot.shape))>\(isOptional ? "?" : "")", access: nil)))
        var code = SwiftCode()
        code.block("get") { $0.line("_\(field.name)\(isOptional ? "?" : "").value") }
        code.block("set") { $0.line("_\(field.name) = \(isOptional ? "newValue.map { HeddleRuntime.Box($0) }" : "HeddleRuntime.Box(newValue)")") }
        var property = SwiftProperty("var \(name): \(valueType(field))", access: access, body: code)
        property.documentation = field.documentation
        property.attributes = field.attributes
        type.members.append(.property(property))
    }

    func parameter(_ field: JSONPlannedType.Field) -> String {
        let initial = field.initial ?? (field.isRequired ? onlyValue(field.slot) : "nil")
        return "\(SwiftName.escaped(field.name)): \(valueType(field))\(initial.map { " = \($0)" } ?? "")"
    }

    /// What a `const` leaves no choice about.
    private func onlyValue(_ slot: JSONSlot) -> String? {
        guard case .named(let index) = slot.shape, !slot.isNullable, case .texts(let cases) = types[index].kind, cases.count == 1 else { return nil }
        return "." + SwiftName.escaped(cases[0].name)
    }

    func memberwise(_ fields: [JSONPlannedType.Field], _ parameters: [String], extraName: String?) -> SwiftFunction {
        var code = SwiftCode()
        for field in fields { code.line(assigning(field, SwiftName.escaped(field.name))) }
        if let extraName { code.line("self.\(extraName) = \(extraName)") }
        let list = parameters.joined(separator: ", ")
        let signature = list.count < 100 ? "init(\(list))" : "init(\n        " + parameters.joined(separator: ",\n        ") + "\n    )"
        return SwiftFunction(signature, access: access, body: code)
    }

    func assigning(_ field: JSONPlannedType.Field, _ value: String) -> String {
        guard field.isBoxed else { return "self.\(SwiftName.escaped(field.name)) = \(value)" }
        return valueType(field).hasSuffix("?")
            ? "self._\(field.name) = \(value).map { HeddleRuntime.Box($0) }" : "self._\(field.name) = HeddleRuntime.Box(\(value))"
    }

    /// Names and commas are written together. While no member is certain to have been written, `separator` says what comes first.
    private func encoding(_ fields: [JSONPlannedType.Field], _ extra: JSONSlot?, _ extraName: String) -> SwiftCode {
        var code = SwiftCode()
        var isCertain = false
        let firstRequired = fields.firstIndex(where: \.isRequired)
        let hasSeparator = firstRequired != 0
        if hasSeparator { code.line("\(firstRequired == nil && fields.isEmpty && extra == nil ? "let" : "var") separator = UInt8(ascii: \"{\")") }
        var isFirst = true
        for (index, field) in fields.enumerated() {
            let value = "self.\(SwiftName.escaped(field.name))"
            let key = jsonLiteral(field.wireName) + ":"
            if field.isRequired {
                if isCertain || isFirst {
                    code.line("writer.writeRaw(\(swiftLiteral((isFirst ? "{" : ",") + key)))")
                } else {
                    code.line("writer.append(separator)")
                    code.line("writer.writeRaw(\(swiftLiteral(key)))")
                }
                write(value, field.slot, into: &code)
                isCertain = true
            } else {
                let shape = JSONSlot(shape: field.slot.shape)
                code.block("if let member\(index) = \(value)") { code in
                    if isCertain {
                        code.line("writer.writeRaw(\(swiftLiteral("," + key)))")
                    } else {
                        code.line("writer.append(separator)")
                        code.line("writer.writeRaw(\(swiftLiteral(key)))")
                        code.line("separator = UInt8(ascii: \",\")")
                    }
                    write("member\(index)", shape, into: &code)
                }
            }
            isFirst = false
        }
        if let extra {
            code.block("for (name, value) in self.\(extraName)") { code in
                if isCertain {
                    code.line("writer.writeRaw(\",\")")
                } else {
                    code.line("writer.append(separator)")
                    code.line("separator = UInt8(ascii: \",\")")
                }
                code.line("writer.writeJSONString(name)")
                code.line("writer.writeRaw(\":\")")
                write("value", extra, into: &code)
            }
        }
        if isCertain { code.line("writer.writeRaw(\"}\")") } else { code.line("if separator == UInt8(ascii: \"{\") { writer.writeRaw(\"{}\") } else { writer.writeRaw(\"}\") }") }
        return code
    }

    private func decoding(_ fields: [JSONPlannedType.Field], _ extra: JSONPlannedType.Extra, _ extraSlot: JSONSlot?, _ extraName: String) -> SwiftCode {
        var code = SwiftCode()
        for (index, field) in fields.enumerated() {
            // Of a member that must be there and may be null, being there is known apart.
            let isDouble = field.isRequired && field.slot.isNullable
            code.line("var member\(index): \(name(field.slot.shape))?\(isDouble ? "?" : "")")
        }
        if let extraSlot {
            code.line("var others: [Swift.String: \(name(extraSlot))] = [:]")
            code.line("var otherName = \"\"")
        }
        code.line("var step = -1")
        code.block("do throws(HeddleRuntime.CodecError)", tail: " catch {") { code in
            code.line("var isMember = try reader.beginJSONObject()")
            let predicted = fields.enumerated().filter { isPredictable($0.element.wireName) }
            if !predicted.isEmpty { code.line("var expected = 0") }
            code.block("while isMember") { code in
                let slow = extraSlot == nil ? "try reader.readJSONKey(Self.findMember)" : "try reader.readJSONKey(keeping: &otherName, Self.findMember)"
                if predicted.isEmpty {
                    code.line("step = \(slow)")
                } else {
                    code.line("switch expected {")
                    for (index, field) in predicted {
                        code.when("case \(index) where reader.takeJSONKey(\(swiftLiteral(jsonLiteral(field.wireName) + ":")))") { $0.line("step = \(index)") }
                    }
                    code.when("default") { $0.line("step = \(slow)") }
                    code.line("}")
                }
                code.line("switch step {")
                for (index, field) in fields.enumerated() {
                    let value = reading(field.slot)
                    let isDouble = field.isRequired && field.slot.isNullable
                    code.when("case \(index)") { $0.line("member\(index) = \(isDouble ? ".some(\(value))" : value)") }
                }
                code.when("default") { code in
                    if let extraSlot {
                        code.line("others[otherName] = \(reading(extraSlot))")
                    } else if extra == .refused {
                        code.line("throw reader.failure(.outOfRange(\"a member that the schema does not allow\"))")
                    } else {
                        code.line("try reader.skipUnknownJSONMember()")
                    }
                }
                code.line("}")
                if !predicted.isEmpty { code.line("expected = step &+ 1") }
                code.line("isMember = try reader.nextJSONMember()")
            }
        }
        let names = fields.map { swiftLiteral($0.wireName) }.joined(separator: ", ")
        code.indented { $0.line("throw error.inMember(step, of: [\(names)], at: reader.offset)") }
        code.line("}")
        for (index, field) in fields.enumerated() {
            if field.isRequired {
                code.line(
                    "guard let member\(index) else { throw .missingMember(\(swiftLiteral(field.wireName)), at: reader.offset) }")
            }
            code.line(assigning(field, "member\(index)"))
        }
        if extraSlot != nil { code.line("self.\(extraName) = others") }
        // Of the whole payload whitespace may follow.
        code.line("reader.skipJSONWhitespace()")
        return code
    }

    /// Names that JSON writes in one way only.
    private func isPredictable(_ name: String) -> Bool { name.unicodeScalars.allSatisfy { $0.value >= 32 && $0 != "\"" && $0 != "\\" } }

    func writeTuple(_ fields: [JSONPlannedType.Field], rest: JSONSlot?, into type: inout SwiftType) {
        for field in fields { writeField(field, into: &type) }
        if let rest {
            var property = SwiftProperty("var rest: [\(name(rest))]", access: access)
            property.documentation = ["The elements behind those that the schema tells one by one."]
            type.members.append(.property(property))
        }
        type.members.append(.function(memberwise(fields, fields.map(parameter) + (rest.map { ["rest: [\(name($0))] = []"] } ?? []), extraName: rest == nil ? nil : "rest")))
        var encode = SwiftCode()
        encode.line("var separator = UInt8(ascii: \"[\")")
        for (index, field) in fields.enumerated() {
            let value = "self.\(SwiftName.escaped(field.name))"
            func element(_ value: String, _ slot: JSONSlot, _ code: inout SwiftCode) {
                code.line("writer.append(separator)")
                code.line("separator = UInt8(ascii: \",\")")
                write(value, slot, into: &code)
            }
            if field.isRequired { element(value, field.slot, &encode) } else {
                encode.block("if let member\(index) = \(value)") { element("member\(index)", JSONSlot(shape: field.slot.shape), &$0) }
            }
        }
        if let rest {
            encode.block("for element in self.rest") { code in
                code.line("writer.append(separator)")
                code.line("separator = UInt8(ascii: \",\")")
                write("element", rest, into: &code)
            }
        }
        encode.line("if separator == UInt8(ascii: \"[\") { writer.writeRaw(\"[]\") } else { writer.writeRaw(\"]\") }")
        type.members.append(.function(SwiftFunction(encodeSignature, access: access, body: encode)))

        var code = SwiftCode()
        for (index, field) in fields.enumerated() { code.line("var member\(index): \(name(field.slot.shape))?\(field.isRequired && field.slot.isNullable ? "?" : "")") }
        if let rest { code.line("var rest: [\(name(rest))] = []") }
        code.line("var step = 0")
        code.block("do throws(HeddleRuntime.CodecError)", tail: " catch {") { code in
            code.line("var isElement = try reader.beginJSONArray()")
            code.block("while isElement") { code in
                code.line("switch step {")
                for (index, field) in fields.enumerated() {
                    code.when("case \(index)") { $0.line("member\(index) = \(field.isRequired && field.slot.isNullable ? ".some(\(reading(field.slot)))" : reading(field.slot))") }
                }
                code.when("default") { $0.line(rest.map { "rest.append(\(reading($0)))" } ?? "throw reader.expected(\"the end of the array\")") }
                code.line("}")
                code.line("step &+= 1")
                code.line("isElement = try reader.nextJSONElement()")
            }
        }
        code.indented { $0.line("throw error.placed(at: reader.offset).within(.index(step))") }
        code.line("}")
        for (index, field) in fields.enumerated() {
            if field.isRequired { code.line("guard let member\(index) else { throw reader.expected(\"\(fields.filter(\.isRequired).count) elements\") }") }
            code.line(assigning(field, "member\(index)"))
        }
        if rest != nil { code.line("self.rest = rest") }
        code.line("reader.skipJSONWhitespace()")
        type.members.append(.function(SwiftFunction(decodeSignature, access: access, body: code)))
    }

    func writeWrapper(_ slot: JSONSlot, into type: inout SwiftType) {
        type.members.append(.property(SwiftProperty("var value: \(name(slot))", access: access)))
        type.members.append(.function(SwiftFunction("init(_ value: \(name(slot)))", access: access, body: SwiftCode("self.value = value"))))
        var encode = SwiftCode()
        write("self.value", slot, into: &encode)
        type.members.append(.function(SwiftFunction(encodeSignature, access: access, body: encode)))
        type.members.append(.function(SwiftFunction(decodeSignature, access: access, body: SwiftCode("self.value = \(reading(slot))", "reader.skipJSONWhitespace()"))))
    }
}
