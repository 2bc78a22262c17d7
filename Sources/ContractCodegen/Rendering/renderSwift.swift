/// The file as text: four spaces a level, a blank line between declarations, imports in order. The same file is always the same text.
package func renderSwift(_ file: SwiftFile) -> String {
    var renderer = SwiftRenderer()
    for line in file.header { renderer.line(line.isEmpty ? "//" : "// \(line)") }
    if !file.imports.isEmpty {
        renderer.separate()
        for name in Set(file.imports).sorted() { renderer.line("import \(name)") }
    }
    for declaration in file.declarations {
        renderer.separate()
        renderer.render(declaration)
    }
    return renderer.text
}

struct SwiftRenderer {
    private(set) var text = ""
    private var depth = 0

    mutating func line(_ content: String, deeper: Int = 0) {
        if !content.isEmpty {
            text += String(repeating: " ", count: 4 * (depth + deeper))
            text += content
        }
        text += "\n"
    }

    /// A blank line, unless the text begins here or a brace was just opened.
    mutating func separate() {
        guard !text.isEmpty, !text.hasSuffix("{\n"), !text.hasSuffix("\n\n") else { return }
        text += "\n"
    }

    mutating func render(_ declaration: SwiftDeclaration) {
        switch declaration {
        case .type(let type): render(type)
        case .extension(let part): render(part)
        case .function(let function): render(function)
        case .property(let property): render(property)
        case .conditional(let condition, let members):
            line("#if \(condition)")
            for (index, member) in members.enumerated() {
                if index > 0 { separate() }
                render(member)
            }
            line("#endif")
        }
    }

    private mutating func render(_ type: SwiftType) {
        begin(type.documentation, type.attributes)
        let conformances = type.conformances.isEmpty ? "" : ": " + type.conformances.joined(separator: ", ")
        line("\(prefix(type.access))\(type.kind.rawValue) \(type.name)\(conformances) {")
        depth += 1
        for one in type.cases {
            begin(one.documentation, one.attributes)
            line("case \(one.text)")
        }
        render(members: type.members, after: !type.cases.isEmpty)
        depth -= 1
        line("}")
    }

    private mutating func render(_ part: SwiftExtension) {
        let conformances = part.conformances.isEmpty ? "" : ": " + part.conformances.joined(separator: ", ")
        let constraint = part.constraint.isEmpty ? "" : " " + part.constraint
        line("extension \(part.type)\(conformances)\(constraint) {")
        depth += 1
        render(members: part.members, after: false)
        depth -= 1
        line("}")
    }

    /// Stored properties stand together; all else is set apart.
    private mutating func render(members: [SwiftDeclaration], after cases: Bool) {
        var follows = cases
        for member in members {
            if case .property(let property) = member, property.body == nil, !follows {
                render(member)
                continue
            }
            separate()
            render(member)
            if case .property(let property) = member, property.body == nil { follows = false } else { follows = true }
        }
    }

    private mutating func render(_ function: SwiftFunction) {
        begin(function.documentation, function.attributes)
        line("\(prefix(function.access))\(function.signature) {")
        render(function.body)
        line("}")
    }

    private mutating func render(_ property: SwiftProperty) {
        begin(property.documentation, property.attributes)
        guard let body = property.body else { return line("\(prefix(property.access))\(property.declaration)") }
        line("\(prefix(property.access))\(property.declaration) {")
        render(body)
        line("}")
    }

    private mutating func render(_ body: SwiftCode) {
        for (deeper, content) in body.lines { line(content, deeper: deeper + 1) }
    }

    private mutating func begin(_ documentation: [String], _ attributes: [String]) {
        for content in documentation { line(content.isEmpty ? "///" : "/// \(content)") }
        for attribute in attributes { line(attribute) }
    }

    /// `internal` goes without saying.
    private func prefix(_ access: AccessLevel?) -> String {
        switch access {
        case nil, .internal: ""
        case .package: "package "
        case .public: "public "
        }
    }
}
