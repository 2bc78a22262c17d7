import MeshControl
import MeshModel

/// What people have decided about a cluster, as its control log holds it.
struct StandingDecisions: Sendable {
    /// By the plan's id.
    private(set) var approvals: [String: Approval] = [:]
    /// nil as a key: the whole cluster.
    private(set) var suspensions: [ResourceAddress?: Suspension] = [:]
    /// Whether everything was read since the leadership was taken.
    var isCurrent = false
    /// What the controller before this one said last.
    private(set) var predecessor: ClusterStatus?

    var inForce: [Suspension] {
        suspensions.values.sorted { ($0.address?.description ?? "") < ($1.address?.description ?? "") }
    }

    enum News { case approved, suspended(Suspension), resumed(ResourceAddress?) }

    /// - Returns: what is another now than before.
    mutating func take(_ record: ControlRecord) -> News? {
        switch record {
        case .approval(let approval):
            defer { approvals[approval.plan] = approval }
            return approvals[approval.plan] == nil ? .approved : nil
        case .approvalSpent(let plan):
            approvals[plan] = nil
            return nil
        case .suspension(let suspension):
            defer { suspensions[suspension.address] = suspension }
            return suspensions[suspension.address] == suspension ? nil : .suspended(suspension)
        case .resumption(let address):
            return suspensions.removeValue(forKey: address) == nil ? nil : .resumed(address)
        case .cluster(let status):
            if !isCurrent { predecessor = status }
            return nil
        case .resource, .resourceGone, .clusterGone, .auditHead: return nil
        }
    }

    mutating func spend(_ plan: String) { approvals[plan] = nil }
}
