import ManifestLoading
import ManifestWriting
import MeshModel

/// What a mesh needs before anything is imported into it: heddle.yaml and the cluster that is there already.
///
/// - Parameter registry: the URL of the cluster's schema registry; nil: it has none.
package func newMeshFiles(mesh: String, cluster: String, addresses: [HostAndPort], clusterId: String?, registry: String?) -> [ImportedFile] {
    let root = ManifestDraft(
        kind: .mesh, metadata: .mapping([("name", text(mesh))]),
        spec: .mapping([("manifests", .sequence([YAMLDraft(.quoted("manifests/**/*.yaml"))]))]),
        comments: ["The root of the mesh. 'heddle explain Mesh' lists every field."])
    var spec: [(String, YAMLDraft)] = [
        ("engine", text("kafka")), ("addresses", .sequence(addresses.map { YAMLDraft(.quoted(escapedVariables("\($0)"))) })),
    ]
    if let clusterId { spec.append(("clusterId", text(clusterId))) }
    if let registry { spec.append(("registry", .mapping([("url", YAMLDraft(.quoted(escapedVariables(registry))))]))) }
    let manifest = ManifestDraft(kind: .cluster, metadata: .mapping([("name", text(cluster))]), spec: .mapping(spec))
    return [
        ImportedFile(path: "heddle.yaml", text: writeManifest(root), documents: [.init(kind: .mesh, name: mesh)]),
        ImportedFile(path: "manifests/clusters.yaml", text: writeManifest(manifest), documents: [.init(kind: .cluster, name: cluster)]),
    ]
}
