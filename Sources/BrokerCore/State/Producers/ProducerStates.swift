import Determinism
import KafkaWire

/// What a partition remembers of the producers that write to it with an id (KIP-98): their last batches, so that one
/// sent twice is stored once and a gap is noticed; their open transactions, which hold readers of committed records
/// back; and the transactions that were aborted, which such readers leave out.
///
/// All of it follows from the log: `apply` is told of each batch, when it is stored and when the log is read again.
struct ProducerStates: Equatable {
    /// A batch that an idempotent producer wrote.
    struct Batch: Equatable {
        var firstSequence: Int32
        var lastSequence: Int32
        var baseOffset: Int64
        var timestamp: Int64
    }

    struct Entry: Equatable {
        var epoch: Int16
        /// Of the last marker; -1 before any.
        var coordinatorEpoch: Int32 = -1
        /// The last few batches of this epoch, oldest first: as many as a producer may have under way.
        var batches: [Batch] = []
        /// Whether the producer's first batch of this epoch must have sequence 0: not so where the log shows a marker and
        /// nothing before it, as then the records may have been deleted.
        var beginsAtZero = true
        /// Where its open transaction begins.
        var transactionStart: Int64?
        /// Of the last batch or marker.
        var lastTimestamp: Int64
        var lastWrite: Instant
    }

    /// A transaction that has records here and no marker yet.
    struct OpenTransaction: Equatable {
        var producerID: Int64
        var firstOffset: Int64
    }

    /// A transaction that ended, until its marker is to be seen: a crash could take the marker back.
    struct DecidedTransaction: Equatable {
        var firstOffset: Int64
        var markerOffset: Int64
    }

    /// How many batches of a producer are remembered (max.in.flight.requests.per.connection ≤ 5).
    static let remembered = 5

    var entries: [Int64: Entry] = [:]
    /// By first offset.
    var open: [OpenTransaction] = []
    /// By marker.
    var decided: [DecidedTransaction] = []
    /// By marker.
    var aborted: [AbortedTransaction] = []

    /// Forgets producers that have not written since `limit`, but for those with a transaction under way.
    mutating func expire(before limit: Instant) {
        guard entries.contains(where: { $0.value.lastWrite < limit && $0.value.transactionStart == nil }) else { return }
        entries = entries.filter { $0.value.lastWrite >= limit || $0.value.transactionStart != nil }
    }

    /// Sequences wrap to 0 after the largest Int32.
    static func sequence(after sequence: Int32) -> Int32 {
        sequence == .max ? 0 : sequence + 1
    }
}
