import Diagnostics
import LocatedJSON

/// The documents of one compilation: the schema's own, and of the others those that were asked for.
struct SchemaLibrary {
    private(set) var documents: [JSONSchemaDocument] = []
    private let references: [String: JSONNode]
    /// References by the identifier they give themselves.
    private let byIdentifier: [String: JSONNode]
    private var resources: [String: Place] = [:]
    /// How many resources of each document are entered.
    private var entered: [Int] = []
    private var numbers: [Place: Int] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    /// A resource or a schema: the document's index, and its own within the document.
    struct Place: Hashable {
        var document: Int
        var index: Int
    }

    init(references: [String: JSONNode]) {
        var plain: [String: JSONNode] = [:]
        var named: [String: JSONNode] = [:]
        for (uri, node) in references {
            plain[URIReference(uri).withoutFragment.text] = node
            if let identifier = (node["$id"] ?? node["id"])?.string {
                named[URIReference(identifier).withoutFragment.text] = node
            }
        }
        self.references = plain
        byIdentifier = named
    }

    var knownURIs: [String] { Array(references.keys) + resources.keys }

    subscript(place: Place) -> JSONSchemaResource { documents[place.document].resources[place.index] }

    func subschema(_ place: Place) -> JSONSubschema { documents[place.document].subschemas[place.index] }

    /// A number for a resource, the same for all documents.
    mutating func number(of resource: Place) -> Int {
        if let number = numbers[resource] { return number }
        numbers[resource] = numbers.count
        return numbers.count - 1
    }

    /// Takes a document in. `uri` is where it was retrieved.
    mutating func add(_ root: JSONNode, uri: String, dialect: JSONSchemaDialect) -> Int {
        var walk = SchemaWalk(document: JSONSchemaDocument(root: root))
        let library = self
        walk.dialectOf = { uri, _ in library.dialect(uri) }
        walk.add(root, parent: nil, keyword: "", step: [], base: (URIReference(uri), dialect))
        diagnostics += walk.diagnostics
        documents.append(walk.document)
        entered.append(0)
        let document = documents.count - 1
        if resources[uri] == nil { resources[uri] = Place(document: document, index: 0) }
        enterResources(of: document)
        return document
    }

    private mutating func enterResources(of document: Int) {
        let found = documents[document].resources
        for index in entered[document]..<found.count {
            let uri = found[index].base
            let place = Place(document: document, index: index)
            if let first = resources[uri], first.document == document, first.index != index {
                let node = documents[document].subschemas[found[index].root].node
                diagnostics.append(
                    Diagnostic(
                        code: "json-schema/duplicate-identifier", "the identifier '\(uri)' is given twice",
                        at: (node["$id"] ?? node["id"] ?? node).range,
                        secondary: [
                            .init(
                                "first given to this schema",
                                at: subschema(Place(document: document, index: self[first].root)).node.range)
                        ]))
            } else if resources[uri] == nil {
                resources[uri] = place
            }
        }
        entered[document] = found.count
    }

    /// The resource with a URI, read now where it was not before.
    mutating func resource(_ uri: String, referrer: JSONSchemaDialect) -> Place? {
        if let place = resources[uri] { return place }
        guard let node = references[uri] ?? byIdentifier[uri] ?? metaschema(uri) else { return nil }
        _ = add(node, uri: uri, dialect: referrer)
        return resources[uri]
    }

    /// What a reference's fragment names within a resource.
    mutating func schema(_ fragment: String, in resource: Place) -> Place? {
        let root = self[resource].root
        if fragment.isEmpty { return Place(document: resource.document, index: root) }
        if let pointer = JSONPointer(parsing: fragment) {
            guard let index = documents[resource.document].subschema(at: pointer.tokens, from: root) else { return nil }
            enterResources(of: resource.document)
            return Place(document: resource.document, index: index)
        }
        return self[resource].anchors[fragment].map { Place(document: resource.document, index: $0) }
    }

    /// What a `$schema` stands for: a draft, or a meta-schema among the references with its vocabularies.
    func dialect(_ uri: String) -> Result<JSONSchemaDialect, DialectProblem> {
        if let dialect = JSONSchemaDialect(uri: uri) { return .success(dialect) }
        let plain = URIReference(uri).withoutFragment.text
        guard let node = references[plain] ?? byIdentifier[plain] else {
            return .failure(DialectProblem(reason: "is no draft that is known, and no document given has this URI"))
        }
        guard let name = node["$schema"]?.string, var dialect = JSONSchemaDialect(uri: name) else {
            return .failure(DialectProblem(reason: "names a meta-schema that builds on no draft that is known"))
        }
        guard dialect.draft.isModern, let declared = node["$vocabulary"]?.object else { return .success(dialect) }
        dialect.vocabularies = []
        for member in declared {
            if let vocabulary = JSONSchemaVocabularies(uri: member.key, draft: dialect.draft) {
                dialect.vocabularies.formUnion(vocabulary)
            } else if member.value.bool == true {
                return .failure(DialectProblem(reason: "requires the vocabulary '\(member.key)', which is not known here"))
            }
        }
        return .success(dialect)
    }
}
