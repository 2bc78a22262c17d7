import Diagnostics
import ManifestLoading
import MeshModel

/// One heddle.yaml, loaded.
func load(
    _ text: String, files: [String: String] = [:], environment: String? = nil, variables: [String: String] = [:]
) -> (mesh: LoadedMesh?, diagnostics: [Diagnostic]) {
    loadMesh(
        InMemoryManifestSource(files.merging(["heddle.yaml": text]) { $1 }), environment: environment, variables: variables)
}

/// A mesh with this spec and these documents.
func mesh(_ spec: String, _ documents: String...) -> String {
    let fields = spec.split(separator: "\n").map { "\n  \($0)" }.joined()
    return (["apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: m }\nspec:\(fields)\n"] + documents).joined(
        separator: "\n---\n")
}
