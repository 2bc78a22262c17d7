import KafkaWire
import NIOCore

/// What consumers tell each other through the coordinator, in the format of Java's `ConsumerProtocol`, so that clients of any make
/// can share a group.
package enum GroupProtocol {
    package static let type = "consumer"

    /// Which topics a member wants, and what it has (since version 1).
    package struct Subscription: Sendable, Hashable {
        package var topics: [String]
        package var owned: [TopicPartition]

        package init(topics: [String], owned: [TopicPartition] = []) {
            self.topics = topics
            self.owned = owned
        }

        func encoded() -> ByteBuffer {
            var buffer = ByteBuffer()
            buffer.writeInteger(1 as Int16)
            buffer.writeInteger(Int32(topics.count))
            for topic in topics { buffer.writeKafkaString(topic) }
            buffer.writeInteger(-1 as Int32)
            buffer.writeKafka(owned)
            return buffer
        }

        /// Nil for what is not of the format. Later versions add at the end.
        init?(_ bytes: ByteBuffer) {
            var bytes = bytes
            guard let version = bytes.readInteger(as: Int16.self), version >= 0, let count = bytes.readInteger(as: Int32.self), count >= 0 else { return nil }
            topics = []
            for _ in 0..<count {
                guard let topic = bytes.readKafkaString() else { return nil }
                topics.append(topic)
            }
            owned = []
            guard version >= 1, let length = bytes.readInteger(as: Int32.self) else { return }
            if length > 0, bytes.readSlice(length: Int(length)) == nil { return nil }
            owned = bytes.readKafkaPartitions() ?? []
        }
    }

    static func encodeAssignment(_ partitions: [TopicPartition]) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.writeInteger(1 as Int16)
        buffer.writeKafka(partitions)
        buffer.writeInteger(-1 as Int32)
        return buffer
    }

    /// No bytes are no partitions. Nil for what is not of the format.
    static func decodeAssignment(_ bytes: ByteBuffer) -> [TopicPartition]? {
        var bytes = bytes
        if bytes.readableBytes == 0 { return [] }
        guard let version = bytes.readInteger(as: Int16.self), version >= 0 else { return nil }
        return bytes.readKafkaPartitions()
    }
}

extension ByteBuffer {
    fileprivate mutating func writeKafkaString(_ text: String) {
        writeInteger(Int16(clamping: text.utf8.count))
        writeString(text)
    }

    fileprivate mutating func readKafkaString() -> String? {
        guard let length = readInteger(as: Int16.self), length >= 0 else { return nil }
        return readString(length: Int(length))
    }

    fileprivate mutating func writeKafka(_ partitions: [TopicPartition]) {
        let byTopic = Dictionary(grouping: partitions, by: \.topic).sorted { $0.key < $1.key }
        writeInteger(Int32(byTopic.count))
        for (topic, partitions) in byTopic {
            writeKafkaString(topic)
            writeInteger(Int32(partitions.count))
            for partition in partitions.map(\.partition).sorted() { writeInteger(partition) }
        }
    }

    fileprivate mutating func readKafkaPartitions() -> [TopicPartition]? {
        guard let topics = readInteger(as: Int32.self) else { return nil }
        var partitions: [TopicPartition] = []
        for _ in 0..<max(topics, 0) {
            guard let topic = readKafkaString(), let count = readInteger(as: Int32.self) else { return nil }
            for _ in 0..<max(count, 0) {
                guard let partition = readInteger(as: Int32.self) else { return nil }
                partitions.append(TopicPartition(topic: topic, partition: partition))
            }
        }
        return partitions
    }
}
