import XMLText
import XSDModel

extension XSDTranslation {
    /// A choice, or the elements of a substitution group: whichever is next.
    mutating func fillChoice(_ result: inout SwiftType, _ slots: [XSDSlot]) {
        var (reading, writing) = (SwiftCode(), SwiftCode())
        writing.line("switch self {")
        for slot in inOrderOfTest(slots) {
            var inside = SwiftCode()
            readBranch(slot, &inside)
            reading.block("if \(condition(slot))") { $0.append(inside) }
        }
        for slot in slots {
            result.cases.append(branch(slot))
            var inside = SwiftCode()
            let value = temporary("value")
            writeBranch(slot, value, &inside)
            writing.when("case .\(SwiftName.escaped(slot.member))(let \(value))") { $0.append(inside) }
        }
        reading.line("throw xml.unexpected()")
        writing.line("}")
        result.members = [self.reading(reading), self.writing(writing), isNext(slots, isSequence: false)]
    }

    mutating func fillMixedItem(_ result: inout SwiftType, _ slots: [XSDSlot]) {
        var (reading, writing) = (SwiftCode(), SwiftCode())
        reading.block("if let text = xml.textAhead()") {
            $0.line("self = .text(text)")
            $0.line("return")
        }
        result.cases = [.init("text(Swift.String)")]
        writing.line("switch self {")
        writing.when("case .text(let text)") { $0.line("xml.text(text)") }
        for slot in inOrderOfTest(slots) {
            var inside = SwiftCode()
            readBranch(slot, &inside)
            reading.block("if \(condition(slot))") { $0.append(inside) }
        }
        for slot in slots {
            result.cases.append(branch(slot))
            var inside = SwiftCode()
            let value = temporary("value")
            writeBranch(slot, value, &inside)
            writing.when("case .\(SwiftName.escaped(slot.member))(let \(value))") { $0.append(inside) }
        }
        reading.line("throw xml.unexpected()")
        writing.line("}")
        result.members = [self.reading(reading), self.writing(writing)]
    }

    /// Named elements before those that a wildcard lets in.
    private func inOrderOfTest(_ slots: [XSDSlot]) -> [XSDSlot] {
        func isWildcard(_ slot: XSDSlot) -> Bool { if case .wildcard = slot.term { true } else { false } }
        return slots.filter { !isWildcard($0) } + slots.filter(isWildcard)
    }

    private func branch(_ slot: XSDSlot) -> SwiftType.Case {
        .init(
            "\(SwiftName.escaped(slot.member))(\(slot.maximum == 1 ? singleType(slot) : "[\(singleType(slot))]"))",
            documentation: documentationLines(slot.documentation))
    }

    private mutating func readBranch(_ slot: XSDSlot, _ code: inout SwiftCode) {
        if slot.maximum == 1 {
            let one = readOne(slot, &code)
            code.line("self = .\(SwiftName.escaped(slot.member))(\(one))")
        } else {
            let values = temporary("values")
            read(slot, into: values, &code)
            code.line("self = .\(SwiftName.escaped(slot.member))(\(values))")
        }
        code.line("return")
    }

    private mutating func writeBranch(_ slot: XSDSlot, _ value: String, _ code: inout SwiftCode) {
        guard slot.maximum != 1 else { return writeOne(slot, value, &code) }
        var slot = slot
        slot.minimum = 0
        write(slot, value, &code)
    }

    mutating func fillDerived(_ result: inout SwiftType, _ cases: [(caseName: String, type: String, name: XMLName)], declared: XMLName) {
        var (reading, writing) = (SwiftCode(), SwiftCode())
        reading.line("let name = try xml.typeName()")
        writing.line("switch self {")
        for one in cases {
            let label = SwiftName.escaped(one.caseName)
            result.cases.append(.init("\(label)(\(one.type))"))
            let isName = "name == HeddleXML.XMLQName(\(arguments(one.name)))"
            reading.block("if \(one.name == declared ? "name == nil || " : "")\(isName)") {
                $0.line("self = .\(label)(try \(one.type)(contentOf: &xml))")
                $0.line("return")
            }
            writing.when("case .\(label)(let value)") {
                if one.name != declared { $0.line("xml.type(\(arguments(one.name)))") }
                $0.line("try value.writeContent(to: &xml)")
            }
        }
        reading.line("throw xml.failure(.malformed(expected: \(swiftLiteral("'\(declared.local)' or a type that is derived from it"))))")
        writing.line("}")
        result.members = [self.reading(reading), self.writing(writing)]
    }

    /// Open unless asked otherwise: a value that the schema does not list is kept.
    mutating func fillEnumeration(_ result: inout SwiftType, _ cases: [(caseName: String, value: String)]) {
        guard options.enums == .open else {
            result.conformances = ["Swift.String", "Swift.CaseIterable"]
            result.cases = cases.map { .init("\(SwiftName.escaped($0.caseName)) = \(swiftLiteral($0.value))") }
            return
        }
        result.conformances = ["Swift.RawRepresentable"]
        result.cases = cases.map { .init(SwiftName.escaped($0.caseName)) }
        result.cases.append(.init("unrecognized(Swift.String)", documentation: ["A value that the schema does not list."]))
        var (reading, writing) = (SwiftCode(), SwiftCode())
        reading.line("switch rawValue {")
        writing.line("switch self {")
        for one in cases {
            reading.line("case \(swiftLiteral(one.value)): self = .\(SwiftName.escaped(one.caseName))")
            writing.line("case .\(SwiftName.escaped(one.caseName)): return \(swiftLiteral(one.value))")
        }
        reading.line("default: self = .unrecognized(rawValue)")
        reading.line("}")
        writing.line("case .unrecognized(let value): return value")
        writing.line("}")
        let known = cases.map { "." + SwiftName.escaped($0.caseName) }.joined(separator: ", ")
        var all = SwiftProperty("static let allKnownCases: [\(result.name)] = [\(known)]", access: options.access)
        all.documentation = ["The values that the schema lists."]
        result.members = [
            function("init(rawValue: Swift.String)", reading),
            .property(SwiftProperty("var rawValue: Swift.String", access: options.access, body: writing)),
            .property(all),
        ]
    }
}
