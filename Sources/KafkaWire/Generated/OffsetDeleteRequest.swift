// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Which offsets.
package struct OffsetDeleteRequest: KafkaRequest {
    package typealias Response = OffsetDeleteResponse
    package static let apiKey = APIKey.offsetDelete
    package static let versions: ClosedRange<Int16> = 0...0
    package static let firstFlexibleVersion: Int16 = .max

    /// The group's id.
    package var groupId: String
    /// By topic.
    package var topics: [OffsetDeleteRequestTopic]

    package init(groupId: String = "", topics: [OffsetDeleteRequestTopic] = []) {
        self.groupId = groupId
        self.topics = topics
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        groupId = try reader.readString(flexible: false)
        topics = try reader.readArray(of: OffsetDeleteRequestTopic.self, flexible: false, version: version)
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        try writer.writeString(groupId, flexible: false)
        try writer.writeArray(topics, flexible: false, version: version)
    }
}

extension OffsetDeleteRequest {
    /// An element of `topics`.
    package struct OffsetDeleteRequestTopic: WireStructure {
        /// The topic's name.
        package var name: String
        /// By partition.
        package var partitions: [OffsetDeleteRequestPartition]

        package init(name: String = "", partitions: [OffsetDeleteRequestPartition] = []) {
            self.name = name
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            name = try reader.readString(flexible: false)
            partitions = try reader.readArray(of: OffsetDeleteRequestPartition.self, flexible: false, version: version)
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(name, flexible: false)
            try writer.writeArray(partitions, flexible: false, version: version)
        }
    }
}

extension OffsetDeleteRequest {
    /// An element of `partitions`.
    package struct OffsetDeleteRequestPartition: WireStructure {
        /// The partition's number.
        package var partitionIndex: Int32

        package init(partitionIndex: Int32 = 0) {
            self.partitionIndex = partitionIndex
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            partitionIndex = try reader.readInt32()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(partitionIndex)
        }
    }
}
