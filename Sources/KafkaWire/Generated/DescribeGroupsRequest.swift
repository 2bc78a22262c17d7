// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Which groups.
package struct DescribeGroupsRequest: KafkaRequest {
    package typealias Response = DescribeGroupsResponse
    package static let apiKey = APIKey.describeGroups
    package static let versions: ClosedRange<Int16> = 0...6
    package static let firstFlexibleVersion: Int16 = 5

    /// The groups' ids.
    package var groups: [String]
    /// Whether to say what the client may do with each group. Version 3 and later.
    package var includeAuthorizedOperations: Bool

    package init(groups: [String] = [], includeAuthorizedOperations: Bool = false) {
        self.groups = groups
        self.includeAuthorizedOperations = includeAuthorizedOperations
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 5
        groups = try reader.readArray(flexible: flexible) { (reader: inout WireReader) throws(WireError) in try reader.readString(flexible: flexible) }
        includeAuthorizedOperations = try version >= 3 ? reader.readBool() : false
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 5
        try writer.writeArray(groups, flexible: flexible) { (writer: inout WireWriter, element: String) throws(WireError) in try writer.writeString(element, flexible: flexible) }
        if version >= 3 {
            writer.writeBool(includeAuthorizedOperations)
        } else if includeAuthorizedOperations {
            throw .fieldNotInVersion(field: "DescribeGroupsRequest.includeAuthorizedOperations", version: version)
        }
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}
