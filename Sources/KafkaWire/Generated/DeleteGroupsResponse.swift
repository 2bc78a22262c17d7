// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The outcome by group.
package struct DeleteGroupsResponse: KafkaMessage {
    package static let apiKey = APIKey.deleteGroups
    package static let versions: ClosedRange<Int16> = 0...2
    package static let firstFlexibleVersion: Int16 = 2

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// By group.
    package var results: [DeletableGroupResult]

    package init(throttleTimeMs: Int32 = 0, results: [DeletableGroupResult] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.results = results
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        throttleTimeMs = try reader.readInt32()
        results = try reader.readArray(of: DeletableGroupResult.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        writer.writeInt32(throttleTimeMs)
        try writer.writeArray(results, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension DeleteGroupsResponse {
    /// An element of `results`.
    package struct DeletableGroupResult: WireStructure {
        /// The group's id.
        package var groupId: String
        /// NONE, or why it failed.
        package var errorCode: ErrorCode

        package init(groupId: String = "", errorCode: ErrorCode = .none) {
            self.groupId = groupId
            self.errorCode = errorCode
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            groupId = try reader.readString(flexible: flexible)
            errorCode = try reader.readErrorCode()
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeString(groupId, flexible: flexible)
            writer.writeErrorCode(errorCode)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
