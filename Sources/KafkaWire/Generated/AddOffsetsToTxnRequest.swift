// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The transaction and the group.
package struct AddOffsetsToTxnRequest: KafkaRequest {
    package typealias Response = AddOffsetsToTxnResponse
    package static let apiKey = APIKey.addOffsetsToTxn
    package static let versions: ClosedRange<Int16> = 0...4
    package static let firstFlexibleVersion: Int16 = 3

    /// The transactional id.
    package var transactionalId: String
    /// The producer id that it has.
    package var producerId: Int64
    /// The producer's epoch.
    package var producerEpoch: Int16
    /// The group.
    package var groupId: String

    package init(
        transactionalId: String = "",
        producerId: Int64 = 0,
        producerEpoch: Int16 = 0,
        groupId: String = ""
    ) {
        self.transactionalId = transactionalId
        self.producerId = producerId
        self.producerEpoch = producerEpoch
        self.groupId = groupId
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        transactionalId = try reader.readString(flexible: flexible)
        producerId = try reader.readInt64()
        producerEpoch = try reader.readInt16()
        groupId = try reader.readString(flexible: flexible)
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
        try writer.writeString(groupId, flexible: flexible)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}
