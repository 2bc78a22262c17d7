import KafkaWire
import NIOCore

/// A record found by its time.
package struct TimestampedOffset: Hashable, Sendable {
    package var offset: Int64
    /// Milliseconds since the epoch.
    package var timestamp: Int64

    package init(offset: Int64, timestamp: Int64) {
        self.offset = offset
        self.timestamp = timestamp
    }
}

extension PartitionLog {
    /// Undoes a batch's compression: given its header and what follows it, the records; nil where it cannot.
    package typealias Decompression = (RecordBatchHeader, ByteBuffer) -> ByteBuffer?

    /// The first record whose timestamp is at or after the given one; nil if there is none below `limit`.
    ///
    /// In a compressed batch that cannot be opened the answer is its first record with its base timestamp:
    /// early, never late.
    package func offset(
        forTimestamp timestamp: Int64, upTo limit: Int64 = .max, decompress: Decompression = { _, _ in nil }
    ) throws(LogError) -> TimestampedOffset? {
        guard let first = segmentIndex(holding: logStartOffset) else { return nil }
        for segment in segments[first...] where segment.baseOffset < limit {
            guard segment.size > 0, try segment.summary().largestTimestamp >= timestamp else { continue }
            let start = try segment.position(whereAllBeforeIsOlderThan: timestamp)
            noteIndexUse(of: segment)
            var walk = BatchWalk(segment.file, from: start, to: segment.size)
            while let batch = try walk.next(), batch.header.baseOffset < limit {
                guard batch.header.maxTimestamp >= timestamp, batch.header.lastOffset >= logStartOffset else { continue }
                let found = try firstRecord(of: batch, in: segment, decompress: decompress) { $0.timestamp >= timestamp }
                if let found, found.offset < limit { return found }
            }
        }
        return nil
    }

    /// The record with the largest timestamp of all, the first of them if there are several (KIP-734); nil if
    /// the log is empty or no record has one.
    package func offsetOfLargestTimestamp(
        decompress: Decompression = { _, _ in nil }
    ) throws(LogError) -> TimestampedOffset? {
        var largest: (segment: Segment, summary: SegmentIndex.Summary)?
        for segment in segments where segment.size > 0 {
            let summary = try segment.summary()
            if summary.largestTimestamp > largest?.summary.largestTimestamp ?? -1 { largest = (segment, summary) }
        }
        guard let (segment, summary) = largest else { return nil }
        var walk = BatchWalk(segment.file, from: summary.largestTimestampPosition, to: segment.size)
        guard let batch = try walk.next() else { return nil }
        if batch.header.lastOffset < logStartOffset { return nil }
        return try firstRecord(of: batch, in: segment, decompress: decompress) {
            $0.timestamp >= summary.largestTimestamp
        } ?? TimestampedOffset(offset: batch.header.lastOffset, timestamp: summary.largestTimestamp)
    }

    private func firstRecord(
        of batch: BatchWalk.Batch, in segment: Segment, decompress: Decompression, where matches: (Record) -> Bool
    ) throws(LogError) -> TimestampedOffset? {
        let header = batch.header
        if header.attributes.timestampType == .logAppendTime {
            return TimestampedOffset(offset: max(header.baseOffset, logStartOffset), timestamp: header.maxTimestamp)
        }
        var body = ByteBuffer()
        let length = header.sizeInBytes - RecordBatchHeader.size
        let position = batch.position + Int64(RecordBatchHeader.size)
        _ = try storing { () throws(StorageError) in try segment.file.read(length, at: position, into: &body) }
        if header.attributes.compressionCode != 0 {
            guard let opened = decompress(header, body) else {
                return TimestampedOffset(offset: max(header.baseOffset, logStartOffset), timestamp: header.baseTimestamp)
            }
            body = opened
        }
        var reader = RecordReader(header: header, records: body)
        do {
            while let record = try reader.next() {
                guard record.offset >= logStartOffset, matches(record) else { continue }
                return TimestampedOffset(offset: record.offset, timestamp: record.timestamp)
            }
        } catch {
            throw .corrupt(path: segment.file.path, position: batch.position, error)
        }
        return nil
    }
}
