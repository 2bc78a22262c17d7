import XMLText

/// The attributes that a definition brings along.
struct AttributeUses {
    var attributes: [XMLName: XSDAttribute] = [:]
    /// Taken away from what is restricted.
    var prohibited: Set<XMLName> = []
    var wildcard: XSDWildcard?
}

extension SchemaBuilder {
    mutating func complexType(_ element: XMLElement, _ scope: XSDScope, name: XMLName?) -> XSDComplexType {
        var type: XSDComplexType
        let content = element.children.first {
            $0.name.namespace == xsdNamespace && ($0.name.local == "simpleContent" || $0.name.local == "complexContent")
        }
        let derivation = content?.children.first {
            $0.name.namespace == xsdNamespace && ($0.name.local == "extension" || $0.name.local == "restriction")
        }
        if let content, let derivation {
            let inner = scope.entering(content).entering(derivation)
            let isMixed = content["mixed"] ?? element["mixed"]
            type = derived(derivation, inner, isMixed: isTrue(isMixed), isSimple: content.name.local == "simpleContent")
        } else {
            let uses = attributeUses(of: element, scope)
            type = XSDComplexType(
                base: .anyType, derivation: .restriction, content: elementContent(element, scope, isMixed: isTrue(element["mixed"])),
                attributes: uses.attributes, anyAttribute: uses.wildcard)
        }
        type.name = name
        type.isAbstract = isTrue(element["abstract"])
        type.block = derivations(element["block"] ?? scope.document.root["blockDefault"]).intersection([.extension, .restriction])
        type.range = scope.document.range(element.place)
        type.documentation = documentation(of: element)
        return type
    }

    private mutating func derived(_ element: XMLElement, _ scope: XSDScope, isMixed: Bool, isSimple: Bool) -> XSDComplexType {
        let baseID = element["base"].map { self.type(named: $0, scope) } ?? .anyType
        let base = filledType(baseID)
        let uses = attributeUses(of: element, scope)
        let isExtension = element.name.local == "extension"
        var type = XSDComplexType(
            base: baseID, derivation: isExtension ? .extension : .restriction, content: .empty, attributes: uses.attributes,
            anyAttribute: uses.wildcard)
        if case .complex(let complex) = base {
            type.attributes = complex.attributes.filter { !uses.prohibited.contains($0.key) }.merging(uses.attributes) { $1 }
            if isExtension { type.anyAttribute = union(complex.anyAttribute, uses.wildcard) }
        }
        if isSimple {
            type.content = simpleContent(element, scope, baseID: baseID, base: base)
        } else {
            let own = elementContent(element, scope, isMixed: isMixed)
            type.content = isExtension ? extended(base, by: own, isMixed: isMixed) : own
        }
        return type
    }

    private mutating func simpleContent(
        _ element: XMLElement, _ scope: XSDScope, baseID: XSDTypeID, base: XSDType
    ) -> XSDComplexType.Content {
        var content = baseID
        if case .complex(let complex) = base {
            guard case .simple(let inner) = complex.content else {
                // Text alone of a mixed type, given by a simple type in place.
                let given = element.children.first { $0.name == XMLName("simpleType", in: xsdNamespace) }
                guard let given else { return .simple(.anySimpleType) }
                let id = anonymousType(given, scope)
                return .simple(restrictedIfNeeded(id, element, scope))
            }
            content = inner
        }
        guard element.name.local == "restriction" else { return .simple(content) }
        if let given = element.children.first(where: { $0.name == XMLName("simpleType", in: xsdNamespace) }) {
            content = anonymousType(given, scope)
        }
        return .simple(restrictedIfNeeded(content, element, scope))
    }

    private mutating func restrictedIfNeeded(_ id: XSDTypeID, _ element: XMLElement, _ scope: XSDScope) -> XSDTypeID {
        guard case .simple(let base) = filledType(id) else { return id }
        let facets = restricted(base.facets, by: element, isList: isList(base), isInteger: base.facets.isInteger)
        guard facets != base.facets else { return id }
        var type = base
        type.name = nil
        type.base = id
        type.facets = facets
        type.range = scope.document.range(element.place)
        return add(.simple(type))
    }

    private func extended(_ base: XSDType, by own: XSDComplexType.Content, isMixed: Bool) -> XSDComplexType.Content {
        guard case .complex(let complex) = base else { return own }
        switch (complex.content, own) {
        case (.empty, _): return own
        case (_, .empty): return complex.content
        case (.elements(let first, let isBaseMixed), .elements(let second, _)):
            let parts = [first, second].compactMap { $0 }
            let particle = parts.count == 1 ? parts.first : XSDParticle(term: .sequence(parts), range: second?.range)
            return .elements(parts.isEmpty ? nil : particle, isMixed: isBaseMixed || isMixed)
        case (.simple, _), (_, .simple): return complex.content
        }
    }

    private mutating func elementContent(_ element: XMLElement, _ scope: XSDScope, isMixed: Bool) -> XSDComplexType.Content {
        let model = modelGroup(in: element).flatMap { self.particle($0, scope.entering($0)) }
        // A model without a place for an element is no content at all (Structures, 3.4.2).
        let particle = model.flatMap { hasRoom($0) ? $0 : nil }
        return particle == nil && !isMixed ? .empty : .elements(particle, isMixed: isMixed)
    }

    private func hasRoom(_ particle: XSDParticle) -> Bool {
        switch particle.term {
        case .element, .wildcard: true
        case .sequence(let parts), .all(let parts): !parts.isEmpty
        case .choice(let parts): !parts.isEmpty || particle.minimum > 0
        }
    }

    // MARK: Attributes

    mutating func attributeUses(of element: XMLElement, _ scope: XSDScope) -> AttributeUses {
        var uses = AttributeUses()
        var groupWildcards: [XSDWildcard] = []
        for child in element.children where child.name.namespace == xsdNamespace {
            let inner = scope.entering(child)
            switch child.name.local {
            case "attribute":
                let made = attribute(child, inner)
                if child["use"].map(trimmed) == "prohibited" {
                    uses.prohibited.insert(made.name)
                } else {
                    uses.attributes[made.name] = made
                }
            case "attributeGroup":
                guard let reference = child["ref"] else { continue }
                let group = attributeGroup(inner.resolve(reference, .attributeGroup))
                uses.attributes.merge(group.attributes) { mine, _ in mine }
                if let wildcard = group.wildcard { groupWildcards.append(wildcard) }
            case "anyAttribute": uses.wildcard = wildcard(child, inner)
            default: continue
            }
        }
        for wildcard in groupWildcards {
            guard var mine = uses.wildcard else {
                uses.wildcard = wildcard
                continue
            }
            mine.namespaces = mine.namespaces.intersection(wildcard.namespaces)
            uses.wildcard = mine
        }
        return uses
    }

    mutating func attribute(_ element: XMLElement, _ scope: XSDScope) -> XSDAttribute {
        let isRequired = element["use"].map(trimmed) == "required"
        let range = scope.document.range(element.place)
        if let reference = element["ref"] {
            let name = scope.resolve(reference, .attribute)
            var made = globals[name].map { self.attribute($0.element, $0.scope) } ?? XSDAttribute(name: name.name, type: .anySimpleType)
            made.isRequired = isRequired
            made.value = valueConstraint(element) ?? made.value
            made.range = range
            return made
        }
        let local = trimmed(element["name"] ?? "")
        let isGlobal = globals[XSDComponentName(kind: .attribute, name: XMLName(local, in: scope.targetNamespace))]
            .map { $0.element.place == element.place && $0.scope.document.key == scope.document.key } ?? false
        let form = element["form"] ?? scope.document.root["attributeFormDefault"]
        let isQualified = isGlobal || !(form?.contains("unqualified") ?? true)
        let type = typeOf(element, scope) ?? .anySimpleType
        return XSDAttribute(
            name: XMLName(local, in: isQualified ? scope.targetNamespace : ""), type: type,
            isRequired: isRequired, value: valueConstraint(element), documentation: documentation(of: element), range: range)
    }

    private func union(_ base: XSDWildcard?, _ own: XSDWildcard?) -> XSDWildcard? {
        guard let base, var own else { return base ?? own }
        own.namespaces = own.namespaces.union(base.namespaces)
        return own
    }
}
