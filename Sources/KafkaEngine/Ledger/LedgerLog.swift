import KafkaClient

/// Where the ledger is kept: a compacted topic of one partition, so that the last word on each key stays, in one order.
enum LedgerLog {
    static let topic = "__heddle.state"
    static let partition = TopicPartition(topic: topic, partition: 0)

    /// Stored as we write it: the broker's own `compression.type` could be a codec that readers then must know.
    /// One clock, the broker's, judges leases, and compaction leaves them alone while they matter.
    static let config = [
        "cleanup.policy": "compact", "compression.type": "uncompressed", "message.timestamp.type": "LogAppendTime",
        "min.compaction.lag.ms": "86400000",
    ]
    /// For brokers that know less.
    static let leastConfig = ["cleanup.policy": "compact", "compression.type": "uncompressed"]

    /// The record header that names the epoch of the writer's lease.
    static let leaseHeader = "heddle-lease"

    static func replication(brokers: Int) -> Int { max(1, min(3, brokers)) }

    /// Well below the megabyte that brokers take by default.
    static let batchBytes = 500 << 10
}
