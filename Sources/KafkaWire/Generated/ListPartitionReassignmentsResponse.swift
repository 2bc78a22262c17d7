// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The moves that are under way.
package struct ListPartitionReassignmentsResponse: KafkaMessage {
    package static let apiKey = APIKey.listPartitionReassignments
    package static let versions: ClosedRange<Int16> = 0...0
    package static let firstFlexibleVersion: Int16 = 0

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// NONE, or why it failed.
    package var errorCode: ErrorCode
    /// More about the error, for people.
    package var errorMessage: String?
    /// By topic; none that rests is named.
    package var topics: [OngoingTopicReassignment]

    package init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        errorMessage: String? = "",
        topics: [OngoingTopicReassignment] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.topics = topics
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        throttleTimeMs = try reader.readInt32()
        errorCode = try reader.readErrorCode()
        errorMessage = try reader.readNullableString(flexible: true)
        topics = try reader.readArray(of: OngoingTopicReassignment.self, flexible: true, version: version)
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        writer.writeInt32(throttleTimeMs)
        writer.writeErrorCode(errorCode)
        try writer.writeNullableString(errorMessage, flexible: true)
        try writer.writeArray(topics, flexible: true, version: version)
        writer.writeNoTaggedFields()
    }
}

extension ListPartitionReassignmentsResponse {
    /// An element of `topics`.
    package struct OngoingTopicReassignment: WireStructure {
        /// The topic's name.
        package var name: String
        /// By partition.
        package var partitions: [OngoingPartitionReassignment]

        package init(name: String = "", partitions: [OngoingPartitionReassignment] = []) {
            self.name = name
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            name = try reader.readString(flexible: true)
            partitions = try reader.readArray(of: OngoingPartitionReassignment.self, flexible: true, version: version)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(name, flexible: true)
            try writer.writeArray(partitions, flexible: true, version: version)
            writer.writeNoTaggedFields()
        }
    }
}

extension ListPartitionReassignmentsResponse {
    /// An element of `partitions`.
    package struct OngoingPartitionReassignment: WireStructure {
        /// The partition.
        package var partitionIndex: Int32
        /// All brokers that hold a replica now, or are to.
        package var replicas: [Int32]
        /// Those that are to get one.
        package var addingReplicas: [Int32]
        /// Those that are to lose theirs.
        package var removingReplicas: [Int32]

        package init(
            partitionIndex: Int32 = 0,
            replicas: [Int32] = [],
            addingReplicas: [Int32] = [],
            removingReplicas: [Int32] = []
        ) {
            self.partitionIndex = partitionIndex
            self.replicas = replicas
            self.addingReplicas = addingReplicas
            self.removingReplicas = removingReplicas
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            partitionIndex = try reader.readInt32()
            replicas = try reader.readArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            addingReplicas = try reader.readArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            removingReplicas = try reader.readArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(partitionIndex)
            try writer.writeArray(replicas, flexible: true) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            try writer.writeArray(addingReplicas, flexible: true) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            try writer.writeArray(removingReplicas, flexible: true) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            writer.writeNoTaggedFields()
        }
    }
}
