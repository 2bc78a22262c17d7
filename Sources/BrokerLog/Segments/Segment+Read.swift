import KafkaWire
import NIOCore

extension Segment {
    enum Slice {
        /// And where the batch behind the last one begins, with its offset: the place to go on reading.
        case batches(ByteBuffer, endPosition: Int64, nextOffset: Int64)
        case nothingWithinLimits
    }

    /// Whole batches from the one that holds `offset` on, beginning the search at `start`; nil where the
    /// segment has none. Limits as in `PartitionLog.read`.
    func read(
        from offset: Int64, searchingFrom start: Int64, maxBytes: Int, minOneBatch: Bool, upTo limit: Int64
    ) throws(LogError) -> Slice? {
        var position = start
        var bytes = ByteBuffer()
        // Most often the search begins right at the batch, so that this read is the only one.
        try fill(&bytes, count: max(maxBytes, RecordBatchHeader.size) + (start == 0 ? 0 : indexIntervalSlack), at: position)
        while true {
            guard position < size else { return nil }
            if bytes.readableBytes < RecordBatchHeader.size {
                bytes.clear()
                try fill(&bytes, count: max(maxBytes, RecordBatchHeader.size), at: position)
            }
            let header = try batchHeader(at: bytes.readerIndex, in: bytes, position: position)
            if header.lastOffset >= offset { break }
            position += Int64(header.sizeInBytes)
            if bytes.readableBytes >= header.sizeInBytes {
                bytes.moveReaderIndex(forwardBy: header.sizeInBytes)
            } else {
                bytes.clear()
            }
        }
        return try trimmed(bytes, at: position, maxBytes: maxBytes, minOneBatch: minOneBatch, upTo: limit)
    }

    /// Cuts what was read to whole batches within the limits, reading more if the first one is not all there.
    private func trimmed(
        _ bytes: ByteBuffer, at position: Int64, maxBytes: Int, minOneBatch: Bool, upTo limit: Int64
    ) throws(LogError) -> Slice {
        var bytes = bytes
        let first = try batchHeader(at: bytes.readerIndex, in: bytes, position: position)
        guard first.nextOffset <= limit, first.sizeInBytes <= maxBytes || minOneBatch else {
            return .nothingWithinLimits
        }
        let wanted = Int(min(Int64(max(maxBytes, first.sizeInBytes)), size - position))
        if bytes.readableBytes < wanted {
            bytes.clear()
            try fill(&bytes, count: wanted, at: position)
        }
        guard first.sizeInBytes <= bytes.readableBytes else {
            throw .corrupt(
                path: file.path, position: position,
                .truncated(available: bytes.readableBytes, needed: first.sizeInBytes))
        }
        var (length, nextOffset) = (first.sizeInBytes, first.nextOffset)
        let room = min(maxBytes, bytes.readableBytes)
        while let span = BatchSpan(at: bytes.readerIndex + length, in: bytes) {
            // What makes no sense ends the read here; whoever begins there is told.
            guard span.sizeInBytes <= room - length, span.nextOffset <= limit, span.nextOffset > nextOffset else { break }
            length += span.sizeInBytes
            nextOffset = span.nextOffset
        }
        let slice = bytes.getSlice(at: bytes.readerIndex, length: length) ?? ByteBuffer()
        return .batches(slice, endPosition: position + Int64(length), nextOffset: nextOffset)
    }

    private func fill(_ buffer: inout ByteBuffer, count: Int, at position: Int64) throws(LogError) {
        let wanted = Int(min(Int64(count), size - position))
        guard wanted > 0 else { return }
        buffer.reserveCapacity(minimumWritableBytes: wanted)
        _ = try storing { () throws(StorageError) in try file.read(wanted, at: position, into: &buffer) }
    }

    private func batchHeader(at index: Int, in bytes: ByteBuffer, position: Int64) throws(LogError) -> RecordBatchHeader {
        do {
            return try RecordBatchHeader(at: index, in: bytes)
        } catch {
            throw .corrupt(path: file.path, position: position, error)
        }
    }

    private var indexIntervalSlack: Int { 8192 }
}

/// The two things about a batch that cutting a read to whole batches needs to know.
private struct BatchSpan {
    var sizeInBytes: Int
    var nextOffset: Int64

    @inline(__always)
    init?(at index: Int, in bytes: ByteBuffer) {
        guard bytes.writerIndex - index >= RecordBatchHeader.size,
            let baseOffset = bytes.getInteger(at: index, as: Int64.self),
            let length = bytes.getInteger(at: index + 8, as: Int32.self),
            let lastDelta = bytes.getInteger(at: index + 23, as: Int32.self),
            Int(length) >= RecordBatchHeader.size - RecordBatchHeader.sizeBeforeLength
        else { return nil }
        sizeInBytes = RecordBatchHeader.sizeBeforeLength + Int(length)
        nextOffset = baseOffset &+ Int64(lastDelta) &+ 1
    }
}
