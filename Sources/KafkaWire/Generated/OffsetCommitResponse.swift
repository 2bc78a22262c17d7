// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The outcome by partition.
package struct OffsetCommitResponse: KafkaMessage {
    package static let apiKey = APIKey.offsetCommit
    package static let versions: ClosedRange<Int16> = 2...9
    package static let firstFlexibleVersion: Int16 = 8

    /// How long the client should pause because of a quota, in milliseconds. Version 3 and later.
    package var throttleTimeMs: Int32
    /// By topic.
    package var topics: [OffsetCommitResponseTopic]

    package init(throttleTimeMs: Int32 = 0, topics: [OffsetCommitResponseTopic] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 8
        throttleTimeMs = try version >= 3 ? reader.readInt32() : 0
        topics = try reader.readArray(of: OffsetCommitResponseTopic.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 8
        if version >= 3 {
            writer.writeInt32(throttleTimeMs)
        }
        try writer.writeArray(topics, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension OffsetCommitResponse {
    /// An element of `topics`.
    package struct OffsetCommitResponseTopic: WireStructure {
        /// The topic's name.
        package var name: String
        /// By partition.
        package var partitions: [OffsetCommitResponsePartition]

        package init(name: String = "", partitions: [OffsetCommitResponsePartition] = []) {
            self.name = name
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 8
            name = try reader.readString(flexible: flexible)
            partitions = try reader.readArray(of: OffsetCommitResponsePartition.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 8
            try writer.writeString(name, flexible: flexible)
            try writer.writeArray(partitions, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension OffsetCommitResponse {
    /// An element of `partitions`.
    package struct OffsetCommitResponsePartition: WireStructure {
        /// The partition's number.
        package var partitionIndex: Int32
        /// NONE, or why it failed.
        package var errorCode: ErrorCode

        package init(partitionIndex: Int32 = 0, errorCode: ErrorCode = .none) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 8
            partitionIndex = try reader.readInt32()
            errorCode = try reader.readErrorCode()
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 8
            writer.writeInt32(partitionIndex)
            writer.writeErrorCode(errorCode)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
