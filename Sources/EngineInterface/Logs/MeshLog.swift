import Determinism

/// What Heddle keeps in a cluster besides the ledger.
package enum MeshLog: String, Sendable, Hashable, CaseIterable {
    /// The last word on each key: status, approvals, what is suspended. In Kafka the compacted topic `__heddle.control`.
    case control
    /// Everything that was done, in order, never rewritten. In Kafka the topic `__heddle.audit`.
    case audit
}

/// One record of such a log, as it is written.
package struct MeshLogRecord: Sendable, Hashable {
    package var key: String
    /// nil: what was said under the key holds no more.
    package var value: [UInt8]?
    /// In order; names may repeat.
    package var headers: [Header]

    package struct Header: Sendable, Hashable {
        package var name: String
        package var value: [UInt8]
        package init(_ name: String, _ value: [UInt8]) {
            self.name = name
            self.value = value
        }
    }

    package init(key: String, value: [UInt8]?, headers: [Header] = []) {
        self.key = key
        self.value = value
        self.headers = headers
    }
}

/// A part of such a log, as it was read.
package struct MeshLogReading: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        package var offset: Int64
        /// By the cluster's clock.
        package var writtenAt: Instant
        package var record: MeshLogRecord
        package init(offset: Int64, writtenAt: Instant, record: MeshLogRecord) {
            self.offset = offset
            self.writtenAt = writtenAt
            self.record = record
        }
    }

    /// By offset, ascending; compaction and retention leave gaps.
    package var entries: [Entry]
    /// The offset of the first record that is still kept; equal to `end` where there is none.
    package var start: Int64
    /// The offset that the next record gets.
    package var end: Int64

    package init(entries: [Entry] = [], start: Int64 = 0, end: Int64 = 0) {
        self.entries = entries
        self.start = start
        self.end = end
    }
}
