// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Who joins, and which assignment protocols it supports.
package struct JoinGroupRequest: KafkaRequest {
    package typealias Response = JoinGroupResponse
    package static let apiKey = APIKey.joinGroup
    package static let versions: ClosedRange<Int16> = 0...9
    package static let firstFlexibleVersion: Int16 = 6

    /// The group's id.
    package var groupId: String
    /// After how long without a heartbeat the member is dropped, in milliseconds.
    package var sessionTimeoutMs: Int32
    /// How long the member may take to join again, in milliseconds; -1 for the session timeout. Version 1 and later.
    package var rebalanceTimeoutMs: Int32
    /// The member's id, given by the coordinator; empty at the first join.
    package var memberId: String
    /// The member's static id (KIP-345); null for a dynamic member. Version 5 and later.
    package var groupInstanceId: String?
    /// What the group is for: `consumer` for consumers.
    package var protocolType: String
    /// The assignment protocols that the member supports, the preferred one first.
    package var protocols: [JoinGroupRequestProtocol]
    /// Why, for the broker's log. Version 8 and later.
    package var reason: String?

    package init(
        groupId: String = "",
        sessionTimeoutMs: Int32 = 0,
        rebalanceTimeoutMs: Int32 = -1,
        memberId: String = "",
        groupInstanceId: String? = nil,
        protocolType: String = "",
        protocols: [JoinGroupRequestProtocol] = [],
        reason: String? = nil
    ) {
        self.groupId = groupId
        self.sessionTimeoutMs = sessionTimeoutMs
        self.rebalanceTimeoutMs = rebalanceTimeoutMs
        self.memberId = memberId
        self.groupInstanceId = groupInstanceId
        self.protocolType = protocolType
        self.protocols = protocols
        self.reason = reason
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 6
        groupId = try reader.readString(flexible: flexible)
        sessionTimeoutMs = try reader.readInt32()
        rebalanceTimeoutMs = try version >= 1 ? reader.readInt32() : -1
        memberId = try reader.readString(flexible: flexible)
        groupInstanceId = try version >= 5 ? reader.readNullableString(flexible: flexible) : nil
        protocolType = try reader.readString(flexible: flexible)
        protocols = try reader.readArray(of: JoinGroupRequestProtocol.self, flexible: flexible, version: version)
        reason = try version >= 8 ? reader.readNullableString(flexible: flexible) : nil
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 6
        try writer.writeString(groupId, flexible: flexible)
        writer.writeInt32(sessionTimeoutMs)
        if version >= 1 {
            writer.writeInt32(rebalanceTimeoutMs)
        }
        try writer.writeString(memberId, flexible: flexible)
        if version >= 5 {
            try writer.writeNullableString(groupInstanceId, flexible: flexible)
        } else if groupInstanceId != nil {
            throw .fieldNotInVersion(field: "JoinGroupRequest.groupInstanceId", version: version)
        }
        try writer.writeString(protocolType, flexible: flexible)
        try writer.writeArray(protocols, flexible: flexible, version: version)
        if version >= 8 {
            try writer.writeNullableString(reason, flexible: flexible)
        }
        if flexible {
            writer.writeNoTaggedFields()
        }
    }

    package var payloadBytes: Int { protocols.reduce(0) { $0 + $1.payloadBytes } }
}

extension JoinGroupRequest {
    /// An element of `protocols`.
    package struct JoinGroupRequestProtocol: WireStructure {
        /// The protocol's name.
        package var name: String
        /// What the member tells the leader, opaque to the broker.
        package var metadata: ByteBuffer

        package init(name: String = "", metadata: ByteBuffer = ByteBuffer()) {
            self.name = name
            self.metadata = metadata
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            name = try reader.readString(flexible: flexible)
            metadata = try reader.readBytes(flexible: flexible)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 6
            try writer.writeString(name, flexible: flexible)
            try writer.writeBytes(metadata, flexible: flexible)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }

        package var payloadBytes: Int { metadata.readableBytes }
    }
}
