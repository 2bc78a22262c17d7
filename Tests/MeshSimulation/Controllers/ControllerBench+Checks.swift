import AuditTrail
import MeshControl
import MeshModel
import MeshPlanning
import ReconcilerCore

/// What holds at every moment, judged from logs and from the truth.
extension ControllerBench {
    /// Before a plan is carried out, under a leadership that the cluster has confirmed.
    mutating func check(_ plan: ClusterPlan, _ task: ApplyTask, on cluster: String, by number: Int) {
        guard let trail = trails[cluster], let world = worlds[cluster]?.now else { return }
        let who = controllers[number].name
        if world.leader?.epoch != task.leadership { violations.append("\(cluster): \(who) acts without being its controller") }
        let approved = trail.standingApprovals.compactMap { trail.given[$0] }
        for change in plan.changes where !settings.permissions.permits(change) {
            let isApproved = approved.contains { pending in
                pending.changes.contains { $0.address == change.address && $0.action == change.action.rawValue && $0.risk == change.risk.rawValue }
            }
            if !isApproved { violations.append("\(cluster): \(who) makes a change that nobody approved: \(change.action) \(change.address)") }
        }
        let told = Set(trail.audit.filter { $0.kind == .planned }.flatMap(\.changes).map(\.address))
        for change in plan.changes where !told.contains(change.address) {
            violations.append("\(cluster): \(who) changes \(change.address), and the audit trail has no plan of it")
        }
        for (address, _) in trail.suspensions where controllers[number].controlRead[cluster] == trail.control.count {
            for change in plan.changes where address == nil || change.address == address {
                violations.append("\(cluster): \(who) changes \(change.address), which is suspended")
            }
        }
    }

    /// A controller that stands by says nothing.
    mutating func check(_ records: [ControlRecord], by number: Int, on cluster: String) {
        guard let world = worlds[cluster]?.now else { return }
        for case .cluster(let status) in records where status.epoch > world.nextEpochForTests || status.epoch == 0 {
            violations.append("\(cluster): \(controllers[number].name) writes a status without ever having led")
        }
    }
}

extension WorldState { var nextEpochForTests: Int64 { nextEpoch } }
