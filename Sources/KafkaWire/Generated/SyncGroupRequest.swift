// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The assignments when the leader sends it, none otherwise.
package struct SyncGroupRequest: KafkaRequest {
    package typealias Response = SyncGroupResponse
    package static let apiKey = APIKey.syncGroup
    package static let versions: ClosedRange<Int16> = 0...5
    package static let firstFlexibleVersion: Int16 = 4

    /// The group's id.
    package var groupId: String
    /// The group's generation.
    package var generationId: Int32
    /// The member's id, given by the coordinator; empty at the first join.
    package var memberId: String
    /// The member's static id (KIP-345); null for a dynamic member. Version 3 and later.
    package var groupInstanceId: String?
    /// What the group is for: `consumer` for consumers. Version 5 and later.
    package var protocolType: String?
    /// The assignment protocol. Version 5 and later.
    package var protocolName: String?
    /// By member; empty unless the leader sends it.
    package var assignments: [SyncGroupRequestAssignment]

    package init(
        groupId: String = "",
        generationId: Int32 = 0,
        memberId: String = "",
        groupInstanceId: String? = nil,
        protocolType: String? = nil,
        protocolName: String? = nil,
        assignments: [SyncGroupRequestAssignment] = []
    ) {
        self.groupId = groupId
        self.generationId = generationId
        self.memberId = memberId
        self.groupInstanceId = groupInstanceId
        self.protocolType = protocolType
        self.protocolName = protocolName
        self.assignments = assignments
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 4
        groupId = try reader.readString(flexible: flexible)
        generationId = try reader.readInt32()
        memberId = try reader.readString(flexible: flexible)
        groupInstanceId = try version >= 3 ? reader.readNullableString(flexible: flexible) : nil
        protocolType = try version >= 5 ? reader.readNullableString(flexible: flexible) : nil
        protocolName = try version >= 5 ? reader.readNullableString(flexible: flexible) : nil
        assignments = try reader.readArray(of: SyncGroupRequestAssignment.self, flexible: flexible, version: version)
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
            throw .fieldNotInVersion(field: "SyncGroupRequest.groupInstanceId", version: version)
        }
        if version >= 5 {
            try writer.writeNullableString(protocolType, flexible: flexible)
        }
        if version >= 5 {
            try writer.writeNullableString(protocolName, flexible: flexible)
        }
        try writer.writeArray(assignments, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }

    package var payloadBytes: Int { assignments.reduce(0) { $0 + $1.payloadBytes } }
}

extension SyncGroupRequest {
    /// An element of `assignments`.
    package struct SyncGroupRequestAssignment: WireStructure {
        /// The member's id, given by the coordinator; empty at the first join.
        package var memberId: String
        /// What the member is assigned, opaque to the broker.
        package var assignment: ByteBuffer

        package init(memberId: String = "", assignment: ByteBuffer = ByteBuffer()) {
            self.memberId = memberId
            self.assignment = assignment
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            memberId = try reader.readString(flexible: flexible)
            assignment = try reader.readBytes(flexible: flexible)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            try writer.writeString(memberId, flexible: flexible)
            try writer.writeBytes(assignment, flexible: flexible)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }

        package var payloadBytes: Int { assignment.readableBytes }
    }
}
