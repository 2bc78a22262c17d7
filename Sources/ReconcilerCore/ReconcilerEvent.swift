import Determinism
import EngineInterface
import MeshApplying
import MeshControl
import MeshModel
import MeshPlanning
import PolicyChecking

/// What the reconciler is told.
package enum ReconcilerEvent: Sendable {
    /// It is as late as `wake` asked for, or later.
    case tick
    /// The source may have something new: a webhook called, a file changed.
    case sourceHinted
    case sourceRead(Ticket, SourceOutcome)
    /// A cluster was connected to, or could not be.
    case connected(String, Ticket, EngineFailure?)
    /// We are its controller, or why not.
    case leadership(String, Ticket, Result<Lease, LeaseProblem>)
    case observed(String, Ticket, Result<ObservedCluster, EngineFailure>)
    /// The observation with what `ask` wanted filled in.
    case answered(String, Ticket, Result<ObservedCluster, EngineFailure>)
    /// Results as far as the run came; what the lease said where there was none to be had.
    case applied(String, Ticket, Result<[ChangeResult], LeaseProblem>)
    case changed(String, Ticket, Result<ObservedChanges, EngineFailure>)
    /// What the control log holds since the last reading.
    case controlRead(String, Ticket, Result<[ControlRecord], EngineFailure>)
    /// A record of the control or audit log could not be written.
    case writingFailed(String, EngineFailure)
    /// Finish what is under way and begin nothing more.
    case stopAsked
}

/// What the reconciler wants done. Everything is done at the side; the answer comes as the event of the same ticket.
package enum ReconcilerAction: Sendable {
    case readSource(Ticket)
    /// Opens the cluster's engine anew, with what is declared of it now.
    case connect(String, DesiredCluster, Ticket)
    /// Takes the leadership, or confirms it where it is held.
    case lead(String, Ticket)
    /// Everything.
    case observe(String, configsOf: Set<String>, subjects: Set<String>, Ticket)
    /// What is named; the rest as in `earlier`.
    case observeAgain(String, ObservationFocus, in: ObservedCluster, Ticket)
    /// Puts counts, usage and histories of schemas into the observation.
    case ask(String, ClusterQuestions, of: ObservedCluster, Ticket)
    case apply(String, ClusterPlan, ApplyTask, Ticket)
    /// Waits for changes at most so long.
    case watch(String, after: Int64?, wait: Milliseconds, Ticket)
    /// Reads what is new in the control log.
    case readControl(String, Ticket)
    /// Each list in order, after those before it.
    case write(String, [ControlRecord])
    case audit(String, AuditRecord)
    case notify(Notification)
    /// A `tick` no later than this; the latest one counts.
    case wake(at: Instant)
    case resign(String)
    /// The cluster is declared no more.
    case disconnect(String)
    /// Everything is done: the process may end.
    case stopped
}

/// Tells an answer from those to earlier questions.
package struct Ticket: Sendable, Hashable {
    package var number: Int
    package init(number: Int) { self.number = number }
}

/// What has to be asked of a cluster before a plan is final.
package struct ClusterQuestions: Sendable {
    package var records: [RecordQuestion]
    package var usage: Set<String>
    package var schemas: [SubjectQuestion]
    package init(records: [RecordQuestion] = [], usage: Set<String> = [], schemas: [SubjectQuestion] = []) {
        self.records = records
        self.usage = usage
        self.schemas = schemas
    }
    package var isEmpty: Bool { records.isEmpty && usage.isEmpty && schemas.isEmpty }
}

/// For the history and the lease of a run.
package struct ApplyTask: Sendable {
    package var purpose: String
    package var mesh: String
    package var environment: String?
    package var source: SourceStamp?
    /// Of the leadership that it happens under.
    package var leadership: Int64
    package init(purpose: String, mesh: String, environment: String?, source: SourceStamp?, leadership: Int64) {
        self.purpose = purpose
        self.mesh = mesh
        self.environment = environment
        self.source = source
        self.leadership = leadership
    }
}

/// What reading the manifests came to.
package enum SourceOutcome: Sendable {
    /// As good as at the last reading, and the same.
    case unchanged
    case revision(SourceRevision)
    case failure(SourceProblem)
}

/// Manifests that are sound.
package struct SourceRevision: Sendable {
    /// Its `source` tells the repository and the commit.
    package var mesh: DesiredMesh
    package var environment: String?
    /// What is asked of changes; nil where there are no policies.
    package var policies: (book: PolicyBook, mesh: PolicyMesh)?
    /// Of all that was read: two readings with one digest say the same.
    package var digest: String

    package init(mesh: DesiredMesh, environment: String? = nil, policies: (book: PolicyBook, mesh: PolicyMesh)? = nil, digest: String) {
        self.mesh = mesh
        self.environment = environment
        self.policies = policies
        self.digest = digest
    }
}

/// Why there are no manifests to go by.
package struct SourceProblem: Error, Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
        /// git, the network or the disk: it may pass.
        case unreachable
        /// The manifests have errors.
        case invalid
        /// The commit is not signed by anybody who may.
        case untrusted
    }
    package var kind: Kind
    package var message: String
    /// As text, each with its place.
    package var diagnostics: [String]
    /// Of what could not be taken; nil where not even that is known.
    package var revision: String?

    package init(_ kind: Kind, _ message: String, diagnostics: [String] = [], revision: String? = nil) {
        self.kind = kind
        self.message = message
        self.diagnostics = diagnostics
        self.revision = revision
    }
}
