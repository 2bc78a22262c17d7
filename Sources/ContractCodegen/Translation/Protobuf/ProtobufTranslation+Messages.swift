import ContractModel
import Diagnostics

extension ProtobufTranslation {
    /// The declarations of a file: the texts of contracts, then the types.
    mutating func declarations(of types: [ProtobufDeclared], in module: inout GeneratedModule) -> [SwiftDeclaration] {
        var bySpace: [[String]: [SwiftDeclaration]] = [:]
        for type in types {
            let space = Array(self.types.path(of: type).dropLast())
            switch type {
            case .message(let id): bySpace[space, default: []].append(.type(self.message(schema[id])))
            case .enumeration(let id): bySpace[space, default: []].append(.type(enumeration(schema[id])))
            case .oneof: break
            }
        }
        var declarations = bySpace[[]] ?? []
        for (space, inside) in bySpace.filter({ !$0.key.isEmpty }).sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            declarations += namespaces(space, in: &module)
            var part = SwiftExtension(of: space.joined(separator: "."))
            part.members = inside
            declarations.append(.extension(part))
        }
        return declarations + contractTexts()
    }

    /// Caseless enums for the names of packages, each where it is first needed.
    private func namespaces(_ space: [String], in module: inout GeneratedModule) -> [SwiftDeclaration] {
        space.indices.compactMap { index in
            let path = space[...index].joined(separator: ".")
            guard case .new = module.names.claim(path, for: "namespace", definition: "namespace", at: nil) else { return nil }
            let type = SwiftType(.enumeration, space[index], access: options.access)
            if index == 0 { return .type(type) }
            var part = SwiftExtension(of: space[..<index].joined(separator: "."))
            part.members = [.type(type)]
            return .extension(part)
        }
    }

    mutating func message(_ message: ProtobufMessage) -> SwiftType {
        let plans = plan(message)
        var type = SwiftType(.structure, types.name(of: .message(message.id)), access: options.access)
        let comment = protobufComment(at: message.span, in: schema[message.file].source)
        type.documentation = comment.isEmpty ? ["`\(message.fullName)`"] : comment
        if message.options[3].first?.bool == true { type.documentation += ["", "Deprecated."] }
        type.conformances = ["HeddleRuntime.ProtobufMessage"] + (options.codable ? ["Swift.Codable"] : [])
        type.members = properties(of: message, plans)
        type.members.append(.function(memberwise(message, plans)))
        type.members.append(.property(contract(of: message)))
        type.members += codec(of: message, plans)
        if options.codable { type.members.append(.type(codingKeys(message, plans))) }
        for oneof in schema.oneofs(of: message) where !oneof.isSynthetic { type.members.append(.type(choice(oneof, plans))) }
        for id in message.messages where schema[id].kind != .mapEntry { type.members.append(.type(self.message(schema[id]))) }
        for id in message.enums { type.members.append(.type(enumeration(schema[id]))) }
        return type
    }

    // MARK: Properties

    private func properties(of message: ProtobufMessage, _ plans: [ProtobufFieldPlan]) -> [SwiftDeclaration] {
        var stored: [SwiftDeclaration] = []
        var computed: [SwiftDeclaration] = []
        var choices: Set<String> = []
        for plan in plans {
            if case .choice(let name) = plan.shape {
                guard choices.insert(name).inserted, let id = plan.field.oneof else { continue }
                var property = SwiftProperty("var \(SwiftName.escaped(name)): \(types.name(of: .oneof(id)))?", access: options.access)
                property.documentation = protobufComment(at: schema[id].nameSpan, in: schema[message.file].source)
                stored.append(.property(property))
                continue
            }
            var property = SwiftProperty("var \(SwiftName.escaped(plan.name)): \(plan.propertyType)", access: options.access)
            property.documentation = plan.documentation
            if plan.isStoredApart {
                stored.append(.property(SwiftProperty("private var _\(plan.name): \(storedType(plan))", access: nil)))
                property.body = accessors(plan)
                if plan.isDeprecated { property.attributes = ["@available(*, deprecated, message: \(swiftLiteral("deprecated by the contract")))"] }
                computed.append(.property(property))
            } else {
                stored.append(.property(property))
            }
            if let fallback = defaultProperty(plan, beside: plans) { computed.append(.property(fallback)) }
        }
        if options.unknownFields {
            var unknown = SwiftProperty("var unknownFields = HeddleRuntime.UnknownFields()", access: options.access)
            unknown.documentation = ["What the schema does not know, kept and written again."]
            stored.append(.property(unknown))
        }
        return stored + computed
    }

    private func storedType(_ plan: ProtobufFieldPlan) -> String {
        if plan.isBoxed { return "HeddleRuntime.ProtobufBox<\(plan.type)>?" }
        if case .required = plan.shape { return plan.type + "?" }
        return plan.propertyType
    }

    /// A required field is there once a value is: `init` takes it, and decoding refuses bytes without it.
    private func accessors(_ plan: ProtobufFieldPlan) -> SwiftCode {
        let isRequired = if case .required = plan.shape { true } else { false }
        let box = "HeddleRuntime.ProtobufBox"
        return switch (plan.isBoxed, isRequired) {
        case (true, true): SwiftCode("get { self._\(plan.name)!.value }", "set { self._\(plan.name) = \(box)(newValue) }")
        case (true, false): SwiftCode("get { self._\(plan.name)?.value }", "set { self._\(plan.name) = newValue.map { \(box)($0) } }")
        case (false, true): SwiftCode("get { self._\(plan.name)! }", "set { self._\(plan.name) = newValue }")
        case (false, false): SwiftCode("get { self._\(plan.name) }", "set { self._\(plan.name) = newValue }")
        }
    }

    /// `retriesOrDefault`, of a field for which the contract says what its absence means.
    private func defaultProperty(_ plan: ProtobufFieldPlan, beside plans: [ProtobufFieldPlan]) -> SwiftProperty? {
        guard case .optional = plan.shape, let value = plan.field.defaultValue, let literal = defaultLiteral(value, of: plan) else { return nil }
        let name = plan.name + "OrDefault"
        guard !plans.contains(where: { $0.name == name }) else { return nil }
        var property = SwiftProperty("var \(name): \(plan.type)", access: options.access, body: SwiftCode("\(plan.storage) ?? \(literal)"))
        property.documentation = ["`\(plan.name)`, or what the contract says of its absence."]
        return property
    }

    private func defaultLiteral(_ value: ProtobufValue, of plan: ProtobufFieldPlan) -> String? {
        func number(_ text: String, _ value: Double) -> String { value.isNaN ? ".nan" : value.isInfinite ? (value < 0 ? "-.infinity" : ".infinity") : text }
        switch value {
        case .bool(let value): return String(value)
        case .signed(let value): return String(value)
        case .unsigned(let value): return String(value)
        case .float(let value): return number(value.description, Double(value))
        case .double(let value): return number(value.description, value)
        case .string(let bytes): return swiftLiteral(String(decoding: bytes, as: UTF8.self))
        case .bytes(let bytes): return "[" + bytes.map { String($0) }.joined(separator: ", ") + "]"
        case .enumeration(let number):
            guard case .enumeration(let id) = plan.field.type else { return nil }
            return "\(plan.type)(rawValue: \(number))" + (isClosed(schema[id]) ? " ?? \(plan.type)()" : "")
        case .message: return nil
        }
    }

    private func memberwise(_ message: ProtobufMessage, _ plans: [ProtobufFieldPlan]) -> SwiftFunction {
        var parameters: [String] = []
        var body = SwiftCode()
        var choices: Set<String> = []
        for plan in plans {
            if case .choice(let name) = plan.shape {
                guard choices.insert(name).inserted, let id = plan.field.oneof else { continue }
                parameters.append("\(SwiftName.escaped(name)): \(types.name(of: .oneof(id)))? = nil")
                body.line("self.\(SwiftName.escaped(name)) = \(SwiftName.escaped(name))")
                continue
            }
            let fallback: String
            switch plan.shape {
            case .required: fallback = ""
            case .optional, .choice: fallback = " = nil"
            case .list: fallback = " = []"
            case .map: fallback = " = \(emptyMap)"
            case .implicit:
                if case .scalar(let scalar) = plan.content { fallback = " = \(scalar.zero)" } else { fallback = " = \(plan.type)()" }
            }
            parameters.append("\(SwiftName.escaped(plan.name)): \(plan.propertyType)\(fallback)")
            var value = SwiftName.escaped(plan.name)
            if plan.isBoxed {
                if case .required = plan.shape { value = "HeddleRuntime.ProtobufBox(\(value))" } else { value += ".map { HeddleRuntime.ProtobufBox($0) }" }
            }
            body.line("\(plan.storage) = \(value)")
        }
        return SwiftFunction("init(\(parameters.joined(separator: ", ")))", access: options.access, body: body)
    }

    private func choice(_ oneof: ProtobufOneof, _ plans: [ProtobufFieldPlan]) -> SwiftType {
        var type = SwiftType(.enumeration, types.name(of: .oneof(oneof.id)), access: options.access)
        type.documentation = ["One of the fields of the oneof `\(oneof.name)`."]
        type.conformances = ["Swift.Sendable", "Swift.Hashable"] + (options.codable ? ["Swift.Codable"] : [])
        for plan in plans where plan.field.oneof == oneof.id {
            let indirect = plan.isBoxed ? "indirect " : ""
            type.cases.append(.init("\(SwiftName.escaped(plan.name))(\(plan.type))", documentation: plan.documentation, attributes: indirect.isEmpty ? [] : ["indirect"]))
        }
        return type
    }

    /// As in Protobuf's JSON: `json_name`.
    private func codingKeys(_ message: ProtobufMessage, _ plans: [ProtobufFieldPlan]) -> SwiftType {
        var type = SwiftType(.enumeration, "CodingKeys", access: .internal)
        var choices: Set<String> = []
        for plan in plans {
            if case .choice(let name) = plan.shape {
                if choices.insert(name).inserted { type.cases.append(.init(SwiftName.escaped(name))) }
            } else {
                type.cases.append(.init("\(plan.isStoredApart ? "_" + plan.name : SwiftName.escaped(plan.name)) = \(swiftLiteral(plan.field.jsonName))"))
            }
        }
        type.conformances = type.cases.isEmpty ? ["Swift.CodingKey"] : ["Swift.String", "Swift.CodingKey"]
        return type
    }
}
