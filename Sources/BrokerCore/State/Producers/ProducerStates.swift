import Determinism
import KafkaWire

/// What a partition remembers of the idempotent producers that wrote to it (KIP-98), so that a batch sent
/// twice is stored once and a gap is noticed.
struct ProducerStates {
    /// A batch that an idempotent producer wrote.
    struct Batch: Equatable {
        var firstSequence: Int32
        var lastSequence: Int32
        var baseOffset: Int64
        var timestamp: Int64
    }

    struct Entry: Equatable {
        var epoch: Int16
        /// The last few batches, oldest first: as many as a producer may have under way.
        var batches: [Batch]
        var lastWrite: Instant
    }

    enum Verdict: Equatable {
        case append
        /// The batch is already stored; the producer is told where.
        case duplicate(Batch)
        case refuse(ErrorCode)
    }

    /// How many batches of a producer are remembered (max.in.flight.requests.per.connection ≤ 5).
    static let remembered = 5

    private(set) var entries: [Int64: Entry] = [:]

    /// Judges a batch before it is stored. Batches without a producer id never come here.
    func check(producerID: Int64, epoch: Int16, firstSequence: Int32, lastSequence: Int32) -> Verdict {
        guard let entry = entries[producerID] else {
            // Nothing known: the producer is new, or all that it wrote has been deleted.
            return .append
        }
        if epoch < entry.epoch { return .refuse(.invalidProducerEpoch) }
        if epoch > entry.epoch { return firstSequence == 0 ? .append : .refuse(.outOfOrderSequenceNumber) }
        if let known = entry.batches.first(where: {
            $0.firstSequence == firstSequence && $0.lastSequence == lastSequence
        }) {
            return .duplicate(known)
        }
        guard let last = entry.batches.last else { return .append }
        return firstSequence == Self.sequence(after: last.lastSequence) ? .append : .refuse(.outOfOrderSequenceNumber)
    }

    /// Takes note of a batch that was stored.
    mutating func record(_ batch: Batch, producerID: Int64, epoch: Int16, at now: Instant) {
        var entry = entries[producerID] ?? Entry(epoch: epoch, batches: [], lastWrite: now)
        if entry.epoch != epoch {
            entry.epoch = epoch
            entry.batches.removeAll(keepingCapacity: true)
        }
        if entry.batches.count == Self.remembered { entry.batches.removeFirst() }
        entry.batches.append(batch)
        entry.lastWrite = now
        entries[producerID] = entry
    }

    /// Forgets producers that have not written since `limit`.
    mutating func expire(before limit: Instant) {
        entries = entries.filter { $0.value.lastWrite >= limit }
    }

    /// Sequences wrap to 0 after the largest Int32.
    static func sequence(after sequence: Int32) -> Int32 {
        sequence == .max ? 0 : sequence + 1
    }

    static func lastSequence(first: Int32, recordCount: Int32) -> Int32 {
        let last = Int64(first) + Int64(recordCount) - 1
        return Int32(truncatingIfNeeded: last > Int64(Int32.max) ? last - Int64(Int32.max) - 1 : last)
    }
}
