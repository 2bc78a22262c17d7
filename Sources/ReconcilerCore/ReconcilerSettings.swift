import AuditTrail
import Determinism
import MeshModel
import MeshPlanning

/// How a controller goes about it.
package struct ReconcilerSettings: Sendable {
    /// Who it is, for status, audit and leases.
    package var name: String
    /// How often the source is looked at, and clusters that do not tell of changes.
    package var interval: Duration
    /// How often everything is read even where a cluster tells of changes.
    package var resync: Duration
    /// What may be done without anybody's approval: classes, or single addresses.
    package var permissions: Permissions
    package var prunes: Bool
    package var maxDeletions: Int
    /// The first pause after a failure; it doubles up to `longestPause`, and chance takes up to half of it away.
    package var firstPause: Duration
    package var longestPause: Duration

    package init(
        name: String, interval: Duration = .seconds(10), resync: Duration = .seconds(600), permissions: Permissions = .init(),
        prunes: Bool = false, maxDeletions: Int = 10, firstPause: Duration = .seconds(1), longestPause: Duration = .seconds(60)
    ) {
        self.name = name
        self.interval = interval
        self.resync = resync
        self.permissions = permissions
        self.prunes = prunes
        self.maxDeletions = maxDeletions
        self.firstPause = firstPause
        self.longestPause = longestPause
    }
}

package typealias AuditRecord = AuditEvent

/// For people who are not looking: sent by webhook.
package struct Notification: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case pending, drift, refused, failed, recovered
        case sourceRefused = "source-refused"
    }
    package var kind: Kind
    package var time: Instant
    package var mesh: String
    package var cluster: String?
    package var message: String
    package var addresses: [ResourceAddress]
    package init(_ kind: Kind, at time: Instant, mesh: String, cluster: String? = nil, message: String, addresses: [ResourceAddress] = []) {
        self.kind = kind
        self.time = time
        self.mesh = mesh
        self.cluster = cluster
        self.message = message
        self.addresses = addresses
    }
}
