import XMLText

extension SchemaBuilder {
    mutating func particle(_ element: XMLElement, _ scope: XSDScope) -> XSDParticle? {
        guard element.name.namespace == xsdNamespace, let (minimum, maximum) = occurrence(element) else { return nil }
        let range = scope.document.range(element.place)
        func made(_ term: XSDParticle.Term) -> XSDParticle {
            XSDParticle(term: term, minimum: minimum, maximum: maximum, range: range)
        }
        switch element.name.local {
        case "element":
            if let reference = element["ref"] { return globalElement(scope.resolve(reference)).map { made(.element($0)) } }
            let form = element["form"] ?? scope.document.root["elementFormDefault"]
            let name = XMLName(
                element["name"].map(trimmed) ?? "", in: form?.contains("unqualified") ?? true ? "" : scope.targetNamespace)
            return made(.element(self.element(element, scope, name: name)))
        case "any": return made(.wildcard(wildcard(element, scope)))
        case "sequence": return made(.sequence(particles(in: element, scope)))
        case "choice": return made(.choice(particles(in: element, scope)))
        case "all": return made(.all(particles(in: element, scope)))
        case "group":
            guard let reference = element["ref"], let group = group(scope.resolve(reference, .group)) else { return nil }
            guard minimum != 1 || maximum != 1 else { return group }
            if case .all = group.term { return XSDParticle(term: group.term, minimum: minimum, maximum: maximum, range: range) }
            return made(.sequence([group]))
        default: return nil
        }
    }

    private mutating func particles(in element: XMLElement, _ scope: XSDScope) -> [XSDParticle] {
        var result: [XSDParticle] = []
        for child in element.children {
            if let made = particle(child, scope.entering(child)) { result.append(made) }
        }
        return result
    }

    /// Nil where the particle is none: it may occur no time at all.
    private func occurrence(_ element: XMLElement) -> (minimum: Int, maximum: Int?)? {
        let minimum = bound(element["minOccurs"])
        guard let text = element["maxOccurs"].map(trimmed) else { return (minimum, max(1, minimum)) }
        if text == "unbounded" { return (minimum, nil) }
        let maximum = bound(text)
        return maximum == 0 ? nil : (minimum, max(minimum, maximum))
    }

    /// More than a billion is a billion: no document has so many elements.
    private func bound(_ text: String?) -> Int {
        guard let text else { return 1 }
        return min(Int(trimmed(text)) ?? 1_000_000_000, 1_000_000_000)
    }

    func wildcard(_ element: XMLElement, _ scope: XSDScope) -> XSDWildcard {
        let words = (element["namespace"] ?? "##any").split(whereSeparator: \.isXMLSpace).map(String.init)
        let namespaces: XSDNamespaceSet =
            switch words.first {
            case "##any" where words.count == 1: .all
            case "##other" where words.count == 1: .except([scope.targetNamespace, ""])
            default:
                .only(
                    Set(words.map { $0 == "##targetNamespace" ? scope.targetNamespace : $0 == "##local" ? "" : $0 }))
            }
        let processing: XSDWildcard.Processing =
            switch element["processContents"].map(trimmed) {
            case "skip": .skip
            case "lax": .lax
            default: .strict
            }
        return XSDWildcard(namespaces: namespaces, processing: processing, range: scope.document.range(element.place))
    }

    func identityConstraints(_ element: XMLElement, _ scope: XSDScope) -> [XSDIdentityConstraint] {
        element.children.compactMap { child in
            guard child.name.namespace == xsdNamespace, let kind = XSDIdentityConstraint.Kind(rawValue: child.name.local)
            else { return nil }
            let inner = scope.entering(child)
            var selector = ""
            var fields: [String] = []
            for part in child.children where part.name.namespace == xsdNamespace {
                guard let path = part["xpath"] else { continue }
                let text = expandedPath(path, inner.entering(part).namespaces)
                if part.name.local == "selector" { selector = text } else if part.name.local == "field" { fields.append(text) }
            }
            return XSDIdentityConstraint(
                kind: kind, name: XMLName(trimmed(child["name"] ?? ""), in: scope.targetNamespace), selector: selector,
                fields: fields, refersTo: child["refer"].map(inner.resolve), range: scope.document.range(child.place))
        }
    }
}

func trimmed(_ text: String) -> String { text.split(whereSeparator: \.isXMLSpace).joined(separator: " ") }

/// A path of an identity constraint, prefixes replaced by what they mean and blanks taken out.
func expandedPath(_ path: String, _ namespaces: [String: String]) -> String {
    let spaceless = path.filter { !$0.isXMLSpace }
    return spaceless.replacing(/([\p{L}_][\p{L}\p{N}._-]*):(?=[^:])/) { match in
        "{" + (namespaces[String(match.output.1)] ?? "") + "}"
    }
}
