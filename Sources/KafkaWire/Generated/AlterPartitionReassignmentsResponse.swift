// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Whether the moves have begun.
package struct AlterPartitionReassignmentsResponse: KafkaMessage {
    package static let apiKey = APIKey.alterPartitionReassignments
    package static let versions: ClosedRange<Int16> = 0...0
    package static let firstFlexibleVersion: Int16 = 0

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// NONE, or why nothing was begun.
    package var errorCode: ErrorCode
    /// More about the error, for people.
    package var errorMessage: String?
    /// By topic.
    package var responses: [ReassignableTopicResponse]

    package init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        errorMessage: String? = "",
        responses: [ReassignableTopicResponse] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.responses = responses
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        throttleTimeMs = try reader.readInt32()
        errorCode = try reader.readErrorCode()
        errorMessage = try reader.readNullableString(flexible: true)
        responses = try reader.readArray(of: ReassignableTopicResponse.self, flexible: true, version: version)
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        writer.writeInt32(throttleTimeMs)
        writer.writeErrorCode(errorCode)
        try writer.writeNullableString(errorMessage, flexible: true)
        try writer.writeArray(responses, flexible: true, version: version)
        writer.writeNoTaggedFields()
    }
}

extension AlterPartitionReassignmentsResponse {
    /// An element of `responses`.
    package struct ReassignableTopicResponse: WireStructure {
        /// The topic's name.
        package var name: String
        /// By partition.
        package var partitions: [ReassignablePartitionResponse]

        package init(name: String = "", partitions: [ReassignablePartitionResponse] = []) {
            self.name = name
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            name = try reader.readString(flexible: true)
            partitions = try reader.readArray(of: ReassignablePartitionResponse.self, flexible: true, version: version)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(name, flexible: true)
            try writer.writeArray(partitions, flexible: true, version: version)
            writer.writeNoTaggedFields()
        }
    }
}

extension AlterPartitionReassignmentsResponse {
    /// An element of `partitions`.
    package struct ReassignablePartitionResponse: WireStructure {
        /// The partition.
        package var partitionIndex: Int32
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// More about the error, for people.
        package var errorMessage: String?

        package init(partitionIndex: Int32 = 0, errorCode: ErrorCode = .none, errorMessage: String? = "") {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.errorMessage = errorMessage
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            partitionIndex = try reader.readInt32()
            errorCode = try reader.readErrorCode()
            errorMessage = try reader.readNullableString(flexible: true)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(partitionIndex)
            writer.writeErrorCode(errorCode)
            try writer.writeNullableString(errorMessage, flexible: true)
            writer.writeNoTaggedFields()
        }
    }
}
