// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The generation that the member is in; the leader gets all members with their metadata.
package struct JoinGroupResponse: KafkaMessage {
    package static let apiKey = APIKey.joinGroup
    package static let versions: ClosedRange<Int16> = 0...9
    package static let firstFlexibleVersion: Int16 = 6

    /// How long the client should pause because of a quota, in milliseconds. Version 2 and later.
    package var throttleTimeMs: Int32
    /// NONE, or why it failed.
    package var errorCode: ErrorCode
    /// The group's generation.
    package var generationId: Int32
    /// What the group is for: `consumer` for consumers. Version 7 and later.
    package var protocolType: String?
    /// The assignment protocol. May be null from version 7.
    package var protocolName: String?
    /// The leader's member id.
    package var leader: String
    /// Whether the leader must not assign (KIP-814). Version 9 and later.
    package var skipAssignment: Bool
    /// The member's id, given by the coordinator; empty at the first join.
    package var memberId: String
    /// By member.
    package var members: [JoinGroupResponseMember]

    package init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        generationId: Int32 = -1,
        protocolType: String? = nil,
        protocolName: String? = "",
        leader: String = "",
        skipAssignment: Bool = false,
        memberId: String = "",
        members: [JoinGroupResponseMember] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.generationId = generationId
        self.protocolType = protocolType
        self.protocolName = protocolName
        self.leader = leader
        self.skipAssignment = skipAssignment
        self.memberId = memberId
        self.members = members
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 6
        throttleTimeMs = try version >= 2 ? reader.readInt32() : 0
        errorCode = try reader.readErrorCode()
        generationId = try reader.readInt32()
        protocolType = try version >= 7 ? reader.readNullableString(flexible: flexible) : nil
        protocolName = try version >= 7 ? reader.readNullableString(flexible: flexible) : reader.readString(flexible: flexible)
        leader = try reader.readString(flexible: flexible)
        skipAssignment = try version >= 9 ? reader.readBool() : false
        memberId = try reader.readString(flexible: flexible)
        members = try reader.readArray(of: JoinGroupResponseMember.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 6
        if version >= 2 {
            writer.writeInt32(throttleTimeMs)
        }
        writer.writeErrorCode(errorCode)
        writer.writeInt32(generationId)
        if version >= 7 {
            try writer.writeNullableString(protocolType, flexible: flexible)
        }
        if version >= 7 {
            try writer.writeNullableString(protocolName, flexible: flexible)
        } else {
            try writer.writeString(WireWriter.required(protocolName, "JoinGroupResponse.protocolName", version), flexible: flexible)
        }
        try writer.writeString(leader, flexible: flexible)
        if version >= 9 {
            writer.writeBool(skipAssignment)
        } else if skipAssignment {
            throw .fieldNotInVersion(field: "JoinGroupResponse.skipAssignment", version: version)
        }
        try writer.writeString(memberId, flexible: flexible)
        try writer.writeArray(members, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }

    package var payloadBytes: Int { members.reduce(0) { $0 + $1.payloadBytes } }
}

extension JoinGroupResponse {
    /// An element of `members`.
    package struct JoinGroupResponseMember: WireStructure {
        /// The member's id, given by the coordinator; empty at the first join.
        package var memberId: String
        /// The member's static id (KIP-345); null for a dynamic member. Version 5 and later.
        package var groupInstanceId: String?
        /// What the member tells the leader, opaque to the broker.
        package var metadata: ByteBuffer

        package init(
            memberId: String = "",
            groupInstanceId: String? = nil,
            metadata: ByteBuffer = ByteBuffer()
        ) {
            self.memberId = memberId
            self.groupInstanceId = groupInstanceId
            self.metadata = metadata
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            memberId = try reader.readString(flexible: flexible)
            groupInstanceId = try version >= 5 ? reader.readNullableString(flexible: flexible) : nil
            metadata = try reader.readBytes(flexible: flexible)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 6
            try writer.writeString(memberId, flexible: flexible)
            if version >= 5 {
                try writer.writeNullableString(groupInstanceId, flexible: flexible)
            }
            try writer.writeBytes(metadata, flexible: flexible)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }

        package var payloadBytes: Int { metadata.readableBytes }
    }
}
