import XMLText
import XSDModel

extension XSDTranslation {
    /// Statements that write one value of the slot.
    mutating func writeOne(_ slot: XSDSlot, _ value: String, _ code: inout SwiftCode) {
        switch slot.term {
        case .wildcard: code.line("xml.fragment(\(value))")
        case .group: code.line("try \(value).writeContent(to: &xml)")
        case .element(let element):
            if case .fragment = element.kind { return code.line("xml.fragment(\(value))") }
            code.line("xml.start(\(arguments(element.name)))")
            writeContent(element, value, &code)
            code.line("xml.end()")
        }
    }

    /// The same for what stands between the tags.
    mutating func writeContent(_ element: XSDElementValue, _ value: String, _ code: inout SwiftCode) {
        var present = SwiftCode()
        let inner = element.absence == .never ? value : temporary("value")
        switch element.kind {
        case .fragment: present.line("xml.fragment(\(inner))")
        case .complex: present.line("try \(inner).writeContent(to: &xml)")
        case .simple(let id):
            let text = format(id, inner, &present)
            present.line("xml.text(\(text))")
        }
        switch element.absence {
        case .never: code.append(present)
        case .null:
            code.block("if let \(inner) = \(value)", tail: " else {") { $0.append(present) }
            code.indented(SwiftCode("xml.null()"))
            code.line("}")
        case .nullWithAttributes:
            code.line("switch \(value) {")
            code.when("case .value(let \(inner))") { $0.append(present) }
            code.when("case .null(let attributes)") {
                $0.line("xml.null()")
                $0.line("xml.attributes(attributes)")
            }
            code.line("}")
        }
    }

    /// Statements that write all that a member holds.
    mutating func write(_ slot: XSDSlot, _ member: String, _ code: inout SwiftCode) {
        var inside = SwiftCode()
        if slot.maximum != 1 {
            let item = temporary("item")
            writeOne(slot, item, &inside)
            code.block("for \(item) in \(member)") { $0.append(inside) }
        } else if slot.minimum == 0 {
            let value = temporary("value")
            var slot = slot
            // Null and absent are one in Swift: what may be left out is left out.
            if case .element(var element) = slot.term, element.absence == .null {
                element.absence = .never
                slot.term = .element(element)
            }
            writeOne(slot, value, &inside)
            code.block("if let \(value) = \(member)") { $0.append(inside) }
        } else {
            writeOne(slot, member, &code)
        }
    }
}
