import Diagnostics
import Foundation
import ManifestLoading
import MeshHosting
import MeshModel
import MeshResolution

/// One side of `heddle diff`: manifests as they are in a folder or a commit.
struct MeshSide: Sendable {
    /// As it was named.
    var name: String
    /// nil where the manifests there have errors.
    var desired: DesiredMesh?
    var loaded: LoadedMesh?
    var diagnostics: [Diagnostic]

    /// The mesh, or the end of the command: tells what is wrong there and stops with 1.
    func require(_ console: Console) throws -> (LoadedMesh, DesiredMesh) {
        guard let loaded, let desired else {
            console.show(diagnostics.filter { $0.severity == .error })
            throw CommandFailure(.no, "the manifests of \(name) have errors", remedy: "'heddle explain CODE' tells more of each")
        }
        return (loaded, desired)
    }

    init(name: String, source: some ManifestSource, options: ManifestOptions) throws {
        self.name = name
        let (loaded, problems) = loadMesh(
            source, root: MeshFolder.rootFile, environment: options.env, variables: try options.variables())
        self.loaded = loaded
        diagnostics = problems
        guard let loaded else { return }
        let (mesh, more) = resolveMesh(loaded)
        desired = mesh
        diagnostics += more
    }

    /// `WORKTREE` and `.` are the mesh's folder as it is; what says that it is a folder is one; any other word is a revision first.
    static func read(_ name: String, _ options: ManifestOptions, _ common: CommonOptions) throws -> MeshSide {
        if name == "WORKTREE" || name == "." {
            let folder = try MeshFolder.containing(common.startingFolder)
            return try MeshSide(name: "the folder as it is", source: DiskManifestSource(root: folder.root), options: options)
        }
        let url = common.path(name)
        let saysSo = name.hasPrefix("/") || name.hasPrefix("./") || name.hasPrefix("../") || name == ".."
        let isThere = FileManager.default.fileExists(atPath: url.appendingPathComponent(MeshFolder.rootFile).path)
        if saysSo {
            guard isThere else { throw CommandFailure(.usage, "there is no \(MeshFolder.rootFile) in '\(name)'") }
            return try MeshSide(name: "the folder \(name)", source: DiskManifestSource(root: url), options: options)
        }
        if let side = try inCommit(name, options, common, elseFolder: isThere) { return side }
        return try MeshSide(name: "the folder \(name)", source: DiskManifestSource(root: url), options: options)
    }

    /// - Parameter elseFolder: nil is answered for a word that is no revision; without a folder of that name it is an error.
    private static func inCommit(
        _ name: String, _ options: ManifestOptions, _ common: CommonOptions, elseFolder: Bool
    ) throws -> MeshSide? {
        let folder: MeshFolder
        let repository: GitRepository
        do {
            folder = try MeshFolder.containing(common.startingFolder)
            repository = try GitRepository.containing(folder.root)
        } catch {
            if elseFolder { return nil }
            throw error
        }
        guard let commit = try repository.commit(name) else {
            if elseFolder { return nil }
            throw CommandFailure(
                .usage, "'\(name)' is neither a revision of '\(repository.root.path)' nor a folder with a \(MeshFolder.rootFile)",
                remedy: "say a branch, a tag or a commit that this clone has, or ./FOLDER, or WORKTREE for the folder as it is")
        }
        let prefix = try GitRepository(root: folder.root).require(["rev-parse", "--show-prefix"])
        let objects = try GitObjects(repository)
        let source = GitManifestSource(repository: repository, objects: objects, commit: commit, prefix: prefix)
        guard (try? source.read(MeshFolder.rootFile)) ?? nil != nil else {
            throw CommandFailure(.usage, "there is no \(prefix)\(MeshFolder.rootFile) in \(name)")
        }
        return try MeshSide(name: "\(name) (\(commit.prefix(7)))", source: source, options: options)
    }
}
