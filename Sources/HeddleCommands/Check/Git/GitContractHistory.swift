import ContractChecking
import Foundation
import MeshModel

/// The versions that contracts have had, as the commits of the branch tell them.
///
/// Followed by the contract's name: at each commit that touches a file which makes it up, the mesh before that commit says
/// which files made it up there. So neither a schema nor a manifest that moves is lost. Merges count as one step, as the
/// branch has seen them. All contracts are followed together, so that each mesh is read once.
struct GitContractHistory {
    let reader: GitMeshReader
    /// Of one contract.
    var maximumVersions = 200
    /// Of all contracts together.
    var maximumMeshes = 1_000

    /// One contract on its way back.
    private struct Track {
        var contract: CheckedContract
        /// From the repository's root.
        var files: Set<String>
        /// Latest first, each text once; the first is the one that was there at the start.
        var versions: [ContractVersion] = []

        mutating func note(_ label: String) {
            let version = contract.version(labelled: label)
            guard !versions.contains(where: { $0.format == version.format && hasSameBytes($0.text, version.text) }) else { return }
            versions.append(version)
        }
    }

    /// What came of a contract.
    struct Past {
        /// Oldest first, without the one that was there at the start.
        var versions: [ContractVersion]
        /// There are more before them.
        var isCut: Bool
    }

    /// - Parameter commit: which has the last versions.
    func versions(of names: [String], before commit: String) throws -> [String: Past] {
        var past: [String: Past] = [:]
        guard let mesh = try reader.mesh(at: commit).map(MeshContracts.init) else { return past }
        var open = Dictionary(uniqueKeysWithValues: names.compactMap { name in track(name, in: mesh).map { (name, $0) } })
        func finish(_ name: String, isCut: Bool = false) {
            guard let track = open.removeValue(forKey: name) else { return }
            past[name] = Past(versions: track.versions.dropFirst().reversed(), isCut: isCut)
        }
        var start: String? = commit
        var readCount = 0
        while let from = start, !open.isEmpty {
            start = nil
            let paths = open.values.reduce(into: Set<String>()) { $0.formUnion($1.files) }
            for step in try steps(touching: paths, from: from) {
                let touched = open.keys.filter { open[$0]?.files.isDisjoint(with: step.files) == false }.sorted()
                guard !touched.isEmpty else { continue }
                for name in touched { open[name]?.note(step.label) }
                guard let parent = step.parent else { break }
                readCount += 1
                guard readCount <= maximumMeshes else {
                    for name in Array(open.keys) { finish(name, isCut: true) }
                    break
                }
                let before = try reader.mesh(at: parent).map(MeshContracts.init)
                for name in touched {
                    guard let next = before.flatMap({ track(name, in: $0) }) else {
                        finish(name)
                        continue
                    }
                    guard let versions = open[name]?.versions, versions.count <= maximumVersions else {
                        finish(name, isCut: true)
                        continue
                    }
                    open[name] = next
                    open[name]?.versions = versions
                    // Files that nobody has asked git about so far: from here on with those.
                    if !next.files.isSubset(of: paths) { start = parent }
                }
                if start != nil { break }
            }
        }
        for name in Array(open.keys) { finish(name) }
        return past
    }

    private func track(_ name: String, in mesh: MeshContracts) -> Track? {
        guard let contract = mesh[name] else { return nil }
        return Track(contract: contract, files: Set(mesh.files(of: name).compactMap { repositoryPath(of: $0, below: reader.prefix) }))
    }

    /// The commits of the branch that touch one of the files, the latest first.
    private func steps(touching files: Set<String>, from commit: String) throws -> [GitStep] {
        // A command line has an end; beyond it git tells of every file, and we look.
        let paths = files.count > 5_000 ? ["."] : files.sorted()
        let answer = try reader.repository.run(
            ["--literal-pathspecs", "log", "-z", "-m", "--first-parent", "--no-renames", "--name-only", "--format=%x01%H %cI %P", commit, "--"]
                + paths)
        guard answer.status == 0 else { throw CommandFailure(.usage, "'git log' failed: \(answer.error)") }
        return GitStep.steps(in: answer.output)
    }
}

/// A commit, and what it did to which files.
struct GitStep: Hashable {
    var label: String
    /// The first, which the branch was on; nil: there is none.
    var parent: String?
    var files: Set<String> = []

    /// Out of `git log -z --name-only --format="%x01%H %cI %P"`: heads and names, each with a NUL after it, and the
    /// first name with a line break before it.
    static func steps(in output: [UInt8]) -> [GitStep] {
        var steps: [GitStep] = []
        for part in output.split(separator: 0) {
            let text = String(decoding: part.drop { $0 == 0x0A }, as: UTF8.self)
            if text.hasPrefix("\u{1}") {
                let fields = text.dropFirst().split(separator: " ")
                guard fields.count >= 2 else { continue }
                let parent = fields.count > 2 ? String(fields[2]) : nil
                steps.append(GitStep(label: "commit \(fields[0].prefix(7)) of \(fields[1].prefix(10))", parent: parent))
            } else if !text.isEmpty, !steps.isEmpty {
                steps[steps.count - 1].files.insert(text)
            }
        }
        return steps
    }
}
