import Diagnostics
import MeshImporting

/// What an import came to, for people and machines.
struct ImportReport {
    var mesh: String
    var cluster: String
    var isDryRun: Bool
    var imported: ClusterImport
    var files: [ImportedFile]

    private static let namesShown = 5

    func show(_ proof: ImportProof, as format: TextOrJSON, console: Console) throws {
        switch format {
        case .json: console.print(try renderJSON(ImportJSON(self, proof)))
        case .text: showFiles(console)
        }
        console.show(proof.diagnostics.filter { $0.severity == .error })
        for (what, message) in grouped() { console.say("left out \(what): \(message)") }
        for difference in proof.differences { console.error("\(difference.address): \(difference.message)") }
        if proof.holds, format == .text { console.say(conclusion(proof)) }
    }

    private func showFiles(_ console: Console) {
        for file in files {
            if isDryRun {
                console.write("==> \(file.path) <==\n\(file.text)\(file.text.hasSuffix("\n") ? "" : "\n")\n", to: .output)
            } else {
                console.print(file.path)
            }
        }
    }

    private func conclusion(_ proof: ImportProof) -> String {
        if imported.documents.isEmpty { return "nothing to import: there is nothing in '\(cluster)' that manifests could take over" }
        let counts = [("Topic", "topic"), ("Contract", "contract"), ("Application", "application"), ("Principal", "principal"), ("Access", "access document")]
            .compactMap { kind, word -> String? in
                let count = imported.documents.count { $0.kind.rawValue == kind }
                return count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
            }
        return "\(counts.joined(separator: ", ")); a plan takes over \(proof.adoptions) and changes nothing in the cluster"
            + (isDryRun ? "" : "\nnext: read the files, name the owners, heddle plan, heddle apply")
    }

    /// What shares a reason, with a few of the names.
    private func grouped() -> [(what: String, message: String)] {
        struct Group: Hashable {
            var sort: LeftOut.Sort
            var message: String
        }
        var names: [Group: [String]] = [:]
        for entry in imported.leftOut { names[Group(sort: entry.sort, message: entry.message), default: []].append(entry.name) }
        return names.sorted { ($0.key.sort.rawValue, $0.value[0], $0.key.message) < ($1.key.sort.rawValue, $1.value[0], $1.key.message) }.map { group, names in
            let shown = names.prefix(Self.namesShown).map { "'\($0)'" }.joined(separator: ", ")
            return ("\(group.sort.rawValue) \(shown)" + (names.count > Self.namesShown ? " and \(names.count - Self.namesShown) more" : ""), group.message)
        }
    }
}
