// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// What the member is to do.
package struct ConsumerGroupHeartbeatResponse: KafkaMessage {
    package static let apiKey = APIKey.consumerGroupHeartbeat
    package static let versions: ClosedRange<Int16> = 0...1
    package static let firstFlexibleVersion: Int16 = 0

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// NONE, or why it failed.
    package var errorCode: ErrorCode
    /// More about the error, for people.
    package var errorMessage: String?
    /// The member; null if it is the one that asked.
    package var memberId: String?
    /// The member's epoch.
    package var memberEpoch: Int32
    /// How long to wait until the next heartbeat, in milliseconds.
    package var heartbeatIntervalMs: Int32
    /// What the member is to own; null if unchanged.
    package var assignment: Assignment?

    package init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        errorMessage: String? = "",
        memberId: String? = "",
        memberEpoch: Int32 = 0,
        heartbeatIntervalMs: Int32 = 0,
        assignment: Assignment? = Assignment()
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.memberId = memberId
        self.memberEpoch = memberEpoch
        self.heartbeatIntervalMs = heartbeatIntervalMs
        self.assignment = assignment
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        throttleTimeMs = try reader.readInt32()
        errorCode = try reader.readErrorCode()
        errorMessage = try reader.readNullableString(flexible: true)
        memberId = try reader.readNullableString(flexible: true)
        memberEpoch = try reader.readInt32()
        heartbeatIntervalMs = try reader.readInt32()
        assignment = try (reader.readPresence() ? Assignment(from: &reader, version: version) : nil)
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        writer.writeInt32(throttleTimeMs)
        writer.writeErrorCode(errorCode)
        try writer.writeNullableString(errorMessage, flexible: true)
        try writer.writeNullableString(memberId, flexible: true)
        writer.writeInt32(memberEpoch)
        writer.writeInt32(heartbeatIntervalMs)
        writer.writePresence(assignment != nil)
        try assignment?.write(to: &writer, version: version)
        writer.writeNoTaggedFields()
    }
}

extension ConsumerGroupHeartbeatResponse {
    /// What the member is to own; null if unchanged.
    package struct Assignment: WireStructure {
        /// The partitions.
        package var topicPartitions: [TopicPartitions]

        package init(topicPartitions: [TopicPartitions] = []) {
            self.topicPartitions = topicPartitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            topicPartitions = try reader.readArray(of: TopicPartitions.self, flexible: true, version: version)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeArray(topicPartitions, flexible: true, version: version)
            writer.writeNoTaggedFields()
        }
    }
}

extension ConsumerGroupHeartbeatResponse {
    /// An element of `topicPartitions`.
    package struct TopicPartitions: WireStructure {
        /// The topic's id.
        package var topicId: KafkaUUID
        /// Its partitions.
        package var partitions: [Int32]

        package init(topicId: KafkaUUID = .zero, partitions: [Int32] = []) {
            self.topicId = topicId
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            topicId = try reader.readUUID()
            partitions = try reader.readArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeUUID(topicId)
            try writer.writeArray(partitions, flexible: true) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            writer.writeNoTaggedFields()
        }
    }
}
