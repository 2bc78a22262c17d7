import KafkaWire

/// Where in a segment to begin looking for an offset or a timestamp: one entry each so many bytes.
///
/// Both questions are answered by the same entries, since an entry also holds the largest timestamp of all
/// batches in front of it, which only grows along the file.
struct SegmentIndex: Hashable, Sendable {
    struct Entry: Hashable, Sendable {
        /// Of the batch that begins at `position`, from the segment's base offset.
        var relativeOffset: UInt32
        var position: UInt32
        var largestTimestampBefore: Int64
    }

    let baseOffset: Int64
    let intervalBytes: Int
    private(set) var entries: [Entry] = []
    private(set) var summary: Summary
    private var bytesSinceEntry = 0

    /// What is known of all batches that the index has seen.
    struct Summary: Hashable, Sendable {
        /// The bytes of the segment, from its start, that the index speaks of.
        var coveredBytes: Int64 = 0
        var nextOffset: Int64
        /// -1 while no batch has a timestamp.
        var largestTimestamp: Int64 = -1
        /// Where the (first) batch with it begins.
        var largestTimestampPosition: Int64 = 0
    }

    init(baseOffset: Int64, intervalBytes: Int) {
        self.baseOffset = baseOffset
        self.intervalBytes = intervalBytes
        summary = Summary(nextOffset: baseOffset)
    }

    /// As it was stored.
    init(baseOffset: Int64, intervalBytes: Int, entries: [Entry], summary: Summary) {
        self.init(baseOffset: baseOffset, intervalBytes: intervalBytes)
        self.entries = entries
        self.summary = summary
        bytesSinceEntry = Int(summary.coveredBytes - Int64(entries.last?.position ?? 0))
    }

    /// Takes note of the batch that begins where the covered bytes end.
    mutating func note(_ header: RecordBatchHeader) {
        if bytesSinceEntry >= intervalBytes {
            entries.append(
                Entry(
                    relativeOffset: UInt32(clamping: header.baseOffset - baseOffset),
                    position: UInt32(clamping: summary.coveredBytes),
                    largestTimestampBefore: summary.largestTimestamp
                ))
            bytesSinceEntry = 0
        }
        if header.maxTimestamp > summary.largestTimestamp {
            summary.largestTimestamp = header.maxTimestamp
            summary.largestTimestampPosition = summary.coveredBytes
        }
        summary.nextOffset = header.nextOffset
        summary.coveredBytes += Int64(header.sizeInBytes)
        bytesSinceEntry += header.sizeInBytes
    }

    /// Of a batch at or before the one that holds the offset.
    func position(atOrBefore offset: Int64) -> Int64 {
        position { baseOffset + Int64($0.relativeOffset) <= offset }
    }

    /// Every batch before it has only timestamps below the one asked for.
    func position(whereAllBeforeIsOlderThan timestamp: Int64) -> Int64 {
        position { $0.largestTimestampBefore < timestamp }
    }

    /// Of the last entry for which it holds; it must hold for a beginning of the entries and no more.
    private func position(ofLastWhere holds: (Entry) -> Bool) -> Int64 {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if holds(entries[middle]) { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? 0 : Int64(entries[low - 1].position)
    }
}
