import AuditTrail
import Determinism
import MeshControl
import MeshModel
import MeshPlanning

extension ClusterReconciler {
    mutating func audit(
        _ kind: AuditEvent.Kind, _ message: String, actor: String? = nil, plan: String? = nil, changes: [AuditEvent.Change] = [], _ turn: inout Turn
    ) {
        let mesh = turn.source.revision?.mesh
        turn.perform(
            .audit(
                name,
                AuditEvent(
                    kind, at: turn.now, mesh: mesh?.name ?? "", cluster: name, actor: actor ?? "controller \(turn.settings.name)", source: mesh?.source,
                    plan: plan, message: message, changes: changes)))
    }

    func notify(_ kind: Notification.Kind, _ message: String, _ turn: inout Turn) { notify(kind, message, [], &turn) }

    func notify(_ kind: Notification.Kind, _ message: String, _ addresses: [ResourceAddress], _ turn: inout Turn) {
        turn.perform(
            .notify(Notification(kind, at: turn.now, mesh: turn.source.revision?.mesh.name ?? "", cluster: name, message: message, addresses: addresses)))
    }

    /// Each cluster's own trail tells from which manifests it is kept.
    mutating func announceSource(_ turn: inout Turn) {
        let key = SourceState.key(turn.source.status)
        guard announced.source != key else { return }
        announced.source = key
        if let problem = turn.source.problem {
            audit(.revisionRefused, ([problem.message] + problem.diagnostics.prefix(10)).joined(separator: "\n"), &turn)
        } else {
            audit(.revisionAccepted, turn.source.status.revision.map { "revision \($0) is taken up" } ?? "the manifests are taken up", &turn)
        }
    }

    mutating func announce(_ round: PlannedRound, _ turn: inout Turn) {
        announcePlan(round, &turn)
        announceDrift(round, &turn)
        announceRefusals(round, &turn)
        guard let id = round.guarded.id, round.guarded.approval == nil else { return }
        guard announced.pending != id else { return }
        announced.pending = id
        let waiting = round.guarded.waiting
        audit(.pending, "\(counted(waiting.count, "change")) wait for approval: heddle approve \(id)", plan: id, changes: waiting.map { .init($0) }, &turn)
        notify(.pending, "\(counted(waiting.count, "change")) of cluster '\(name)' wait for approval: heddle approve \(id)", waiting.map(\.address), &turn)
    }

    private mutating func announcePlan(_ round: PlannedRound, _ turn: inout Turn) {
        var texts: [Announcements.Subject: String] = [:]
        for change in round.plan.changes {
            var key = Announcements.Subject(address: change.address, subject: change.subject)
            while texts[key] != nil { key.number += 1 }
            texts[key] = planIdentity(of: [change])
        }
        guard !announced.changes.update(texts).isEmpty else { return }
        let changes = round.plan.changes
        audit(
            .planned, "\(counted(changes.count, "change")): \(round.guarded.allowed.count) to be made now, \(round.guarded.waiting.count) waiting, \(round.guarded.held.count) held",
            plan: planIdentity(of: changes), changes: changes.map { .init($0) }, &turn)
    }

    private mutating func announceDrift(_ round: PlannedRound, _ turn: inout Turn) {
        var texts: [Announcements.Subject: String] = [:]
        for drift in round.drifts { texts[.init(address: drift.address, subject: drift.subject), default: ""] += "\(drift.response.rawValue): \(drift.message)\n" }
        let new = announced.drifts.update(texts)
        guard !new.isEmpty else { return }
        let drifts = round.drifts.filter { new.contains(.init(address: $0.address, subject: $0.subject)) }
        let changes = drifts.map { AuditEvent.Change(address: $0.address, action: $0.response.rawValue, detail: $0.message) }
        let message = "\(counted(new.count, "resource")) changed by another hand"
        audit(.drifted, message, changes: changes, &turn)
        notify(.drift, "\(message) on cluster '\(name)'", Array(Set(drifts.map(\.address))).sorted(), &turn)
    }

    private mutating func announceRefusals(_ round: PlannedRound, _ turn: inout Turn) {
        var texts: [Announcements.Subject: String] = [:]
        for notice in round.plan.notices where notice.kind.isRefusal {
            var key = Announcements.Subject(address: notice.address, subject: notice.subject)
            while texts[key] != nil { key.number += 1 }
            texts[key] = "\(notice.kind.rawValue): \(notice.message)"
        }
        if let fault = round.fault { texts[.init(address: ResourceAddress(kind: .cluster, cluster: nil, name: name), number: -1)] = "plan-fault: \(fault)" }
        let known = texts
        let new = announced.refusals.update(texts).sorted { ($0.address, $0.number) < ($1.address, $1.number) }
        guard !new.isEmpty else { return }
        let message = "\(counted(new.count, "change")) refused"
        audit(.refused, message, changes: new.map { AuditEvent.Change(address: $0.address, action: "none", detail: known[$0]) }, &turn)
        notify(.refused, "\(message) on cluster '\(name)': \(new.first.flatMap { known[$0] } ?? "")", new.map(\.address), &turn)
    }
}
