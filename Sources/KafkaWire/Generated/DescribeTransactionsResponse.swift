// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Their states.
package struct DescribeTransactionsResponse: KafkaMessage {
    package static let apiKey = APIKey.describeTransactions
    package static let versions: ClosedRange<Int16> = 0...0
    package static let firstFlexibleVersion: Int16 = 0

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// By transactional id.
    package var transactionStates: [TransactionState]

    package init(throttleTimeMs: Int32 = 0, transactionStates: [TransactionState] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.transactionStates = transactionStates
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        throttleTimeMs = try reader.readInt32()
        transactionStates = try reader.readArray(of: TransactionState.self, flexible: true, version: version)
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        writer.writeInt32(throttleTimeMs)
        try writer.writeArray(transactionStates, flexible: true, version: version)
        writer.writeNoTaggedFields()
    }
}

extension DescribeTransactionsResponse {
    /// An element of `transactionStates`.
    package struct TransactionState: WireStructure {
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// The transactional id.
        package var transactionalId: String
        /// Such as Ongoing or CompleteCommit.
        package var transactionState: String
        /// After how long it is aborted, in milliseconds.
        package var transactionTimeoutMs: Int32
        /// When it began, in milliseconds since 1970; -1 if none is open.
        package var transactionStartTimeMs: Int64
        /// The producer id.
        package var producerId: Int64
        /// Its epoch.
        package var producerEpoch: Int16
        /// The partitions that are part of it.
        package var topics: [Topic]

        package init(
            errorCode: ErrorCode = .none,
            transactionalId: String = "",
            transactionState: String = "",
            transactionTimeoutMs: Int32 = 0,
            transactionStartTimeMs: Int64 = 0,
            producerId: Int64 = 0,
            producerEpoch: Int16 = 0,
            topics: [Topic] = []
        ) {
            self.errorCode = errorCode
            self.transactionalId = transactionalId
            self.transactionState = transactionState
            self.transactionTimeoutMs = transactionTimeoutMs
            self.transactionStartTimeMs = transactionStartTimeMs
            self.producerId = producerId
            self.producerEpoch = producerEpoch
            self.topics = topics
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            errorCode = try reader.readErrorCode()
            transactionalId = try reader.readString(flexible: true)
            transactionState = try reader.readString(flexible: true)
            transactionTimeoutMs = try reader.readInt32()
            transactionStartTimeMs = try reader.readInt64()
            producerId = try reader.readInt64()
            producerEpoch = try reader.readInt16()
            topics = try reader.readArray(of: Topic.self, flexible: true, version: version)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeErrorCode(errorCode)
            try writer.writeString(transactionalId, flexible: true)
            try writer.writeString(transactionState, flexible: true)
            writer.writeInt32(transactionTimeoutMs)
            writer.writeInt64(transactionStartTimeMs)
            writer.writeInt64(producerId)
            writer.writeInt16(producerEpoch)
            try writer.writeArray(topics, flexible: true, version: version)
            writer.writeNoTaggedFields()
        }
    }
}

extension DescribeTransactionsResponse {
    /// An element of `topics`.
    package struct Topic: WireStructure {
        /// The topic.
        package var topic: String
        /// Its partitions.
        package var partitions: [Int32]

        package init(topic: String = "", partitions: [Int32] = []) {
            self.topic = topic
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            topic = try reader.readString(flexible: true)
            partitions = try reader.readArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(topic, flexible: true)
            try writer.writeArray(partitions, flexible: true) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            writer.writeNoTaggedFields()
        }
    }
}
