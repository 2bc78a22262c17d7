import Determinism
import MeshModel

/// Something that was done, decided or seen, as `__heddle.audit` keeps it.
package struct AuditEvent: Sendable, Hashable {
    /// The CloudEvents type is `dev.heddle.` and this.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A revision of the manifests was taken up.
        case revisionAccepted = "source.accepted"
        /// A revision was not: what is wrong is in `message`.
        case revisionRefused = "source.refused"
        /// A plan that is not empty was made.
        case planned = "plan.made"
        /// Changes wait for approval.
        case pending = "plan.pending"
        case approved = "plan.approved"
        /// A run ended; `changes` say what became of each.
        case applied = "apply.ended"
        /// Another hand changed something.
        case drifted = "drift.seen"
        /// Changes were refused: a policy, a protection, what a cluster cannot do.
        case refused = "change.refused"
        case suspended = "reconciliation.suspended"
        case resumed = "reconciliation.resumed"
        /// A controller took a cluster's leadership.
        case leadershipTaken = "leadership.taken"
        case leadershipLost = "leadership.lost"
        /// A grant's time was over.
        case grantExpired = "grant.expired"
    }

    package struct Change: Sendable, Hashable {
        package var address: ResourceAddress
        package var action: String
        package var risk: String?
        /// `done`, `failed`, `unknown`, `not-done`; nil where nothing was tried.
        package var outcome: String?
        /// Why, or what went wrong.
        package var detail: String?
        package init(address: ResourceAddress, action: String, risk: String? = nil, outcome: String? = nil, detail: String? = nil) {
            self.address = address
            self.action = action
            self.risk = risk
            self.outcome = outcome
            self.detail = detail
        }
    }

    package var kind: Kind
    package var time: Instant
    package var mesh: String
    package var cluster: String?
    /// Who did it: `controller eu-1`, `ada@laptop`.
    package var actor: String
    package var source: SourceStamp?
    /// A pending plan's id, or a saved plan's digest.
    package var plan: String?
    /// The run's number in the cluster's history.
    package var run: Int?
    package var message: String
    package var changes: [Change]

    package init(
        _ kind: Kind, at time: Instant, mesh: String, cluster: String? = nil, actor: String, source: SourceStamp? = nil, plan: String? = nil,
        run: Int? = nil, message: String, changes: [Change] = []
    ) {
        self.kind = kind
        self.time = time
        self.mesh = mesh
        self.cluster = cluster
        self.actor = actor
        self.source = source
        self.plan = plan
        self.run = run
        self.message = message
        self.changes = changes
    }
}
