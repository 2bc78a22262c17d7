import ContractCompatibility
import ContractModel
import Diagnostics

/// Protobuf contracts that lean on the same files, before and after.
struct ProtobufGroup {
    struct Entry {
        var member: ProtobufMember
        /// Under which the others import it, or its own; the same in both versions.
        var path: String
    }

    private(set) var members: [Entry] = []
    private var paths: Set<String> = []
    /// By import path.
    private(set) var oldFiles: [String: SourceFile] = [:]
    private(set) var newFiles: [String: SourceFile] = [:]

    /// Contracts that fit together, in groups that share no file.
    static func groups(of members: [ProtobufMember]) -> [ProtobufGroup] {
        let importPaths = ImportPaths(members)
        var all = ProtobufGroup()
        for member in members { all.add(member, at: importPaths.path(of: member)) }
        return all.split()
    }

    /// Leaves the contract out where a path of its means something else already.
    private mutating func add(_ member: ProtobufMember, at path: String) {
        let new = files(of: member.contract.text, at: path)
        let old = member.earlier.map { files(of: $0.text, at: path) } ?? [:]
        guard !paths.contains(path), fits(new, into: newFiles), fits(old, into: oldFiles) else { return }
        newFiles.merge(new) { first, _ in first }
        oldFiles.merge(old) { first, _ in first }
        paths.insert(path)
        members.append(Entry(member: member, path: path))
    }

    private func files(of text: ContractText, at path: String) -> [String: SourceFile] {
        // The text itself wins: one that refers to its own path is a circle, and the loader says so.
        text.references.merging([path: text.file]) { _, own in own }
    }

    private func fits(_ files: [String: SourceFile], into known: [String: SourceFile]) -> Bool {
        files.allSatisfy { path, file in known[path].map { isSameFile($0, file) } ?? true }
    }

    private func split() -> [ProtobufGroup] {
        var sets = DisjointSets()
        for entry in members {
            for path in entry.member.contract.text.references.keys { sets.join(entry.path, path) }
            for path in entry.member.earlier?.text.references.keys ?? [:].keys { sets.join(entry.path, path) }
        }
        let byRoot = Dictionary(grouping: members) { sets.root(of: $0.path) }
        return byRoot.sorted { $0.key < $1.key }.map { _, members in
            var group = self
            group.members = members
            return group
        }
    }
}

/// How contracts call each other's files.
private struct ImportPaths {
    private var paths: [String: String] = [:]

    init(_ members: [ProtobufMember]) {
        // Files go by their path on disk here; which text stands there is looked at when they are put together.
        for text in members.flatMap({ [$0.contract.text] + ($0.earlier.map { [$0.text] } ?? []) }) {
            for (importPath, file) in text.references {
                if let known = paths[file.path], known <= importPath { continue }
                paths[file.path] = importPath
            }
        }
    }

    func path(of member: ProtobufMember) -> String {
        paths[member.contract.text.file.path] ?? member.earlier.flatMap { paths[$0.text.file.path] }
            ?? ownPath(of: member.contract, besides: member.earlier?.text.references ?? [:])
    }
}

/// Union and find, by name.
private struct DisjointSets {
    private var parents: [String: String] = [:]

    mutating func root(of name: String) -> String {
        var root = name
        while let parent = parents[root] { root = parent }
        var current = name
        while let parent = parents[current], parent != root {
            parents[current] = root
            current = parent
        }
        return root
    }

    mutating func join(_ left: String, _ right: String) {
        let (first, second) = (root(of: left), root(of: right))
        if first != second { parents[max(first, second)] = min(first, second) }
    }
}
