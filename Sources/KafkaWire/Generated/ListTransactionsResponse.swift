// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The transactional ids.
package struct ListTransactionsResponse: KafkaMessage {
    package static let apiKey = APIKey.listTransactions
    package static let versions: ClosedRange<Int16> = 0...2
    package static let firstFlexibleVersion: Int16 = 0

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// NONE, or why it failed.
    package var errorCode: ErrorCode
    /// The states asked for that there are not.
    package var unknownStateFilters: [String]
    /// One a transactional id.
    package var transactionStates: [TransactionState]

    package init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        unknownStateFilters: [String] = [],
        transactionStates: [TransactionState] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.unknownStateFilters = unknownStateFilters
        self.transactionStates = transactionStates
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        throttleTimeMs = try reader.readInt32()
        errorCode = try reader.readErrorCode()
        unknownStateFilters = try reader.readArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readString(flexible: true) }
        transactionStates = try reader.readArray(of: TransactionState.self, flexible: true, version: version)
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        writer.writeInt32(throttleTimeMs)
        writer.writeErrorCode(errorCode)
        try writer.writeArray(unknownStateFilters, flexible: true) { (writer: inout WireWriter, element: String) throws(WireError) in try writer.writeString(element, flexible: true) }
        try writer.writeArray(transactionStates, flexible: true, version: version)
        writer.writeNoTaggedFields()
    }
}

extension ListTransactionsResponse {
    /// An element of `transactionStates`.
    package struct TransactionState: WireStructure {
        /// The transactional id.
        package var transactionalId: String
        /// The producer id.
        package var producerId: Int64
        /// Such as Ongoing or CompleteCommit.
        package var transactionState: String

        package init(transactionalId: String = "", producerId: Int64 = 0, transactionState: String = "") {
            self.transactionalId = transactionalId
            self.producerId = producerId
            self.transactionState = transactionState
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            transactionalId = try reader.readString(flexible: true)
            producerId = try reader.readInt64()
            transactionState = try reader.readString(flexible: true)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(transactionalId, flexible: true)
            writer.writeInt64(producerId)
            try writer.writeString(transactionState, flexible: true)
            writer.writeNoTaggedFields()
        }
    }
}
