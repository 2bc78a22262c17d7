// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Timestamps to look up by partition.
package struct ListOffsetsRequest: KafkaRequest {
    package typealias Response = ListOffsetsResponse
    package static let apiKey = APIKey.listOffsets
    package static let versions: ClosedRange<Int16> = 1...10
    package static let firstFlexibleVersion: Int16 = 6

    /// The id of the follower that asks; -1 for a consumer.
    package var replicaId: Int32
    /// 0 to read everything, 1 to read committed transactions only. Version 2 and later.
    package var isolationLevel: Int8
    /// By topic.
    package var topics: [ListOffsetsTopic]
    /// How long the broker may take, in milliseconds. Version 10 and later.
    package var timeoutMs: Int32

    package init(
        replicaId: Int32 = 0,
        isolationLevel: Int8 = 0,
        topics: [ListOffsetsTopic] = [],
        timeoutMs: Int32 = 0
    ) {
        self.replicaId = replicaId
        self.isolationLevel = isolationLevel
        self.topics = topics
        self.timeoutMs = timeoutMs
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 6
        replicaId = try reader.readInt32()
        isolationLevel = try version >= 2 ? reader.readInt8() : 0
        topics = try reader.readArray(of: ListOffsetsTopic.self, flexible: flexible, version: version)
        timeoutMs = try version >= 10 ? reader.readInt32() : 0
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 6
        writer.writeInt32(replicaId)
        if version >= 2 {
            writer.writeInt8(isolationLevel)
        } else if isolationLevel != 0 {
            throw .fieldNotInVersion(field: "ListOffsetsRequest.isolationLevel", version: version)
        }
        try writer.writeArray(topics, flexible: flexible, version: version)
        if version >= 10 {
            writer.writeInt32(timeoutMs)
        }
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension ListOffsetsRequest {
    /// An element of `topics`.
    package struct ListOffsetsTopic: WireStructure {
        /// The topic's name.
        package var name: String
        /// By partition.
        package var partitions: [ListOffsetsPartition]

        package init(name: String = "", partitions: [ListOffsetsPartition] = []) {
            self.name = name
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            name = try reader.readString(flexible: flexible)
            partitions = try reader.readArray(of: ListOffsetsPartition.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 6
            try writer.writeString(name, flexible: flexible)
            try writer.writeArray(partitions, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension ListOffsetsRequest {
    /// An element of `partitions`.
    package struct ListOffsetsPartition: WireStructure {
        /// The partition's number.
        package var partitionIndex: Int32
        /// The leader epoch that the client knows, to be told if it is out of date; -1 for none. Version 4 and later.
        package var currentLeaderEpoch: Int32
        /// The time to look up in milliseconds since 1970, or one of the negative marks.
        package var timestamp: Int64

        package init(partitionIndex: Int32 = 0, currentLeaderEpoch: Int32 = -1, timestamp: Int64 = 0) {
            self.partitionIndex = partitionIndex
            self.currentLeaderEpoch = currentLeaderEpoch
            self.timestamp = timestamp
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            partitionIndex = try reader.readInt32()
            currentLeaderEpoch = try version >= 4 ? reader.readInt32() : -1
            timestamp = try reader.readInt64()
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 6
            writer.writeInt32(partitionIndex)
            if version >= 4 {
                writer.writeInt32(currentLeaderEpoch)
            }
            writer.writeInt64(timestamp)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
