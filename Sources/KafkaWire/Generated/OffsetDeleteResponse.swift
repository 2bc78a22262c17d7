// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The outcome by partition.
package struct OffsetDeleteResponse: KafkaMessage {
    package static let apiKey = APIKey.offsetDelete
    package static let versions: ClosedRange<Int16> = 0...0
    package static let firstFlexibleVersion: Int16 = .max

    /// NONE, or why nothing was deleted.
    package var errorCode: ErrorCode
    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// By topic.
    package var topics: [OffsetDeleteResponseTopic]

    package init(
        errorCode: ErrorCode = .none,
        throttleTimeMs: Int32 = 0,
        topics: [OffsetDeleteResponseTopic] = []
    ) {
        self.errorCode = errorCode
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        errorCode = try reader.readErrorCode()
        throttleTimeMs = try reader.readInt32()
        topics = try reader.readArray(of: OffsetDeleteResponseTopic.self, flexible: false, version: version)
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        writer.writeErrorCode(errorCode)
        writer.writeInt32(throttleTimeMs)
        try writer.writeArray(topics, flexible: false, version: version)
    }
}

extension OffsetDeleteResponse {
    /// An element of `topics`.
    package struct OffsetDeleteResponseTopic: WireStructure {
        /// The topic's name.
        package var name: String
        /// By partition.
        package var partitions: [OffsetDeleteResponsePartition]

        package init(name: String = "", partitions: [OffsetDeleteResponsePartition] = []) {
            self.name = name
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            name = try reader.readString(flexible: false)
            partitions = try reader.readArray(of: OffsetDeleteResponsePartition.self, flexible: false, version: version)
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(name, flexible: false)
            try writer.writeArray(partitions, flexible: false, version: version)
        }
    }
}

extension OffsetDeleteResponse {
    /// An element of `partitions`.
    package struct OffsetDeleteResponsePartition: WireStructure {
        /// The partition's number.
        package var partitionIndex: Int32
        /// NONE, or why it was not deleted.
        package var errorCode: ErrorCode

        package init(partitionIndex: Int32 = 0, errorCode: ErrorCode = .none) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            partitionIndex = try reader.readInt32()
            errorCode = try reader.readErrorCode()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(partitionIndex)
            writer.writeErrorCode(errorCode)
        }
    }
}
