// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The end offset of each epoch.
package struct OffsetForLeaderEpochResponse: KafkaMessage {
    package static let apiKey = APIKey.offsetForLeaderEpoch
    package static let versions: ClosedRange<Int16> = 2...4
    package static let firstFlexibleVersion: Int16 = 4

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// By topic.
    package var topics: [OffsetForLeaderTopicResult]

    package init(throttleTimeMs: Int32 = 0, topics: [OffsetForLeaderTopicResult] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 4
        throttleTimeMs = try reader.readInt32()
        topics = try reader.readArray(of: OffsetForLeaderTopicResult.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 4
        writer.writeInt32(throttleTimeMs)
        try writer.writeArray(topics, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension OffsetForLeaderEpochResponse {
    /// An element of `topics`.
    package struct OffsetForLeaderTopicResult: WireStructure {
        /// The topic's name.
        package var topic: String
        /// By partition.
        package var partitions: [EpochEndOffset]

        package init(topic: String = "", partitions: [EpochEndOffset] = []) {
            self.topic = topic
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            topic = try reader.readString(flexible: flexible)
            partitions = try reader.readArray(of: EpochEndOffset.self, flexible: flexible, version: version)
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

extension OffsetForLeaderEpochResponse {
    /// An element of `partitions`.
    package struct EpochEndOffset: WireStructure {
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// The partition's number.
        package var partition: Int32
        /// The largest epoch up to the one asked for, or -1.
        package var leaderEpoch: Int32
        /// Where that epoch ends, or -1.
        package var endOffset: Int64

        package init(
            errorCode: ErrorCode = .none,
            partition: Int32 = 0,
            leaderEpoch: Int32 = -1,
            endOffset: Int64 = -1
        ) {
            self.errorCode = errorCode
            self.partition = partition
            self.leaderEpoch = leaderEpoch
            self.endOffset = endOffset
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            errorCode = try reader.readErrorCode()
            partition = try reader.readInt32()
            leaderEpoch = try reader.readInt32()
            endOffset = try reader.readInt64()
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            writer.writeErrorCode(errorCode)
            writer.writeInt32(partition)
            writer.writeInt32(leaderEpoch)
            writer.writeInt64(endOffset)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
