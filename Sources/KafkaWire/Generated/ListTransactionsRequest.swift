// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Which of them.
package struct ListTransactionsRequest: KafkaRequest {
    package typealias Response = ListTransactionsResponse
    package static let apiKey = APIKey.listTransactions
    package static let versions: ClosedRange<Int16> = 0...2
    package static let firstFlexibleVersion: Int16 = 0

    /// Only those in these states; all if empty.
    package var stateFilters: [String]
    /// Only those of these producer ids; all if empty.
    package var producerIdFilters: [Int64]
    /// Only those that have been open for longer, in milliseconds; -1 for all. Version 1 and later.
    package var durationFilter: Int64
    /// A regular expression for the transactional id; null for all. Version 2 and later.
    package var transactionalIdPattern: String?

    package init(
        stateFilters: [String] = [],
        producerIdFilters: [Int64] = [],
        durationFilter: Int64 = -1,
        transactionalIdPattern: String? = ""
    ) {
        self.stateFilters = stateFilters
        self.producerIdFilters = producerIdFilters
        self.durationFilter = durationFilter
        self.transactionalIdPattern = transactionalIdPattern
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        stateFilters = try reader.readArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readString(flexible: true) }
        producerIdFilters = try reader.readArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readInt64() }
        durationFilter = try version >= 1 ? reader.readInt64() : -1
        transactionalIdPattern = try version >= 2 ? reader.readNullableString(flexible: true) : ""
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        try writer.writeArray(stateFilters, flexible: true) { (writer: inout WireWriter, element: String) throws(WireError) in try writer.writeString(element, flexible: true) }
        try writer.writeArray(producerIdFilters, flexible: true) { (writer: inout WireWriter, element: Int64) throws(WireError) in writer.writeInt64(element) }
        if version >= 1 {
            writer.writeInt64(durationFilter)
        } else if durationFilter != -1 {
            throw .fieldNotInVersion(field: "ListTransactionsRequest.durationFilter", version: version)
        }
        if version >= 2 {
            try writer.writeNullableString(transactionalIdPattern, flexible: true)
        } else if transactionalIdPattern != "" {
            throw .fieldNotInVersion(field: "ListTransactionsRequest.transactionalIdPattern", version: version)
        }
        writer.writeNoTaggedFields()
    }
}
