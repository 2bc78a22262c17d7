import ContractModel
import Diagnostics

extension ProtobufTranslation {
    mutating func enumeration(_ enumeration: ProtobufEnum) -> SwiftType {
        let source = schema[enumeration.file].source
        let isClosed = isClosed(enumeration)
        var type = SwiftType(.enumeration, types.name(of: .enumeration(enumeration.id)), access: options.access)
        let comment = protobufComment(at: enumeration.span, in: source)
        type.documentation = comment.isEmpty ? ["`\(enumeration.fullName)`"] : comment
        if enumeration.options[3].first?.bool == true { type.documentation += ["", "Deprecated."] }
        type.conformances = ["HeddleRuntime.ProtobufEnum"] + (options.codable ? ["Swift.Codable"] : [])
        var taken = MemberNames()
        var byNumber: [Int32: String] = [:]
        var known: [String: Int32] = [:]
        var cases: [(name: String, number: Int32)] = []
        var aliases: [SwiftDeclaration] = []
        for (value, name) in zip(schema.values(of: enumeration), caseNames(of: enumeration)) {
            // Aliases that differ by their case alone are one name for one number.
            if known.updateValue(value.number, forKey: name) == value.number { continue }
            if let clash = taken.claim(name, for: value.name, of: enumeration.fullName, at: source.range(value.nameSpan)) { diagnostics.append(clash) }
            var documentation = protobufComment(at: value.span, in: source)
            if value.options[1].first?.bool == true { documentation += (documentation.isEmpty ? [] : [""]) + ["Deprecated."] }
            let escaped = SwiftName.escaped(name)
            if let first = byNumber[value.number] {
                var alias = SwiftProperty("static var \(escaped): Self", access: options.access, body: SwiftCode(".\(first)"))
                alias.documentation = documentation
                aliases.append(.property(alias))
            } else {
                byNumber[value.number] = escaped
                cases.append((escaped, value.number))
                type.cases.append(.init(escaped, documentation: documentation))
            }
        }
        if !isClosed { type.cases.append(.init("unrecognized(Swift.Int32)", documentation: ["A number that the contract does not list."])) }
        type.members = aliases + members(cases, isClosed: isClosed)
        return type
    }

    private func members(_ cases: [(name: String, number: Int32)], isClosed: Bool) -> [SwiftDeclaration] {
        let all = SwiftProperty("static var allCases: [Self]", access: options.access, body: SwiftCode("[\(cases.map { ".\($0.name)" }.joined(separator: ", "))]"))
        let first = SwiftFunction("init()", access: options.access, body: SwiftCode("self = .\(cases.first?.name ?? "unrecognized(0)")"))
        var read = SwiftCode()
        read.line("switch rawValue {")
        for one in cases { read.line("case \(one.number): self = .\(one.name)") }
        read.line(isClosed ? "default: return nil" : "default: self = .unrecognized(rawValue)")
        read.line("}")
        var write = SwiftCode()
        write.line("switch self {")
        for one in cases { write.line("case .\(one.name): \(one.number)") }
        if !isClosed { write.line("case .unrecognized(let number): number") }
        write.line("}")
        return [
            .property(all), .function(first), .function(SwiftFunction("init\(isClosed ? "?" : "")(rawValue: Swift.Int32)", access: options.access, body: read)),
            .property(SwiftProperty("var rawValue: Swift.Int32", access: options.access, body: write)),
        ]
    }

    /// Without the enum's name before each, where all have it: `STATUS_OPEN` of `Status` → `open`.
    private func caseNames(of enumeration: ProtobufEnum) -> [String] {
        let values = schema.values(of: enumeration)
        func named(_ wires: [String]) -> [String] {
            zip(values, wires).map { value, wire in options.names[enumeration.fullName + "." + value.name] ?? SwiftName.enumCase(wire) }
        }
        let full = values.map(\.name)
        let bare = full.map { withoutPrefix($0, enumeration.name) }
        guard bare.allSatisfy({ $0.first?.isLetter == true }) else { return named(full) }
        let names = named(bare)
        return Set(names).count == names.count ? names : named(full)
    }

    /// Letters compared without case and underscores; empty where the prefix does not stand there.
    private func withoutPrefix(_ name: String, _ prefix: String) -> String {
        var rest = name[...]
        for letter in prefix where letter != "_" {
            while rest.first == "_" { rest.removeFirst() }
            guard let next = rest.first, next.lowercased() == letter.lowercased() else { return "" }
            rest.removeFirst()
        }
        guard rest.first == "_" else { return "" }
        return String(rest.drop { $0 == "_" })
    }
}
