import Determinism
import MeshModel

/// Changes of one cluster that a controller will not make by itself, as it tells of them.
package struct PendingPlan: Sendable, Hashable {
    package struct PendingChange: Sendable, Hashable {
        package var address: ResourceAddress
        /// `update`, `delete`…, as plans name it.
        package var action: String
        /// `disruptive`, `destructive`.
        package var risk: String
        package var reasons: [String]
        package init(address: ResourceAddress, action: String, risk: String, reasons: [String]) {
            self.address = address
            self.action = action
            self.risk = risk
            self.reasons = reasons
        }
    }

    /// Twelve hexadecimal digits of a SHA-256 over exactly what would be done: another change has another id.
    package var id: String
    package var changes: [PendingChange]
    /// How many more there are, where a record had no room for all; `heddle plan` shows them, and so does the audit.
    package var unlisted: Int
    package var since: Instant

    package init(id: String, changes: [PendingChange], unlisted: Int = 0, since: Instant) {
        self.unlisted = unlisted
        self.id = id
        self.changes = changes
        self.since = since
    }
}

/// Somebody's yes to a pending plan. Kept in the cluster under the key `approval/ID`.
package struct Approval: Sendable, Hashable {
    package var plan: String
    /// `ada@laptop`.
    package var by: String
    package var at: Instant
    package var reason: String?

    package init(plan: String, by: String, at: Instant, reason: String? = nil) {
        self.plan = plan
        self.by = by
        self.at = at
        self.reason = reason
    }
}

/// Hands off: a controller goes on looking, and changes nothing of this. Kept in the cluster under the key `suspension/SUBJECT`.
package struct Suspension: Sendable, Hashable {
    /// nil: the whole cluster.
    package var address: ResourceAddress?
    package var by: String
    package var at: Instant
    package var reason: String?

    package init(address: ResourceAddress?, by: String, at: Instant, reason: String? = nil) {
        self.address = address
        self.by = by
        self.at = at
        self.reason = reason
    }
}

/// How far somebody has read the audit log, and what its chain came to there: who cuts off its end, or writes it anew, must answer to it.
/// Kept in the cluster under the key `audit/head`.
package struct AuditHeadNote: Sendable, Hashable {
    /// Everything before it is in the digest.
    package var offset: Int64
    /// 64 hexadecimal digits, as AuditTrail computes them.
    package var digest: String
    package var by: String
    package var at: Instant

    package init(offset: Int64, digest: String, by: String, at: Instant) {
        self.offset = offset
        self.digest = digest
        self.by = by
        self.at = at
    }
}

/// A record of the control log, understood.
package enum ControlRecord: Sendable, Hashable {
    case cluster(ClusterStatus)
    /// No controller keeps it any more.
    case clusterGone(String)
    case resource(ResourceStatus, epoch: Int64)
    /// It is no longer declared, nor owned.
    case resourceGone(ResourceAddress)
    case approval(Approval)
    case approvalSpent(plan: String)
    case suspension(Suspension)
    /// nil: of the whole cluster.
    case resumption(ResourceAddress?)
    case auditHead(AuditHeadNote)
}
