import ContractModel

extension ProtobufTranslation {
    func codec(of message: ProtobufMessage, _ plans: [ProtobufFieldPlan]) -> [SwiftDeclaration] {
        let required = plans.filter { if case .required = $0.shape { true } else { false } }
        let asks = requiring.contains(message.id)
        var empty = SwiftCode()
        if required.isEmpty {
            empty.line("self.init()")
        } else {
            // Fields without a value are set one by one: the memberwise initialiser would ask for the required ones.
            var choices: Set<String> = []
            for plan in plans { if let line = emptied(plan, &choices) { empty.line(line) } }
        }
        func reading(_ name: String, _ body: SwiftCode) -> SwiftDeclaration {
            let signature = "\(name) reader: inout HeddleRuntime.ByteReader) throws(HeddleRuntime.CodecError)"
            return .function(SwiftFunction(signature, access: options.access, body: body))
        }
        var members: [SwiftDeclaration]
        if asks {
            members = [
                reading("init(from", SwiftCode("try self.init(partFrom: &reader)", "try self.checkRequired(at: reader.offset)")),
                reading("mutating func merge(from", SwiftCode(
                    "var merged = self", "try merged.mergePart(from: &reader)", "try merged.checkRequired(at: reader.offset)", "self = merged")),
            ]
            empty.line("try self.mergePart(from: &reader)")
            members += [
                reading("init(partFrom", empty), reading("mutating func mergePart(from", merging(plans)), .function(checking(plans)),
            ]
        } else {
            empty.line("try self.merge(from: &reader)")
            members = [reading("init(from", empty), reading("mutating func merge(from", merging(plans))]
        }
        let encode = SwiftFunction(
            "borrowing func encode(into writer: inout HeddleRuntime.ByteWriter) throws(HeddleRuntime.CodecError)", access: options.access, body: encoding(plans))
        if !plans.isEmpty { members.append(.function(errors(plans))) }
        return members + [.function(encode)]
    }

    private func emptied(_ plan: ProtobufFieldPlan, _ choices: inout Set<String>) -> String? {
        switch plan.shape {
        case .choice(let name): return choices.insert(name).inserted ? "self.\(SwiftName.escaped(name)) = nil" : nil
        case .required, .optional: return "\(plan.storage) = nil"
        case .list: return "\(plan.storage) = []"
        case .map: return "\(plan.storage) = \(emptyMap)"
        case .implicit:
            if case .scalar(let scalar) = plan.content { return "\(plan.storage) = \(scalar.zero)" }
            return "\(plan.storage) = \(plan.type)()"
        }
    }

    // MARK: Decoding

    private var unknown: String { options.unknownFields ? "&self.unknownFields" : "&dropped" }

    private func merging(_ plans: [ProtobufFieldPlan]) -> SwiftCode {
        var code = SwiftCode()
        let other = options.unknownFields ? "reader.readUnknown(tag, into: &self.unknownFields)" : "reader.skipUnknown(tag)"
        if !options.unknownFields, plans.contains(where: \.keepsUnlisted) { code.line("var dropped = HeddleRuntime.UnknownFields()") }
        guard !plans.isEmpty else {
            code.block("while true") { code in
                code.line("let tag = try reader.readTag()")
                code.line("guard tag != 0, try \(other) else { return }")
            }
            return code
        }
        code.line("var tag: Swift.UInt32 = 0")
        code.block("do throws(HeddleRuntime.CodecError)", tail: " catch { throw self.protobufError(error, tag) }") { code in
            code.block("while true") { code in
                code.line("tag = try reader.readTag()")
                code.line("switch tag {")
                code.line("case 0: return")
                for plan in plans { reading(plan, &code) }
                code.line("default: guard try \(other) else { return }")
                code.line("}")
            }
        }
        return code
    }

    private func reading(_ plan: ProtobufFieldPlan, _ code: inout SwiftCode) {
        let (place, wire, tag) = (plan.storage, plan.wire, plan.tag(plan.wireType))
        let group = if case .group = plan.content { "\(tag), " } else { "" }
        switch plan.shape {
        case .map(let key, let value):
            let kept = options.unknownFields ? ", unknown: &self.unknownFields" : ""
            code.line("case \(tag): try reader.readEntry(\(key).self, \(value).self, \(tag), into: &\(place)\(kept))")
        case .list:
            if plan.isClosed {
                code.line("case \(tag): if let value = try reader.readClosed(\(tag), \(plan.type).self, unknown: \(unknown)) { \(place).append(value) }")
                code.line("case \(plan.tag(2)): try reader.readClosedPacked(\(plan.tag(2)), into: &\(place), unknown: \(unknown))")
                return
            }
            if plan.wireType == 2 {
                code.line("case \(tag): try reader.readRepeated(\(wire).self, \(tag), into: &\(place))")
                return
            }
            code.line("case \(tag): \(place).append(try \(wire).read(\(group)from: &reader))")
            if plan.isPackable { code.line("case \(plan.tag(2)): try reader.readPacked(\(wire).self, into: &\(place))") }
        case .choice(let property):
            let (property, name) = ("self.\(SwiftName.escaped(property))", SwiftName.escaped(plan.name))
            if plan.isMessage {
                code.when("case \(tag)") { code in
                    code.line("var inner: \(plan.type)?")
                    code.line("if case .\(name)(let known)? = \(property) { inner = known }")
                    code.line("try \(wire).merge(\(group)into: &inner, from: &reader)")
                    code.line("if let inner { \(property) = .\(name)(inner) }")
                }
            } else if plan.isClosed {
                code.line("case \(tag): if let value = try reader.readClosed(\(tag), \(plan.type).self, unknown: \(unknown)) { \(property) = .\(name)(value) }")
            } else {
                code.line("case \(tag): \(property) = .\(name)(try \(wire).read(from: &reader))")
            }
        case .implicit, .optional, .required:
            if plan.isBoxed {
                code.when("case \(tag)") { code in
                    code.line("var inner = \(place)?.value")
                    code.line("try \(wire).merge(\(group)into: &inner, from: &reader)")
                    code.line("\(place) = inner.map { HeddleRuntime.ProtobufBox($0) }")
                }
            } else if plan.isMessage {
                code.line("case \(tag): try \(wire).merge(\(group)into: &\(place), from: &reader)")
            } else if plan.isClosed {
                code.line("case \(tag): if let value = try reader.readClosed(\(tag), \(plan.type).self, unknown: \(unknown)) { \(place) = value }")
            } else {
                code.line("case \(tag): \(place) = try \(wire).read(from: &reader)")
            }
        }
    }

    /// Tells in which field an error came to pass. On the good path it is not called.
    private func errors(_ plans: [ProtobufFieldPlan]) -> SwiftFunction {
        var code = SwiftCode()
        code.line("switch tag >> 3 {")
        for plan in plans {
            let field = "within(.field(\(swiftLiteral(plan.field.name))))"
            switch plan.shape {
            case .list: code.line("case \(plan.number): error.within(.index(\(plan.storage).count)).\(field)")
            case .map: code.line("case \(plan.number): error.within(.entry).\(field)")
            default: code.line("case \(plan.number): error.\(field)")
            }
        }
        code.line("default: error")
        code.line("}")
        return SwiftFunction(
            "private func protobufError(_ error: HeddleRuntime.CodecError, _ tag: Swift.UInt32) -> HeddleRuntime.CodecError", access: nil, body: code)
    }

    // MARK: Encoding

    /// By number, as others write.
    private func encoding(_ plans: [ProtobufFieldPlan]) -> SwiftCode {
        var code = SwiftCode()
        let sorted = plans.sorted { $0.number < $1.number }
        var index = 0
        while index < sorted.count {
            let plan = sorted[index]
            index += 1
            guard case .choice(let property) = plan.shape else {
                writing(plan, &code)
                continue
            }
            // Those of one choice that follow each other are one switch.
            var group = [plan]
            while index < sorted.count, sorted[index].field.oneof == plan.field.oneof {
                group.append(sorted[index])
                index += 1
            }
            let all = plans.filter { $0.field.oneof == plan.field.oneof }.count
            code.line("switch self.\(SwiftName.escaped(property)) {")
            for one in group { code.line("case .\(SwiftName.escaped(one.name))(let value)?: \(write(one, "value"))") }
            code.line(group.count == all ? "case nil: break" : "default: break")
            code.line("}")
        }
        if options.unknownFields { code.line("self.unknownFields.encode(into: &writer)") }
        return code
    }

    private func write(_ plan: ProtobufFieldPlan, _ value: String) -> String {
        "\(plan.isMessage ? "try " : "")\(plan.wire).write(\(plan.tag(plan.wireType)), \(value), into: &writer)"
    }

    private func writing(_ plan: ProtobufFieldPlan, _ code: inout SwiftCode) {
        let (place, tag) = (plan.storage, plan.tag(plan.wireType))
        switch plan.shape {
        case .implicit:
            let test = if case .scalar(let scalar) = plan.content { scalar.isWritten(place) } else { "\(place).rawValue != 0" }
            code.line("if \(test) { \(write(plan, place)) }")
        case .optional, .required:
            code.line("if let value = \(place)\(plan.isBoxed ? "?.value" : "") { \(write(plan, "value")) }")
        case .list:
            if case .group = plan.content {
                code.line("try writer.writeGroups(\(tag), \(place))")
            } else if plan.field.isPacked {
                code.line("writer.writePacked(\(plan.wire).self, \(plan.tag(2)), \(place))")
            } else {
                code.line("try writer.writeRepeated(\(plan.wire).self, \(tag), \(place))")
            }
        case .map(let key, let value): code.line("try writer.writeMap(\(key).self, \(value).self, \(tag), \(place))")
        case .choice: break
        }
    }
}
