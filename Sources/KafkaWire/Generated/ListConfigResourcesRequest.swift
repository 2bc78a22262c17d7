// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Of which types.
package struct ListConfigResourcesRequest: KafkaRequest {
    package typealias Response = ListConfigResourcesResponse
    package static let apiKey = APIKey.listConfigResources
    package static let versions: ClosedRange<Int16> = 0...1
    package static let firstFlexibleVersion: Int16 = 0

    /// The types; all that are served if empty. Version 1 and later.
    package var resourceTypes: [Int8]

    package init(resourceTypes: [Int8] = []) {
        self.resourceTypes = resourceTypes
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        resourceTypes = try version >= 1 ? reader.readArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readInt8() } : []
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        if version >= 1 {
            try writer.writeArray(resourceTypes, flexible: true) { (writer: inout WireWriter, element: Int8) throws(WireError) in writer.writeInt8(element) }
        } else if !resourceTypes.isEmpty {
            throw .fieldNotInVersion(field: "ListConfigResourcesRequest.resourceTypes", version: version)
        }
        writer.writeNoTaggedFields()
    }
}
