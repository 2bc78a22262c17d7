// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Which partitions.
package struct ListPartitionReassignmentsRequest: KafkaRequest {
    package typealias Response = ListPartitionReassignmentsResponse
    package static let apiKey = APIKey.listPartitionReassignments
    package static let versions: ClosedRange<Int16> = 0...0
    package static let firstFlexibleVersion: Int16 = 0

    /// How long the broker may take, in milliseconds.
    package var timeoutMs: Int32
    /// By topic; null for all.
    package var topics: [ListedTopic]?

    package init(timeoutMs: Int32 = 60000, topics: [ListedTopic]? = []) {
        self.timeoutMs = timeoutMs
        self.topics = topics
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        timeoutMs = try reader.readInt32()
        topics = try reader.readNullableArray(of: ListedTopic.self, flexible: true, version: version)
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        writer.writeInt32(timeoutMs)
        try writer.writeNullableArray(topics, flexible: true, version: version)
        writer.writeNoTaggedFields()
    }
}

extension ListPartitionReassignmentsRequest {
    /// An element of `topics`.
    package struct ListedTopic: WireStructure {
        /// The topic's name.
        package var name: String
        /// The partitions.
        package var partitionIndexes: [Int32]

        package init(name: String = "", partitionIndexes: [Int32] = []) {
            self.name = name
            self.partitionIndexes = partitionIndexes
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            name = try reader.readString(flexible: true)
            partitionIndexes = try reader.readArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(name, flexible: true)
            try writer.writeArray(partitionIndexes, flexible: true) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            writer.writeNoTaggedFields()
        }
    }
}
