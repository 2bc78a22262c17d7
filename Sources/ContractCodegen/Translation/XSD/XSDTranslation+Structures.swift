import Diagnostics
import XMLText
import XSDModel

extension XSDTranslation {
    private struct Member {
        var name: String
        var type: String
        /// Of the initialiser's parameter.
        var initial: String?
        var documentation: [String] = []
        var isBoxed = false
    }

    mutating func fillStructure(_ result: inout SwiftType, _ content: XSDContent, boxed: Set<String>) {
        var members: [Member] = []
        var (reading, writing) = (SwiftCode(), SwiftCode())
        for attribute in content.attributes {
            members.append(self.attribute(attribute, number: members.count, &reading, &writing))
        }
        if let (name, namespaces) = content.furtherAttributes {
            reading.line("let member\(members.count) = \(further(namespaces))")
            writing.line("xml.attributes(self.\(SwiftName.escaped(name)))")
            members.append(
                Member(name: name, type: "[HeddleXML.XMLQName: Swift.String]", initial: "[:]", documentation: ["Attributes that the contract says nothing more of."]))
        } else if !isGroup(content, result.name) {
            reading.line("try xml.expectNoFurtherAttributes()")
        }
        body(content.body, &members, &reading, &writing, boxed: boxed)
        if case .sequence(let slots) = content.body, isGroup(content, result.name) { result.members.append(isNext(slots, isSequence: true)) }
        for (number, member) in members.enumerated() { reading.line("self.\(SwiftName.escaped(member.name)) = member\(number)") }

        let properties = members.map { member in
            var property = SwiftProperty("var \(SwiftName.escaped(member.name)): \(member.type)", access: options.access)
            property.documentation = member.documentation
            if member.isBoxed { property.attributes = ["@HeddleXML.Indirect"] }
            return SwiftDeclaration.property(property)
        }
        var initialiser = SwiftCode()
        for member in members { initialiser.line("self.\(SwiftName.escaped(member.name)) = \(SwiftName.escaped(member.name))") }
        let parameters = members.map { "\(SwiftName.escaped($0.name)): \($0.type)" + ($0.initial.map { " = \($0)" } ?? "") }
        let begin = function("init(\(parameters.joined(separator: ", ")))", initialiser)
        result.members = properties + [begin, self.reading(reading), self.writing(writing)] + result.members
    }

    private func further(_ namespaces: XSDNamespaceSet) -> String {
        switch namespaces {
        case .all: "xml.furtherAttributes()"
        case .only(let names): "try xml.furtherAttributes(of: [\(list(names))])"
        case .except(let names): "try xml.furtherAttributes(notOf: [\(list(names))])"
        }
    }

    /// Types that repeat in a content model are no elements: they have no attributes to be checked.
    private func isGroup(_ content: XSDContent, _ name: String) -> Bool { groups.contains(name) }

    private mutating func attribute(
        _ attribute: XSDContent.Attribute, number: Int, _ reading: inout SwiftCode, _ writing: inout SwiftCode
    ) -> Member {
        let declaration = attribute.declaration
        let type = swiftType(declaration.type)
        let name = "self.\(SwiftName.escaped(attribute.member))"
        let text = temporary("text")
        let taken = "xml.attribute(\(arguments(declaration.name)), \(whitespace(declaration.type)))"
        var member = Member(name: attribute.member, type: type, documentation: documentationLines(declaration.documentation))
        if let value = declaration.value {
            let given = "HeddleXML.XMLWhitespace\(whitespace(declaration.type)).applied(to: \(swiftLiteral(value.value)))"
            reading.line("let \(text) = \(taken) ?? \(given)")
            member.initial = literal(declaration.type, value.value)
        } else if declaration.isRequired {
            reading.block("guard let \(text) = \(taken) else") {
                $0.line("throw xml.missing(\(swiftLiteral("the attribute '\(declaration.name.local)'")))")
            }
        } else {
            member.type = type + "?"
            member.initial = "nil"
            reading.line("var member\(number): \(type)? = nil")
            var inside = SwiftCode()
            let value = parse(declaration.type, text, &inside)
            inside.line("member\(number) = \(value)")
            reading.block("if let \(text) = \(taken)") { $0.append(inside) }
            let present = temporary("value")
            var outside = SwiftCode()
            let formatted = format(declaration.type, present, &outside)
            outside.line("xml.attribute(\(arguments(declaration.name)), \(formatted))")
            writing.block("if let \(present) = \(name)") { $0.append(outside) }
            return member
        }
        let value = parse(declaration.type, text, &reading)
        if let fixed = declaration.value, fixed.isFixed { expect(fixed.value, declaration.type, value, &reading) }
        reading.line("let member\(number) = \(value)")
        let formatted = format(declaration.type, name, &writing)
        writing.line("xml.attribute(\(arguments(declaration.name)), \(formatted))")
        return member
    }

    private mutating func body(
        _ body: XSDContent.Body, _ members: inout [Member], _ reading: inout SwiftCode, _ writing: inout SwiftCode, boxed: Set<String>
    ) {
        switch body {
        case .empty: return
        case .simple(let id, let name):
            let text = temporary("text")
            reading.line("let \(text) = try xml.text(\(whitespace(id)))")
            let value = parse(id, text, &reading)
            reading.line("let member\(members.count) = \(value)")
            let formatted = format(id, "self.\(SwiftName.escaped(name))", &writing)
            writing.line("xml.text(\(formatted))")
            members.append(Member(name: name, type: swiftType(id)))
        case .sequence(let slots):
            for slot in slots { read(slot, into: "member\(members.count)", &reading); add(slot, &members, &writing, boxed: boxed) }
        case .all(let slots):
            readAll(slots, into: slots.indices.map { "member\(members.count + $0)" }, &reading)
            for slot in slots { add(slot, &members, &writing, boxed: boxed) }
        case .mixed(let item, let name):
            let number = members.count
            members.append(Member(name: name, type: item.map { "[\($0)]" } ?? "Swift.String", initial: item == nil ? "\"\"" : "[]"))
            guard let item else {
                reading.line("let member\(number) = try xml.text(.preserve)")
                return writing.line("xml.text(self.\(SwiftName.escaped(name)))")
            }
            reading.line("var member\(number): [\(item)] = []")
            reading.block("while !xml.isAtEnd") { $0.line("member\(number).append(try \(item)(contentOf: &xml))") }
            writing.block("for item in self.\(SwiftName.escaped(name))") { $0.line("try item.writeContent(to: &xml)") }
        }
    }

    private mutating func add(_ slot: XSDSlot, _ members: inout [Member], _ writing: inout SwiftCode, boxed: Set<String>) {
        write(slot, "self.\(SwiftName.escaped(slot.member))", &writing)
        var member = Member(name: slot.member, type: memberType(slot), documentation: documentationLines(slot.documentation))
        if member.type.hasSuffix("?") { member.initial = "nil" }
        if slot.maximum != 1, slot.minimum == 0 { member.initial = "[]" }
        if case .element(let value) = slot.term, case .simple(let id) = value.kind, value.absence == .never, slot.maximum == 1, slot.minimum == 1,
            let given = value.constraint
        {
            member.initial = literal(id, given.value)
        }
        if slot.maximum == 1 {
            switch slot.term {
            case .group(let name): member.isBoxed = boxed.contains(name)
            case .element(let value): if case .complex(let name) = value.kind { member.isBoxed = boxed.contains(name) }
            case .wildcard: break
            }
        }
        members.append(member)
    }
}
