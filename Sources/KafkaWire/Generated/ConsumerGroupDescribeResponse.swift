// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The groups.
package struct ConsumerGroupDescribeResponse: KafkaMessage {
    package static let apiKey = APIKey.consumerGroupDescribe
    package static let versions: ClosedRange<Int16> = 0...1
    package static let firstFlexibleVersion: Int16 = 0

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// By group.
    package var groups: [Group]

    package init(throttleTimeMs: Int32 = 0, groups: [Group] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.groups = groups
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        throttleTimeMs = try reader.readInt32()
        groups = try reader.readArray(of: Group.self, flexible: true, version: version)
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        writer.writeInt32(throttleTimeMs)
        try writer.writeArray(groups, flexible: true, version: version)
        writer.writeNoTaggedFields()
    }
}

extension ConsumerGroupDescribeResponse {
    /// An element of `groups`.
    package struct Group: WireStructure {
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// More about the error, for people.
        package var errorMessage: String?
        /// The group.
        package var groupId: String
        /// Such as Stable or Reconciling.
        package var groupState: String
        /// How often what is wanted of it has changed.
        package var groupEpoch: Int32
        /// The group's epoch for which partitions were assigned.
        package var assignmentEpoch: Int32
        /// How partitions are assigned.
        package var assignorName: String
        /// Its members.
        package var members: [Member]
        /// A bit for each operation that the asker may do.
        package var authorizedOperations: Int32

        package init(
            errorCode: ErrorCode = .none,
            errorMessage: String? = "",
            groupId: String = "",
            groupState: String = "",
            groupEpoch: Int32 = 0,
            assignmentEpoch: Int32 = 0,
            assignorName: String = "",
            members: [Member] = [],
            authorizedOperations: Int32 = .min
        ) {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.groupId = groupId
            self.groupState = groupState
            self.groupEpoch = groupEpoch
            self.assignmentEpoch = assignmentEpoch
            self.assignorName = assignorName
            self.members = members
            self.authorizedOperations = authorizedOperations
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            errorCode = try reader.readErrorCode()
            errorMessage = try reader.readNullableString(flexible: true)
            groupId = try reader.readString(flexible: true)
            groupState = try reader.readString(flexible: true)
            groupEpoch = try reader.readInt32()
            assignmentEpoch = try reader.readInt32()
            assignorName = try reader.readString(flexible: true)
            members = try reader.readArray(of: Member.self, flexible: true, version: version)
            authorizedOperations = try reader.readInt32()
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeErrorCode(errorCode)
            try writer.writeNullableString(errorMessage, flexible: true)
            try writer.writeString(groupId, flexible: true)
            try writer.writeString(groupState, flexible: true)
            writer.writeInt32(groupEpoch)
            writer.writeInt32(assignmentEpoch)
            try writer.writeString(assignorName, flexible: true)
            try writer.writeArray(members, flexible: true, version: version)
            writer.writeInt32(authorizedOperations)
            writer.writeNoTaggedFields()
        }
    }
}

extension ConsumerGroupDescribeResponse {
    /// An element of `members`.
    package struct Member: WireStructure {
        /// The member.
        package var memberId: String
        /// Its name if it is a static one.
        package var instanceId: String?
        /// Where it is.
        package var rackId: String?
        /// Its epoch.
        package var memberEpoch: Int32
        /// Its client id.
        package var clientId: String
        /// From where it is connected.
        package var clientHost: String
        /// The topics that it subscribes to.
        package var subscribedTopicNames: [String]
        /// The regular expression that it subscribes to.
        package var subscribedTopicRegex: String?
        /// What it owns.
        package var assignment: Assignment
        /// What it is to own.
        package var targetAssignment: TargetAssignment
        /// -1 if not known, 0 for a member of the classic protocol, 1 for one of this. Version 1 and later.
        package var memberType: Int8

        package init(
            memberId: String = "",
            instanceId: String? = "",
            rackId: String? = "",
            memberEpoch: Int32 = 0,
            clientId: String = "",
            clientHost: String = "",
            subscribedTopicNames: [String] = [],
            subscribedTopicRegex: String? = "",
            assignment: Assignment = Assignment(),
            targetAssignment: TargetAssignment = TargetAssignment(),
            memberType: Int8 = -1
        ) {
            self.memberId = memberId
            self.instanceId = instanceId
            self.rackId = rackId
            self.memberEpoch = memberEpoch
            self.clientId = clientId
            self.clientHost = clientHost
            self.subscribedTopicNames = subscribedTopicNames
            self.subscribedTopicRegex = subscribedTopicRegex
            self.assignment = assignment
            self.targetAssignment = targetAssignment
            self.memberType = memberType
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            memberId = try reader.readString(flexible: true)
            instanceId = try reader.readNullableString(flexible: true)
            rackId = try reader.readNullableString(flexible: true)
            memberEpoch = try reader.readInt32()
            clientId = try reader.readString(flexible: true)
            clientHost = try reader.readString(flexible: true)
            subscribedTopicNames = try reader.readArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readString(flexible: true) }
            subscribedTopicRegex = try reader.readNullableString(flexible: true)
            assignment = try Assignment(from: &reader, version: version)
            targetAssignment = try TargetAssignment(from: &reader, version: version)
            memberType = try version >= 1 ? reader.readInt8() : -1
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(memberId, flexible: true)
            try writer.writeNullableString(instanceId, flexible: true)
            try writer.writeNullableString(rackId, flexible: true)
            writer.writeInt32(memberEpoch)
            try writer.writeString(clientId, flexible: true)
            try writer.writeString(clientHost, flexible: true)
            try writer.writeArray(subscribedTopicNames, flexible: true) { (writer: inout WireWriter, element: String) throws(WireError) in try writer.writeString(element, flexible: true) }
            try writer.writeNullableString(subscribedTopicRegex, flexible: true)
            try assignment.write(to: &writer, version: version)
            try targetAssignment.write(to: &writer, version: version)
            if version >= 1 {
                writer.writeInt8(memberType)
            }
            writer.writeNoTaggedFields()
        }
    }
}

extension ConsumerGroupDescribeResponse {
    /// What it owns.
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

extension ConsumerGroupDescribeResponse {
    /// An element of `topicPartitions`.
    package struct TopicPartitions: WireStructure {
        /// The topic's id.
        package var topicId: KafkaUUID
        /// The topic.
        package var topicName: String
        /// Its partitions.
        package var partitions: [Int32]

        package init(topicId: KafkaUUID = .zero, topicName: String = "", partitions: [Int32] = []) {
            self.topicId = topicId
            self.topicName = topicName
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            topicId = try reader.readUUID()
            topicName = try reader.readString(flexible: true)
            partitions = try reader.readArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeUUID(topicId)
            try writer.writeString(topicName, flexible: true)
            try writer.writeArray(partitions, flexible: true) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            writer.writeNoTaggedFields()
        }
    }
}

extension ConsumerGroupDescribeResponse {
    /// What it is to own.
    package struct TargetAssignment: WireStructure {
        /// The partitions.
        package var topicPartitions: [TargetTopicPartitions]

        package init(topicPartitions: [TargetTopicPartitions] = []) {
            self.topicPartitions = topicPartitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            topicPartitions = try reader.readArray(of: TargetTopicPartitions.self, flexible: true, version: version)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeArray(topicPartitions, flexible: true, version: version)
            writer.writeNoTaggedFields()
        }
    }
}

extension ConsumerGroupDescribeResponse {
    /// An element of `topicPartitions`.
    package struct TargetTopicPartitions: WireStructure {
        /// The topic's id.
        package var topicId: KafkaUUID
        /// The topic.
        package var topicName: String
        /// Its partitions.
        package var partitions: [Int32]

        package init(topicId: KafkaUUID = .zero, topicName: String = "", partitions: [Int32] = []) {
            self.topicId = topicId
            self.topicName = topicName
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            topicId = try reader.readUUID()
            topicName = try reader.readString(flexible: true)
            partitions = try reader.readArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeUUID(topicId)
            try writer.writeString(topicName, flexible: true)
            try writer.writeArray(partitions, flexible: true) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            writer.writeNoTaggedFields()
        }
    }
}
