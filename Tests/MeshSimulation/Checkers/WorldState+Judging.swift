import Determinism
import EngineInterface
import MeshModel

/// Whether something may be done at all, judged from the truth, at the moment at which it is sent. None of this asks the planner,
/// or believes what a plan says of itself.
extension WorldState {
    mutating func judge(_ operation: EngineOperation, by mandate: Mandate) {
        let deeds = self.deeds[mandate.mesh] ?? Deeds()
        switch operation {
        case .createTopic(let name, _, _, _):
            if reservedTopicProblem(name) != nil { violation("creates the reserved topic '\(name)'") }
            if topics[name] == nil, ledger.topics[name]?.stewardship.mesh != mandate.mesh { violation("creates '\(name)' without a note of it") }
        case .setPartitions(let name, _), .alterConfig(let name, _, _), .setReplication(let name, _, _):
            if topics[name] != nil, !deeds.topics.contains(name), mandate.desired.topics[name]?.adopts != true {
                violation("\(mandate.mesh) changes the foreign topic '\(name)'")
            }
        case .deleteTopic(let name): judgeDeletion(of: name, by: mandate, deeds: deeds)
        case .grant(let rule):
            if mandate.desired.access[rule] == nil, !isOfQuarantine(rule, deeds: deeds) { violation("grants what nobody asked for: \(rule.addressName)") }
        case .revoke(let rule): judgeRevocation(of: rule, by: mandate, deeds: deeds)
        case .registerSchema(let schema): judgeChange(of: schema.subject, by: mandate, deeds: deeds)
        case .setCompatibility(let subject, _): judgeChange(of: subject, by: mandate, deeds: deeds)
        case .deleteSubject(let subject):
            guard registry.entries[subject] != nil else { return }
            if !deeds.subjects.contains(subject) { violation("\(mandate.mesh) deletes the foreign subject '\(subject)'") }
            if mandate.desired.subjects[subject] != nil { violation("deletes the declared subject '\(subject)'") }
            if !mandate.prunes { violation("deletes the subject '\(subject)', and nobody asked for deletions") }
            if ledger.subjects[subject]?.stewardship.deletionProtection == true { violation("deletes the protected subject '\(subject)'") }
        }
    }

    private mutating func judgeDeletion(of name: String, by mandate: Mandate, deeds: Deeds) {
        guard topics[name] != nil else { return }
        if !deeds.topics.contains(name) { violation("\(mandate.mesh) deletes the foreign topic '\(name)'") }
        if mandate.desired.topics[name] != nil { violation("deletes the declared topic '\(name)'") }
        if !mandate.prunes { violation("deletes '\(name)', and nobody asked for deletions") }
        let recorded = ledger.topics[name]
        if recorded?.stewardship.deletionProtection == true { violation("deletes the protected topic '\(name)'") }
        guard let content = contents[name], content != Content(), !mandate.foundUnused.contains(name) else { return }
        if !mandate.named.contains(name) { violation("drops '\(name)' with \(content.records) records, and its name was not allowed") }
        guard !mandate.skipsQuarantine else { return }
        let policy =
            mandate.deletion
            ?? DeletionPolicy(
                drain: max(recorded?.stewardship.deletion?.drain ?? .init(0), DeletionPolicy.standard.drain),
                quarantine: max(recorded?.stewardship.deletion?.quarantine ?? .init(0), DeletionPolicy.standard.quarantine))
        let isOver =
            switch quarantines[name] {
            case nil: policy.drain.count <= 0 && policy.quarantine.count <= 0
            case (.draining, let since)?: policy.quarantine.count <= 0 && time >= since + .milliseconds(policy.drain.count)
            case (.closed, let since)?: time >= since + .milliseconds(policy.quarantine.count)
            }
        if !isOver { violation("drops '\(name)' with \(content.records) records before its quarantine is over") }
    }

    private mutating func judgeRevocation(of rule: AccessRule, by mandate: Mandate, deeds: Deeds) {
        guard access.contains(rule) else { return }
        if !deeds.rules.contains(rule) { violation("\(mandate.mesh) revokes the foreign rule \(rule.addressName)") }
        guard !isOfQuarantine(rule, deeds: deeds) else { return }
        if mandate.desired.access[rule] != nil { violation("revokes the declared rule \(rule.addressName)") }
        if ledger.access[rule]?.stewardship.deletionProtection == true { violation("revokes the protected rule \(rule.addressName)") }
    }

    private mutating func judgeChange(of subject: String, by mandate: Mandate, deeds: Deeds) {
        guard registry.entries[subject] != nil else {
            if ledger.subjects[subject]?.stewardship.mesh != mandate.mesh { violation("registers '\(subject)' without a note of it") }
            return
        }
        if !deeds.subjects.contains(subject), mandate.desired.subjects[subject]?.adopts != true {
            violation("\(mandate.mesh) changes the foreign subject '\(subject)'")
        }
    }

    /// What keeps everybody away from one topic of this mesh, or goes on letting them read it.
    private func isOfQuarantine(_ rule: AccessRule, deeds: Deeds) -> Bool {
        guard case .literal(let name) = rule.pattern, rule.resourceType == .topic, rule.principal == "User:*" else { return false }
        return deeds.topics.contains(name) || deeds.rules.contains(rule) && topics[name] == nil
    }

    /// A note is the mesh's own, of something that is its own.
    mutating func judge(_ update: LedgerUpdate, by mandate: Mandate) {
        let deeds = self.deeds[mandate.mesh] ?? Deeds()
        switch update {
        case .topic(let name, let entry):
            if let old = ledger.topics[name], old.stewardship.mesh != mandate.mesh { violation("\(mandate.mesh) overwrites another mesh's note of '\(name)'") }
            if let entry, entry.phase == .applied, !deeds.topics.contains(name), mandate.desired.topics[name]?.adopts != true {
                violation("\(mandate.mesh) notes the foreign topic '\(name)' as its own")
            }
        case .access(let rule, let entry):
            if let old = ledger.access[rule], old.stewardship.mesh != mandate.mesh { violation("\(mandate.mesh) overwrites another mesh's note of \(rule.addressName)") }
            if let entry, entry.phase == .applied, !deeds.rules.contains(rule), mandate.desired.access[rule]?.adopts != true {
                violation("\(mandate.mesh) notes the foreign rule \(rule.addressName) as its own")
            }
        case .subject(let name, let entry):
            if let old = ledger.subjects[name], old.stewardship.mesh != mandate.mesh { violation("\(mandate.mesh) overwrites another mesh's note of '\(name)'") }
            if let entry, entry.phase == .applied, !deeds.subjects.contains(name), mandate.desired.subjects[name]?.adopts != true {
                violation("\(mandate.mesh) notes the foreign subject '\(name)' as its own")
            }
        case .claim(let mesh, _): if mesh != mandate.mesh { violation("\(mandate.mesh) writes the claim of '\(mesh)'") }
        }
    }
}
