import EngineInterface
import MeshModel

/// The three-way comparison of one access rule. A rule has no fields: it is there or it is not.
struct AccessComparison {
    var mesh: String
    var cluster: String
    var rule: AccessRule
    var desired: DesiredAccess?
    var recorded: LedgerAccess?
    var isThere: Bool

    var address: ResourceAddress { .access(rule, on: cluster) }

    func verdict() -> ResourceVerdict {
        if let recorded, recorded.stewardship.mesh != mesh {
            // Another mesh's manifests keep this very rule: it is as wanted, and not ours to take away.
            return desired != nil && !isThere ? .notice(ownedElsewhere(recorded)) : .nothing
        }
        switch (desired, recorded, isThere) {
        case (nil, nil, _): return .nothing
        case (let desired?, let recorded, false): return .change(grant(desired, recorded: recorded))
        case (let desired?, nil, true):
            // As wanted already. It stays the other hand's unless it is to be taken over.
            return desired.adopts ? .change(note(.adopt, desired)) : .nothing
        case (let desired?, let recorded?, true):
            return recorded == entry(for: desired) ? .nothing : .change(note(.record, desired))
        case (nil, _?, false):
            return .change(
                Change(
                    address: address, action: .forget, stage: .note, reasons: ["it is no longer there"], outcome: .access(rule, nil)))
        case (nil, let recorded?, true): return .change(revocation(recorded))
        }
    }

    private func grant(_ desired: DesiredAccess, recorded: LedgerAccess?) -> Change {
        let wasRemoved = recorded?.phase == .applied
        let allows = rule.permission == .allow
        var reasons = [allows ? "\(rule.principal) gains access" : "\(rule.principal) loses access"]
        if wasRemoved { reasons.append("it was removed outside Heddle") }
        var intended = entry(for: desired)
        intended.phase = .intended
        return Change(
            address: address, action: .create, stage: .grant, isDrift: wasRemoved, risk: allows ? .notable : .safe, reasons: reasons,
            origin: desired.origins.first, operations: [.grant(rule)], intent: .access(rule, intended),
            outcome: .access(rule, entry(for: desired)), withdrawal: .access(rule, nil))
    }

    private func revocation(_ recorded: LedgerAccess) -> Change {
        let allowed = rule.permission == .allow
        return Change(
            address: address, action: .delete, stage: .revoke, risk: allowed ? .safe : .notable,
            reasons: [allowed ? "\(rule.principal) loses access" : "\(rule.principal) is no longer denied"],
            operations: [.revoke(rule)], outcome: .access(rule, nil), withdrawal: .access(rule, recorded))
    }

    private func note(_ action: Change.Action, _ desired: DesiredAccess) -> Change {
        Change(address: address, action: action, stage: .note, origin: desired.origins.first, outcome: .access(rule, entry(for: desired)))
    }

    private func ownedElsewhere(_ recorded: LedgerAccess) -> Notice {
        Notice(
            .ownedElsewhere, address, "it belongs to the mesh '\(recorded.stewardship.mesh)', and was removed there",
            remedy: "declare it in one mesh only")
    }

    private func entry(for desired: DesiredAccess) -> LedgerAccess {
        LedgerAccess(phase: .applied, stewardship: Stewardship(mesh: mesh, owner: desired.owner))
    }
}
