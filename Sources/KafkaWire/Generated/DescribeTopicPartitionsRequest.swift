// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Which topics, and where to begin.
package struct DescribeTopicPartitionsRequest: KafkaRequest {
    package typealias Response = DescribeTopicPartitionsResponse
    package static let apiKey = APIKey.describeTopicPartitions
    package static let versions: ClosedRange<Int16> = 0...0
    package static let firstFlexibleVersion: Int16 = 0

    /// The topics; all if empty.
    package var topics: [Topic]
    /// At most so many partitions.
    package var responsePartitionLimit: Int32
    /// Where the answer before ended; null at the beginning.
    package var cursor: Cursor?

    package init(topics: [Topic] = [], responsePartitionLimit: Int32 = 2000, cursor: Cursor? = Cursor()) {
        self.topics = topics
        self.responsePartitionLimit = responsePartitionLimit
        self.cursor = cursor
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        topics = try reader.readArray(of: Topic.self, flexible: true, version: version)
        responsePartitionLimit = try reader.readInt32()
        cursor = try (reader.readPresence() ? Cursor(from: &reader, version: version) : nil)
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        try writer.writeArray(topics, flexible: true, version: version)
        writer.writeInt32(responsePartitionLimit)
        writer.writePresence(cursor != nil)
        try cursor?.write(to: &writer, version: version)
        writer.writeNoTaggedFields()
    }
}

extension DescribeTopicPartitionsRequest {
    /// An element of `topics`.
    package struct Topic: WireStructure {
        /// The topic.
        package var name: String

        package init(name: String = "") {
            self.name = name
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            name = try reader.readString(flexible: true)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(name, flexible: true)
            writer.writeNoTaggedFields()
        }
    }
}

extension DescribeTopicPartitionsRequest {
    /// Where the answer before ended; null at the beginning.
    package struct Cursor: WireStructure {
        /// The topic to go on with.
        package var topicName: String
        /// The partition to go on with.
        package var partitionIndex: Int32

        package init(topicName: String = "", partitionIndex: Int32 = 0) {
            self.topicName = topicName
            self.partitionIndex = partitionIndex
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            topicName = try reader.readString(flexible: true)
            partitionIndex = try reader.readInt32()
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(topicName, flexible: true)
            writer.writeInt32(partitionIndex)
            writer.writeNoTaggedFields()
        }
    }
}
