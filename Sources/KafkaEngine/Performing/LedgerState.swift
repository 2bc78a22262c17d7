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
    }

    var wasRead = false
    /// Whether somebody was shown it, and may build on it.
    var wasObserved = false
    var topicIsThere = false
    var ledger = Ledger()
    var keys: [LedgerItem: Set<String>] = [:]
    var leases = LeaseFold()
    var runs = RunIndex()
    var repairs: [String: [UInt8]?] = [:]
    /// Up to where the log is known.
    var end: Int64 = 0
    var holding: Holding?
    var renewals: Task<Void, Never>?

    mutating func learn(_ outcome: LedgerReading.Outcome, end: Int64, topicIsThere: Bool) {
        wasRead = true
        self.topicIsThere = topicIsThere
        ledger = outcome.ledger
        keys = outcome.keys
        leases = outcome.leases
        runs = outcome.runs
        repairs = outcome.repairs
        self.end = end
    }

    /// Takes note of records that were written between what is known and what we wrote. Entries among them are not
    /// learnt: who holds the lease is all that matters to a writer.
    ///
    /// - Returns: whether there were entries that count.
    mutating func follow(_ records: [Record]) throws(LedgerEntryProblem) -> Bool {
        var sawEntries = false
        for record in records where record.offset >= end {
            if record.key?.readableBytesView.starts(with: HistoryKey.leasePrefix) == true {
                try leases.add(record)
            } else if leases.accepts(epoch: record.leaseEpoch) {
                sawEntries = true
            }
            end = record.offset + 1
        }
        return sawEntries
    }

    /// Whether our lease is in force as far as the log is known.
    var holdsLease: Bool {
        guard let holding, let last = leases.last else { return false }
        return last.epoch == holding.lease.epoch && !last.isReleased
    }
}
