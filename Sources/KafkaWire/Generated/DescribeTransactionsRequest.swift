// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Which transactions.
package struct DescribeTransactionsRequest: KafkaRequest {
    package typealias Response = DescribeTransactionsResponse
    package static let apiKey = APIKey.describeTransactions
    package static let versions: ClosedRange<Int16> = 0...0
    package static let firstFlexibleVersion: Int16 = 0

    /// The transactional ids.
    package var transactionalIds: [String]

    package init(transactionalIds: [String] = []) {
        self.transactionalIds = transactionalIds
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        transactionalIds = try reader.readArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readString(flexible: true) }
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        try writer.writeArray(transactionalIds, flexible: true) { (writer: inout WireWriter, element: String) throws(WireError) in try writer.writeString(element, flexible: true) }
        writer.writeNoTaggedFields()
    }
}
