// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The groups.
package struct ListGroupsResponse: KafkaMessage {
    package static let apiKey = APIKey.listGroups
    package static let versions: ClosedRange<Int16> = 0...5
    package static let firstFlexibleVersion: Int16 = 3

    /// How long the client should pause because of a quota, in milliseconds. Version 1 and later.
    package var throttleTimeMs: Int32
    /// NONE, or why it failed.
    package var errorCode: ErrorCode
    /// The groups.
    package var groups: [ListedGroup]

    package init(throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none, groups: [ListedGroup] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.groups = groups
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        throttleTimeMs = try version >= 1 ? reader.readInt32() : 0
        errorCode = try reader.readErrorCode()
        groups = try reader.readArray(of: ListedGroup.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        if version >= 1 {
            writer.writeInt32(throttleTimeMs)
        }
        writer.writeErrorCode(errorCode)
        try writer.writeArray(groups, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension ListGroupsResponse {
    /// An element of `groups`.
    package struct ListedGroup: WireStructure {
        /// The group's id.
        package var groupId: String
        /// What the group is for: `consumer` for consumers.
        package var protocolType: String
        /// The group's state, by name. Version 4 and later.
        package var groupState: String
        /// The group's type, by name. Version 5 and later.
        package var groupType: String

        package init(
            groupId: String = "",
            protocolType: String = "",
            groupState: String = "",
            groupType: String = ""
        ) {
            self.groupId = groupId
            self.protocolType = protocolType
            self.groupState = groupState
            self.groupType = groupType
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 3
            groupId = try reader.readString(flexible: flexible)
            protocolType = try reader.readString(flexible: flexible)
            groupState = try version >= 4 ? reader.readString(flexible: flexible) : ""
            groupType = try version >= 5 ? reader.readString(flexible: flexible) : ""
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 3
            try writer.writeString(groupId, flexible: flexible)
            try writer.writeString(protocolType, flexible: flexible)
            if version >= 4 {
                try writer.writeString(groupState, flexible: flexible)
            }
            if version >= 5 {
                try writer.writeString(groupType, flexible: flexible)
            }
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
