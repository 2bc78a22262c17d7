import Determinism
import MeshModel

/// What somebody who wants to write to a cluster's ledger says of himself.
package struct LeaseRequest: Sendable, Hashable {
    /// Tells this run from every other one.
    package var id: String
    /// For people: `ada@ci-7 (pid 4711)`.
    package var holder: String
    /// The verb: `apply`, `forget`.
    package var purpose: String
    /// How long the lease lasts unless it is renewed.
    package var duration: Milliseconds
    /// Where the holder runs, so that another run in the same place can tell that it is gone; nil where nobody could.
    package var process: LeaseProcess?
    /// Takes the lease even where another holds it.
    package var breaks: Bool
    /// The epoch of the leadership under which a controller acts: where another controller was granted a later one, the lease is
    /// refused as `leaseLost`. nil for people.
    package var leadership: Int64?

    package init(
        id: String, holder: String, purpose: String, duration: Milliseconds = LeaseRequest.standardDuration,
        process: LeaseProcess? = nil, breaks: Bool = false, leadership: Int64? = nil
    ) {
        self.leadership = leadership
        self.id = id
        self.holder = holder
        self.purpose = purpose
        self.duration = duration
        self.process = process
        self.breaks = breaks
    }

    /// Long enough to live through a broker's restart, short enough to wait for.
    package static let standardDuration = Milliseconds(30_000)
}

/// One process of one boot of one machine.
package struct LeaseProcess: Sendable, Hashable {
    /// The machine's boot, and the namespace in which `id` counts.
    package var place: String
    package var id: Int32

    package init(place: String, id: Int32) {
        self.place = place
        self.id = id
    }
}

/// The right to write to one cluster's ledger.
package struct Lease: Sendable, Hashable {
    package var id: String
    package var holder: String
    package var purpose: String
    /// By the log's clock.
    package var since: Instant
    package var until: Instant
    /// The place of its claim in the log: whoever comes later has a higher one.
    package var epoch: Int64
    package var process: LeaseProcess?
    /// What this run is called in the history: one more than the last.
    package var number: Int

    package init(
        id: String, holder: String, purpose: String, since: Instant, until: Instant, epoch: Int64, process: LeaseProcess? = nil,
        number: Int = 0
    ) {
        self.id = id
        self.holder = holder
        self.purpose = purpose
        self.since = since
        self.until = until
        self.epoch = epoch
        self.process = process
        self.number = number
    }
}

/// Why a lease was not to be had.
package enum LeaseProblem: Error, Sendable, Hashable {
    /// By this one, who is still at it or died less than its duration ago.
    case held(by: Lease)
    /// The ledger was written to since it was read: what was planned from that reading no longer holds.
    case outdated(by: String?)
    case failed(EngineFailure)
}
