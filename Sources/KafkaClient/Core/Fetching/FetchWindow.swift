import KafkaWire

/// A record as the consumer's caller gets it, with where it stands.
package struct FetchedRecord: Sendable, Hashable {
    package var partition: TopicPartition
    package var record: Record

    package init(partition: TopicPartition, record: Record) {
        self.partition = partition
        self.record = record
    }
}

/// What a consumer has fetched and not handed out yet, and what to fetch next: so much and no more.
///
/// Partitions take turns. A record may say that it is not due yet: then its partition waits, and the others do not. Times are moments
/// since 1970.
struct FetchWindow {
    enum Next: Equatable {
        case record(FetchedRecord)
        /// Nothing now; when a record becomes due, if one is there.
        case nothing(due: Duration?)
    }

    private struct Part {
        /// Of the next fetch.
        var position: Int64
        var records: [Record] = []
        /// The first of `records` that is not handed out.
        var head = 0
        /// Until when its head may not be handed out, known for the present head alone.
        var due: Duration?
    }

    private var parts: [TopicPartition: Part] = [:]
    private var turns: [TopicPartition] = []
    private var turn = 0
    /// Which assignment it is: answers to questions of an earlier one are too late.
    private(set) var number = 0
    private let recordsPerPartition: Int
    /// When a record may be handed out; nil: at once.
    private let due: @Sendable (FetchedRecord) -> Duration?

    init(recordsPerPartition: Int, due: @escaping @Sendable (FetchedRecord) -> Duration? = { _ in nil }) {
        self.recordsPerPartition = max(recordsPerPartition, 1)
        self.due = due
    }

    var partitions: [TopicPartition] { turns }

    mutating func assign(_ positions: [TopicPartition: Int64]) {
        number += 1
        turn = 0
        parts = positions.mapValues { Part(position: $0) }
        turns = positions.keys.sorted { ($0.topic, $0.partition) < ($1.topic, $1.partition) }
    }

    /// Where there is room, and from which offset on. Of a partition that has as much as it may, nothing is fetched.
    var fetchable: [TopicPartition: Int64] {
        parts.filter { $0.value.records.count - $0.value.head < recordsPerPartition }.mapValues(\.position)
    }

    /// - Parameter next: the offset to go on from.
    mutating func received(_ records: [Record], next: Int64, for partition: TopicPartition) {
        guard var part = parts.removeValue(forKey: partition) else { return }
        part.records.removeFirst(part.head)
        part.head = 0
        part.records += records
        part.position = next
        parts[partition] = part
    }

    /// Where a partition goes on, after its offset turned out not to be there.
    mutating func move(_ partition: TopicPartition, to position: Int64) { parts[partition]?.position = position }

    mutating func next(now: Duration) -> Next {
        var earliest: Duration?
        for step in 0..<turns.count {
            let partition = turns[(turn + step) % turns.count]
            guard let index = parts.index(forKey: partition), parts.values[index].head < parts.values[index].records.count else { continue }
            let fetched = FetchedRecord(partition: partition, record: parts.values[index].records[parts.values[index].head])
            let moment = parts.values[index].due ?? due(fetched)
            if let moment, moment > now {
                parts.values[index].due = moment
                earliest = min(earliest ?? moment, moment)
                continue
            }
            parts.values[index].due = nil
            parts.values[index].head += 1
            if parts.values[index].head == parts.values[index].records.count {
                parts.values[index].records.removeAll(keepingCapacity: true)
                parts.values[index].head = 0
            }
            // A stretch of one partition at a time: what was written together is read together.
            turn = (turn + step) % turns.count
            if parts.values[index].records.isEmpty { turn = (turn + 1) % turns.count }
            return .record(fetched)
        }
        return .nothing(due: earliest)
    }
}
