import EngineInterface
import KafkaClient

/// Where each log is kept. Stored as we write it, like the ledger, and dated by the broker's clock alone.
extension MeshLog {
    var topic: String {
        switch self {
        case .control: "__heddle.control"
        case .audit: "__heddle.audit"
        }
    }

    var partition: TopicPartition { TopicPartition(topic: topic, partition: 0) }

    /// Nothing of the audit is lost by itself: whoever wants it shorter says so on the topic.
    var config: [String: String] {
        leastConfig.merging(["message.timestamp.type": "LogAppendTime"]) { $1 }
            .merging(self == .audit ? ["retention.bytes": "-1"] : [:]) { $1 }
    }

    /// For brokers that know less.
    var leastConfig: [String: String] {
        switch self {
        case .control: ["cleanup.policy": "compact", "compression.type": "uncompressed"]
        case .audit: ["cleanup.policy": "delete", "compression.type": "uncompressed", "retention.ms": "-1"]
        }
    }
}
