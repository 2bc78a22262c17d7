import Diagnostics
import Foundation
import ManifestLoading
import MeshHosting
import MeshModel
import MeshResolution

/// The manifests of a folder, linked and checked as `heddle validate` does it.
func readMesh(in folder: URL, environment: String?, variables: [String: String]) throws(EmbeddedMeshError) -> DesiredMesh {
    let (loaded, loading) = loadMesh(DiskManifestSource(root: folder), environment: environment, variables: variables)
    let (mesh, resolving) = loaded.map { resolveMesh($0) } ?? (nil, [])
    let errors = (loading + resolving).filter { $0.severity == .error }
    guard errors.isEmpty, let mesh else {
        throw EmbeddedMeshError("the manifests in '\(folder.path)' have errors\n" + TextRenderer().render(DiagnosticReport(errors, files: loaded?.files.map(\.path) ?? [])))
    }
    return mesh
}
