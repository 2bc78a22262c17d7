extension AvroEmitter {
    func typeDeclaration(_ type: AvroSwiftType) -> SwiftType {
        switch type.content {
        case .record(let fields): record(type, fields)
        case .wrapper(let field): record(type, [field])
        case .enumeration(let symbols, let fallback): enumeration(type, symbols, fallback)
        case .fixed(let size): fixed(type, size)
        }
    }

    private var conformances: [String] { ["Swift.Sendable", "Swift.Hashable"] + (options.codable ? ["Swift.Codable"] : []) }

    private func record(_ type: AvroSwiftType, _ fields: [AvroSwiftField]) -> SwiftType {
        var declaration = SwiftType(.structure, type.localName, access: options.access)
        declaration.documentation = type.documentation
        declaration.conformances = conformances
        declaration.members = fields.flatMap(property)
        declaration.members.append(.function(memberwiseInitializer(fields)))
        for union in type.unions { declaration.members.append(.type(unionDeclaration(union))) }
        if options.codable, !fields.isEmpty { declaration.members.append(.type(codingKeys(fields))) }
        return declaration
    }

    private func property(_ field: AvroSwiftField) -> [SwiftDeclaration] {
        let name = SwiftName.escaped(field.swiftName)
        let type = swiftType(field.shape)
        guard field.isBoxed else {
            var property = SwiftProperty("var \(name): \(type)", access: options.access)
            property.documentation = field.documentation
            return [.property(property)]
        }
        let (stored, body): (String, SwiftCode)
        if case .optional(let inner, _) = field.shape {
            stored = "HeddleRuntime.Box<\(swiftType(inner))>?"
            body = SwiftCode("get { \(field.storageName)?.value }", "set { \(field.storageName) = newValue.map { HeddleRuntime.Box($0) } }")
        } else {
            stored = "HeddleRuntime.Box<\(type)>"
            body = SwiftCode("get { \(field.storageName).value }", "set { \(field.storageName) = HeddleRuntime.Box(newValue) }")
        }
        var computed = SwiftProperty("var \(name): \(type)", access: options.access, body: body)
        computed.documentation = field.documentation
        return [.property(SwiftProperty("private var \(field.storageName): \(stored)", access: nil)), .property(computed)]
    }

    private func memberwiseInitializer(_ fields: [AvroSwiftField]) -> SwiftFunction {
        let parameters = fields.map { field in
            var fallback = field.fallback
            if case .optional = field.shape, fallback == nil { fallback = "nil" }
            return "\(SwiftName.escaped(field.swiftName)): \(swiftType(field.shape))" + (fallback.map { " = \($0)" } ?? "")
        }
        var body = SwiftCode()
        for field in fields { body.line("self.\(field.storageName) = \(boxed(SwiftName.escaped(field.swiftName), field))") }
        return SwiftFunction("init(\(parameters.joined(separator: ", ")))", access: options.access, body: body)
    }

    func boxed(_ value: String, _ field: AvroSwiftField) -> String {
        guard field.isBoxed else { return value }
        if case .optional = field.shape { return "(\(value)).map { HeddleRuntime.Box($0) }" }
        return "HeddleRuntime.Box(\(value))"
    }

    /// By the names of the contract.
    private func codingKeys(_ fields: [AvroSwiftField]) -> SwiftType {
        var keys = SwiftType(.enumeration, "CodingKeys", access: .internal)
        keys.conformances = ["Swift.String", "Swift.CodingKey"]
        keys.cases = fields.map { .init("\($0.storageName) = \(swiftLiteral($0.wireName.isEmpty ? $0.swiftName : $0.wireName))") }
        return keys
    }

    private func unionDeclaration(_ union: AvroUnionShape) -> SwiftType {
        var declaration = SwiftType(union.isIndirect ? .indirectEnumeration : .enumeration, union.localName, access: options.access)
        declaration.conformances = conformances
        declaration.cases = union.branches.map { branch in
            let name = SwiftName.escaped(branch.caseName)
            return .init(branch.shape.isNull ? name : "\(name)(\(swiftType(branch.shape)))")
        }
        return declaration
    }

    private func enumeration(
        _ type: AvroSwiftType, _ symbols: [AvroSwiftType.Symbol], _ fallback: AvroSwiftType.Symbol?
    ) -> SwiftType {
        var declaration = SwiftType(.enumeration, type.localName, access: options.access)
        declaration.documentation = type.documentation
        declaration.conformances = ["Swift.String", "Swift.CaseIterable"] + conformances
        declaration.cases = symbols.map { .init("\(SwiftName.escaped($0.caseName)) = \(swiftLiteral($0.wireName))") }
        let all = symbols.map { ".\(SwiftName.escaped($0.caseName))" }.joined(separator: ", ")
        var cases = SwiftProperty("static let allCases: [Self] = [\(all)]", access: options.access)
        cases.documentation = ["In the order of the schema."]
        declaration.members.append(.property(cases))
        if let fallback {
            var property = SwiftProperty("static let avroDefault = Self.\(SwiftName.escaped(fallback.caseName))", access: options.access)
            property.documentation = ["What a symbol is read as that another version of the schema has and this one has not."]
            declaration.members.append(.property(property))
        }
        return declaration
    }

    private func fixed(_ type: AvroSwiftType, _ size: Int) -> SwiftType {
        var declaration = SwiftType(.structure, type.localName, access: options.access)
        declaration.documentation = type.documentation
        declaration.conformances = conformances
        var bytes = SwiftProperty("var bytes: [Swift.UInt8]", access: options.access)
        bytes.documentation = ["\(size) of them: others are refused when they are written."]
        let body = SwiftCode("self.bytes = bytes")
        declaration.members = [
            .property(bytes), .function(SwiftFunction("init(_ bytes: [Swift.UInt8])", access: options.access, body: body)),
        ]
        return declaration
    }
}
