// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The transaction and how it ends.
package struct EndTxnRequest: KafkaRequest {
    package typealias Response = EndTxnResponse
    package static let apiKey = APIKey.endTxn
    package static let versions: ClosedRange<Int16> = 0...5
    package static let firstFlexibleVersion: Int16 = 3

    /// The transactional id.
    package var transactionalId: String
    /// The producer id that it has.
    package var producerId: Int64
    /// The producer's epoch.
    package var producerEpoch: Int16
    /// Whether it is committed; else it is aborted.
    package var committed: Bool

    package init(
        transactionalId: String = "",
        producerId: Int64 = 0,
        producerEpoch: Int16 = 0,
        committed: Bool = false
    ) {
        self.transactionalId = transactionalId
        self.producerId = producerId
        self.producerEpoch = producerEpoch
        self.committed = committed
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        transactionalId = try reader.readString(flexible: flexible)
        producerId = try reader.readInt64()
        producerEpoch = try reader.readInt16()
        committed = try reader.readBool()
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        try writer.writeString(transactionalId, flexible: flexible)
        writer.writeInt64(producerId)
        writer.writeInt16(producerEpoch)
        writer.writeBool(committed)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}
