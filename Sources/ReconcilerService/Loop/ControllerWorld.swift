import AuditTrail
import Determinism
import EngineInterface
import MeshControl
import MeshModel
import ReconcilerCore

/// Everything outside that a controller needs: who starts one gives it these.
package struct ControllerWorld: Sendable {
    package var manifests: any ManifestReading
    package var engines: any EngineOpening
    package var control: any ControlCoding
    package var audit: any AuditAppending
    package var notifications: any NotificationSending
    package var observers: [any LoopObserving]
    package var identity: ControllerIdentity
    package var clock: @Sendable () -> Instant

    package init(
        manifests: any ManifestReading, engines: any EngineOpening, control: any ControlCoding, audit: any AuditAppending,
        notifications: any NotificationSending = NoNotifications(), observers: [any LoopObserving] = [], identity: ControllerIdentity,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.manifests = manifests
        self.engines = engines
        self.control = control
        self.audit = audit
        self.notifications = notifications
        self.observers = observers
        self.identity = identity
        self.clock = clock
    }
}

/// Where the manifests come from: a folder, a git repository.
package protocol ManifestReading: Sendable {
    /// Reads, resolves and checks them. Called again only after the last call returned.
    func read() async -> SourceOutcome
}

package protocol EngineOpening: Sendable {
    func open(_ cluster: DesiredCluster) async throws(EngineFailure) -> any Engine
}

/// How control records are written down.
package protocol ControlCoding: Sendable {
    func encode(_ record: ControlRecord) -> MeshLogRecord
    /// nil for a record that this version knows nothing of.
    func decode(_ record: MeshLogRecord) -> ControlRecord?
}

/// Keeps the audit log of one cluster after the other: who appends has to know what stands before.
package protocol AuditAppending: Sendable {
    /// Appends durably and in order. Called for one cluster again only after the last call ended; after a failure with the same
    /// events first, which may have been written none the less.
    func append(_ events: [AuditEvent], to engine: any Engine, of cluster: String) async throws(EngineFailure)
}

package protocol NotificationSending: Sendable {
    /// Takes it; sends it when it can, within bounds of its own.
    func send(_ notification: Notification) async
}

package struct NoNotifications: NotificationSending {
    package init() {}
    package func send(_ notification: Notification) async {}
}

/// Who a controller is to the clusters.
package struct ControllerIdentity: Sendable {
    package var author: ApplyAuthor
    /// For leases: `ada@ci-7 (pid 4711)`.
    package var holder: String
    package var process: LeaseProcess?
    package var isGone: @Sendable (LeaseProcess) -> Bool
    /// Of Heddle, for the history.
    package var version: String

    package init(
        author: ApplyAuthor, holder: String, process: LeaseProcess?, version: String, isGone: @escaping @Sendable (LeaseProcess) -> Bool
    ) {
        self.author = author
        self.holder = holder
        self.process = process
        self.version = version
        self.isGone = isGone
    }
}
