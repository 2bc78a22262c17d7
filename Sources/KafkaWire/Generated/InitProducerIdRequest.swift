// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Who produces.
package struct InitProducerIdRequest: KafkaRequest {
    package typealias Response = InitProducerIdResponse
    package static let apiKey = APIKey.initProducerId
    package static let versions: ClosedRange<Int16> = 0...5
    package static let firstFlexibleVersion: Int16 = 2

    /// The transactional id; null without transactions.
    package var transactionalId: String?
    /// After how long an open transaction is aborted, in milliseconds.
    package var transactionTimeoutMs: Int32
    /// The producer id so far, to raise its epoch; -1 for a new one. Version 3 and later.
    package var producerId: Int64
    /// The epoch so far; -1 for a new producer. Version 3 and later.
    package var producerEpoch: Int16

    package init(
        transactionalId: String? = "",
        transactionTimeoutMs: Int32 = 0,
        producerId: Int64 = -1,
        producerEpoch: Int16 = -1
    ) {
        self.transactionalId = transactionalId
        self.transactionTimeoutMs = transactionTimeoutMs
        self.producerId = producerId
        self.producerEpoch = producerEpoch
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        transactionalId = try reader.readNullableString(flexible: flexible)
        transactionTimeoutMs = try reader.readInt32()
        producerId = try version >= 3 ? reader.readInt64() : -1
        producerEpoch = try version >= 3 ? reader.readInt16() : -1
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        try writer.writeNullableString(transactionalId, flexible: flexible)
        writer.writeInt32(transactionTimeoutMs)
        if version >= 3 {
            writer.writeInt64(producerId)
        } else if producerId != -1 {
            throw .fieldNotInVersion(field: "InitProducerIdRequest.producerId", version: version)
        }
        if version >= 3 {
            writer.writeInt16(producerEpoch)
        } else if producerEpoch != -1 {
            throw .fieldNotInVersion(field: "InitProducerIdRequest.producerEpoch", version: version)
        }
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}
