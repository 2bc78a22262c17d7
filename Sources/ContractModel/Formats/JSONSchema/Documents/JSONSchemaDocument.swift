import Diagnostics
import LocatedJSON

/// One JSON text as a tree of schemas: what is a schema in it, what each is called, which dialect it speaks. References
/// are not followed: see `JSONSchema` for that.
package struct JSONSchemaDocument: Sendable {
    package let root: JSONNode
    /// In the order of the text, the root first; after them those that only a reference declared to be schemas.
    package internal(set) var subschemas: [JSONSubschema] = []
    package internal(set) var resources: [JSONSchemaResource] = []
    /// For schemas that hold many: those by the way to them.
    private var steps: [Int: [[ExactText]: Int]] = [:]

    init(root: JSONNode) { self.root = root }
}

/// A schema within a document.
package struct JSONSubschema: Sendable {
    package let node: JSONNode
    /// Index of the enclosing schema in the document; nil for the root.
    package let parent: Int?
    /// The tokens of the pointer from the enclosing schema: `["properties", "name"]`.
    package let step: [String]
    /// Index of the resource in the document.
    package let resource: Int
    package internal(set) var children: [Child] = []

    package struct Child: Sendable {
        /// `properties`.
        package let keyword: String
        package let index: Int
    }

    func children(of keyword: String) -> [Int] {
        children.compactMap { $0.keyword == keyword ? $0.index : nil }
    }
}

/// A schema with an identifier of its own, together with the schemas in it that have none.
package struct JSONSchemaResource: Sendable {
    /// Absolute where something absolute was given, without a fragment.
    package let base: String
    package let dialect: JSONSchemaDialect
    /// Index of the resource's root schema.
    package let root: Int
    /// Names of schemas in it, as references have them behind the `#`; the dynamic ones, too.
    package internal(set) var anchors: [String: Int] = [:]
    package internal(set) var dynamicAnchors: [String: Int] = [:]
    /// 2019-09's `$recursiveAnchor`.
    package internal(set) var isRecursive = false
}

extension JSONSchemaDocument {
    /// Where a schema stands, from the document's root.
    package func pointer(of index: Int) -> JSONPointer {
        var steps: [[String]] = []
        var next: Int? = index
        while let index = next {
            steps.append(subschemas[index].step)
            next = subschemas[index].parent
        }
        return JSONPointer(steps.reversed().flatMap { $0 })
    }

    package func dialect(of index: Int) -> JSONSchemaDialect { resources[subschemas[index].resource].dialect }

    /// The schema that a pointer leads to, from another schema. Nil where nothing stands there.
    ///
    /// A value that no keyword holds to be a schema becomes one by being referred to, so the document may grow.
    mutating func subschema(at tokens: [String], from start: Int) -> Int? {
        var current = start
        var rest = tokens[...]
        while !rest.isEmpty {
            if let (child, length) = child(of: current, along: rest) {
                current = child
                rest = rest.dropFirst(length)
                continue
            }
            var node = subschemas[current].node
            for token in rest {
                guard let next = node.child(token) else { return nil }
                node = next
            }
            return adopt(node, parent: current, step: Array(rest))
        }
        return current
    }

    /// The schema that the first tokens lead to, and how many they are.
    private mutating func child(of parent: Int, along tokens: ArraySlice<String>) -> (index: Int, length: Int)? {
        let children = subschemas[parent].children
        if children.count <= 8 {
            let child = children.first { child in
                let step = subschemas[child.index].step
                return step.count <= tokens.count && zip(step, tokens).allSatisfy { $0.isSameText(as: $1) }
            }
            return child.map { ($0.index, subschemas[$0.index].step.count) }
        }
        // A reference a definition, and thousands of both: looking through all for each would be slow.
        if steps[parent]?.count != children.count {
            steps[parent] = Dictionary(children.map { (subschemas[$0.index].step.map(ExactText.init), $0.index) }) { first, _ in
                first
            }
        }
        for length in [2, 1] where tokens.count >= length {
            if let index = steps[parent]?[tokens.prefix(length).map(ExactText.init)] { return (index, length) }
        }
        return nil
    }

    private mutating func adopt(_ node: JSONNode, parent: Int, step: [String]) -> Int? {
        var walk = SchemaWalk(document: self)
        let index = walk.add(node, parent: parent, keyword: "", step: step, base: nil)
        self = walk.document
        return index
    }
}
