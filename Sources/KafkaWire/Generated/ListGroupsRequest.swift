// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Filters by state (version 4) and type (version 5).
package struct ListGroupsRequest: KafkaRequest {
    package typealias Response = ListGroupsResponse
    package static let apiKey = APIKey.listGroups
    package static let versions: ClosedRange<Int16> = 0...5
    package static let firstFlexibleVersion: Int16 = 3

    /// The states to list; empty for all. Version 4 and later.
    package var statesFilter: [String]
    /// The types to list; empty for all. Version 5 and later.
    package var typesFilter: [String]

    package init(statesFilter: [String] = [], typesFilter: [String] = []) {
        self.statesFilter = statesFilter
        self.typesFilter = typesFilter
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        statesFilter = try version >= 4 ? reader.readArray(flexible: flexible) { (reader: inout WireReader) throws(WireError) in try reader.readString(flexible: flexible) } : []
        typesFilter = try version >= 5 ? reader.readArray(flexible: flexible) { (reader: inout WireReader) throws(WireError) in try reader.readString(flexible: flexible) } : []
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        if version >= 4 {
            try writer.writeArray(statesFilter, flexible: flexible) { (writer: inout WireWriter, element: String) throws(WireError) in try writer.writeString(element, flexible: flexible) }
        } else if !statesFilter.isEmpty {
            throw .fieldNotInVersion(field: "ListGroupsRequest.statesFilter", version: version)
        }
        if version >= 5 {
            try writer.writeArray(typesFilter, flexible: flexible) { (writer: inout WireWriter, element: String) throws(WireError) in try writer.writeString(element, flexible: flexible) }
        } else if !typesFilter.isEmpty {
            throw .fieldNotInVersion(field: "ListGroupsRequest.typesFilter", version: version)
        }
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}
