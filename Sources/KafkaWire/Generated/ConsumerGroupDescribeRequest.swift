// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Which groups.
package struct ConsumerGroupDescribeRequest: KafkaRequest {
    package typealias Response = ConsumerGroupDescribeResponse
    package static let apiKey = APIKey.consumerGroupDescribe
    package static let versions: ClosedRange<Int16> = 0...1
    package static let firstFlexibleVersion: Int16 = 0

    /// The groups.
    package var groupIds: [String]
    /// Whether to tell what the asker may do with them.
    package var includeAuthorizedOperations: Bool

    package init(groupIds: [String] = [], includeAuthorizedOperations: Bool = false) {
        self.groupIds = groupIds
        self.includeAuthorizedOperations = includeAuthorizedOperations
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        groupIds = try reader.readArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readString(flexible: true) }
        includeAuthorizedOperations = try reader.readBool()
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        try writer.writeArray(groupIds, flexible: true) { (writer: inout WireWriter, element: String) throws(WireError) in try writer.writeString(element, flexible: true) }
        writer.writeBool(includeAuthorizedOperations)
        writer.writeNoTaggedFields()
    }
}
