// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Who is alive.
package struct HeartbeatRequest: KafkaRequest {
    package typealias Response = HeartbeatResponse
    package static let apiKey = APIKey.heartbeat
    package static let versions: ClosedRange<Int16> = 0...4
    package static let firstFlexibleVersion: Int16 = 4

    /// The group's id.
    package var groupId: String
    /// The group's generation.
    package var generationId: Int32
    /// The member's id, given by the coordinator; empty at the first join.
    package var memberId: String
    /// The member's static id (KIP-345); null for a dynamic member. Version 3 and later.
    package var groupInstanceId: String?

    package init(
        groupId: String = "",
        generationId: Int32 = 0,
        memberId: String = "",
        groupInstanceId: String? = nil
    ) {
        self.groupId = groupId
        self.generationId = generationId
        self.memberId = memberId
        self.groupInstanceId = groupInstanceId
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 4
        groupId = try reader.readString(flexible: flexible)
        generationId = try reader.readInt32()
        memberId = try reader.readString(flexible: flexible)
        groupInstanceId = try version >= 3 ? reader.readNullableString(flexible: flexible) : nil
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 4
        try writer.writeString(groupId, flexible: flexible)
        writer.writeInt32(generationId)
        try writer.writeString(memberId, flexible: flexible)
        if version >= 3 {
            try writer.writeNullableString(groupInstanceId, flexible: flexible)
        } else if groupInstanceId != nil {
            throw .fieldNotInVersion(field: "HeartbeatRequest.groupInstanceId", version: version)
        }
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}
