import Diagnostics
import XMLText

/// One text of a schema: its tree, and what its root refers to.
struct XSDDocument: Sendable {
    enum ReferenceKind: String, Sendable { case include, `import`, redefine }

    struct Reference: Sendable {
        var kind: ReferenceKind
        var element: XMLElement
        var location: String?
        var namespace: String?
        /// The number of the document that is meant.
        var target: Int?
    }

    let file: SourceFile
    /// What others call it: the key under which it was handed in, empty for the schema itself.
    let key: String
    let root: XMLElement
    var references: [Reference] = []
    let lines: LineTable

    init(file: SourceFile, key: String, root: XMLElement) {
        self.file = file
        self.key = key
        self.root = root
        lines = LineTable(file.bytes)
        for child in root.children where child.name.namespace == xsdNamespace {
            guard let kind = ReferenceKind(rawValue: child.name.local) else { continue }
            references.append(
                Reference(kind: kind, element: child, location: child["schemaLocation"], namespace: child["namespace"]))
        }
    }

    var targetNamespace: String? { root["targetNamespace"] }

    func range(_ place: XMLPlace) -> SourceRange? { lines.range(place, in: file) }
}
