import Determinism
import MeshModel

/// One run that wrote to a cluster's ledger, as its history tells.
package struct ApplyRecord: Sendable, Hashable {
    package struct Counts: Sendable, Hashable {
        package var done = 0
        package var failed = 0
        package var unknown = 0
        package var notDone = 0

        package init(done: Int = 0, failed: Int = 0, unknown: Int = 0, notDone: Int = 0) {
            self.done = done
            self.failed = failed
            self.unknown = unknown
            self.notDone = notDone
        }
    }

    /// 1, 2, 3… on this cluster.
    package var number: Int
    /// `apply`, `forget`, `rollback to 12`.
    package var purpose: String
    package var startedAt: Instant
    /// nil: it was cut off.
    package var endedAt: Instant?
    package var author: ApplyAuthor
    package var mesh: String
    package var environment: String?
    package var source: SourceStamp?
    /// SHA-256 of what was planned, in hexadecimal digits.
    package var planDigest: String?
    package var counts: Counts
    /// Of Heddle.
    package var version: String

    package init(
        number: Int, purpose: String, startedAt: Instant, endedAt: Instant? = nil, author: ApplyAuthor, mesh: String,
        environment: String? = nil, source: SourceStamp? = nil, planDigest: String? = nil, counts: Counts = .init(), version: String
    ) {
        self.number = number
        self.purpose = purpose
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.author = author
        self.mesh = mesh
        self.environment = environment
        self.source = source
        self.planDigest = planDigest
        self.counts = counts
        self.version = version
    }
}

/// Who ran it.
package struct ApplyAuthor: Sendable, Hashable {
    package var user: String
    package var host: String
    /// What a CI system says of the job: its URL or number, by the variable's name.
    package var job: [String: String]

    package init(user: String, host: String, job: [String: String] = [:]) {
        self.user = user
        self.host = host
        self.job = job
    }
}

/// One change of a run, with the ledger's entry before and after: what a rollback undoes.
package struct AppliedChange: Sendable, Equatable {
    package enum Status: String, Sendable, Hashable, CaseIterable { case done, failed, unknown }

    package var address: ResourceAddress
    /// `create`, `update`… as plans name it.
    package var action: String
    package var status: Status
    /// What the ledger said before; the engine fills it in.
    package var before: LedgerUpdate?
    /// What it says since; nil where the change was not done.
    package var after: LedgerUpdate?

    package init(
        address: ResourceAddress, action: String, status: Status, before: LedgerUpdate? = nil, after: LedgerUpdate? = nil
    ) {
        self.address = address
        self.action = action
        self.status = status
        self.before = before
        self.after = after
    }
}

/// What is written to a ledger at once.
package struct LedgerWrite: Sendable {
    /// In this order.
    package var updates: [LedgerUpdate]
    /// For the history, as part of the run of the lease.
    package var changes: [AppliedChange]
    /// The run as a whole, once it is over.
    package var run: ApplyRecord?
    /// Gives the lease back with it.
    package var endsLease: Bool

    package init(updates: [LedgerUpdate] = [], changes: [AppliedChange] = [], run: ApplyRecord? = nil, endsLease: Bool = false) {
        self.updates = updates
        self.changes = changes
        self.run = run
        self.endsLease = endsLease
    }

    package var isEmpty: Bool { updates.isEmpty && changes.isEmpty && run == nil && !endsLease }
}
