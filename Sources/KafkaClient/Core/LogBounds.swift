/// Where a partition's records begin and end at a moment.
package struct LogBounds: Sendable, Hashable {
    /// The offset of the first record that is kept.
    package var start: Int64
    /// The high watermark: the offset after the last record that consumers see.
    package var end: Int64

    package init(start: Int64, end: Int64) {
        self.start = start
        self.end = end
    }

    /// Whether a reader who knows everything before `position` can go on there.
    package func holds(_ position: Int64) -> Bool { position >= start && position <= end }
}
