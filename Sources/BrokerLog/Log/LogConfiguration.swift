import KafkaWire

/// How one partition's log is cut up and kept: the topic's configuration as far as the log cares.
package struct LogConfiguration: Hashable, Sendable {
    /// `segment.bytes`: a segment is closed rather than growing past it.
    package var segmentBytes: Int
    /// `segment.ms`: a segment is closed when its first and the next batch's timestamps are further apart.
    package var segmentAge: Duration
    /// `retention.ms`, nil for -1.
    package var retentionAge: Duration?
    /// `retention.bytes`, nil for -1.
    package var retentionBytes: Int64?
    /// `index.interval.bytes`: an index entry each so many bytes of log.
    package var indexIntervalBytes: Int
    /// `message.timestamp.type`.
    package var timestampType: RecordTimestampType
    /// `cleanup.policy`. Without `delete`, age and size retention rest.
    package var deletesOldSegments: Bool
    package var compacts: Bool

    package init(
        segmentBytes: Int = 1 << 30,
        segmentAge: Duration = .seconds(7 * 24 * 3600),
        retentionAge: Duration? = .seconds(7 * 24 * 3600),
        retentionBytes: Int64? = nil,
        indexIntervalBytes: Int = 4096,
        timestampType: RecordTimestampType = .createTime,
        deletesOldSegments: Bool = true,
        compacts: Bool = false
    ) {
        self.segmentBytes = segmentBytes
        self.segmentAge = segmentAge
        self.retentionAge = retentionAge
        self.retentionBytes = retentionBytes
        self.indexIntervalBytes = indexIntervalBytes
        self.timestampType = timestampType
        self.deletesOldSegments = deletesOldSegments
        self.compacts = compacts
    }
}
