import KafkaClient

/// Where the ledger is kept: a compacted topic of one partition, so that the last word on each key stays, in one order.
enum LedgerLog {
    static let topic = "__heddle.state"
    static let partition = TopicPartition(topic: topic, partition: 0)

    /// Stored as we write it: the broker's own `compression.type` could be a codec that readers then must know.
    static let config = ["cleanup.policy": "compact", "compression.type": "uncompressed"]

    static func replication(brokers: Int) -> Int { max(1, min(3, brokers)) }

    /// Well below the megabyte that brokers take by default.
    static let batchBytes = 500 << 10
}
