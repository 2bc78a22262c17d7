import XMLText

extension SchemaBuilder {
    mutating func simpleType(_ element: XMLElement, _ scope: XSDScope, name: XMLName?) -> XSDSimpleType {
        var type = XSDSimpleType(base: .anySimpleType, variety: .atomic, builtIn: "anySimpleType", primitive: "anySimpleType")
        type.facets.whiteSpace = .preserve
        let definition = element.children.first {
            $0.name.namespace == xsdNamespace && ["restriction", "list", "union"].contains($0.name.local)
        }
        if let definition {
            let inner = scope.entering(definition)
            let given = definition.children.filter { $0.name == XMLName("simpleType", in: xsdNamespace) }
            switch definition.name.local {
            case "list":
                let item = definition["itemType"].map { self.type(named: $0, inner) }
                    ?? given.first.map { anonymousType($0, inner) } ?? .anySimpleType
                type.variety = .list(item)
                type.facets.whiteSpace = .collapse
            case "union":
                let named = (definition["memberTypes"] ?? "").split(whereSeparator: \.isXMLSpace)
                    .map { self.type(named: String($0), inner) }
                type.variety = .union(named + given.map { anonymousType($0, inner) })
                type.facets.whiteSpace = .preserve
            default:
                let base = definition["base"].map { self.type(named: $0, inner) }
                    ?? given.first.map { anonymousType($0, inner) } ?? .anySimpleType
                if case .simple(let simple) = filledType(base) {
                    type = simple
                    type.facets = restricted(
                        simple.facets, by: definition, isList: isList(simple), isInteger: simple.facets.isInteger)
                }
                type.base = base
            }
        }
        type.name = name
        type.range = scope.document.range(element.place)
        type.documentation = documentation(of: element)
        return type
    }

    func isList(_ type: XSDSimpleType) -> Bool {
        if case .list = type.variety { true } else { false }
    }

    /// The facets of the base with those of a restriction put over them.
    func restricted(_ base: XSDFacets, by element: XMLElement, isList: Bool, isInteger: Bool) -> XSDFacets {
        var facets = base
        var patterns: [String] = []
        var enumeration: [String] = []
        for child in element.children where child.name.namespace == xsdNamespace {
            guard let value = child["value"] else { continue }
            let number = Int(trimmed(value).drop { $0 == "+" })
            switch child.name.local {
            case "length":
                facets.minLength = number ?? facets.minLength
                facets.maxLength = number ?? facets.maxLength
            case "minLength": facets.minLength = number ?? facets.minLength
            case "maxLength": facets.maxLength = number ?? facets.maxLength
            case "totalDigits": facets.totalDigits = number ?? facets.totalDigits
            case "fractionDigits": facets.fractionDigits = number ?? facets.fractionDigits
            case "minInclusive": facets.lower = .init(value: trimmed(value), isInclusive: true)
            case "minExclusive": facets.lower = .init(value: trimmed(value), isInclusive: false)
            case "maxInclusive": facets.upper = .init(value: trimmed(value), isInclusive: true)
            case "maxExclusive": facets.upper = .init(value: trimmed(value), isInclusive: false)
            case "whiteSpace":
                facets.whiteSpace =
                    switch trimmed(value) {
                    case "preserve": .preserve
                    case "replace": .replace
                    default: .collapse
                    }
            case "pattern": patterns.append(value)
            case "enumeration": enumeration.append(value)
            default: continue
            }
        }
        if !patterns.isEmpty { facets.patterns.append(patterns) }
        if !enumeration.isEmpty { facets.enumeration = enumeration }
        return facets
    }
}
