// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The offset found in each partition.
package struct ListOffsetsResponse: KafkaMessage {
    package static let apiKey = APIKey.listOffsets
    package static let versions: ClosedRange<Int16> = 1...10
    package static let firstFlexibleVersion: Int16 = 6

    /// How long the client should pause because of a quota, in milliseconds. Version 2 and later.
    package var throttleTimeMs: Int32
    /// By topic.
    package var topics: [ListOffsetsTopicResponse]

    package init(throttleTimeMs: Int32 = 0, topics: [ListOffsetsTopicResponse] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 6
        throttleTimeMs = try version >= 2 ? reader.readInt32() : 0
        topics = try reader.readArray(of: ListOffsetsTopicResponse.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 6
        if version >= 2 {
            writer.writeInt32(throttleTimeMs)
        }
        try writer.writeArray(topics, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension ListOffsetsResponse {
    /// An element of `topics`.
    package struct ListOffsetsTopicResponse: WireStructure {
        /// The topic's name.
        package var name: String
        /// By partition.
        package var partitions: [ListOffsetsPartitionResponse]

        package init(name: String = "", partitions: [ListOffsetsPartitionResponse] = []) {
            self.name = name
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            name = try reader.readString(flexible: flexible)
            partitions = try reader.readArray(of: ListOffsetsPartitionResponse.self, flexible: flexible, version: version)
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

extension ListOffsetsResponse {
    /// An element of `partitions`.
    package struct ListOffsetsPartitionResponse: WireStructure {
        /// The partition's number.
        package var partitionIndex: Int32
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// The found record's timestamp, or -1.
        package var timestamp: Int64
        /// The found offset, or -1.
        package var offset: Int64
        /// The epoch of the partition's leader. Version 4 and later.
        package var leaderEpoch: Int32

        package init(
            partitionIndex: Int32 = 0,
            errorCode: ErrorCode = .none,
            timestamp: Int64 = -1,
            offset: Int64 = -1,
            leaderEpoch: Int32 = -1
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.timestamp = timestamp
            self.offset = offset
            self.leaderEpoch = leaderEpoch
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            partitionIndex = try reader.readInt32()
            errorCode = try reader.readErrorCode()
            timestamp = try reader.readInt64()
            offset = try reader.readInt64()
            leaderEpoch = try version >= 4 ? reader.readInt32() : -1
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 6
            writer.writeInt32(partitionIndex)
            writer.writeErrorCode(errorCode)
            writer.writeInt64(timestamp)
            writer.writeInt64(offset)
            if version >= 4 {
                writer.writeInt32(leaderEpoch)
            } else if leaderEpoch != -1 {
                throw .fieldNotInVersion(field: "ListOffsetsPartitionResponse.leaderEpoch", version: version)
            }
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
