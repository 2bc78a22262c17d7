import ContractChecking
import ContractModel
import Diagnostics
import Foundation
import ManifestLoading
import MeshModel

/// The mesh as it is in a commit, and for transitive modes in those before it.
struct GitBaseline: ContractBaseline {
    var repository: GitRepository
    var revision: ChosenRevision
    var folder: MeshFolder
    var options: ManifestOptions

    var description: String { revision.description }

    func earlier(than head: MeshContracts) throws -> EarlierContracts {
        guard let commit = revision.commit else { return EarlierContracts(description: description) }
        let objects = try GitObjects(repository)
        let (prefix, note) = try prefix(in: commit, objects)
        guard let prefix else {
            return EarlierContracts(description: "\(description), where this mesh did not exist yet")
        }
        let reader = GitMeshReader(repository: repository, objects: objects, prefix: prefix, options: options)
        guard let mesh = try reader.mesh(at: commit) else {
            throw CommandFailure(
                .usage, "the mesh of \(revision.label) cannot be read", remedy: "see what is wrong there with 'heddle validate'")
        }
        var earlier = EarlierContracts(mesh, labelled: revision.label, than: head, description: description + note)
        try addHistories(to: &earlier, of: head, from: commit, reader)
        return earlier
    }

    /// Transitive modes look further back, for what changed alone.
    private func addHistories(
        to earlier: inout EarlierContracts, of head: MeshContracts, from commit: String, _ reader: GitMeshReader
    ) throws {
        let asking = head.contracts.filter { contract in
            contract.mode.isTransitive && isChanged(contract, earlier.histories[contract.name])
                && earlier.histories[contract.name]?.versions.isEmpty == false
        }
        guard !asking.isEmpty else { return }
        if try repository.isShallow() {
            throw CommandFailure(
                .usage,
                "'\(asking[0].name)' is \(asking[0].mode.rawValue), and this shallow clone does not have the versions before \(revision.label)",
                remedy: "fetch all of it (actions/checkout: fetch-depth: 0; git fetch --unshallow)")
        }
        let past = try GitContractHistory(reader: reader).versions(of: asking.map(\.name), before: commit)
        for contract in asking {
            guard let past = past[contract.name] else { continue }
            earlier.histories[contract.name]?.versions.insert(contentsOf: past.versions, at: 0)
            guard past.isCut else { continue }
            earlier.problems.append(
                Diagnostic(
                    .warning, code: "check/history-cut",
                    "'\(contract.name)' is compared with its last \(past.versions.count + 1) versions, and there are more before those",
                    at: contract.declared, notes: ["so far back goes one run"]))
        }
    }

    /// Where the mesh's folder was then, if it was. A folder that has been moved is the same mesh.
    private func prefix(in commit: String, _ objects: GitObjects) throws -> (prefix: String?, note: String) {
        let relative = try GitRepository(root: folder.root).require(["rev-parse", "--show-prefix"])
        let root = relative + MeshFolder.rootFile
        if (try? objects.file(root, in: commit)) ?? nil != nil { return (relative, "") }
        let renames = try repository.run(["diff", "--name-status", "-z", "-M", "--diff-filter=R", commit, "--"])
        let fields = renames.output.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        for index in stride(from: 0, to: fields.count - 2, by: 3) where fields[index + 2] == root {
            let old = fields[index + 1]
            guard old == MeshFolder.rootFile || old.hasSuffix("/" + MeshFolder.rootFile) else { continue }
            let prefix = String(old.dropLast(MeshFolder.rootFile.count))
            return (prefix, ", where the mesh's folder was \(prefix.isEmpty ? "the root" : "'\(prefix.dropLast())'")")
        }
        return (nil, "")
    }
}
