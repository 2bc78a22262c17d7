import AuditTrail
import MeshControl
import MeshModel

/// The control log and the audit trail of one cluster, as values.
package struct ControlTrail: Sendable {
    package private(set) var control: [ControlRecord] = []
    package private(set) var audit: [AuditEvent] = []
    /// Approvals that people gave, with what they saw when they did.
    package private(set) var given: [String: PendingPlan] = [:]

    package mutating func append(_ records: [ControlRecord]) { control += records }
    package mutating func append(_ event: AuditEvent) { audit.append(event) }

    package mutating func approve(_ pending: PendingPlan, at time: Approval) {
        given[pending.id] = pending
        control.append(.approval(time))
    }

    /// The last word.
    package var status: ClusterStatus? {
        control.lazy.reversed().compactMap { if case .cluster(let status) = $0 { status } else { nil } }.first
    }

    package var resources: [ResourceAddress: ResourceStatus] {
        var found: [ResourceAddress: ResourceStatus] = [:]
        for record in control {
            switch record {
            case .resource(let status, _): found[status.address] = status
            case .resourceGone(let address): found[address] = nil
            default: continue
            }
        }
        return found
    }

    /// Approvals that were not spent, by id.
    package var standingApprovals: Set<String> {
        var ids: Set<String> = []
        for record in control {
            switch record {
            case .approval(let approval): ids.insert(approval.plan)
            case .approvalSpent(let id): ids.remove(id)
            default: continue
            }
        }
        return ids
    }

    package var suspensions: [ResourceAddress?: Suspension] {
        var found: [ResourceAddress?: Suspension] = [:]
        for record in control {
            switch record {
            case .suspension(let suspension): found[suspension.address] = suspension
            case .resumption(let address): found[address] = nil
            default: continue
            }
        }
        return found
    }
}
