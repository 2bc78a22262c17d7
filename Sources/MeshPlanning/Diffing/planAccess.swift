import Determinism
import EngineInterface
import MeshModel

/// In a `FieldChange`: until when a rule is granted.
let untilField = "until"

/// The three-way comparison of one access rule. A rule has no fields: it is there or it is not.
struct AccessComparison {
    var scene: ClusterScene
    var rule: AccessRule
    /// As manifests ask for it, be its time over or not.
    var declared: DesiredAccess?
    var recorded: LedgerAccess?
    var isThere: Bool

    var address: ResourceAddress { .access(rule, on: scene.cluster) }

    /// What is wanted now.
    private var desired: DesiredAccess? { declared.flatMap { $0.isOver(at: scene.options.now) ? nil : $0 } }

    /// Why what is declared is not wanted.
    private var whyOver: String? {
        guard let declared, let end = declared.expires, declared.isOver(at: scene.options.now) else { return nil }
        let documents = declared.origins.map(\.document)
        let named = Set(documents).count > 3 ? documents.prefix(2) + ["others"] : documents[...]
        let verb = Set(documents).count == 1 ? "says" : "say"
        var seen: Set<String> = []
        let who = named.filter { seen.insert($0).inserted }.joined(separator: " and ")
        return "its time was over at \(end.minuteText), as \(who) \(verb)"
    }

    func verdict() -> ResourceVerdict {
        if desired != nil, let problem = rule.lockoutProblem(own: scene.ownPrincipal) { return .notice(reserved(problem)) }
        if let recorded, recorded.stewardship.mesh != scene.mesh {
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
            return recorded.isSame(as: entry(for: desired)) ? .nothing : .change(note(.record, desired, recorded: recorded))
        case (nil, _?, false):
            return .change(
                Change(
                    address: address, action: .forget, stage: .note, reasons: ["it is no longer there"] + [whyOver].compactMap { $0 },
                    outcome: .access(rule, nil)))
        case (nil, let recorded?, true):
            // Heddle's own principal keeps what it has: without it nothing could be put right again.
            if rule.principal == scene.ownPrincipal, rule.permission == .allow { return .notice(ownRight()) }
            if recorded.stewardship.deletionProtection { return .notice(protected()) }
            return .change(revocation(recorded))
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
            address: address, action: .create, stage: .grant, fields: desired.expires.map { [FieldChange(untilField, from: nil, to: $0.minuteText)] } ?? [],
            isDrift: wasRemoved, risk: allows ? .notable : .safe, reasons: reasons,
            origin: desired.origins.first, operations: [.grant(rule)], intent: .access(rule, intended),
            outcome: .access(rule, entry(for: desired)), withdrawal: .access(rule, nil))
    }

    private func revocation(_ recorded: LedgerAccess) -> Change {
        let allowed = rule.permission == .allow
        return Change(
            address: address, action: .delete, stage: .revoke,
            fields: whyOver == nil ? [] : [FieldChange(untilField, from: declared?.expires?.minuteText, to: nil)], risk: allowed ? .safe : .notable,
            reasons: [allowed ? "\(rule.principal) loses access" : "\(rule.principal) is no longer denied"] + [whyOver].compactMap { $0 },
            origin: declared?.origins.first, operations: [.revoke(rule)], outcome: .access(rule, nil), withdrawal: .access(rule, recorded))
    }

    private func note(_ action: Change.Action, _ desired: DesiredAccess, recorded: LedgerAccess? = nil) -> Change {
        let entry = entry(for: desired)
        var change = Change(
            address: address, action: action, stage: .note, origin: desired.origins.first, outcome: .access(rule, entry))
        guard let recorded else { return change }
        change.fields = stewardshipFields(from: recorded.stewardship, to: entry.stewardship)
        if recorded.stewardship.deletionProtection, !entry.stewardship.deletionProtection {
            change.risk = .notable
            change.reasons = ["its protection is lifted: it can be revoked from now on"]
        }
        return change
    }

    private func ownedElsewhere(_ recorded: LedgerAccess) -> Notice {
        Notice(
            .ownedElsewhere, address, "it belongs to the mesh '\(recorded.stewardship.mesh)', and was removed there",
            remedy: "declare it in one mesh only")
    }

    private func reserved(_ problem: String) -> Notice {
        Notice(.reserved, address, problem, remedy: "deny it to those who are meant, one by one", origin: desired?.origins.first)
    }

    private func ownRight() -> Notice {
        Notice(
            .orphan, address, "\(whyOver ?? "no manifest declares it any more"), but it is a right of Heddle's own principal; it is kept",
            remedy: "let go of it with 'heddle forget \(address)'")
    }

    private func protected() -> Notice {
        Notice(
            .protected, address, "\(whyOver ?? "no manifest asks for it any more"), and its revocation is forbidden by the protection recorded in the mesh",
            remedy: "declare it with the annotation heddle.dev/protect: \"false\", apply, then take the manifest away; or let go of it with 'heddle forget \(address)'")
    }

    private func entry(for desired: DesiredAccess) -> LedgerAccess {
        LedgerAccess(phase: .applied, stewardship: scene.stewardship(owner: desired.owner, isProtected: desired.deletionProtection))
    }
}
