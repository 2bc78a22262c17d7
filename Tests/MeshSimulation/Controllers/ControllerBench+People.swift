import MeshControl
import MeshModel
import MeshPlanning
import ReconcilerCore

/// What people do, and what can be read off afterwards.
extension ControllerBench {
    package mutating func approve(_ pending: PendingPlan, on cluster: String) {
        trails[cluster]?.approve(pending, at: Approval(plan: pending.id, by: "ada@laptop", at: now))
    }

    package mutating func hint(_ number: Int) { tell(number, .sourceHinted) }
    package mutating func stop(_ number: Int) { tell(number, .stopAsked) }

    package var hasPending: Bool { trails.values.contains { $0.status?.pending != nil } }

    /// What does something, or says something new; a status that is only written again does not count.
    package var deeds: [String: Int] {
        var counts: [String: Int] = [:]
        for (name, world) in worlds { counts["effects on \(name)"] = world.now.effects }
        for (name, trail) in trails {
            counts["audit of \(name)"] = trail.audit.count
            counts["resources told on \(name)"] = trail.control.count { if case .cluster = $0 { false } else { true } }
        }
        counts["notifications"] = notifications.count
        counts["applies"] = performed.count { if case .apply = $0.action { true } else { false } }
        return counts
    }

    /// Everything that was asked for, a line each.
    package var trace: [String] {
        performed.compactMap { at, number, action in
            let words: String? =
                switch action {
                case .readSource, .wake, .watch, .readControl, .lead: nil
                case .observe(let cluster, _, _, _): "observe \(cluster)"
                case .observeAgain(let cluster, let focus, _, _): "observe again \(cluster) \(focus)"
                case .ask(let cluster, let questions, _, _): "ask \(cluster) \(questions.records.map(\.topic)) \(questions.schemas.map(\.schema.subject))"
                case .apply(let cluster, let plan, _, _): "apply \(cluster) \(plan.changes.map { "\($0.action) \($0.address.name)" })"
                case .audit(let cluster, let event): "audit \(cluster) \(event.kind.rawValue): \(event.message)"
                case .write(let cluster, let records): "write \(cluster) \(records.count)"
                case .connect(let cluster, _, _): "connect \(cluster)"
                case .notify(let notification): "notify \(notification.kind): \(notification.message)"
                case .resign(let cluster): "resign \(cluster)"
                case .disconnect(let cluster): "disconnect \(cluster)"
                case .stopped: "stopped"
                }
            return words.map { "\(at.millisecondsSinceEpoch % 100_000_000_000) controller \(number): \($0)" }
        }
    }

    package var census: [String: Int] {
        performed.reduce(into: [:]) { $0[String("\($1.action)".prefix { $0 != "(" }), default: 0] += 1 }
    }

    mutating func note(_ plan: Plan) {
        for part in plan.clusters {
            worlds[part.cluster]?.with { state in
                for change in part.changes { state.note("still planned: \(change.action) \(change.address) \(change.operations)") }
                for notice in part.notices { state.note("still noticed: \(notice.kind) \(notice.address) \(notice.message)") }
            }
        }
    }
}
