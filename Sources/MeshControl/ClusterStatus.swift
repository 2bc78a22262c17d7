import Determinism
import MeshModel

/// What a controller says of one cluster as a whole. Kept there under the key `status/CLUSTER`; the resources' own under
/// `status/ADDRESS`.
package struct ClusterStatus: Sendable, Hashable {
    package struct Source: Sendable, Hashable {
        /// The revision that is being kept, the last good one.
        package var revision: String?
        package var repository: String?
        /// The newest revision that was seen; another one than `revision` where it is not good.
        package var seen: String?
        /// What is wrong with the newest: nil where it is the one that is kept.
        package var problem: String?
        /// Diagnostics of the newest, as text.
        package var diagnostics: [String]

        package init(revision: String? = nil, repository: String? = nil, seen: String? = nil, problem: String? = nil, diagnostics: [String] = []) {
            self.revision = revision
            self.repository = repository
            self.seen = seen
            self.problem = problem
            self.diagnostics = diagnostics
        }
    }

    package struct Counts: Sendable, Hashable {
        package var resources = 0
        package var synced = 0
        package var ready = 0
        package var drifted = 0
        package var blocked = 0
        package init(resources: Int = 0, synced: Int = 0, ready: Int = 0, drifted: Int = 0, blocked: Int = 0) {
            self.resources = resources
            self.synced = synced
            self.ready = ready
            self.drifted = drifted
            self.blocked = blocked
        }
    }

    package var mesh: String
    package var environment: String?
    package var cluster: String
    /// Of the cluster as a whole; the same kinds as a resource's.
    package var conditions: [Condition]
    package var source: Source
    package var counts: Counts
    /// What waits for somebody's yes; nil where nothing does.
    package var pending: PendingPlan?
    /// In force there.
    package var suspensions: [Suspension]
    /// Who wrote this: `ada@ci-7 (pid 4711)`.
    package var controller: String
    /// Of the leadership under which it was written: an older one's word counts no more.
    package var epoch: Int64
    /// Rounds that ended, since the controller began.
    package var rounds: Int
    /// When the last whole look ended well.
    package var observedAt: Instant?
    package var writtenAt: Instant
    /// Until when this is to be believed: a controller that lives writes again before.
    package var validUntil: Instant

    package init(
        mesh: String, environment: String? = nil, cluster: String, conditions: [Condition] = [], source: Source = .init(),
        counts: Counts = .init(), pending: PendingPlan? = nil, suspensions: [Suspension] = [], controller: String, epoch: Int64,
        rounds: Int = 0, observedAt: Instant? = nil, writtenAt: Instant, validUntil: Instant
    ) {
        self.mesh = mesh
        self.environment = environment
        self.cluster = cluster
        self.conditions = conditions
        self.source = source
        self.counts = counts
        self.pending = pending
        self.suspensions = suspensions
        self.controller = controller
        self.epoch = epoch
        self.rounds = rounds
        self.observedAt = observedAt
        self.writtenAt = writtenAt
        self.validUntil = validUntil
    }

    package subscript(_ kind: Condition.Kind) -> Condition? { conditions.first { $0.kind == kind } }
}
