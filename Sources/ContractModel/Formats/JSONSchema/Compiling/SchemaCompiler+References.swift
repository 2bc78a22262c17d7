import Diagnostics
import LocatedJSON

extension SchemaCompiler {
    /// `$ref`, `$dynamicRef` (2020-12) and `$recursiveRef` (2019-09).
    mutating func referenceRule(for member: JSONMember, in scope: SchemaScope) -> JSONSchemaRule? {
        switch (member.key, scope.draft) {
        case ("$ref", _), ("$dynamicRef", .draft2020), ("$recursiveRef", .draft2019): break
        default: return nil
        }
        guard let text = string(member) else { return nil }
        let target = URIReference(library[scope.resource].base).resolving(URIReference(text))
        guard let resource = library.resource(target.withoutFragment.text, referrer: JSONSchemaDialect(scope.draft)) else {
            reportUnknownDocument(target.withoutFragment.text, written: text, at: member)
            return nil
        }
        let fragment = percentDecoded(target.fragment ?? "") ?? ""
        guard let place = library.schema(fragment, in: resource) else {
            reportMissing(fragment, in: resource, written: text, at: member)
            return nil
        }
        let node = number(of: place)
        let reached = library.subschema(place)
        let reachedResource = library[SchemaLibrary.Place(document: place.document, index: reached.resource)]
        switch member.key {
        case "$dynamicRef" where !fragment.isEmpty && reachedResource.dynamicAnchors[fragment] == place.index:
            hasDynamicReferences = true
            return .dynamicReference(node, anchor: fragment)
        case "$recursiveRef" where reachedResource.isRecursive && reachedResource.root == place.index:
            hasDynamicReferences = true
            return .dynamicReference(node, anchor: "")
        default: return .reference(node)
        }
    }

    private mutating func reportUnknownDocument(_ uri: String, written: String, at member: JSONMember) {
        let near = closestMatch(to: uri, among: library.knownURIs)
        report(
            Diagnostic(
                code: "json-schema/unresolved-reference", "'\(written)' refers to the document '\(uri)', which is not given",
                at: member.value.range,
                notes: ["references are never fetched from the network"], suggestion: near.map { "did you mean '\($0)'?" }))
    }

    private mutating func reportMissing(
        _ fragment: String, in resource: SchemaLibrary.Place, written: String, at member: JSONMember
    ) {
        let message = fragment.hasPrefix("/") ? "nothing stands at '\(fragment)'" : "no schema has the anchor '\(fragment)'"
        report(
            Diagnostic(
                code: "json-schema/unresolved-reference", "'\(written)' leads nowhere: \(message)", at: member.value.range,
                suggestion: fragment.hasPrefix("/")
                    ? nearestPointer(to: fragment, in: resource).map { "did you mean '\($0)'?" } : nil))
    }

    /// The pointer whose last token is most like the one written.
    private func nearestPointer(to fragment: String, in resource: SchemaLibrary.Place) -> String? {
        guard let pointer = JSONPointer(parsing: fragment), let last = pointer.tokens.last else { return nil }
        var node = library.subschema(SchemaLibrary.Place(document: resource.document, index: library[resource].root)).node
        for token in pointer.tokens.dropLast() {
            guard let next = node.child(token) else { return nil }
            node = next
        }
        guard let near = closestMatch(to: last, among: node.object?.prefix(1_000).map(\.key) ?? []) else { return nil }
        return "#" + JSONPointer(pointer.tokens.dropLast() + [near]).text
    }
}

/// References that come back to their schema without having gone into the value: evaluating them would never end.
func endlessReferences(in schema: JSONSchema) -> [Diagnostic] {
    // 0 not seen, 1 on the way that is being followed, 2 done.
    var states = [UInt8](repeating: 0, count: schema.nodes.count)
    var diagnostics: [Diagnostic] = []
    for start in schema.nodes.indices where states[start] == 0 {
        var way: [(node: Int, edges: [(target: Int, keyword: JSONSchemaKeyword)])] = []
        func enter(_ node: Int) {
            states[node] = 1
            way.append((node, unconditionalEdges(of: schema.nodes[node])))
        }
        enter(start)
        while let top = way.last {
            guard let edge = top.edges.last else {
                states[top.node] = 2
                way.removeLast()
                continue
            }
            way[way.count - 1].edges.removeLast()
            switch states[edge.target] {
            case 0: enter(edge.target)
            case 1:
                let target = schema.nodes[edge.target]
                diagnostics.append(
                    Diagnostic(
                        code: "json-schema/endless-reference", "this leads back to its own schema without going into the value",
                        at: edge.keyword.range,
                        secondary: [.init("the schema it leads back to", at: target.source.range)]))
            default: break
            }
        }
    }
    return diagnostics
}

/// The schemas that the same value is held to in any case.
private func unconditionalEdges(of node: JSONSchemaNode) -> [(target: Int, keyword: JSONSchemaKeyword)] {
    node.keywords.flatMap { keyword -> [(target: Int, keyword: JSONSchemaKeyword)] in
        switch keyword.rule {
        case .reference(let target): [(target, keyword)]
        case .allOf(let targets): targets.map { ($0, keyword) }
        default: []
        }
    }
}
