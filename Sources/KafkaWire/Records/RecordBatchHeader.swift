import NIOCore

/// The first 61 bytes of a record batch of format 2 (Kafka's message format since 0.11, KIP-98).
///
/// What follows is `recordCount` records, compressed as one if `compression` says so.
package struct RecordBatchHeader: Hashable, Sendable {
    package var baseOffset: Int64
    /// Bytes after the length field: 12 less than the whole batch. See `sizeInBytes`.
    package var batchLength: Int32
    package var partitionLeaderEpoch: Int32
    package var crc: UInt32
    package var attributes: RecordBatchAttributes
    package var lastOffsetDelta: Int32
    /// Milliseconds since the epoch, -1 for none; the records' timestamps are relative to it.
    package var baseTimestamp: Int64
    package var maxTimestamp: Int64
    /// -1 where the producer is neither idempotent nor transactional.
    package var producerID: Int64
    package var producerEpoch: Int16
    package var baseSequence: Int32
    package var recordCount: Int32

    package static let size = 61
    /// Base offset and batch length, which `batchLength` does not count.
    package static let sizeBeforeLength = 12
    package static let magic: Int8 = 2
    /// The checksum covers everything from here to the end, so the fields before it can be rewritten freely.
    package static let checksumStart = 21

    /// The whole batch, header included.
    package var sizeInBytes: Int { RecordBatchHeader.sizeBeforeLength + Int(batchLength) }
    package var lastOffset: Int64 { baseOffset &+ Int64(lastOffsetDelta) }
    package var nextOffset: Int64 { lastOffset &+ 1 }
    package var hasProducerID: Bool { producerID >= 0 }
    /// The sequence number of the last record; sequences run from 0 to Int32.max and begin anew.
    package var lastSequence: Int32 {
        baseSequence < 0 ? baseSequence : (baseSequence &+ lastOffsetDelta) & Int32.max
    }
}

extension RecordBatchHeader {
    /// Reads the header that begins at `index` of the buffer (as `ByteBuffer.getInteger(at:)` counts).
    ///
    /// Only what the header says of itself is checked: that 61 bytes are there, the magic, and that the
    /// length and the offsets are possible. Whether `sizeInBytes` bytes are there is the caller's question.
    package init(at index: Int, in buffer: ByteBuffer) throws(RecordBatchError) {
        let start = index - buffer.readerIndex
        let header = buffer.withUnsafeReadableBytes { bytes -> Result<RecordBatchHeader, RecordBatchError> in
            guard start >= 0, start <= bytes.count else { return .failure(.truncated(available: 0, needed: Self.size)) }
            return Self.read(UnsafeRawBufferPointer(rebasing: bytes[start...]))
        }
        self = try header.get()
    }

    static func read(_ bytes: UnsafeRawBufferPointer) -> Result<RecordBatchHeader, RecordBatchError> {
        // Formats 0 and 1 keep their magic at the same place, which is why it is looked at first.
        if bytes.count > 16, bytes.integer(at: 16, as: Int8.self) != magic {
            return .failure(.unsupportedMagic(bytes.integer(at: 16)))
        }
        guard bytes.count >= size else { return .failure(.truncated(available: bytes.count, needed: size)) }
        let header = RecordBatchHeader(
            baseOffset: bytes.integer(at: 0),
            batchLength: bytes.integer(at: 8),
            partitionLeaderEpoch: bytes.integer(at: 12),
            crc: bytes.integer(at: 17),
            attributes: RecordBatchAttributes(rawValue: bytes.integer(at: 21)),
            lastOffsetDelta: bytes.integer(at: 23),
            baseTimestamp: bytes.integer(at: 27),
            maxTimestamp: bytes.integer(at: 35),
            producerID: bytes.integer(at: 43),
            producerEpoch: bytes.integer(at: 51),
            baseSequence: bytes.integer(at: 53),
            recordCount: bytes.integer(at: 57)
        )
        guard header.batchLength >= Int32(size - sizeBeforeLength) else {
            return .failure(.impossibleLength(header.batchLength))
        }
        guard header.baseOffset >= 0, header.lastOffsetDelta >= 0, header.recordCount >= 0,
            header.baseOffset <= Int64.max - Int64(header.lastOffsetDelta) - 1
        else {
            return .failure(.impossibleOffsets(base: header.baseOffset, lastDelta: header.lastOffsetDelta))
        }
        return .success(header)
    }

    /// The 61 bytes of this header, `crc` as it stands.
    package func write(into buffer: inout ByteBuffer) {
        buffer.reserveCapacity(minimumWritableBytes: RecordBatchHeader.size)
        buffer.writeInteger(baseOffset)
        buffer.writeInteger(batchLength)
        buffer.writeInteger(partitionLeaderEpoch)
        buffer.writeInteger(RecordBatchHeader.magic)
        buffer.writeInteger(crc)
        buffer.writeInteger(attributes.rawValue)
        buffer.writeInteger(lastOffsetDelta)
        buffer.writeInteger(baseTimestamp)
        buffer.writeInteger(maxTimestamp)
        buffer.writeInteger(producerID)
        buffer.writeInteger(producerEpoch)
        buffer.writeInteger(baseSequence)
        buffer.writeInteger(recordCount)
    }
}

extension UnsafeRawBufferPointer {
    /// Big-endian, as everything in the protocol.
    @inline(__always)
    func integer<Integer: FixedWidthInteger & BitwiseCopyable>(
        at offset: Int, as type: Integer.Type = Integer.self
    ) -> Integer {
        Integer(bigEndian: loadUnaligned(fromByteOffset: offset, as: type))
    }
}
