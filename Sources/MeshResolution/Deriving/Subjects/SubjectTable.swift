import Diagnostics
import MeshModel

/// The subjects of every cluster.
struct SubjectTable {
    private var entries: [String: [String: Entry]] = [:]
    /// Said once, on however many clusters it is.
    private var conflicts: Set<[String]> = []

    fileprivate struct Entry {
        var use: SubjectUse
        var isProtected: Bool
    }

    func desired(on cluster: String) -> [String: DesiredSubject] {
        (entries[cluster] ?? [:]).mapValues(\.desired)
    }

    /// Adds a subject, and those that its contract refers to. The linker has found that references end.
    ///
    /// - Parameter isProtected: nobody is to delete the topic that it is for.
    mutating func add(
        _ use: SubjectUse, on cluster: String, isProtected: Bool, _ contracts: [String: LinkedContract], _ diagnostics: inout Findings
    ) {
        if let there = entries[cluster]?[use.subject]?.use {
            guard there.contract.name == use.contract.name else { return conflict(use, there, &diagnostics) }
            // What it refers to has been told the same before.
            guard entries[cluster]?[use.subject]?.take(use, isProtected: isProtected) == true else { return }
        } else {
            entries[cluster, default: [:]][use.subject] = Entry(use: use, isProtected: isProtected)
        }
        for reference in use.contract.spec.references {
            guard let target = contracts[reference.contract.value] else { continue }
            let inner = SubjectUse(
                subject: reference.name.value, contract: target, user: .contract(use.contract.name), range: reference.name.range,
                writers: use.writers, readers: use.readers)
            add(inner, on: cluster, isProtected: isProtected, contracts, &diagnostics)
        }
    }

    private mutating func conflict(_ use: SubjectUse, _ other: SubjectUse, _ diagnostics: inout Findings) {
        guard conflicts.insert([use.subject, use.contract.name, use.user.description, other.contract.name]).inserted else { return }
        diagnostics.append(
            Diagnostic(
                code: "contract/subject-conflict",
                "\(use.user.description) puts the contract '\(use.contract.name)' under the subject '\(use.subject)', where "
                    + "\(other.user.description) has '\(other.contract.name)'",
                at: use.range, secondary: other.range.map { [.init("the other contract", at: $0)] } ?? [],
                notes: ["in a schema registry one contract stands under a subject, with its versions"],
                suggestion: "use one contract in both places, or give one of the records another name"))
    }
}

extension SubjectTable.Entry {
    /// Takes over what another use of the same subject says; false where that is nothing new.
    fileprivate mutating func take(_ other: SubjectUse, isProtected: Bool) -> Bool {
        var isNew = isProtected && !self.isProtected
        self.isProtected = isProtected || self.isProtected
        // One by one: a subject that all topics share is told of each of their applications once.
        for writer in other.writers where use.writers.insert(writer).inserted { isNew = true }
        for reader in other.readers where use.readers.insert(reader).inserted { isNew = true }
        return isNew
    }

    fileprivate var desired: DesiredSubject {
        let contract = use.contract
        let metadata = contract.resource.metadata
        return DesiredSubject(
            name: use.subject, contract: contract.name, format: contract.format, schema: contract.schema,
            references: contract.spec.references.map { SubjectReference(name: $0.name.value, subject: $0.name.value) },
            compatibility: contract.spec.compatibility?.value, owner: metadata.owner?.value, adopts: metadata.adopts,
            deletionProtection: isProtected || metadata.protects,
            origin: Origin(document: "Contract \(contract.name)", range: metadata.name.range),
            writers: use.writers.sorted(), readers: use.readers.sorted())
    }
}
