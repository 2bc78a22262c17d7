// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Which groups.
package struct DeleteGroupsRequest: KafkaRequest {
    package typealias Response = DeleteGroupsResponse
    package static let apiKey = APIKey.deleteGroups
    package static let versions: ClosedRange<Int16> = 0...2
    package static let firstFlexibleVersion: Int16 = 2

    /// The groups' ids.
    package var groupsNames: [String]

    package init(groupsNames: [String] = []) {
        self.groupsNames = groupsNames
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        groupsNames = try reader.readArray(flexible: flexible) { (reader: inout WireReader) throws(WireError) in try reader.readString(flexible: flexible) }
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        try writer.writeArray(groupsNames, flexible: flexible) { (writer: inout WireWriter, element: String) throws(WireError) in try writer.writeString(element, flexible: flexible) }
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}
