// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// What became of each partition.
package struct ElectLeadersResponse: KafkaMessage {
    package static let apiKey = APIKey.electLeaders
    package static let versions: ClosedRange<Int16> = 0...2
    package static let firstFlexibleVersion: Int16 = 2

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// NONE, or why it failed. Version 1 and later.
    package var errorCode: ErrorCode
    /// By topic.
    package var replicaElectionResults: [TopicResult]

    package init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        replicaElectionResults: [TopicResult] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.replicaElectionResults = replicaElectionResults
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        throttleTimeMs = try reader.readInt32()
        errorCode = try version >= 1 ? reader.readErrorCode() : .none
        replicaElectionResults = try reader.readArray(of: TopicResult.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        writer.writeInt32(throttleTimeMs)
        if version >= 1 {
            writer.writeErrorCode(errorCode)
        } else if errorCode != .none {
            throw .fieldNotInVersion(field: "ElectLeadersResponse.errorCode", version: version)
        }
        try writer.writeArray(replicaElectionResults, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension ElectLeadersResponse {
    /// An element of `replicaElectionResults`.
    package struct TopicResult: WireStructure {
        /// The topic.
        package var topic: String
        /// By partition.
        package var partitionResult: [PartitionResult]

        package init(topic: String = "", partitionResult: [PartitionResult] = []) {
            self.topic = topic
            self.partitionResult = partitionResult
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            topic = try reader.readString(flexible: flexible)
            partitionResult = try reader.readArray(of: PartitionResult.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeString(topic, flexible: flexible)
            try writer.writeArray(partitionResult, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension ElectLeadersResponse {
    /// An element of `partitionResult`.
    package struct PartitionResult: WireStructure {
        /// The partition.
        package var partitionId: Int32
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// More about the error, for people.
        package var errorMessage: String?

        package init(partitionId: Int32 = 0, errorCode: ErrorCode = .none, errorMessage: String? = "") {
            self.partitionId = partitionId
            self.errorCode = errorCode
            self.errorMessage = errorMessage
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            partitionId = try reader.readInt32()
            errorCode = try reader.readErrorCode()
            errorMessage = try reader.readNullableString(flexible: flexible)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            writer.writeInt32(partitionId)
            writer.writeErrorCode(errorCode)
            try writer.writeNullableString(errorMessage, flexible: flexible)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
