// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Whether it ended.
package struct EndTxnResponse: KafkaMessage {
    package static let apiKey = APIKey.endTxn
    package static let versions: ClosedRange<Int16> = 0...5
    package static let firstFlexibleVersion: Int16 = 3

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// NONE, or why it failed.
    package var errorCode: ErrorCode
    /// The producer id to go on with. Version 5 and later.
    package var producerId: Int64
    /// The epoch to go on with. Version 5 and later.
    package var producerEpoch: Int16

    package init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        producerId: Int64 = -1,
        producerEpoch: Int16 = -1
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.producerId = producerId
        self.producerEpoch = producerEpoch
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        throttleTimeMs = try reader.readInt32()
        errorCode = try reader.readErrorCode()
        producerId = try version >= 5 ? reader.readInt64() : -1
        producerEpoch = try version >= 5 ? reader.readInt16() : -1
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        writer.writeInt32(throttleTimeMs)
        writer.writeErrorCode(errorCode)
        if version >= 5 {
            writer.writeInt64(producerId)
        }
        if version >= 5 {
            writer.writeInt16(producerEpoch)
        }
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}
