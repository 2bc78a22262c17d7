import Determinism
import MeshModel

/// In a `FieldChange`: where a topic is on its way to deletion.
let quarantineField = "quarantine"

/// What is to be done next with a topic that is to be deleted.
enum QuarantineStep: Equatable {
    /// Deny what the stage denies, and wait.
    case enter(LedgerQuarantine.Stage)
    /// Until then, nothing.
    case wait(until: Instant)
    case drop
}

/// Writes are denied, then reads, then the topic is dropped; each stage lasts as long as the policy says.
func quarantineStep(after quarantine: LedgerQuarantine?, policy: DeletionPolicy, now: Instant) -> QuarantineStep {
    let afterDraining: QuarantineStep = policy.quarantine.count > 0 ? .enter(.closed) : .drop
    switch quarantine?.stage {
    case nil: return policy.drain.count > 0 ? .enter(.draining) : afterDraining
    case .draining?: return quarantine?.end(policy).map { now < $0 ? .wait(until: $0) : afterDraining } ?? afterDraining
    case .closed?: return quarantine?.end(policy).map { now < $0 ? .wait(until: $0) : .drop } ?? .drop
    }
}

extension LedgerQuarantine {
    /// When the stage is over.
    package func end(_ policy: DeletionPolicy) -> Instant? {
        let length = stage == .draining ? policy.drain : policy.quarantine
        return length.count > 0 ? since + .milliseconds(length.count) : nil
    }

    /// Those of the recorded denials that Heddle can have put in for this topic. A ledger that says otherwise is wrong or forged,
    /// and must not make Heddle take away rules of others.
    func ownDenials(of topic: String) -> [AccessRule] {
        let possible = Stage.closed.denials(of: topic) + [drainingGrant(of: topic)]
        return denials.filter(possible.contains)
    }
}

extension LedgerQuarantine.Stage {
    /// The rules that keep everybody out while the stage lasts.
    func denials(of topic: String) -> [AccessRule] {
        let operations: [AccessRule.Operation] = self == .draining ? [.write] : [.write, .read]
        return operations.map {
            AccessRule(resourceType: .topic, pattern: .literal(topic), principal: "User:*", operation: $0, permission: .deny)
        }
    }

    /// What it means for those who use the topic.
    var meaning: String { self == .draining ? "nobody can write to it" : "nobody can write to it or read it" }
}

/// What lets everybody go on reading where the denial of writes, as the first rule on the topic, would shut readers out as well.
func drainingGrant(of topic: String) -> AccessRule {
    AccessRule(resourceType: .topic, pattern: .literal(topic), principal: "User:*", operation: .read)
}

extension DeletionPolicy {
    /// What holds for a topic: what the mesh declares today; where it is silent, no less than what was recorded and what is usual.
    package static func holding(declared: DeletionPolicy?, recorded: DeletionPolicy?) -> DeletionPolicy {
        if let declared { return declared }
        guard let recorded else { return .standard }
        return DeletionPolicy(
            drain: max(recorded.drain, standard.drain), quarantine: max(recorded.quarantine, standard.quarantine))
    }

    var text: String { isImmediate ? "at once" : "drain \(drain), quarantine \(quarantine)" }
}
