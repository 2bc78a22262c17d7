import XMLText

extension XSDSchema {
    /// The text of the schema in a form that stays when only its looks change, for fingerprints. Of what it refers to, the
    /// locations alone are in it.
    ///
    /// Taken out: comments, annotations, blanks, `id`, attributes of other namespaces, `version`, and attributes that say
    /// what holds anyway (`minOccurs="1"`, `use="optional"`, …). Prefixes are replaced by what they mean, attributes are
    /// sorted by name, references stand first and the components of the top level behind, sorted by kind and name. The form is
    ///
    ///     (schema targetNamespace="urn:shop" (element name="order" type="{urn:shop}Order"))
    ///
    /// with `\` before `"` and `\` in values.
    package var canonicalText: String {
        CanonicalWriter(targetNamespace: document.targetNamespace).text(document.root, namespaces: [:], isRoot: true)
    }
}

/// The same for a text that may refer to what is not at hand; nil where it is no XML.
package func canonicalXSDText(of text: String) -> String? {
    guard let root = parseXML(Array(text.utf8)).root else { return nil }
    return CanonicalWriter(targetNamespace: root["targetNamespace"]).text(root, namespaces: [:], isRoot: true)
}

private struct CanonicalWriter {
    let targetNamespace: String?

    private static let names: Set = ["type", "ref", "base", "itemType", "memberTypes", "substitutionGroup", "refer"]
    private static let omitted: [String: String] = [
        "minOccurs": "1", "maxOccurs": "1", "use": "optional", "nillable": "false", "abstract": "false", "mixed": "false",
        "elementFormDefault": "unqualified", "attributeFormDefault": "unqualified", "processContents": "strict",
        "blockDefault": "", "finalDefault": "",
    ]
    private static let spaced: Set = ["default", "fixed", "value"]

    func text(_ element: XMLElement, namespaces outer: [String: String], isRoot: Bool = false) -> String {
        let namespaces = outer.merging(element.declarations) { $1 }
        var text = "(" + element.name.local
        for (name, value) in element.attributes.sorted(by: { $0.key < $1.key }) where name.namespace.isEmpty {
            guard name.local != "id", !(isRoot && name.local == "version") else { continue }
            let meant = meaning(of: value, in: name.local, element, namespaces)
            guard Self.omitted[name.local] != meant, !(name.local == "namespace" && meant == "##any" && element.name.local != "import")
            else { continue }
            text += " \(name.local)=\"" + meant.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
        var children = element.children.filter { $0.name.namespace == xsdNamespace && $0.name.local != "annotation" }
        if isRoot {
            let references = children.filter { XSDDocument.ReferenceKind(rawValue: $0.name.local) != nil }
            let components = children.filter { XSDDocument.ReferenceKind(rawValue: $0.name.local) == nil }
            children = references + components.sorted {
                ($0.name.local, $0["name"] ?? "") < ($1.name.local, $1["name"] ?? "")
            }
        }
        for child in children { text += " " + self.text(child, namespaces: namespaces) }
        return text + ")"
    }

    private func meaning(of value: String, in attribute: String, _ element: XMLElement, _ namespaces: [String: String]) -> String {
        if Self.names.contains(attribute) {
            return value.split(whereSeparator: \.isXMLSpace).map { expanded(String($0), namespaces) }.joined(separator: " ")
        }
        if attribute == "xpath" { return expandedPath(value, namespaces) }
        if Self.spaced.contains(attribute) { return value }
        let words = value.split(whereSeparator: \.isXMLSpace).map(String.init)
        // Sets are in order: block, final, the namespaces of a wildcard.
        guard ["block", "final", "blockDefault", "finalDefault", "namespace"].contains(attribute), words.count > 1 else {
            return words.first == "1" && Self.omitted[attribute] == "false" ? "true" : words.joined(separator: " ")
        }
        return words.sorted().joined(separator: " ")
    }

    private func expanded(_ name: String, _ namespaces: [String: String]) -> String {
        guard let colon = name.firstIndex(of: ":") else {
            return XMLName(name, in: namespaces[""] ?? "").description
        }
        let prefix = String(name[..<colon])
        let uri = prefix == "xml" ? xmlNamespace : namespaces[prefix] ?? ""
        return XMLName(String(name[name.index(after: colon)...]), in: uri).description
    }
}
