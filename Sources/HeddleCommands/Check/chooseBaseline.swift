import ContractChecking
import EngineInterface
import Foundation
import MeshModel
import RegistryClient

extension CheckCommand {
    /// What `--against` means where it is a registry's URL or the running mesh; nil for other words.
    func registryBaseline(for folder: MeshFolder, _ loaded: LoadedMesh) throws -> RegistryBaseline? {
        guard let against, against == "mesh" || against.hasPrefix("http://") || against.hasPrefix("https://") else { return nil }
        let mesh = try requireMesh(in: folder, options: manifests, console: common.console)
        return RegistryBaseline(
            registries: try registries(against, of: mesh, in: folder), subjects: registrySubjects(of: mesh, loaded))
    }

    /// What `--against` means else: a revision of the repository, or a folder.
    func baseline(for folder: MeshFolder, _ head: MeshContracts) throws -> any ContractBaseline {
        guard let against else {
            let repository = try GitRepository.containing(folder.root)
            let chosen = try chooseRevision(in: repository, environment: ProcessInfo.processInfo.environment) {
                try Self.isClean(folder, head, in: repository)
            }
            return GitBaseline(repository: repository, revision: chosen, folder: folder, options: manifests)
        }
        if let other = try otherFolder(against) { return FolderBaseline(name: against, folder: other, options: manifests) }
        let repository = try GitRepository.containing(folder.root)
        return GitBaseline(
            repository: repository, revision: try revision(named: against, in: repository), folder: folder, options: manifests)
    }

    /// The registry with a URL, with the login of the cluster that names it; or those of all clusters.
    private func registries(_ word: String, of mesh: DesiredMesh, in folder: MeshFolder) throws -> [(name: String, client: RegistryClient)] {
        let running = RunningMesh.find(in: folder)
        let clusters = mesh.clusters.values.sorted { $0.name < $1.name }
        do {
            if word != "mesh" {
                guard let address = RegistryAddress(parsing: word) else {
                    throw CommandFailure(.usage, "'\(word)' is no URL of a registry", remedy: "such as https://registry.example.com")
                }
                let owner = clusters.first { $0.spec.registryURL?.value == word }
                let client = try owner.flatMap { try MeshConnections.registry(of: $0, in: folder, running: running, logger: common.logger) }
                return [("the registry \(address)", client ?? RegistryClient(address, logger: common.logger))]
            }
            var found: [(String, RegistryClient)] = []
            for cluster in clusters {
                guard let client = try MeshConnections.registry(of: cluster, in: folder, running: running, logger: common.logger) else { continue }
                found.append(("the registry of cluster \(cluster.name)", client))
            }
            guard !found.isEmpty else {
                throw CommandFailure(
                    .usage, "no cluster of the mesh has a schema registry", remedy: "give one registry: { address: … }, or compare with a revision")
            }
            return found
        } catch let failure as EngineFailure {
            throw CommandFailure(.unreachable, failure.message)
        }
    }

    /// A folder that says where it is (`./before`, `/tmp/before`) is one; any other word is a revision first.
    private func otherFolder(_ name: String) throws -> MeshFolder? {
        let url = URL(fileURLWithPath: name, relativeTo: common.startingFolder)
        let isThere = FileManager.default.fileExists(atPath: url.appendingPathComponent(MeshFolder.rootFile).path)
        let saysSo = name.hasPrefix("/") || name.hasPrefix("./") || name.hasPrefix("../") || name == "." || name == ".."
        if saysSo {
            guard isThere else { throw CommandFailure(.usage, "there is no \(MeshFolder.rootFile) in '\(name)'") }
            return MeshFolder(root: url.standardizedFileURL)
        }
        guard isThere else { return nil }
        let isRevision = try? GitRepository.containing(common.startingFolder).commit(name)
        return isRevision ?? nil == nil ? MeshFolder(root: url.standardizedFileURL) : nil
    }

    /// What else lies about in the folder, build products say, is no change of the mesh.
    static func isClean(_ folder: MeshFolder, _ head: MeshContracts, in repository: GitRepository) throws -> Bool {
        let prefix = try GitRepository(root: folder.root).require(["rev-parse", "--show-prefix"])
        let files = Set((head.manifests + head.contracts.flatMap { head.files(of: $0.name) }).compactMap { repositoryPath(of: $0, below: prefix) })
        let outside = files.filter { !$0.hasPrefix(prefix) }.sorted()
        let answer = try repository.run(
            ["--literal-pathspecs", "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", prefix.isEmpty ? "." : prefix]
                + outside)
        guard answer.status == 0 else { throw CommandFailure(.usage, "'git status' failed: \(answer.error)") }
        return !answer.output.split(separator: 0).contains { entry in
            let text = String(decoding: entry, as: UTF8.self)
            return !text.hasPrefix("??") || files.contains(String(text.dropFirst(3)))
        }
    }
}
