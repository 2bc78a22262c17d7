import BrokerLog
import KafkaWire

/// One partition: its log, once there is one, and who waits for it to grow.
final class Partition {
    let topicName: String
    let topicID: KafkaUUID
    let index: Int32
    /// Nil until the first append: a topic without records has no files.
    var log: PartitionLog?
    var producers = ProducerStates()
    /// Whether it is among those that the next sync takes.
    var isUnsynced = false
    /// The topic is gone; what was under way for it must not find files again.
    var isDeleted = false
    /// Bytes that no sync has taken yet, and those that the one under way has: they can be seen after it.
    var unsyncedBytes = 0
    var bytesUnderSync = 0
    /// Fetches that wait for more records.
    var waitingFetches: Set<UInt64> = []
    /// Why nothing can be done with it, when that is so.
    var offlineReason: String?

    /// More bytes than any fetch waits for.
    static let everything = 1 << 40

    /// With one broker the leader never changes.
    static let leaderEpoch: Int32 = 0

    init(topicName: String, topicID: KafkaUUID, index: Int32) {
        self.topicName = topicName
        self.topicID = topicID
        self.index = index
    }

    /// Where its files are. By topic id, so that a topic made anew under an old name begins empty, whatever of
    /// the old one is still on the disk.
    var directory: String { "\(Self.root)/\(topicID)-\(index)" }

    static let root = "topics"

    var logStartOffset: Int64 { log?.logStartOffset ?? 0 }
    var logEndOffset: Int64 { log?.logEndOffset ?? 0 }

    /// What consumers may see: nothing that a crash could take back.
    func highWatermark(_ durability: Durability) -> Int64 {
        guard let log else { return 0 }
        return durability == .fsync ? max(log.flushedOffset, log.logStartOffset) : log.logEndOffset
    }

    /// What consumers of committed records may see: nothing of a transaction that has not ended, and been seen to end.
    func lastStableOffset(_ durability: Durability) -> Int64 {
        max(producers.lastStableOffset(highWatermark: highWatermark(durability)), logStartOffset)
    }

    /// For people.
    var name: String { "\(topicName)-\(index)" }
}
