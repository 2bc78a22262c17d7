import Diagnostics
import LocatedYAML
import ManifestLoading
import PathPatterns

/// Puts in what holds for the documents of a mesh, and makes them one file's: the Mesh document's defaults stand in every
/// topic that is silent, paths of schemas are relative to heddle.yaml's folder, and what is put in is no longer declared.
package func renderMesh(_ mesh: PreparedMesh, environment: String?) -> RenderedMesh {
    let renderer = MeshRenderer(mesh: mesh, environment: environment)
    let defaults = mesh.documents.first.flatMap { renderer.node($0.root, $0.patched)["spec"]?["defaults"]?["topic"] }
    return RenderedMesh(documents: mesh.documents.map { renderer.document($0, defaults: defaults) })
}

private struct MeshRenderer {
    var mesh: PreparedMesh
    var environment: String?

    func document(_ document: PreparedMesh.Document, defaults: RenderedNode?) -> RenderedDocument {
        var root = node(document.root, document.patched)
        if root["apiVersion"]?.text == nil { root["apiVersion"] = RenderedNode(content: .scalar(currentAPIVersion, isPlain: false)) }
        switch document.kind {
        case .mesh:
            root["spec"]?["manifests"] = nil
            root["spec"]?["defaults"] = nil
        case .contract:
            if let path = root["spec"]?["file"]?.text {
                let resolved = resolvePath(path, beside: document.root["spec"]?["file"].map { place(of: $0, in: document) } ?? "")
                root["spec"]?["file"]?.content = .scalar(resolved, isPlain: false)
            }
        case .topic:
            if let defaults { root["spec"] = withDefaults(root["spec"] ?? RenderedNode(content: .mapping([])), defaults) }
        case .cluster, .principal, .application, .access, .policy: break
        }
        if let spec = root["spec"], spec.entries.isEmpty, document.kind == .mesh || document.kind == .principal || document.kind == .topic {
            root["spec"] = nil
        }
        let kind = document.root["kind"]
        return RenderedDocument(
            kind: document.kind, name: root["metadata"]?["name"]?.text ?? "", range: kind?.range ?? document.root.range, root: root)
    }

    /// A document's paths are relative to its own file, wherever a patch that sets one is written.
    private func place(of node: YAMLNode, in document: PreparedMesh.Document) -> String {
        (document.root["kind"]?.range.file ?? node.range.file).path
    }

    /// - Parameter patched: the same node before variables were put in.
    func node(_ node: YAMLNode, _ patched: YAMLNode) -> RenderedNode {
        switch (node.content, patched.content) {
        case (.scalar(let scalar), _):
            let isText = if case .string = node.resolved { true } else { false }
            let text = if !isText, scalar.text.isEmpty { "null" } else { scalar.text }
            return RenderedNode(content: .scalar(text, isPlain: !isText), origin: origin(of: node, patched))
        case (.sequence(let items), .sequence(let before)):
            return RenderedNode(content: .sequence(zip(items, before).map { self.node($0, $1) }), origin: origin(of: node, patched))
        case (.mapping(let entries), .mapping(let before)):
            let rendered = zip(entries, before).map { RenderedNode.Entry(key: $0.key.scalar?.text ?? "", value: self.node($0.value, $1.value)) }
            return RenderedNode(content: .mapping(rendered), origin: origin(of: node, patched))
        case (.sequence, _): return RenderedNode(content: .sequence([]), origin: origin(of: node, patched))
        case (.mapping, _): return RenderedNode(content: .mapping([]), origin: origin(of: node, patched))
        }
    }

    private func origin(of node: YAMLNode, _ patched: YAMLNode) -> ValueOrigin {
        if let written = patched.scalar?.text {
            let names = variablesMentioned(in: written)
            if !names.isEmpty { return .variables(names.map { .init(name: $0, range: mesh.variables[$0]) }) }
        }
        let range = patched.range
        if let patches = mesh.patches, let environment, patches.file.path == range.file.path, patches.start <= range.start, range.end <= patches.end {
            return .patch(environment: environment, range)
        }
        return .manifest(range)
    }
}

// MARK: - Defaults of topics

/// Key by key, as the resolver has it: what a topic says in a field silences a default's config key of the same meaning, and
/// the other way round.
private func withDefaults(_ spec: RenderedNode, _ defaults: RenderedNode) -> RenderedNode {
    var spec = spec
    let hasContract = spec["key"]?["contract"] != nil || spec["value"]?["contract"] != nil
    for entry in defaults.entries {
        switch entry.key {
        case "retention":
            for part in entry.value.entries where spec["retention"]?[part.key].flatMap(nonNull) == nil {
                guard let key = configKeys["retention.\(part.key)"], spec["config"]?[key] == nil, nonNull(part.value) != nil else { continue }
                put(part, under: "retention", in: &spec)
            }
        case "config":
            for part in entry.value.entries where spec["config"]?[part.key] == nil {
                let field = configKeys.first { $0.value == part.key }?.key.split(separator: ".")
                let said = field.flatMap { $0.count == 1 ? spec[String($0[0])] : spec[String($0[0])]?[String($0[1])] }
                // The field of the same meaning, the topic's own or a default's, has been said.
                if said.flatMap(nonNull) != nil || field.map({ isIn(defaults, $0) }) == true { continue }
                put(part, under: "config", in: &spec)
            }
        case "cleanup":
            if spec["cleanup"].flatMap(nonNull) == nil, spec["config"]?["cleanup.policy"] == nil { spec["cleanup"] = entry.value.asDefault }
        // Topics without a contract have nothing to validate, and need not be told so.
        case "validation":
            if hasContract, spec["validation"].flatMap(nonNull) == nil { spec["validation"] = entry.value.asDefault }
        default:
            if spec[entry.key].flatMap(nonNull) == nil, nonNull(entry.value) != nil { spec[entry.key] = entry.value.asDefault }
        }
    }
    return spec
}

private let configKeys = ["retention.time": "retention.ms", "retention.size": "retention.bytes", "cleanup": "cleanup.policy"]

private func isIn(_ node: RenderedNode, _ path: [Substring]) -> Bool {
    path.reduce(Optional(node)) { $0?[String($1)] }.flatMap(nonNull) != nil
}

private func nonNull(_ node: RenderedNode) -> RenderedNode? {
    if case .scalar(let text, isPlain: true) = node.content, ["null", "Null", "NULL", "~"].contains(text) { return nil }
    return node
}

private func put(_ entry: RenderedNode.Entry, under key: String, in spec: inout RenderedNode) {
    var map = spec[key].flatMap { if case .mapping = $0.content { $0 } else { nil } } ?? RenderedNode(content: .mapping([]))
    map[entry.key] = entry.value.asDefault
    spec[key] = map
}

extension RenderedNode {
    fileprivate var asDefault: RenderedNode {
        var node = self
        switch origin {
        case .manifest(let range), .patch(_, let range): node.origin = .meshDefault(range)
        case .variables, .meshDefault, nil: break
        }
        switch content {
        case .sequence(let items): node.content = .sequence(items.map(\.asDefault))
        case .mapping(let entries): node.content = .mapping(entries.map { Entry(key: $0.key, value: $0.value.asDefault) })
        case .scalar: break
        }
        return node
    }
}
