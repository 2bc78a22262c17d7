// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The groups with their members.
package struct DescribeGroupsResponse: KafkaMessage {
    package static let apiKey = APIKey.describeGroups
    package static let versions: ClosedRange<Int16> = 0...6
    package static let firstFlexibleVersion: Int16 = 5

    /// How long the client should pause because of a quota, in milliseconds. Version 1 and later.
    package var throttleTimeMs: Int32
    /// The groups.
    package var groups: [DescribedGroup]

    package init(throttleTimeMs: Int32 = 0, groups: [DescribedGroup] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.groups = groups
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 5
        throttleTimeMs = try version >= 1 ? reader.readInt32() : 0
        groups = try reader.readArray(of: DescribedGroup.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 5
        if version >= 1 {
            writer.writeInt32(throttleTimeMs)
        }
        try writer.writeArray(groups, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }

    package var payloadBytes: Int { groups.reduce(0) { $0 + $1.payloadBytes } }
}

extension DescribeGroupsResponse {
    /// An element of `groups`.
    package struct DescribedGroup: WireStructure {
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// More about the error, for people. Version 6 and later.
        package var errorMessage: String?
        /// The group's id.
        package var groupId: String
        /// The group's state, by name.
        package var groupState: String
        /// What the group is for: `consumer` for consumers.
        package var protocolType: String
        /// The assignment protocol; empty while there is none.
        package var protocolData: String
        /// By member.
        package var members: [DescribedGroupMember]
        /// What the client may do with the group: a bit for each operation; the lowest number for "not asked". Version
        /// 3 and later.
        package var authorizedOperations: Int32

        package init(
            errorCode: ErrorCode = .none,
            errorMessage: String? = nil,
            groupId: String = "",
            groupState: String = "",
            protocolType: String = "",
            protocolData: String = "",
            members: [DescribedGroupMember] = [],
            authorizedOperations: Int32 = .min
        ) {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.groupId = groupId
            self.groupState = groupState
            self.protocolType = protocolType
            self.protocolData = protocolData
            self.members = members
            self.authorizedOperations = authorizedOperations
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 5
            errorCode = try reader.readErrorCode()
            errorMessage = try version >= 6 ? reader.readNullableString(flexible: flexible) : nil
            groupId = try reader.readString(flexible: flexible)
            groupState = try reader.readString(flexible: flexible)
            protocolType = try reader.readString(flexible: flexible)
            protocolData = try reader.readString(flexible: flexible)
            members = try reader.readArray(of: DescribedGroupMember.self, flexible: flexible, version: version)
            authorizedOperations = try version >= 3 ? reader.readInt32() : .min
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 5
            writer.writeErrorCode(errorCode)
            if version >= 6 {
                try writer.writeNullableString(errorMessage, flexible: flexible)
            } else if errorMessage != nil {
                throw .fieldNotInVersion(field: "DescribedGroup.errorMessage", version: version)
            }
            try writer.writeString(groupId, flexible: flexible)
            try writer.writeString(groupState, flexible: flexible)
            try writer.writeString(protocolType, flexible: flexible)
            try writer.writeString(protocolData, flexible: flexible)
            try writer.writeArray(members, flexible: flexible, version: version)
            if version >= 3 {
                writer.writeInt32(authorizedOperations)
            } else if authorizedOperations != .min {
                throw .fieldNotInVersion(field: "DescribedGroup.authorizedOperations", version: version)
            }
            if flexible {
                writer.writeNoTaggedFields()
            }
        }

        package var payloadBytes: Int { members.reduce(0) { $0 + $1.payloadBytes } }
    }
}

extension DescribeGroupsResponse {
    /// An element of `members`.
    package struct DescribedGroupMember: WireStructure {
        /// The member's id, given by the coordinator; empty at the first join.
        package var memberId: String
        /// The member's static id (KIP-345); null for a dynamic member. Version 4 and later.
        package var groupInstanceId: String?
        /// What the client calls itself.
        package var clientId: String
        /// Where the client connected from.
        package var clientHost: String
        /// What the member told the leader.
        package var memberMetadata: ByteBuffer
        /// What the member is assigned.
        package var memberAssignment: ByteBuffer

        package init(
            memberId: String = "",
            groupInstanceId: String? = nil,
            clientId: String = "",
            clientHost: String = "",
            memberMetadata: ByteBuffer = ByteBuffer(),
            memberAssignment: ByteBuffer = ByteBuffer()
        ) {
            self.memberId = memberId
            self.groupInstanceId = groupInstanceId
            self.clientId = clientId
            self.clientHost = clientHost
            self.memberMetadata = memberMetadata
            self.memberAssignment = memberAssignment
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 5
            memberId = try reader.readString(flexible: flexible)
            groupInstanceId = try version >= 4 ? reader.readNullableString(flexible: flexible) : nil
            clientId = try reader.readString(flexible: flexible)
            clientHost = try reader.readString(flexible: flexible)
            memberMetadata = try reader.readBytes(flexible: flexible)
            memberAssignment = try reader.readBytes(flexible: flexible)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 5
            try writer.writeString(memberId, flexible: flexible)
            if version >= 4 {
                try writer.writeNullableString(groupInstanceId, flexible: flexible)
            }
            try writer.writeString(clientId, flexible: flexible)
            try writer.writeString(clientHost, flexible: flexible)
            try writer.writeBytes(memberMetadata, flexible: flexible)
            try writer.writeBytes(memberAssignment, flexible: flexible)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }

        package var payloadBytes: Int { memberMetadata.readableBytes + memberAssignment.readableBytes }
    }
}
