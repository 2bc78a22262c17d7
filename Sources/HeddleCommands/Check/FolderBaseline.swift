import ContractChecking
import Diagnostics
import Foundation
import ManifestLoading
import MeshHosting

/// Another folder with the mesh as it was.
struct FolderBaseline: ContractBaseline {
    /// As it was named.
    var name: String
    var folder: MeshFolder
    var options: ManifestOptions

    var description: String { "the folder \(name)" }

    func earlier(than head: MeshContracts) throws -> EarlierContracts {
        let source = DiskManifestSource(root: folder.root)
        let mesh = loadMesh(source, root: MeshFolder.rootFile, environment: options.env, variables: try options.variables()).mesh
        guard let mesh else {
            throw CommandFailure(.usage, "the mesh in '\(name)' cannot be read", remedy: "see what is wrong there with 'heddle validate'")
        }
        return EarlierContracts(mesh, labelled: name, than: head, description: description)
    }
}
