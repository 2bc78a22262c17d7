// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Epochs by partition.
package struct OffsetForLeaderEpochRequest: KafkaRequest {
    package typealias Response = OffsetForLeaderEpochResponse
    package static let apiKey = APIKey.offsetForLeaderEpoch
    package static let versions: ClosedRange<Int16> = 2...4
    package static let firstFlexibleVersion: Int16 = 4

    /// The id of the follower that asks; -1 for a consumer. Version 3 and later.
    package var replicaId: Int32
    /// By topic.
    package var topics: [OffsetForLeaderTopic]

    package init(replicaId: Int32 = -2, topics: [OffsetForLeaderTopic] = []) {
        self.replicaId = replicaId
        self.topics = topics
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 4
        replicaId = try version >= 3 ? reader.readInt32() : -2
        topics = try reader.readArray(of: OffsetForLeaderTopic.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 4
        if version >= 3 {
            writer.writeInt32(replicaId)
        }
        try writer.writeArray(topics, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension OffsetForLeaderEpochRequest {
    /// An element of `topics`.
    package struct OffsetForLeaderTopic: WireStructure {
        /// The topic's name.
        package var topic: String
        /// By partition.
        package var partitions: [OffsetForLeaderPartition]

        package init(topic: String = "", partitions: [OffsetForLeaderPartition] = []) {
            self.topic = topic
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            topic = try reader.readString(flexible: flexible)
            partitions = try reader.readArray(of: OffsetForLeaderPartition.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            try writer.writeString(topic, flexible: flexible)
            try writer.writeArray(partitions, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension OffsetForLeaderEpochRequest {
    /// An element of `partitions`.
    package struct OffsetForLeaderPartition: WireStructure {
        /// The partition's number.
        package var partition: Int32
        /// The leader epoch that the client knows, to be told if it is out of date; -1 for none.
        package var currentLeaderEpoch: Int32
        /// The epoch to look up.
        package var leaderEpoch: Int32

        package init(partition: Int32 = 0, currentLeaderEpoch: Int32 = -1, leaderEpoch: Int32 = 0) {
            self.partition = partition
            self.currentLeaderEpoch = currentLeaderEpoch
            self.leaderEpoch = leaderEpoch
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            partition = try reader.readInt32()
            currentLeaderEpoch = try reader.readInt32()
            leaderEpoch = try reader.readInt32()
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            writer.writeInt32(partition)
            writer.writeInt32(currentLeaderEpoch)
            writer.writeInt32(leaderEpoch)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
