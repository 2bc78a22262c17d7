import Diagnostics
import XMLText
import XSDModel

extension XSDTranslation {
    /// The members of a complex type: attributes by name, then the elements, sequences within sequences put in.
    mutating func content(of type: XSDComplexType, name: String) -> XSDContent {
        var content = XSDContent()
        var names: Set<String> = []
        switch type.content {
        case .empty: break
        case .simple(let id):
            content.body = .simple(id, member: unique("value", in: &names))
            if case .enumeration = simpleKind(id) { _ = enumerationName(id, path: name, wire: "value") }
            nameItem(of: id, path: name, wire: "value")
        case .elements(let particle?, isMixed: false):
            var slots: [XSDSlot] = []
            let isAll = if case .all = particle.term { true } else { false }
            append(particle, to: &slots, path: name)
            nameMembers(&slots, of: name, in: &names)
            content.body = isAll ? .all(slots) : .sequence(slots)
        case .elements(let particle, isMixed: _):
            content.body = mixed(particle, path: name, names: &names)
        }
        for (_, attribute) in type.attributes.sorted(by: { $0.key < $1.key }) {
            var member = memberName(attribute.name.local, of: name)
            if names.contains(member) { member += "Attribute" }
            content.attributes.append(.init(declaration: attribute, member: unique(member, in: &names)))
            if case .enumeration = simpleKind(attribute.type) { _ = enumerationName(attribute.type, path: name, wire: attribute.name.local) }
            nameItem(of: attribute.type, path: name, wire: attribute.name.local)
        }
        if let wildcard = type.anyAttribute { content.furtherAttributes = (unique("anyAttributes", in: &names), wildcard.namespaces) }
        return content
    }

    /// Elements of one name get a number; others that meet are an error.
    private mutating func nameMembers(_ slots: inout [XSDSlot], of type: String, in names: inout Set<String>) {
        var wires: [String: (String, SourceRange?)] = [:]
        for index in slots.indices {
            let slot = slots[index]
            let member = memberName(slot.wireName, of: type)
            if let (other, range) = wires[member], other != slot.wireName {
                var claimed = MemberNames()
                _ = claimed.claim(member, for: other, of: type, at: range)
                diagnostics += [claimed.claim(member, for: slot.wireName, of: type, at: slot.range)].compactMap { $0 }
            }
            wires[member] = (slot.wireName, slot.range)
            slots[index].member = unique(member, in: &names)
        }
    }

    // MARK: Particles

    mutating func append(_ particle: XSDParticle, to slots: inout [XSDSlot], isOptional: Bool = false, path: String) {
        let minimum = isOptional ? 0 : particle.minimum
        switch particle.term {
        case .element(let id):
            var slot = elementSlot(id, path: path)
            slot.minimum = minimum
            slot.maximum = particle.maximum
            slots.append(slot)
        case .wildcard(let wildcard):
            slots.append(
                XSDSlot(term: .wildcard(wildcard.namespaces), wireName: "any", minimum: minimum, maximum: particle.maximum, range: particle.range))
        case .sequence(let parts), .all(let parts):
            if particle.maximum == 1 {
                for part in parts { append(part, to: &slots, isOptional: minimum == 0, path: path) }
            } else {
                var inner: [XSDSlot] = []
                for part in parts { append(part, to: &inner, path: path) }
                if let slot = group(inner, particle, minimum: minimum, path: path) { slots.append(slot) }
            }
        case .choice(let parts):
            if parts.count == 1 {
                var same = particle
                same.term = .sequence(parts)
                return append(same, to: &slots, isOptional: isOptional, path: path)
            }
            if let slot = choice(particle, minimum: minimum, path: path) { slots.append(slot) }
        }
    }

    /// - Parameter isMember: the element itself is meant, and not those that may stand for it.
    mutating func elementSlot(_ id: XSDElementID, path: String, isMember: Bool = false) -> XSDSlot {
        let element = schema[id]
        var slot = XSDSlot(term: .wildcard(.all), wireName: element.name.local, documentation: element.documentation, range: element.range)
        let standing = schema.namesStanding(for: id)
        if !isMember, element.isGlobal, standing.count > 1 || element.isAbstract {
            if standing.isEmpty {
                warn("no element can stand for the abstract '\(element.name.local)'", element.range)
                slot.term = .wildcard(.only([element.name.namespace]))
            } else {
                slot.term = .group(substitutionName(id))
            }
        } else {
            slot.term = .element(value(of: id, path: path, isWholePath: false))
        }
        return slot
    }

    /// Several slots that come together, and more than once: a struct of their own. One alone is repeated itself.
    private mutating func group(_ inner: [XSDSlot], _ particle: XSDParticle, minimum: Int, path: String) -> XSDSlot? {
        guard let first = inner.first else { return nil }
        if inner.count == 1, first.maximum == 1 {
            var slot = first
            slot.minimum = first.minimum == 0 ? 0 : minimum
            slot.maximum = particle.maximum
            return slot
        }
        let wire = groupName(inner)
        let name = nameByPath(path + SwiftName.type(wire))
        var slots = inner
        var names: Set<String> = []
        nameMembers(&slots, of: name, in: &names)
        var content = XSDContent()
        content.body = .sequence(slots)
        types.append(
            XSDGeneratedType(name: name, wireName: name, kind: .structure(content), documentation: nil, element: nil, range: particle.range))
        groups.insert(name)
        let isEmptiable = inner.allSatisfy { $0.minimum == 0 }
        return XSDSlot(
            term: .group(name), wireName: wire, minimum: isEmptiable ? 0 : minimum, maximum: particle.maximum, range: particle.range)
    }

    private func groupName(_ slots: [XSDSlot]) -> String {
        let words = slots.prefix(2).map(\.wireName)
        return words.joined(separator: " and ") + (slots.count > 2 ? " and more" : "")
    }

    private mutating func choice(_ particle: XSDParticle, minimum: Int, path: String) -> XSDSlot? {
        let name = nameByPath(path + "Choice")
        var cases: [XSDSlot] = []
        var isEmptiable = false
        collect(particle, into: &cases, &isEmptiable, path: name)
        guard !cases.isEmpty else { return nil }
        var names: Set<String> = []
        for index in cases.indices { cases[index].member = unique(SwiftName.enumCase(cases[index].wireName), in: &names) }
        types.append(XSDGeneratedType(name: name, wireName: name, kind: .choice(cases), documentation: nil, element: nil, range: particle.range))
        return XSDSlot(
            term: .group(name), wireName: "choice", minimum: isEmptiable ? 0 : minimum, maximum: particle.maximum, range: particle.range)
    }

    /// The branches of a choice, those of choices in it among them. A branch that may be nothing is none: the choice is then optional.
    private mutating func collect(_ particle: XSDParticle, into cases: inout [XSDSlot], _ isEmptiable: inout Bool, path: String) {
        guard case .choice(let parts) = particle.term else { return }
        for part in parts {
            if case .choice = part.term, part.maximum == 1 {
                if part.minimum == 0 { isEmptiable = true }
                collect(part, into: &cases, &isEmptiable, path: path)
                continue
            }
            var inner: [XSDSlot] = []
            append(part, to: &inner, path: path)
            if inner.allSatisfy({ $0.minimum == 0 }) { isEmptiable = true }
            if inner.count == 1 {
                inner[0].minimum = max(1, inner[0].minimum)
                cases.append(inner[0])
                continue
            }
            var once = part
            once.maximum = 1
            if var slot = group(inner, once, minimum: 1, path: path) {
                slot.minimum = 1
                cases.append(slot)
            }
        }
    }

    // MARK: Mixed content

    private mutating func mixed(_ particle: XSDParticle?, path: String, names: inout Set<String>) -> XSDContent.Body {
        var elements: [XSDElementID] = []
        var wildcards: XSDNamespaceSet?
        func walk(_ particle: XSDParticle) {
            switch particle.term {
            case .element(let id): elements.append(id)
            case .wildcard(let wildcard): wildcards = wildcards.map { $0.union(wildcard.namespaces) } ?? wildcard.namespaces
            case .sequence(let parts), .choice(let parts), .all(let parts): for part in parts { walk(part) }
            }
        }
        if let particle { walk(particle) }
        guard !elements.isEmpty || wildcards != nil else { return .mixed(item: nil, member: unique("text", in: &names)) }
        let name = nameByPath(path + "Content")
        var seen: Set<XMLName> = []
        var slots: [XSDSlot] = []
        var cases: Set<String> = ["text"]
        for id in elements where seen.insert(schema[id].name).inserted {
            var slot = elementSlot(id, path: path)
            slot.member = unique(SwiftName.enumCase(slot.wireName), in: &cases)
            slots.append(slot)
        }
        if let wildcards { slots.append(XSDSlot(term: .wildcard(wildcards), wireName: "any", member: unique("any", in: &cases))) }
        types.append(
            XSDGeneratedType(
                name: name, wireName: name, kind: .mixedItem(slots), documentation: "Text or an element, as they stand between each other.",
                element: nil, range: nil))
        return .mixed(item: name, member: unique("content", in: &names))
    }

    // MARK: Values

    mutating func value(of id: XSDElementID, path: String, isWholePath: Bool) -> XSDElementValue {
        let element = schema[id]
        let wire = isWholePath ? "" : element.name.local
        var value = XSDElementValue(name: element.name, kind: .fragment, constraint: element.value)
        if element.isNillable { value.absence = .null }
        switch schema[element.type] {
        case .simple:
            value.kind = .simple(element.type)
            if case .enumeration = simpleKind(element.type) { _ = enumerationName(element.type, path: path, wire: wire) }
            nameItem(of: element.type, path: path, wire: wire)
        case .complex(let type):
            if element.isNillable, !type.attributes.isEmpty || type.anyAttribute != nil { value.absence = .nullWithAttributes }
            if element.type == .anyType {
                warn("'\(element.name.local)' may hold anything", element.range)
                value.absence = .never
            } else if type.isAbstract, candidates(element.type).isEmpty {
                warn("no type is derived from the abstract type of '\(element.name.local)'", element.range)
                value.absence = .never
            } else if type.name != nil, candidates(element.type) != [element.type] {
                value.kind = .complex(derivedName(element.type))
            } else if element.isGlobal, type.name == nil, !element.isNillable, typeNames[element.type] == nil, let name = elementNames[element.name] {
                report(name)
                typeNames[element.type] = name
                waiting.append(.type(element.type, name: name, of: element))
                value.kind = .complex(name)
            } else {
                value.kind = .complex(typeName(element.type, path: path, wire: wire))
            }
        }
        return value
    }

    /// Items of lists may be enumerations, too.
    private mutating func nameItem(of id: XSDTypeID, path: String, wire: String) {
        if case .list(let item) = simpleKind(id), case .enumeration = simpleKind(item) { _ = enumerationName(item, path: path, wire: wire + " item") }
    }

    mutating func warn(_ message: String, _ range: SourceRange?) {
        guard untyped.insert(message).inserted else { return }
        diagnostics.append(Diagnostic(.warning, code: "codegen/untyped", "\(message), and is kept as raw XML", at: range))
    }
}
