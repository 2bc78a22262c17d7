// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The topics, and where to go on.
package struct DescribeTopicPartitionsResponse: KafkaMessage {
    package static let apiKey = APIKey.describeTopicPartitions
    package static let versions: ClosedRange<Int16> = 0...0
    package static let firstFlexibleVersion: Int16 = 0

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// By topic.
    package var topics: [Topic]
    /// Where to go on; null at the end.
    package var nextCursor: Cursor?

    package init(throttleTimeMs: Int32 = 0, topics: [Topic] = [], nextCursor: Cursor? = Cursor()) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
        self.nextCursor = nextCursor
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        throttleTimeMs = try reader.readInt32()
        topics = try reader.readArray(of: Topic.self, flexible: true, version: version)
        nextCursor = try (reader.readPresence() ? Cursor(from: &reader, version: version) : nil)
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        writer.writeInt32(throttleTimeMs)
        try writer.writeArray(topics, flexible: true, version: version)
        writer.writePresence(nextCursor != nil)
        try nextCursor?.write(to: &writer, version: version)
        writer.writeNoTaggedFields()
    }
}

extension DescribeTopicPartitionsResponse {
    /// An element of `topics`.
    package struct Topic: WireStructure {
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// The topic.
        package var name: String?
        /// Its id.
        package var topicId: KafkaUUID
        /// Whether it is the broker's own.
        package var isInternal: Bool
        /// Its partitions.
        package var partitions: [Partition]
        /// A bit for each operation that the asker may do.
        package var topicAuthorizedOperations: Int32

        package init(
            errorCode: ErrorCode = .none,
            name: String? = "",
            topicId: KafkaUUID = .zero,
            isInternal: Bool = false,
            partitions: [Partition] = [],
            topicAuthorizedOperations: Int32 = .min
        ) {
            self.errorCode = errorCode
            self.name = name
            self.topicId = topicId
            self.isInternal = isInternal
            self.partitions = partitions
            self.topicAuthorizedOperations = topicAuthorizedOperations
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            errorCode = try reader.readErrorCode()
            name = try reader.readNullableString(flexible: true)
            topicId = try reader.readUUID()
            isInternal = try reader.readBool()
            partitions = try reader.readArray(of: Partition.self, flexible: true, version: version)
            topicAuthorizedOperations = try reader.readInt32()
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeErrorCode(errorCode)
            try writer.writeNullableString(name, flexible: true)
            writer.writeUUID(topicId)
            writer.writeBool(isInternal)
            try writer.writeArray(partitions, flexible: true, version: version)
            writer.writeInt32(topicAuthorizedOperations)
            writer.writeNoTaggedFields()
        }
    }
}

extension DescribeTopicPartitionsResponse {
    /// An element of `partitions`.
    package struct Partition: WireStructure {
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// The partition.
        package var partitionIndex: Int32
        /// The broker that leads it.
        package var leaderId: Int32
        /// The leader's epoch.
        package var leaderEpoch: Int32
        /// The brokers that hold it.
        package var replicaNodes: [Int32]
        /// Those that are in sync.
        package var isrNodes: [Int32]
        /// Those that may lead besides; null if that is not known.
        package var eligibleLeaderReplicas: [Int32]?
        /// Those that could lead last; null if that is not known.
        package var lastKnownElr: [Int32]?
        /// Those that are away.
        package var offlineReplicas: [Int32]

        package init(
            errorCode: ErrorCode = .none,
            partitionIndex: Int32 = 0,
            leaderId: Int32 = 0,
            leaderEpoch: Int32 = -1,
            replicaNodes: [Int32] = [],
            isrNodes: [Int32] = [],
            eligibleLeaderReplicas: [Int32]? = [],
            lastKnownElr: [Int32]? = [],
            offlineReplicas: [Int32] = []
        ) {
            self.errorCode = errorCode
            self.partitionIndex = partitionIndex
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.replicaNodes = replicaNodes
            self.isrNodes = isrNodes
            self.eligibleLeaderReplicas = eligibleLeaderReplicas
            self.lastKnownElr = lastKnownElr
            self.offlineReplicas = offlineReplicas
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            errorCode = try reader.readErrorCode()
            partitionIndex = try reader.readInt32()
            leaderId = try reader.readInt32()
            leaderEpoch = try reader.readInt32()
            replicaNodes = try reader.readArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            isrNodes = try reader.readArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            eligibleLeaderReplicas = try reader.readNullableArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            lastKnownElr = try reader.readNullableArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            offlineReplicas = try reader.readArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeErrorCode(errorCode)
            writer.writeInt32(partitionIndex)
            writer.writeInt32(leaderId)
            writer.writeInt32(leaderEpoch)
            try writer.writeArray(replicaNodes, flexible: true) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            try writer.writeArray(isrNodes, flexible: true) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            try writer.writeNullableArray(eligibleLeaderReplicas, flexible: true) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            try writer.writeNullableArray(lastKnownElr, flexible: true) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            try writer.writeArray(offlineReplicas, flexible: true) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            writer.writeNoTaggedFields()
        }
    }
}

extension DescribeTopicPartitionsResponse {
    /// Where to go on; null at the end.
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
