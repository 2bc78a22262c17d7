// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The outcome by partition.
package struct DeleteRecordsResponse: KafkaMessage {
    package static let apiKey = APIKey.deleteRecords
    package static let versions: ClosedRange<Int16> = 0...2
    package static let firstFlexibleVersion: Int16 = 2

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// By topic.
    package var topics: [DeleteRecordsTopicResult]

    package init(throttleTimeMs: Int32 = 0, topics: [DeleteRecordsTopicResult] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        throttleTimeMs = try reader.readInt32()
        topics = try reader.readArray(of: DeleteRecordsTopicResult.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        writer.writeInt32(throttleTimeMs)
        try writer.writeArray(topics, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension DeleteRecordsResponse {
    /// An element of `topics`.
    package struct DeleteRecordsTopicResult: WireStructure {
        /// The topic's name.
        package var name: String
        /// By partition.
        package var partitions: [DeleteRecordsPartitionResult]

        package init(name: String = "", partitions: [DeleteRecordsPartitionResult] = []) {
            self.name = name
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            name = try reader.readString(flexible: flexible)
            partitions = try reader.readArray(of: DeleteRecordsPartitionResult.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeString(name, flexible: flexible)
            try writer.writeArray(partitions, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension DeleteRecordsResponse {
    /// An element of `partitions`.
    package struct DeleteRecordsPartitionResult: WireStructure {
        /// The partition's number.
        package var partitionIndex: Int32
        /// The first offset that is left; -1 on failure.
        package var lowWatermark: Int64
        /// NONE, or why it failed.
        package var errorCode: ErrorCode

        package init(partitionIndex: Int32 = 0, lowWatermark: Int64 = 0, errorCode: ErrorCode = .none) {
            self.partitionIndex = partitionIndex
            self.lowWatermark = lowWatermark
            self.errorCode = errorCode
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            partitionIndex = try reader.readInt32()
            lowWatermark = try reader.readInt64()
            errorCode = try reader.readErrorCode()
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            writer.writeInt32(partitionIndex)
            writer.writeInt64(lowWatermark)
            writer.writeErrorCode(errorCode)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
