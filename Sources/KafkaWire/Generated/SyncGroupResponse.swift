// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// What the member is assigned.
package struct SyncGroupResponse: KafkaMessage {
    package static let apiKey = APIKey.syncGroup
    package static let versions: ClosedRange<Int16> = 0...5
    package static let firstFlexibleVersion: Int16 = 4

    /// How long the client should pause because of a quota, in milliseconds. Version 1 and later.
    package var throttleTimeMs: Int32
    /// NONE, or why it failed.
    package var errorCode: ErrorCode
    /// What the group is for: `consumer` for consumers. Version 5 and later.
    package var protocolType: String?
    /// The assignment protocol. Version 5 and later.
    package var protocolName: String?
    /// What the member is assigned, opaque to the broker.
    package var assignment: ByteBuffer

    package init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        protocolType: String? = nil,
        protocolName: String? = nil,
        assignment: ByteBuffer = ByteBuffer()
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.protocolType = protocolType
        self.protocolName = protocolName
        self.assignment = assignment
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 4
        throttleTimeMs = try version >= 1 ? reader.readInt32() : 0
        errorCode = try reader.readErrorCode()
        protocolType = try version >= 5 ? reader.readNullableString(flexible: flexible) : nil
        protocolName = try version >= 5 ? reader.readNullableString(flexible: flexible) : nil
        assignment = try reader.readBytes(flexible: flexible)
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
        if version >= 5 {
            try writer.writeNullableString(protocolType, flexible: flexible)
        }
        if version >= 5 {
            try writer.writeNullableString(protocolName, flexible: flexible)
        }
        try writer.writeBytes(assignment, flexible: flexible)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }

    package var payloadBytes: Int { assignment.readableBytes }
}
