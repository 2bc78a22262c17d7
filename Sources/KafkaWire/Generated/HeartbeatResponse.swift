// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// REBALANCE_IN_PROGRESS tells the member to join again.
package struct HeartbeatResponse: KafkaMessage {
    package static let apiKey = APIKey.heartbeat
    package static let versions: ClosedRange<Int16> = 0...4
    package static let firstFlexibleVersion: Int16 = 4

    /// How long the client should pause because of a quota, in milliseconds. Version 1 and later.
    package var throttleTimeMs: Int32
    /// NONE, or why it failed.
    package var errorCode: ErrorCode

    package init(throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 4
        throttleTimeMs = try version >= 1 ? reader.readInt32() : 0
        errorCode = try reader.readErrorCode()
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 4
        if version >= 1 {
            writer.writeInt32(throttleTimeMs)
        }
        writer.writeErrorCode(errorCode)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}
