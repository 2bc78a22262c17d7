import ContractModel
import Diagnostics

/// Works the model out. Mistakes are names that meet; the model is whole all the same.
struct AvroModelBuilder {
    let schema: AvroSchema
    let options: CodegenOptions
    let cycles: AvroCycles
    let sizes: AvroMinimumSizes
    private(set) var diagnostics: [Diagnostic] = []
    /// Every Swift name that a type of the contract has, which unions' names keep clear of.
    private let takenNames: Set<String>

    init(_ schema: AvroSchema, _ options: CodegenOptions) {
        self.schema = schema
        self.options = options
        cycles = AvroCycles(schema.types)
        sizes = AvroMinimumSizes(schema.types)
        takenNames = Set(
            schema.types.keys.flatMap { Self.swiftName($0, options).split(separator: ".").map(String.init) } + ["CodingKeys"])
    }

    /// - Parameter outputName: names the type of a schema that has no name.
    mutating func model(outputName: String) -> AvroSwiftModel {
        var types: [AvroSwiftType] = []
        var seen: Set<String> = []
        collect(schema.root, &types, &seen)
        var root: AvroSwiftType
        if case .named(let name) = schema.root, let named = types.first(where: { $0.fullName == name }), !isPlainValue(name) {
            root = named
        } else {
            let base = outputName.split { "/.".contains($0) }.last.map(String.init) ?? outputName
            let swiftName = options.names[outputName] ?? SwiftName.type(base)
            root = AvroSwiftType(fullName: outputName, swiftName: swiftName, content: .fixed(size: 0))
            let shape = shape(schema.root, in: Place(owner: swiftName, hint: "Value", isCut: false))
            root.content = .wrapper(AvroSwiftField(wireName: "", swiftName: "value", shape: shape))
            root.definition = "\(schema.parsingCanonicalForm) \(options)"
            types.append(root)
        }
        for name in cycles.endless where seen.contains(name) {
            diagnostics.append(
                Diagnostic(
                    code: "codegen/endless-type", "no value of '\(name)' has an end: each holds another one",
                    at: schema.types[name]?.range, suggestion: "let a field on the way be null, as [\"null\", \"\(name)\"], or an array"))
        }
        var model = AvroSwiftModel(types: types, root: root)
        model.failingRecords = failing(types)
        return model
    }

    /// A named type that is nowhere a Swift type of its own: a fixed that is a decimal, a UUID, a duration.
    private func isPlainValue(_ name: String) -> Bool {
        guard case .fixed(let size, let logical?) = schema.types[name]?.content else { return false }
        return avroValueShape(logical, onFixed: size, options) != nil
    }

    private mutating func collect(_ type: AvroType, _ types: inout [AvroSwiftType], _ seen: inout Set<String>) {
        switch type {
        case .primitive: return
        case .array(let inner), .map(let inner): collect(inner, &types, &seen)
        case .union(let branches): for branch in branches { collect(branch, &types, &seen) }
        case .named(let name):
            guard !isPlainValue(name), let named = schema.types[name], seen.insert(name).inserted else { return }
            types.append(swiftType(named))
            for field in named.fields ?? [] { collect(field.type, &types, &seen) }
        }
    }

    private mutating func swiftType(_ named: AvroNamedType) -> AvroSwiftType {
        let swiftName = Self.swiftName(named.fullName, options)
        var type = AvroSwiftType(
            fullName: named.fullName, aliases: named.aliases, swiftName: swiftName,
            namespace: swiftName.split(separator: ".").dropLast().map(String.init),
            documentation: documentationLines(named.documentation), content: .fixed(size: 0),
            isRecursive: cycles.recursive.contains(named.fullName), range: named.range)
        switch named.content {
        case .fixed(let size, _): type.content = .fixed(size: size)
        case .enumeration(let symbols, let fallback):
            var names = MemberNames()
            let cases = symbols.map { symbol in
                let name = options.names["\(named.fullName).\(symbol)"] ?? SwiftName.enumCase(symbol)
                let caseName = Self.reservedSymbols.contains(name) ? name + "_" : name
                if let clash = names.claim(caseName, for: symbol, of: named.fullName, at: named.range) { diagnostics.append(clash) }
                return AvroSwiftType.Symbol(wireName: symbol, caseName: caseName)
            }
            type.content = .enumeration(cases, fallback: cases.first { $0.wireName == fallback })
        case .record(let fields):
            var names = MemberNames()
            var nested = MemberNames()
            type.content = .record(
                fields.map { field in
                    let swiftField = swiftField(field, of: named, swiftName)
                    if let clash = names.claim(swiftField.swiftName, for: field.name, of: named.fullName, at: field.range) {
                        diagnostics.append(clash)
                    }
                    for union in swiftField.shape.unions {
                        if let clash = nested.claim(union.localName, for: field.name, of: named.fullName, at: field.range) {
                            diagnostics.append(clash)
                        }
                    }
                    return swiftField
                })
        }
        type.definition = definition(named)
        return type
    }

    mutating func swiftField(_ field: AvroField, of owner: AvroNamedType, _ ownerName: String) -> AvroSwiftField {
        let chosen = options.names["\(owner.fullName).\(field.name)"]
        let member = chosen ?? SwiftName.member(field.name)
        let isCut = cycles.cutFields.contains("\(owner.fullName).\(field.name)")
        let shape = shape(field.type, in: Place(owner: ownerName, hint: SwiftName.type(chosen ?? field.name), isCut: isCut))
        var result = AvroSwiftField(
            wireName: field.name, aliases: field.aliases, swiftName: Self.reservedMembers.contains(member) ? member + "_" : member,
            shape: shape, documentation: documentationLines(field.documentation))
        result.fallback = field.fallback.flatMap { literal($0, field.type, shape) }
        if isCut {
            // A union's enum is indirect instead.
            if case .union = shape {} else { result.isBoxed = true }
        }
        return result
    }

    /// Names that a type's members cannot have, or that generated code gives them.
    static let reservedMembers: Set<String> = ["hashValue", "self", "Self", "Type", "Protocol", "init", "avroIndex", "avroDefault"]
    /// An enum's cases are static, as `contract` is.
    static let reservedSymbols = reservedMembers.union(["contract"])

    struct Place {
        var owner: String
        /// The name of a union that stands here.
        var hint: String
        var isCut: Bool
    }

    func unionName(_ hint: String) -> String {
        var name = hint
        while takenNames.contains(name) { name += "Union" }
        return name
    }

    static func swiftName(_ fullName: String, _ options: CodegenOptions) -> String {
        if let chosen = options.names[fullName] { return chosen }
        let parts = fullName.split(separator: ".").map(String.init)
        switch options.namespaces {
        case .none: return SwiftName.type(parts.last ?? fullName)
        case .flat: return SwiftName.type(parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: "_"))
        case .nested: return parts.map(SwiftName.type).joined(separator: ".")
        }
    }

    private func definition(_ type: AvroNamedType) -> String {
        let choices = "\(options.access) \(options.dates) \(options.maps) \(options.codable) \(options.views) \(options.namespaces)"
        switch type.content {
        case .fixed(let size, _): return "fixed \(size) \(choices)"
        case .enumeration(let symbols, let fallback): return "enum \(symbols) \(fallback ?? "-") \(choices)"
        case .record(let fields):
            let members = fields.map { field in
                "\(field.name) \(field.aliases) \(field.type) \(field.fallback.map { "\($0.content)" } ?? "-") "
                    + (options.names["\(type.fullName).\(field.name)"] ?? "")
            }
            return "record \(members) \(choices)"
        }
    }

    private func failing(_ types: [AvroSwiftType]) -> Set<String> {
        var failing: Set<String> = []
        var before = -1
        while before != failing.count {
            before = failing.count
            for type in types where type.fields.contains(where: { $0.shape.encodingCanFail(failing) }) { failing.insert(type.fullName) }
        }
        return failing
    }
}
