import Diagnostics
import LocatedJSON

/// Finds the schemas of a document and their names.
struct SchemaWalk {
    var document: JSONSchemaDocument
    private(set) var diagnostics: [Diagnostic] = []
    /// What a `$schema` other than the known drafts' stands for; asked with the URI and where it is written.
    var dialectOf: (String, SourceRange) -> Result<JSONSchemaDialect, DialectProblem> = { uri, _ in
        JSONSchemaDialect(uri: uri).map(Result.success) ?? .failure(DialectProblem(reason: "is not known"))
    }

    static let maximumSubschemas = 500_000

    init(document: JSONSchemaDocument) { self.document = document }

    /// - Parameters:
    ///   - keyword: of the parent, under which this stands; empty for what no keyword holds.
    ///   - base: for the root: where it was retrieved, and the dialect where it names none.
    /// - Returns: the schema's index.
    @discardableResult
    mutating func add(_ node: JSONNode, parent: Int?, keyword: String, step: [String], base: (URIReference, JSONSchemaDialect)?)
        -> Int?
    {
        guard document.subschemas.count < Self.maximumSubschemas else {
            if diagnostics.last?.code != "json-schema/too-large" {
                diagnostics.append(
                    Diagnostic(
                        code: "json-schema/too-large", "the schema holds more than \(Self.maximumSubschemas) schemas",
                        at: node.range))
            }
            return nil
        }
        let resource = enclosingResource(of: node, parent: parent, base: base)
        let index = document.subschemas.count
        document.subschemas.append(JSONSubschema(node: node, parent: parent, step: step, resource: resource))
        if let parent { document.subschemas[parent].children.append(.init(keyword: keyword, index: index)) }
        guard let members = node.object else { return index }
        name(node, index: index)
        let dialect = document.resources[resource].dialect
        for member in members {
            guard let position = dialect.subschemas(of: member.key) else { continue }
            switch (position, member.value.content) {
            case (.one, _), (.oneOrList, .object), (.oneOrList, .bool):
                add(member.value, parent: index, keyword: member.key, step: [member.key], base: nil)
            case (.list, .array(let elements)), (.oneOrList, .array(let elements)):
                for (place, element) in elements.enumerated() {
                    add(element, parent: index, keyword: member.key, step: [member.key, String(place)], base: nil)
                }
            case (.map, .object(let members)), (.mapOrNames, .object(let members)):
                for inner in members {
                    if position == .mapOrNames, inner.value.array != nil { continue }
                    add(inner.value, parent: index, keyword: member.key, step: [member.key, inner.key], base: nil)
                }
            default: break
            }
        }
        return index
    }

    /// The resource that a schema belongs to: a new one where it has an identifier.
    private mutating func enclosingResource(of node: JSONNode, parent: Int?, base: (URIReference, JSONSchemaDialect)?) -> Int {
        let outer = parent.map { document.subschemas[$0].resource }
        let outerBase = base?.0 ?? outer.map { URIReference(document.resources[$0].base) } ?? URIReference("")
        var dialect = base?.1 ?? outer.map { document.resources[$0].dialect } ?? JSONSchemaDialect(.draft2020)
        if let schema = node["$schema"], let uri = schema.string, parent == nil || node["$id"] != nil || node["id"] != nil {
            switch dialectOf(uri, schema.range) {
            case .success(let named): dialect = named
            case .failure(let problem):
                diagnostics.append(
                    Diagnostic(
                        code: "json-schema/unknown-dialect", "the dialect '\(uri)' \(problem.reason)", at: schema.range,
                        suggestion:
                            "drafts 04, 06, 07, 2019-09 and 2020-12 are known, and meta-schemas that build on the last two"))
            }
        }
        let identifier = identifier(of: node, draft: dialect.draft)
        if outer != nil, identifier == nil, let outer { return outer }
        let uri = identifier.map { outerBase.resolving(URIReference($0)).withoutFragment } ?? outerBase.withoutFragment
        document.resources.append(JSONSchemaResource(base: uri.text, dialect: dialect, root: document.subschemas.count))
        return document.resources.count - 1
    }

    /// What `$id` says, where it makes a resource: not where it is only an anchor or stands beside a `$ref` that hides it.
    private func identifier(of node: JSONNode, draft: JSONSchemaDraft) -> String? {
        guard let text = node[draft.identifierKeyword]?.string else { return nil }
        if !draft.isModern, text.hasPrefix("#") || node["$ref"] != nil { return nil }
        return text
    }

    private mutating func name(_ node: JSONNode, index: Int) {
        let resource = document.subschemas[index].resource
        let draft = document.resources[resource].dialect.draft
        if draft.isModern {
            if let anchor = node["$anchor"] { declare(anchor, index: index, resource: resource) }
            if draft == .draft2020, let anchor = node["$dynamicAnchor"], let name = anchor.string {
                declare(anchor, index: index, resource: resource)
                document.resources[resource].dynamicAnchors[name] = index
            }
            if draft == .draft2019, node["$recursiveAnchor"]?.bool == true, document.resources[resource].root == index {
                document.resources[resource].isRecursive = true
            }
        } else if let identifier = node[draft.identifierKeyword], let text = identifier.string, node["$ref"] == nil,
            let fragment = URIReference(text).fragment, !fragment.isEmpty
        {
            declare(JSONNode(.string(fragment), at: identifier.range), index: index, resource: resource)
        }
    }

    private mutating func declare(_ anchor: JSONNode, index: Int, resource: Int) {
        guard let name = anchor.string, !name.isEmpty else { return }
        if let first = document.resources[resource].anchors[name], first != index {
            diagnostics.append(
                Diagnostic(
                    code: "json-schema/duplicate-identifier", "the anchor '\(name)' is given twice", at: anchor.range,
                    secondary: [.init("first given in this schema", at: document.subschemas[first].node.range)]))
            return
        }
        document.resources[resource].anchors[name] = index
    }
}

/// Why a `$schema` cannot be followed: a clause after its URI.
struct DialectProblem: Error {
    var reason: String
}
