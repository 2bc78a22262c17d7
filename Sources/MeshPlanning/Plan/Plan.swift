import Diagnostics
import EngineInterface
import MeshModel

/// What would be done to bring the mesh to what the manifests say: complete, ordered, and nothing left to decide.
package struct Plan: Sendable {
    package var mesh: String
    package var environment: String?
    /// What the manifests put into our hands; the rest was not looked at.
    package var scope: ManagedScope
    /// By name, ascending.
    package var clusters: [ClusterPlan]

    package init(mesh: String, environment: String? = nil, scope: ManagedScope = .init(), clusters: [ClusterPlan]) {
        self.mesh = mesh
        self.environment = environment
        self.scope = scope
        self.clusters = clusters
    }

    package var changes: [Change] { clusters.flatMap(\.changes) }
    package var isEmpty: Bool { clusters.allSatisfy { $0.changes.isEmpty } }
    package var refusals: [Notice] { clusters.flatMap(\.notices).filter { $0.kind.isRefusal } }
}

package struct ClusterPlan: Sendable {
    package var cluster: String
    package var clusterId: String?
    /// Set when the cluster could not be read: then there are no changes, and nothing is known.
    package var failure: EngineFailure?
    /// In the order in which they are to be carried out; changes of one `stage` and `order` do not depend on each other.
    package var changes: [Change]
    package var notices: [Notice]
    /// What has to be asked of the cluster before the plan is final, whether it is known by now or not.
    package var questions: [TopicQuestion]

    package init(
        cluster: String, clusterId: String? = nil, failure: EngineFailure? = nil, changes: [Change] = [], notices: [Notice] = [],
        questions: [TopicQuestion] = []
    ) {
        self.questions = questions
        self.cluster = cluster
        self.clusterId = clusterId
        self.failure = failure
        self.changes = changes
        self.notices = notices
    }
}

/// One resource's change.
package struct Change: Sendable {
    package enum Action: String, Sendable, Hashable, CaseIterable {
        case create, update, delete
        /// Take over what is already there.
        case adopt
        /// Nothing to do in the cluster, only to remember: an act that was cut off before it was noted, a new owner.
        case record
        /// Heddle owned it and it is gone: remove the note.
        case forget
        /// A step on the way to deletion: writes are denied, then reads.
        case quarantine
        /// Back from quarantine.
        case restore
    }

    /// Earlier stages end before later ones begin.
    package enum Stage: Int, Sendable, Hashable, Comparable, CaseIterable {
        /// Whose the cluster's names are: noted before anything is touched.
        case claim
        case registerSchemas, createTopics, alterTopics, grant, revoke, deleteTopics, deleteSubjects, note

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    package var address: ResourceAddress
    /// Of a contract's change: where in the cluster's registry. Several changes may share an address and differ in this.
    package var subject: String?
    package var action: Action
    package var stage: Stage
    /// Within the stage: a lower order ends before a higher one begins.
    package var order: Int
    package var fields: [FieldChange]
    /// The cluster was changed by another hand since Heddle last applied.
    package var isDrift: Bool
    package var risk: RiskClass
    /// Permitted by its address alone, never by its class: it loses records for good.
    package var needsNaming: Bool
    /// Why the risk is what it is; for drift, what happened.
    package var reasons: [String]
    package var origin: Origin?
    /// Asked of the engine, in this order; empty for `record` and `forget`.
    package var operations: [EngineOperation]
    /// Written to the ledger before the operations, so that a run cut off here is recognised.
    package var intent: LedgerUpdate?
    /// Written to the ledger once every operation is done.
    package var outcome: LedgerUpdate
    /// Written when an operation was refused after `intent` was noted: what the ledger held before.
    package var withdrawal: LedgerUpdate?

    package init(
        address: ResourceAddress, subject: String? = nil, action: Action, stage: Stage, order: Int = 0, fields: [FieldChange] = [],
        isDrift: Bool = false, risk: RiskClass = .safe, needsNaming: Bool = false, reasons: [String] = [],
        origin: Origin? = nil, operations: [EngineOperation] = [], intent: LedgerUpdate? = nil, outcome: LedgerUpdate, withdrawal: LedgerUpdate? = nil
    ) {
        self.address = address
        self.subject = subject
        self.action = action
        self.stage = stage
        self.order = order
        self.fields = fields
        self.isDrift = isDrift
        self.risk = risk
        self.needsNaming = needsNaming
        self.reasons = reasons
        self.origin = origin
        self.operations = operations
        self.intent = intent
        self.outcome = outcome
        self.withdrawal = withdrawal
    }
}

/// One field of a change, as text: nil is "not there".
package struct FieldChange: Sendable, Hashable {
    /// `partitions`, `config.retention.ms`, `owner`; of a schema the place in it, as `describeSchemaChange` tells.
    package var path: String
    package var old: String?
    package var new: String?
    /// What Heddle applied last, where another hand has changed it since.
    package var lastApplied: String?
    package var isDrift: Bool

    package init(_ path: String, from old: String?, to new: String?, lastApplied: String? = nil, isDrift: Bool = false) {
        self.path = path
        self.old = old
        self.new = new
        self.lastApplied = lastApplied
        self.isDrift = isDrift
    }
}

/// Something that a plan has to say without doing anything about it.
package struct Notice: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Owned, no longer declared, and kept because nobody asked for its removal.
        case orphan
        /// Declared, and there already, but not Heddle's to change.
        case notOwned = "not-owned"
        /// Owned by another mesh's manifests.
        case ownedElsewhere = "owned-elsewhere"
        /// What the manifests ask cannot be done to what is there.
        case impossible
        /// The new schema breaks those who read or write with the earlier ones, and the subject's mode forbids it.
        case incompatible
        /// Protection recorded in the mesh forbids it.
        case protected
        /// Owned, no longer declared, and out of use until it is deleted.
        case quarantined
        /// Another mesh has claimed the name.
        case claimed
        /// It belongs to the engine, to a schema registry or to Heddle itself.
        case reserved
        /// The cluster knows no such setting.
        case unsupported
        /// The cluster told of it only in part, so that nothing may be concluded.
        case unknown
        /// The plan deletes more than it may.
        case tooManyDeletions = "too-many-deletions"
        /// The cluster at this address is not the one that the manifest names.
        case wrongCluster = "wrong-cluster"

        /// True when the manifests ask for what will not be done: the plan as a whole cannot be applied.
        package var isRefusal: Bool { self != .orphan && self != .quarantined }
    }

    package var kind: Kind
    package var address: ResourceAddress
    /// As in `Change`.
    package var subject: String?
    package var message: String
    /// The way out.
    package var remedy: String?
    package var origin: Origin?
    /// It came about by another hand since Heddle last applied.
    package var isDrift: Bool

    package init(
        _ kind: Kind, _ address: ResourceAddress, subject: String? = nil, _ message: String, remedy: String? = nil,
        origin: Origin? = nil, isDrift: Bool = false
    ) {
        self.kind = kind
        self.address = address
        self.subject = subject
        self.message = message
        self.remedy = remedy
        self.origin = origin
        self.isDrift = isDrift
    }
}
