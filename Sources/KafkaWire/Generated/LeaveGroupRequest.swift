// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// One member up to version 2, many from version 3.
package struct LeaveGroupRequest: KafkaRequest {
    package typealias Response = LeaveGroupResponse
    package static let apiKey = APIKey.leaveGroup
    package static let versions: ClosedRange<Int16> = 0...5
    package static let firstFlexibleVersion: Int16 = 4

    /// The group's id.
    package var groupId: String
    /// The member's id, given by the coordinator; empty at the first join. Up to version 2.
    package var memberId: String
    /// Who leaves. Version 3 and later.
    package var members: [MemberIdentity]

    package init(groupId: String = "", memberId: String = "", members: [MemberIdentity] = []) {
        self.groupId = groupId
        self.memberId = memberId
        self.members = members
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 4
        groupId = try reader.readString(flexible: flexible)
        memberId = try version <= 2 ? reader.readString(flexible: flexible) : ""
        members = try version >= 3 ? reader.readArray(of: MemberIdentity.self, flexible: flexible, version: version) : []
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 4
        try writer.writeString(groupId, flexible: flexible)
        if version <= 2 {
            try writer.writeString(memberId, flexible: flexible)
        } else if !memberId.isEmpty {
            throw .fieldNotInVersion(field: "LeaveGroupRequest.memberId", version: version)
        }
        if version >= 3 {
            try writer.writeArray(members, flexible: flexible, version: version)
        } else if !members.isEmpty {
            throw .fieldNotInVersion(field: "LeaveGroupRequest.members", version: version)
        }
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension LeaveGroupRequest {
    /// An element of `members`.
    package struct MemberIdentity: WireStructure {
        /// The member's id, given by the coordinator; empty at the first join.
        package var memberId: String
        /// The member's static id (KIP-345); null for a dynamic member.
        package var groupInstanceId: String?
        /// Why, for the broker's log. Version 5 and later.
        package var reason: String?

        package init(memberId: String = "", groupInstanceId: String? = nil, reason: String? = nil) {
            self.memberId = memberId
            self.groupInstanceId = groupInstanceId
            self.reason = reason
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            memberId = try reader.readString(flexible: flexible)
            groupInstanceId = try reader.readNullableString(flexible: flexible)
            reason = try version >= 5 ? reader.readNullableString(flexible: flexible) : nil
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            try writer.writeString(memberId, flexible: flexible)
            try writer.writeNullableString(groupInstanceId, flexible: flexible)
            if version >= 5 {
                try writer.writeNullableString(reason, flexible: flexible)
            }
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
