import Diagnostics
import MeshModel

/// Documents that the mesh's own scope leaves out.
func checkScope(_ index: MeshIndex, _ diagnostics: inout Findings) {
    let scope = index.loaded.mesh.spec.scope
    let prefixes = (scope.prefixes ?? []).filter { !$0.value.isEmpty }
    if !prefixes.isEmpty {
        let managed = PrefixSet(prefixes.map(\.value))
        for topic in index.loaded.topics where !managed.hasPrefix(of: topic.name) {
            diagnostics.append(
                Diagnostic(
                    code: "topic/outside-scope", "'\(topic.name)' is outside of what this mesh manages",
                    at: topic.metadata.name.range,
                    secondary: prefixes.first?.range.map { [.init("the prefixes that are managed", at: $0)] } ?? [],
                    suggestion: "add its prefix to the mesh's scope, or rename the topic"))
        }
    }
    guard let kinds = scope.kinds, !kinds.isEmpty else { return }
    let documents: [(kind: String, first: SourceRange?)] = [
        ("Contract", index.loaded.contracts.first?.range), ("Topic", index.loaded.topics.first?.range),
        ("Principal", index.loaded.principals.first?.range), ("Access", index.loaded.access.first?.range),
    ]
    for (kind, range) in documents where !kinds.contains(where: { $0.value == kind }) {
        guard let range else { continue }
        diagnostics.append(
            Diagnostic(
                .warning, code: "mesh/kind-outside-scope",
                "documents of kind '\(kind)' are outside of the mesh's scope: they are read, and nothing is done about them",
                at: range, secondary: kinds.first?.range.map { [.init("the kinds that are managed", at: $0)] } ?? []))
    }
}
