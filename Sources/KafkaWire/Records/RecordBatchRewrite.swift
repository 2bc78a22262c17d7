import CChecksum
import NIOCore

/// What a broker changes in a batch that it appends: offsets and leader epoch, which the checksum leaves
/// out, and for topics of LogAppendTime the timestamp type and maximum, which it covers.
package struct RecordBatchRewrite: Hashable, Sendable {
    package var baseOffset: Int64
    package var partitionLeaderEpoch: Int32
    /// nil leaves the producer's timestamps.
    package var appendTime: Int64?

    package init(baseOffset: Int64, partitionLeaderEpoch: Int32, appendTime: Int64? = nil) {
        self.baseOffset = baseOffset
        self.partitionLeaderEpoch = partitionLeaderEpoch
        self.appendTime = appendTime
    }

    /// The header as it must now be. `batch` is the whole batch as it was, of which only the records are read.
    package func header(for header: RecordBatchHeader, of batch: ByteBuffer) -> RecordBatchHeader {
        var header = header
        header.baseOffset = baseOffset
        header.partitionLeaderEpoch = partitionLeaderEpoch
        if let appendTime {
            header.attributes.timestampType = .logAppendTime
            header.maxTimestamp = appendTime
        }
        if appendTime != nil || header.maxTimestamp != batch.getInteger(at: batch.readerIndex + 35) {
            header.crc = checksum(of: header, recordsOf: batch)
        }
        return header
    }

    /// Rewrites the batch at `index` where it lies.
    package func apply(to buffer: inout ByteBuffer, at index: Int) throws(RecordBatchError) {
        let before = try RecordBatchHeader(at: index, in: buffer)
        guard let batch = buffer.getSlice(at: index, length: before.sizeInBytes) else {
            throw .truncated(available: buffer.writerIndex - index, needed: before.sizeInBytes)
        }
        let after = header(for: before, of: batch)
        buffer.setInteger(after.baseOffset, at: index)
        buffer.setInteger(after.partitionLeaderEpoch, at: index + 12)
        if appendTime != nil {
            buffer.setInteger(after.crc, at: index + 17)
            buffer.setInteger(after.attributes.rawValue, at: index + 21)
            buffer.setInteger(after.maxTimestamp, at: index + 35)
        }
    }

    private func checksum(of header: RecordBatchHeader, recordsOf batch: ByteBuffer) -> UInt32 {
        var head = ByteBuffer()
        header.write(into: &head)
        let start = RecordBatchHeader.checksumStart
        let covered = head.withUnsafeReadableBytes { bytes in
            heddle_crc32c(bytes.baseAddress.map { $0 + start }, bytes.count - start)
        }
        return batch.withUnsafeReadableBytes { bytes in
            heddle_crc32c_extend(
                covered, bytes.baseAddress.map { $0 + RecordBatchHeader.size }, bytes.count - RecordBatchHeader.size
            )
        }
    }
}
