import Diagnostics
import LocatedJSON

/// A schema with all that it refers to, resolved once: a graph of nodes that refer to each other by index. Made by
/// `compileJSONSchema`; asked by `validate` and `isValid`.
package struct JSONSchema: Sendable {
    package let nodes: [JSONSchemaNode]
    /// The documents that nodes came from, as trees of keywords; the first is the schema's own.
    package let documents: [JSONSchemaDocument]
    /// Where a dynamic reference leads from a resource that has the anchor.
    let dynamicTargets: [DynamicAnchor: Int]
    /// Whether it matters which resources were passed on the way.
    let hasDynamicReferences: Bool

    package var root: JSONSchemaNode { nodes[0] }

    /// The base URI of the resource that a node stands in and its pointer within the document.
    package func location(of node: JSONSchemaNode) -> (uri: String, pointer: JSONPointer) {
        let document = documents[node.document]
        let uri = document.resources.first?.base ?? ""
        return (uri, document.pointer(of: node.subschema))
    }
}

/// A dynamic anchor of a resource; the empty name is 2019-09's `$recursiveAnchor`.
struct DynamicAnchor: Sendable, Hashable {
    var resource: Int
    var name: String
}

/// One schema: true, false, or keywords to be held all at once.
package final class JSONSchemaNode: Sendable {
    /// Indices into the schema's documents and the document's subschemas.
    package let document: Int
    package let subschema: Int
    /// The schema as written; titles, defaults and other annotations are read from here.
    package let source: JSONNode
    /// In the order in which they are evaluated: cheap ones first, what depends on others last.
    package let keywords: [JSONSchemaKeyword]
    let resource: Int
    let hasUnevaluated: Bool

    init(document: Int, subschema: Int, source: JSONNode, resource: Int, keywords: [JSONSchemaKeyword]) {
        self.document = document
        self.subschema = subschema
        self.source = source
        self.resource = resource
        self.keywords = keywords.sorted { $0.rule.rank < $1.rule.rank }
        hasUnevaluated = keywords.contains { $0.rule.rank == JSONSchemaRule.lastRank }
    }

    /// The schemas `true` and `false`; nil for one with keywords.
    package var constant: Bool? { source.bool }

    package func keyword(_ name: String) -> JSONSchemaKeyword? { keywords.first { $0.name == name } }
}

/// A keyword with what it asks for.
package struct JSONSchemaKeyword: Sendable {
    /// `maxLength`. Where keywords belong together it is the first of them: `properties`, `if`.
    package let name: String
    /// Of the keyword's value.
    package let range: SourceRange
    package let rule: JSONSchemaRule
}
