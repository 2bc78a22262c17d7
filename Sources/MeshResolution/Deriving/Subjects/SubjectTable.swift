import Diagnostics
import MeshModel

/// The subjects of every cluster.
struct SubjectTable {
    private var entries: [String: [String: Entry]] = [:]
    /// Said once, on however many clusters it is.
    private var conflicts: Set<[String]> = []

    private struct Entry {
        var use: SubjectUse
        var subject: DesiredSubject
    }

    func desired(on cluster: String) -> [String: DesiredSubject] {
        (entries[cluster] ?? [:]).mapValues(\.subject)
    }

    /// Adds a subject, and those that its contract refers to. The linker has found that references end.
    ///
    /// - Parameter isProtected: nobody is to delete the topic that it is for.
    mutating func add(
        _ use: SubjectUse, on cluster: String, isProtected: Bool, _ contracts: [String: LinkedContract], _ diagnostics: inout Findings
    ) {
        if let there = entries[cluster]?[use.subject] {
            guard there.use.contract.name == use.contract.name else { return conflict(use, there.use, &diagnostics) }
            let writers = Set(there.subject.writers).union(use.writers).sorted()
            let readers = Set(there.subject.readers).union(use.readers).sorted()
            let addsProtection = isProtected && !there.subject.deletionProtection
            // What it refers to has been told the same before.
            guard addsProtection || writers != there.subject.writers || readers != there.subject.readers else { return }
            entries[cluster]?[use.subject]?.subject.deletionProtection = isProtected || there.subject.deletionProtection
            entries[cluster]?[use.subject]?.subject.writers = writers
            entries[cluster]?[use.subject]?.subject.readers = readers
        } else {
            entries[cluster, default: [:]][use.subject] = Entry(use: use, subject: desired(use, isProtected: isProtected))
        }
        for reference in use.contract.spec.references {
            guard let target = contracts[reference.contract.value] else { continue }
            let inner = SubjectUse(
                subject: reference.name.value, contract: target, user: "contract '\(use.contract.name)'", range: reference.name.range,
                writers: use.writers, readers: use.readers)
            add(inner, on: cluster, isProtected: isProtected, contracts, &diagnostics)
        }
    }

    private func desired(_ use: SubjectUse, isProtected: Bool) -> DesiredSubject {
        let metadata = use.contract.resource.metadata
        return DesiredSubject(
            name: use.subject, contract: use.contract.name, format: use.contract.format, schema: use.contract.schema,
            references: use.contract.spec.references.map { SubjectReference(name: $0.name.value, subject: $0.name.value) },
            compatibility: use.contract.spec.compatibility?.value, owner: metadata.owner?.value, adopts: metadata.adopts,
            deletionProtection: isProtected || metadata.protects, origin: Origin(document: "Contract \(use.contract.name)", range: metadata.name.range),
            writers: use.writers, readers: use.readers)
    }

    private mutating func conflict(_ use: SubjectUse, _ other: SubjectUse, _ diagnostics: inout Findings) {
        guard conflicts.insert([use.subject, use.contract.name, use.user, other.contract.name]).inserted else { return }
        diagnostics.append(
            Diagnostic(
                code: "contract/subject-conflict",
                "\(use.user) puts the contract '\(use.contract.name)' under the subject '\(use.subject)', where "
                    + "\(other.user) has '\(other.contract.name)'",
                at: use.range, secondary: other.range.map { [.init("the other contract", at: $0)] } ?? [],
                notes: ["in a schema registry one contract stands under a subject, with its versions"],
                suggestion: "use one contract in both places, or give one of the records another name"))
    }
}
