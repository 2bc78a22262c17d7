/// Where a registry's records are: in one order, the same for everyone, each there for good once it is acknowledged.
package protocol SchemaLog: Sendable {
    /// The records from an offset on (nil: from the first that there is) up to those that are there at this moment.
    ///
    /// - Returns: `next` is the offset to go on from.
    func read(from offset: Int64?) async throws(SchemaLogError) -> (records: [SchemaLogRecord], next: Int64)

    /// Appends records one behind the other, all or none.
    ///
    /// - Returns: the offset past the last.
    func append(_ records: [(key: [UInt8], value: [UInt8]?)]) async throws(SchemaLogError) -> Int64

    func close() async
}

package struct SchemaLogRecord: Sendable, Hashable {
    package var offset: Int64
    package var key: [UInt8]?
    package var value: [UInt8]?

    package init(offset: Int64, key: [UInt8]?, value: [UInt8]?) {
        self.offset = offset
        self.key = key
        self.value = value
    }
}

package enum SchemaLogError: Error, Sendable, Equatable {
    /// The log does not take a record of that size.
    case tooLarge
    /// The log does not reach back, or ahead, to the offset: it is another one than it was.
    case isAnother
    case timedOut(String)
    case failed(String)
}

extension SchemaLogError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooLarge: "a record is larger than the log takes"
        case .isAnother: "the log does not have the offset that was read last"
        case .timedOut(let reason), .failed(let reason): reason
        }
    }
}
