import Determinism
import OrderedCollections

/// All transactional ids, with what is under way to end their transactions.
struct TransactionTable {
    /// A partition by its topic's name, as clients name it.
    struct Place: Hashable {
        var topic: String
        var partition: Int32
    }

    /// The end of a transaction: first the decision is kept, then markers are written and kept, then it is complete.
    struct Ending {
        /// Where a marker is still to be written.
        var partitions: [Place]
        /// The groups whose offsets are still to be committed or dropped.
        var groups: [String]
        /// Whether something written is being brought to disk, after which the next step comes by itself.
        var isWaitingForDisk = false
        /// Whether the log has its line about what the disk refuses.
        var hasComplained = false
        /// Who asked for the end, and is answered when it is complete.
        var asked: RequestID?
    }

    private(set) var byID: OrderedDictionary<String, Transaction> = [:]
    var endings: [String: Ending] = [:]
    /// When the timer of an id is set for; a later one is not set while an earlier one is.
    private var timers: [String: Instant] = [:]

    var count: Int { byID.count }
    var all: OrderedDictionary<String, Transaction>.Values { byID.values }

    subscript(id: String) -> Transaction? { byID[id] }

    mutating func put(_ transaction: Transaction) {
        byID[transaction.id] = transaction
    }

    mutating func remove(_ ids: Set<String>) {
        byID.removeAll { ids.contains($0.key) }
    }

    /// Whether a timer must be set for `deadline`, which is noted as done.
    mutating func needsTimer(for id: String, at deadline: Instant) -> Bool {
        if let set = timers[id], set <= deadline { return false }
        timers[id] = deadline
        return true
    }

    mutating func timerFired(for id: String, at now: Instant) {
        if let set = timers[id], set <= now { timers[id] = nil }
    }
}
