// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The outcome; by member from version 3.
package struct LeaveGroupResponse: KafkaMessage {
    package static let apiKey = APIKey.leaveGroup
    package static let versions: ClosedRange<Int16> = 0...5
    package static let firstFlexibleVersion: Int16 = 4

    /// How long the client should pause because of a quota, in milliseconds. Version 1 and later.
    package var throttleTimeMs: Int32
    /// NONE, or why it failed.
    package var errorCode: ErrorCode
    /// By member. Version 3 and later.
    package var members: [MemberResponse]

    package init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        members: [MemberResponse] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.members = members
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 4
        throttleTimeMs = try version >= 1 ? reader.readInt32() : 0
        errorCode = try reader.readErrorCode()
        members = try version >= 3 ? reader.readArray(of: MemberResponse.self, flexible: flexible, version: version) : []
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
        if version >= 3 {
            try writer.writeArray(members, flexible: flexible, version: version)
        } else if !members.isEmpty {
            throw .fieldNotInVersion(field: "LeaveGroupResponse.members", version: version)
        }
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension LeaveGroupResponse {
    /// An element of `members`.
    package struct MemberResponse: WireStructure {
        /// The member's id, given by the coordinator; empty at the first join.
        package var memberId: String
        /// The member's static id (KIP-345); null for a dynamic member.
        package var groupInstanceId: String?
        /// NONE, or why it failed.
        package var errorCode: ErrorCode

        package init(memberId: String = "", groupInstanceId: String? = "", errorCode: ErrorCode = .none) {
            self.memberId = memberId
            self.groupInstanceId = groupInstanceId
            self.errorCode = errorCode
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            memberId = try reader.readString(flexible: flexible)
            groupInstanceId = try reader.readNullableString(flexible: flexible)
            errorCode = try reader.readErrorCode()
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            try writer.writeString(memberId, flexible: flexible)
            try writer.writeNullableString(groupInstanceId, flexible: flexible)
            writer.writeErrorCode(errorCode)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
