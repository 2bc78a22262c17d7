import XMLText
import XSDModel

extension XSDTranslation {
    /// `"order", in: "urn:shop"`
    func arguments(_ name: XMLName) -> String { "\(swiftLiteral(name.local)), in: \(swiftLiteral(name.namespace))" }

    /// The type of one value of the slot, and of all of them.
    func singleType(_ slot: XSDSlot) -> String {
        switch slot.term {
        case .element(let value): valueType(value)
        case .wildcard: "HeddleXML.XMLFragment"
        case .group(let name): name
        }
    }

    func valueType(_ value: XSDElementValue) -> String {
        let type =
            switch value.kind {
            case .simple(let id): swiftType(id)
            case .complex(let name): name
            case .fragment: "HeddleXML.XMLFragment"
            }
        switch value.absence {
        case .never: return type
        case .null: return type + "?"
        case .nullWithAttributes: return "HeddleXML.XMLNillable<\(type)>"
        }
    }

    func memberType(_ slot: XSDSlot) -> String {
        let type = singleType(slot)
        if slot.maximum != 1 { return "[\(type)]" }
        return slot.minimum == 0 && !type.hasSuffix("?") ? type + "?" : type
    }

    /// Whether what is next belongs to the slot.
    func condition(_ slot: XSDSlot) -> String {
        switch slot.term {
        case .element(let value): "xml.isAt(\(arguments(value.name)))"
        case .group(let name): "\(name).isNext(in: xml)"
        case .wildcard(.only(let names)): "xml.isAtElement(of: [\(list(names))])"
        case .wildcard(.except(let names)): "xml.isAtElement(notOf: [\(list(names))])"
        }
    }

    func list(_ names: Set<String>) -> String { names.sorted().map(swiftLiteral).joined(separator: ", ") }

    /// Statements that read one value of the slot, after its condition was seen to hold; the expression that is the value.
    mutating func readOne(_ slot: XSDSlot, _ code: inout SwiftCode) -> String {
        switch slot.term {
        case .wildcard: return "xml.fragment()"
        case .group(let name):
            let value = temporary("value")
            code.line("let \(value) = try \(name)(contentOf: &xml)")
            return value
        case .element(let value):
            if case .fragment = value.kind { return "xml.fragment()" }
            code.line("xml.open(\(defaultArgument(value)))")
            let read = readContent(value, &code)
            code.line("try xml.close()")
            return read
        }
    }

    func defaultArgument(_ value: XSDElementValue) -> String { value.constraint.map { "default: \(swiftLiteral($0.value))" } ?? "" }

    /// The same for what stands in the element that is open.
    mutating func readContent(_ value: XSDElementValue, _ code: inout SwiftCode) -> String {
        guard value.absence != .never else { return readPresent(value, &code) }
        let result = temporary("value")
        code.line("let \(result): \(valueType(value))")
        let isPlain = value.absence == .null
        var present = SwiftCode()
        let read = readPresent(value, &present)
        present.line("\(result) = \(isPlain ? read : ".value(\(read))")")
        code.block("if xml.isNil", tail: " else {") { code in
            if isPlain { code.line("try xml.expectNoFurtherAttributes()") }
            code.line("\(result) = \(isPlain ? "nil" : ".null(xml.furtherAttributes())")")
        }
        code.indented(present)
        code.line("}")
        return result
    }

    private mutating func readPresent(_ value: XSDElementValue, _ code: inout SwiftCode) -> String {
        switch value.kind {
        case .fragment: return "xml.fragment()"
        case .complex(let name):
            let read = temporary("value")
            code.line("let \(read) = try \(name)(contentOf: &xml)")
            return read
        case .simple(let id):
            code.line("try xml.expectNoFurtherAttributes()")
            let text = temporary("text")
            code.line("let \(text) = try xml.text(\(whitespace(id)))")
            let read = parse(id, text, &code)
            if let fixed = value.constraint, fixed.isFixed { expect(fixed.value, id, read, &code) }
            return read
        }
    }

    /// A fixed value is compared as a value: `1.0` is `1`.
    mutating func expect(_ fixed: String, _ id: XSDTypeID, _ value: String, _ code: inout SwiftCode) {
        let text = temporary("text")
        code.line("let \(text) = HeddleXML.XMLWhitespace\(whitespace(id)).applied(to: \(swiftLiteral(fixed)))")
        let expected = parse(id, text, &code)
        code.block("if \(value) != \(expected)") { $0.line("throw xml.failure(.outOfRange(\"another value than the fixed one\"))") }
    }

    /// Statements that read all that stands there for the slot, into `variable`.
    mutating func read(_ slot: XSDSlot, into variable: String, _ code: inout SwiftCode) {
        var inside = SwiftCode()
        let one = readOne(slot, &inside)
        let condition = condition(slot)
        if slot.maximum != 1 {
            inside.line("\(variable).append(\(one))")
            code.line("var \(variable): \(memberType(slot)) = []")
            let limit = slot.maximum.map { "\(variable).count < \($0), " } ?? ""
            code.block("while \(limit)\(condition)") { $0.append(inside) }
            if slot.minimum > 0 {
                // A group that ends in what may repeat takes all of it: two groups of one `a` are read as one of two.
                let least = if case .group = slot.term { 1 } else { slot.minimum }
                code.block("guard \(variable).count >= \(least) else") { $0.line("throw xml.missing(\(missing(slot)))") }
            }
        } else if slot.minimum == 0 {
            inside.line("\(variable) = \(one)")
            code.line("var \(variable): \(memberType(slot)) = nil")
            code.block("if \(condition)") { $0.append(inside) }
        } else {
            code.block("guard \(condition) else") { $0.line("throw xml.missing(\(missing(slot)))") }
            code.append(inside)
            code.line("let \(variable) = \(one)")
        }
    }

    func missing(_ slot: XSDSlot) -> String {
        switch slot.term {
        case .element(let value): swiftLiteral("the element '\(value.name.local)'")
        case .wildcard: swiftLiteral("an element")
        case .group: swiftLiteral("an element of '\(slot.wireName)'")
        }
    }

    /// The elements of `all`, in whatever order.
    mutating func readAll(_ slots: [XSDSlot], into variables: [String], _ code: inout SwiftCode) {
        let flags = variables.map { "has" + $0.prefix(1).uppercased() + $0.dropFirst() }
        for (slot, (variable, flag)) in zip(slots, zip(variables, flags)) {
            let type = singleType(slot)
            code.line("var \(variable): \(type.hasSuffix("?") ? type : type + "?") = nil")
            code.line("var \(flag) = false")
        }
        var loop = SwiftCode()
        for (slot, (variable, flag)) in zip(slots, zip(variables, flags)) {
            var inside = SwiftCode()
            let one = readOne(slot, &inside)
            inside.line("\(variable) = \(one)")
            inside.line("\(flag) = true")
            inside.line("continue")
            loop.block("if !\(flag), \(condition(slot))") { $0.append(inside) }
        }
        loop.line("break")
        code.block("while true") { $0.append(loop) }
        for (slot, (variable, flag)) in zip(slots, zip(variables, flags)) where slot.minimum > 0 {
            let isOptional = memberType(slot).hasSuffix("?")
            code.block(isOptional ? "guard \(flag) else" : "guard \(flag), let \(variable) else") { $0.line("throw xml.missing(\(missing(slot)))") }
        }
    }
}
