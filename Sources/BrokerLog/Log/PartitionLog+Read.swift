import KafkaWire
import NIOCore

extension PartitionLog {
    /// Whole batches, beginning with the one that holds `offset`, of one segment.
    ///
    /// - `maxBytes` bounds what is returned and what is allocated for it, except that `minOneBatch` gives the
    ///   first batch however large it is (KIP-74). The caller bounds what clients ask for.
    /// - `upTo` is the high watermark: nothing at or above it is returned.
    ///
    /// Empty at the end of the log. Throws `offsetOutOfRange` below its start and beyond its end.
    package func read(
        from offset: Int64, maxBytes: Int, minOneBatch: Bool = true, upTo limit: Int64 = .max
    ) throws(LogError) -> ByteBuffer {
        guard offset >= logStartOffset, offset <= logEndOffset else {
            throw .offsetOutOfRange(requested: offset, start: logStartOffset, end: logEndOffset)
        }
        guard offset < limit, offset < logEndOffset, var index = segmentIndex(holding: offset) else { return ByteBuffer() }
        let maxBytes = max(0, min(maxBytes, Int(Int32.max)))
        let known = readPlaces.place(of: offset)
        while index < segments.count {
            let segment = segments[index]
            let start: Int64
            if let known, known.segment == segment.baseOffset {
                start = known.position
            } else {
                start = try segment.position(atOrBefore: offset)
                noteIndexUse(of: segment)
            }
            if let slice = try segment.read(
                from: offset, searchingFrom: start, maxBytes: maxBytes, minOneBatch: minOneBatch, upTo: limit)
            {
                switch slice {
                case .batches(let bytes, let endPosition, let nextOffset):
                    readPlaces.note(nextOffset, at: .init(segment: segment.baseOffset, position: endPosition), from: offset)
                    return bytes
                case .nothingWithinLimits:
                    return ByteBuffer()
                }
            }
            index += 1
        }
        return ByteBuffer()
    }

    /// The header of each batch from the one that holds `offset` on, and what control batches say of the transaction that
    /// they end: for what is rebuilt from the log.
    package func forEachBatch(
        from offset: Int64, _ body: (RecordBatchHeader, TransactionEnd?) -> Void
    ) throws(LogError) {
        guard let first = segmentIndex(holding: max(offset, logStartOffset)) else { return }
        for segment in segments[first...] {
            var walk = BatchWalk(segment.file, from: try segment.position(atOrBefore: offset), to: segment.size)
            while let batch = try walk.next() {
                guard batch.header.lastOffset >= offset else { continue }
                body(batch.header, batch.header.attributes.isControl ? try transactionEnd(in: batch, of: segment) : nil)
            }
            noteIndexUse(of: segment)
        }
    }

    private func transactionEnd(in batch: BatchWalk.Batch, of segment: Segment) throws(LogError) -> TransactionEnd? {
        var records = ByteBuffer()
        let length = batch.header.sizeInBytes - RecordBatchHeader.size
        // Control batches hold one small record.
        guard length <= 4096 else { return nil }
        _ = try storing { () throws(StorageError) in
            try segment.file.read(length, at: batch.position + Int64(RecordBatchHeader.size), into: &records)
        }
        var reader = RecordReader(header: batch.header, records: records)
        do {
            return try reader.next().flatMap { TransactionEnd($0) }
        } catch {
            throw .corrupt(path: segment.file.path, position: batch.position, error)
        }
    }
}
