// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Who the member is and what changed since its last heartbeat.
package struct ConsumerGroupHeartbeatRequest: KafkaRequest {
    package typealias Response = ConsumerGroupHeartbeatResponse
    package static let apiKey = APIKey.consumerGroupHeartbeat
    package static let versions: ClosedRange<Int16> = 0...1
    package static let firstFlexibleVersion: Int16 = 0

    /// The group.
    package var groupId: String
    /// The member; in version 0 empty to be given one.
    package var memberId: String
    /// The member's epoch: 0 joins, -1 leaves, -2 leaves as a static member that will be back.
    package var memberEpoch: Int32
    /// The member's name if it is a static one; null if unchanged.
    package var instanceId: String?
    /// Where it is; null if unchanged.
    package var rackId: String?
    /// How long it may take to give partitions back, in milliseconds; -1 if unchanged.
    package var rebalanceTimeoutMs: Int32
    /// The topics that it subscribes to; null if unchanged.
    package var subscribedTopicNames: [String]?
    /// A regular expression of topics that it subscribes to; null if unchanged. Version 1 and later.
    package var subscribedTopicRegex: String?
    /// How partitions should be assigned; null if unchanged.
    package var serverAssignor: String?
    /// What it owns; null if unchanged.
    package var topicPartitions: [TopicPartitions]?

    package init(
        groupId: String = "",
        memberId: String = "",
        memberEpoch: Int32 = 0,
        instanceId: String? = "",
        rackId: String? = "",
        rebalanceTimeoutMs: Int32 = -1,
        subscribedTopicNames: [String]? = [],
        subscribedTopicRegex: String? = "",
        serverAssignor: String? = "",
        topicPartitions: [TopicPartitions]? = []
    ) {
        self.groupId = groupId
        self.memberId = memberId
        self.memberEpoch = memberEpoch
        self.instanceId = instanceId
        self.rackId = rackId
        self.rebalanceTimeoutMs = rebalanceTimeoutMs
        self.subscribedTopicNames = subscribedTopicNames
        self.subscribedTopicRegex = subscribedTopicRegex
        self.serverAssignor = serverAssignor
        self.topicPartitions = topicPartitions
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        groupId = try reader.readString(flexible: true)
        memberId = try reader.readString(flexible: true)
        memberEpoch = try reader.readInt32()
        instanceId = try reader.readNullableString(flexible: true)
        rackId = try reader.readNullableString(flexible: true)
        rebalanceTimeoutMs = try reader.readInt32()
        subscribedTopicNames = try reader.readNullableArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readString(flexible: true) }
        subscribedTopicRegex = try version >= 1 ? reader.readNullableString(flexible: true) : ""
        serverAssignor = try reader.readNullableString(flexible: true)
        topicPartitions = try reader.readNullableArray(of: TopicPartitions.self, flexible: true, version: version)
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        try writer.writeString(groupId, flexible: true)
        try writer.writeString(memberId, flexible: true)
        writer.writeInt32(memberEpoch)
        try writer.writeNullableString(instanceId, flexible: true)
        try writer.writeNullableString(rackId, flexible: true)
        writer.writeInt32(rebalanceTimeoutMs)
        try writer.writeNullableArray(subscribedTopicNames, flexible: true) { (writer: inout WireWriter, element: String) throws(WireError) in try writer.writeString(element, flexible: true) }
        if version >= 1 {
            try writer.writeNullableString(subscribedTopicRegex, flexible: true)
        } else if subscribedTopicRegex != "" {
            throw .fieldNotInVersion(field: "ConsumerGroupHeartbeatRequest.subscribedTopicRegex", version: version)
        }
        try writer.writeNullableString(serverAssignor, flexible: true)
        try writer.writeNullableArray(topicPartitions, flexible: true, version: version)
        writer.writeNoTaggedFields()
    }
}

extension ConsumerGroupHeartbeatRequest {
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
