// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The producer id with its epoch.
package struct InitProducerIdResponse: KafkaMessage {
    package static let apiKey = APIKey.initProducerId
    package static let versions: ClosedRange<Int16> = 0...5
    package static let firstFlexibleVersion: Int16 = 2

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// NONE, or why it failed.
    package var errorCode: ErrorCode
    /// The producer id.
    package var producerId: Int64
    /// The producer's epoch.
    package var producerEpoch: Int16

    package init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        producerId: Int64 = -1,
        producerEpoch: Int16 = 0
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.producerId = producerId
        self.producerEpoch = producerEpoch
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        throttleTimeMs = try reader.readInt32()
        errorCode = try reader.readErrorCode()
        producerId = try reader.readInt64()
        producerEpoch = try reader.readInt16()
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        writer.writeInt32(throttleTimeMs)
        writer.writeErrorCode(errorCode)
        writer.writeInt64(producerId)
        writer.writeInt16(producerEpoch)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}
