import EngineInterface
import KafkaWire
import MeshModel

/// What an engine knows of the ledger from its last reading or writing, and of its own lease.
struct LedgerState: Sendable {
    /// A lease of ours.
    struct Holding: Sendable {
        var lease: Lease
        var document: LeaseDocument
        /// Until when nobody else can have taken it, by our own clock, counted from before it was asked for.
        var end: ContinuousClock.Instant
        /// The ledger as it was when the lease was taken: what the history calls "before".
        var ledger: Ledger
        /// Chunks of changes written so far.
        var chunks = 0
        /// That of the controller for which it was taken.
        var leadership: Int64?
    }

    var wasRead = false
    /// Whether somebody was shown it, and may build on it.
    var wasObserved = false
    var topicIsThere = false
    /// nil where the cluster gives topics none.
    var topicId: String?
    /// The reading so far, to be gone on with; nil while somebody does, and where the log has to be read anew.
    var tail: LedgerTail?
    var ledger = Ledger()
    var keys: [LedgerItem: Set<String>] = [:]
    var leases = LeaseFold()
    var leadership = LeaseFold()
    var runs = RunIndex()
    var repairs: [String: [UInt8]?] = [:]
    /// Up to where the log is known.
    var end: Int64 = 0
    /// Up to where the log was known when it was last observed.
    var observedEnd: Int64 = 0
    /// The last entry that is known to be there, and is not ours.
    var foreignEntry: Int64?
    var holding: Holding?
    var renewals: Task<Void, Never>?
    var leading: Leading?
    var leadershipRenewals: Task<Void, Never>?
    var sighting = LeadershipSighting()

    /// - Parameters:
    ///   - end: up to where the log was read.
    ///   - topic: nil where it is not there.
    ///   - isAnew: it is another log than the one that was known.
    mutating func learn(_ outcome: LedgerReading.Outcome, end: Int64, of topic: KafkaEngine.OwnTopic?, isAnew: Bool) {
        wasRead = true
        topicIsThere = topic != nil
        topicId = topic?.id
        ledger = outcome.ledger
        keys = outcome.keys
        runs = outcome.runs
        repairs = outcome.repairs
        // A renewal, which does not wait for readings, may know more of the log by now.
        guard isAnew || end >= self.end else { return }
        leases = outcome.leases
        leadership = outcome.leadership
        self.end = end
        if isAnew { foreignEntry = nil }
    }

    /// Takes note of records that were written between what is known and what we wrote. Entries among them are not
    /// learnt: who holds the lease, and who leads, is all that matters to a writer.
    mutating func follow(_ records: [Record]) throws(LedgerEntryProblem) {
        for record in records where record.offset >= end {
            switch LedgerKeyKind(record.key) {
            case .lease: try leases.add(record, as: .lease)
            case .leadership: try leadership.add(record, as: .leadership)
            case .run, .entry:
                let epoch = record.leaseEpoch
                let isOurs = epoch != nil && epoch == holding?.lease.epoch
                if !isOurs, leases.accepts(epoch: epoch) { foreignEntry = record.offset }
            }
            end = record.offset + 1
        }
    }

    /// Whether somebody else wrote entries since the ledger was observed.
    var wasWrittenByOthers: Bool { wasObserved && (foreignEntry ?? -1) >= observedEnd }

    /// Whether our lease is in force as far as the log is known.
    var holdsLease: Bool {
        guard let holding, let last = leases.last else { return false }
        return last.epoch == holding.lease.epoch && last.document.id == holding.lease.id && !last.isReleased
    }
}
