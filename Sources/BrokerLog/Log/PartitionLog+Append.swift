import Determinism
import KafkaWire
import NIOCore

/// Where an append went.
package struct AppendResult: Hashable, Sendable {
    package var baseOffset: Int64
    package var lastOffset: Int64
    /// What Produce answers as log append time: -1 where timestamps are the producers'.
    package var appendTime: Int64
    package var sizeInBytes: Int
}

extension PartitionLog {
    /// Gives the records the next offsets and writes them. They are safe only when `flushedOffset` has passed them.
    ///
    /// If the disk refuses, nothing was appended, and the same may be tried again unless the log went offline.
    package func append(
        _ records: CheckedRecords, leaderEpoch: Int32 = 0, now: Instant
    ) throws(LogError) -> AppendResult {
        try requireOnline()
        let baseOffset = logEndOffset
        let appendTime = configuration.timestampType == .logAppendTime ? now.millisecondsSinceEpoch : nil
        let written = rewrite(records, from: baseOffset, leaderEpoch: leaderEpoch, appendTime: appendTime)
        let segment = try segmentToAppend(written.headers, sizeInBytes: records.sizeInBytes)
        do {
            try segment.append(written.first, then: written.rest, headers: written.headers)
        } catch {
            do {
                try segment.cutToSize()
            } catch let second {
                goOffline("after \(error), \(second)")
            }
            throw error
        }
        bytesSinceCheckpoint += records.sizeInBytes
        return AppendResult(
            baseOffset: baseOffset, lastOffset: segment.nextOffset - 1, appendTime: appendTime ?? -1,
            sizeInBytes: records.sizeInBytes
        )
    }

    private struct Written {
        var first: ByteBuffer
        var rest: ByteBuffer?
        var headers: [RecordBatchHeader]
    }

    /// The batches with their offsets. A single one, the usual case, is not copied: only its header is new.
    private func rewrite(
        _ records: CheckedRecords, from baseOffset: Int64, leaderEpoch: Int32, appendTime: Int64?
    ) -> Written {
        var headers: [RecordBatchHeader] = []
        headers.reserveCapacity(records.headers.count)
        var bytes = ByteBuffer()
        let isSingle = records.headers.count == 1
        bytes.reserveCapacity(isSingle ? RecordBatchHeader.size : records.sizeInBytes)
        var rest = records.bytes
        var nextOffset = baseOffset
        for header in records.headers {
            guard let batch = rest.readSlice(length: header.sizeInBytes) else {
                preconditionFailure("checked records hold the batches that their headers tell of")
            }
            let rewrite = RecordBatchRewrite(
                baseOffset: nextOffset, partitionLeaderEpoch: leaderEpoch, appendTime: appendTime
            )
            let rewritten = rewrite.header(for: header, of: batch)
            nextOffset = rewritten.nextOffset
            headers.append(rewritten)
            rewritten.write(into: &bytes)
            let body = batch.getSlice(
                at: batch.readerIndex + RecordBatchHeader.size, length: header.sizeInBytes - RecordBatchHeader.size
            )
            if isSingle { return Written(first: bytes, rest: body, headers: headers) }
            if let body { bytes.writeImmutableBuffer(body) }
        }
        return Written(first: bytes, rest: nil, headers: headers)
    }

    /// The growing segment, or a new one if it is full, old, or its offsets would no longer fit the index.
    private func segmentToAppend(_ headers: [RecordBatchHeader], sizeInBytes: Int) throws(LogError) -> Segment {
        if let active = segments.last, try !isDue(active, headers: headers, sizeInBytes: sizeInBytes) { return active }
        return try roll()
    }

    private func isDue(_ active: Segment, headers: [RecordBatchHeader], sizeInBytes: Int) throws(LogError) -> Bool {
        guard active.size > 0, let last = headers.last else { return false }
        if active.size + Int64(sizeInBytes) > Int64(min(configuration.segmentBytes, Int(Int32.max))) { return true }
        if last.lastOffset - active.baseOffset > Int64(Int32.max) { return true }
        guard let first = try active.timestampOfFirstBatch(), first >= 0, last.maxTimestamp > first else { return false }
        return last.maxTimestamp - first > configuration.segmentAge.wholeMilliseconds
    }

    /// Closes the growing segment and begins the next.
    @discardableResult
    func roll() throws(LogError) -> Segment {
        let closing = segments.last
        let next = makeSegment(baseOffset: logEndOffset, size: 0, nextOffset: logEndOffset)
        try storing { () throws(StorageError) in
            if !directoryExists { try storage.createDirectory(directory) }
            directoryExists = true
            namesMade += 1
            try next.file.create()
        }
        if let closing {
            // Without its file the index can still be made again from the segment.
            try? closing.storeIndex()
            closing.dropIndex()
            closing.closeFiles()
        }
        segments.append(next)
        return next
    }
}
