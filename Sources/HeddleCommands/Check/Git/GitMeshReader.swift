import ContractChecking
import Foundation
import ManifestLoading
import MeshModel

/// Meshes out of commits.
struct GitMeshReader {
    var repository: GitRepository
    var objects: GitObjects
    var prefix: String
    var options: ManifestOptions

    /// With whatever can be understood of it; nil where there is no mesh.
    func mesh(at commit: String) throws -> LoadedMesh? {
        let source = GitManifestSource(repository: repository, objects: objects, commit: commit, prefix: prefix)
        let variables = try options.variables()
        let mesh = loadMesh(source, root: MeshFolder.rootFile, environment: options.env, variables: variables).mesh
        // The environment may be younger than the commit.
        if mesh != nil || options.env == nil { return mesh }
        return loadMesh(source, root: MeshFolder.rootFile, variables: variables).mesh
    }
}
