// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Where the replicas shall be.
package struct AlterPartitionReassignmentsRequest: KafkaRequest {
    package typealias Response = AlterPartitionReassignmentsResponse
    package static let apiKey = APIKey.alterPartitionReassignments
    package static let versions: ClosedRange<Int16> = 0...0
    package static let firstFlexibleVersion: Int16 = 0

    /// How long the broker may take to begin, in milliseconds.
    package var timeoutMs: Int32
    /// By topic.
    package var topics: [ReassignableTopic]

    package init(timeoutMs: Int32 = 60000, topics: [ReassignableTopic] = []) {
        self.timeoutMs = timeoutMs
        self.topics = topics
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        timeoutMs = try reader.readInt32()
        topics = try reader.readArray(of: ReassignableTopic.self, flexible: true, version: version)
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        writer.writeInt32(timeoutMs)
        try writer.writeArray(topics, flexible: true, version: version)
        writer.writeNoTaggedFields()
    }
}

extension AlterPartitionReassignmentsRequest {
    /// An element of `topics`.
    package struct ReassignableTopic: WireStructure {
        /// The topic's name.
        package var name: String
        /// By partition.
        package var partitions: [ReassignablePartition]

        package init(name: String = "", partitions: [ReassignablePartition] = []) {
            self.name = name
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            name = try reader.readString(flexible: true)
            partitions = try reader.readArray(of: ReassignablePartition.self, flexible: true, version: version)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(name, flexible: true)
            try writer.writeArray(partitions, flexible: true, version: version)
            writer.writeNoTaggedFields()
        }
    }
}

extension AlterPartitionReassignmentsRequest {
    /// An element of `partitions`.
    package struct ReassignablePartition: WireStructure {
        /// The partition.
        package var partitionIndex: Int32
        /// The brokers of the replicas, the preferred leader first; null calls off the move that is under way.
        package var replicas: [Int32]?

        package init(partitionIndex: Int32 = 0, replicas: [Int32]? = []) {
            self.partitionIndex = partitionIndex
            self.replicas = replicas
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            partitionIndex = try reader.readInt32()
            replicas = try reader.readNullableArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(partitionIndex)
            try writer.writeNullableArray(replicas, flexible: true) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            writer.writeNoTaggedFields()
        }
    }
}
