// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// What became of each partition.
package struct AddPartitionsToTxnResponse: KafkaMessage {
    package static let apiKey = APIKey.addPartitionsToTxn
    package static let versions: ClosedRange<Int16> = 0...5
    package static let firstFlexibleVersion: Int16 = 3

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// NONE, or why it failed. Version 4 and later.
    package var errorCode: ErrorCode
    /// By transaction. Version 4 and later.
    package var resultsByTransaction: [TransactionResult]
    /// By topic. Up to version 3.
    package var resultsByTopic: [TopicResult]

    package init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        resultsByTransaction: [TransactionResult] = [],
        resultsByTopic: [TopicResult] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.resultsByTransaction = resultsByTransaction
        self.resultsByTopic = resultsByTopic
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        throttleTimeMs = try reader.readInt32()
        errorCode = try version >= 4 ? reader.readErrorCode() : .none
        resultsByTransaction = try version >= 4 ? reader.readArray(of: TransactionResult.self, flexible: flexible, version: version) : []
        resultsByTopic = try version <= 3 ? reader.readArray(of: TopicResult.self, flexible: flexible, version: version) : []
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        writer.writeInt32(throttleTimeMs)
        if version >= 4 {
            writer.writeErrorCode(errorCode)
        }
        if version >= 4 {
            try writer.writeArray(resultsByTransaction, flexible: flexible, version: version)
        } else if !resultsByTransaction.isEmpty {
            throw .fieldNotInVersion(field: "AddPartitionsToTxnResponse.resultsByTransaction", version: version)
        }
        if version <= 3 {
            try writer.writeArray(resultsByTopic, flexible: flexible, version: version)
        } else if !resultsByTopic.isEmpty {
            throw .fieldNotInVersion(field: "AddPartitionsToTxnResponse.resultsByTopic", version: version)
        }
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension AddPartitionsToTxnResponse {
    /// An element of `resultsByTransaction`.
    package struct TransactionResult: WireStructure {
        /// The transactional id.
        package var transactionalId: String
        /// By topic.
        package var topicResults: [TransactionTopicResult]

        package init(transactionalId: String = "", topicResults: [TransactionTopicResult] = []) {
            self.transactionalId = transactionalId
            self.topicResults = topicResults
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            transactionalId = try reader.readString(flexible: true)
            topicResults = try reader.readArray(of: TransactionTopicResult.self, flexible: true, version: version)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(transactionalId, flexible: true)
            try writer.writeArray(topicResults, flexible: true, version: version)
            writer.writeNoTaggedFields()
        }
    }
}

extension AddPartitionsToTxnResponse {
    /// An element of `topicResults`.
    package struct TransactionTopicResult: WireStructure {
        /// The topic.
        package var name: String
        /// By partition.
        package var resultsByPartition: [TransactionPartitionResult]

        package init(name: String = "", resultsByPartition: [TransactionPartitionResult] = []) {
            self.name = name
            self.resultsByPartition = resultsByPartition
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            name = try reader.readString(flexible: true)
            resultsByPartition = try reader.readArray(of: TransactionPartitionResult.self, flexible: true, version: version)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(name, flexible: true)
            try writer.writeArray(resultsByPartition, flexible: true, version: version)
            writer.writeNoTaggedFields()
        }
    }
}

extension AddPartitionsToTxnResponse {
    /// An element of `resultsByPartition`.
    package struct TransactionPartitionResult: WireStructure {
        /// The partition.
        package var partitionIndex: Int32
        /// NONE, or why it is not part of the transaction.
        package var partitionErrorCode: ErrorCode

        package init(partitionIndex: Int32 = 0, partitionErrorCode: ErrorCode = .none) {
            self.partitionIndex = partitionIndex
            self.partitionErrorCode = partitionErrorCode
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            partitionIndex = try reader.readInt32()
            partitionErrorCode = try reader.readErrorCode()
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(partitionIndex)
            writer.writeErrorCode(partitionErrorCode)
            writer.writeNoTaggedFields()
        }
    }
}

extension AddPartitionsToTxnResponse {
    /// An element of `resultsByTopic`.
    package struct TopicResult: WireStructure {
        /// The topic.
        package var name: String
        /// By partition.
        package var resultsByPartition: [PartitionResult]

        package init(name: String = "", resultsByPartition: [PartitionResult] = []) {
            self.name = name
            self.resultsByPartition = resultsByPartition
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 3
            name = try reader.readString(flexible: flexible)
            resultsByPartition = try reader.readArray(of: PartitionResult.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 3
            try writer.writeString(name, flexible: flexible)
            try writer.writeArray(resultsByPartition, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension AddPartitionsToTxnResponse {
    /// An element of `resultsByPartition`.
    package struct PartitionResult: WireStructure {
        /// The partition.
        package var partitionIndex: Int32
        /// NONE, or why it is not part of the transaction.
        package var partitionErrorCode: ErrorCode

        package init(partitionIndex: Int32 = 0, partitionErrorCode: ErrorCode = .none) {
            self.partitionIndex = partitionIndex
            self.partitionErrorCode = partitionErrorCode
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 3
            partitionIndex = try reader.readInt32()
            partitionErrorCode = try reader.readErrorCode()
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 3
            writer.writeInt32(partitionIndex)
            writer.writeErrorCode(partitionErrorCode)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
