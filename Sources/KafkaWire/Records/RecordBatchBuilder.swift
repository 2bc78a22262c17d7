import CChecksum
import NIOCore

/// Builds one batch of uncompressed records.
///
///     var builder = RecordBatchBuilder()
///     builder.append(key: key, value: value, timestamp: now.millisecondsSinceEpoch)
///     let batch = builder.finish()
package struct RecordBatchBuilder: Sendable {
    /// Whose records they are, for idempotence and transactions (KIP-98).
    package struct Producer: Hashable, Sendable {
        package var id: Int64
        package var epoch: Int16
        package var baseSequence: Int32

        package init(id: Int64, epoch: Int16, baseSequence: Int32) {
            self.id = id
            self.epoch = epoch
            self.baseSequence = baseSequence
        }
    }

    private var header: RecordBatchHeader
    private var buffer: ByteBuffer

    package init(
        baseOffset: Int64 = 0,
        partitionLeaderEpoch: Int32 = -1,
        producer: Producer? = nil,
        isTransactional: Bool = false,
        isControl: Bool = false
    ) {
        precondition(baseOffset >= 0, "offsets begin at 0")
        var attributes = RecordBatchAttributes(rawValue: 0)
        attributes.isTransactional = isTransactional
        attributes.isControl = isControl
        header = RecordBatchHeader(
            baseOffset: baseOffset, batchLength: 0, partitionLeaderEpoch: partitionLeaderEpoch, crc: 0,
            attributes: attributes, lastOffsetDelta: -1, baseTimestamp: -1, maxTimestamp: -1,
            producerID: producer?.id ?? -1, producerEpoch: producer?.epoch ?? -1,
            baseSequence: producer?.baseSequence ?? -1, recordCount: 0
        )
        buffer = ByteBuffer()
        header.write(into: &buffer)
    }

    package var recordCount: Int { Int(header.recordCount) }
    package var isEmpty: Bool { header.recordCount == 0 }
    /// What `finish` would return now.
    package var sizeInBytes: Int { buffer.readableBytes }

    /// Adds a record. `timestamp` is in milliseconds since the epoch.
    package mutating func append(
        key: ByteBuffer?, value: ByteBuffer?, headers: [RecordHeader] = [], timestamp: Int64
    ) {
        if header.recordCount == 0 {
            header.baseTimestamp = timestamp
            header.maxTimestamp = timestamp
        }
        header.lastOffsetDelta += 1
        header.recordCount += 1
        header.maxTimestamp = max(header.maxTimestamp, timestamp)

        let timestampDelta = timestamp &- header.baseTimestamp
        var length = 1 + varintSize(timestampDelta) + varintSize(Int64(header.lastOffsetDelta))
        length += fieldSize(key?.readableBytes) + fieldSize(value?.readableBytes) + varintSize(Int64(headers.count))
        for header in headers {
            length += fieldSize(header.name.utf8.count) + fieldSize(header.value?.readableBytes)
        }
        buffer.reserveCapacity(minimumWritableBytes: length + 5)
        buffer.writeZigZag(Int64(length))
        buffer.writeInteger(0 as Int8)
        buffer.writeZigZag(timestampDelta)
        buffer.writeZigZag(Int64(header.lastOffsetDelta))
        buffer.writeField(key)
        buffer.writeField(value)
        buffer.writeZigZag(Int64(headers.count))
        for header in headers {
            buffer.writeZigZag(Int64(header.name.utf8.count))
            buffer.writeString(header.name)
            buffer.writeField(header.value)
        }
    }

    /// The batch as bytes. There must be a record in it.
    package consuming func finish() -> ByteBuffer {
        precondition(!isEmpty, "a batch holds a record at least")
        var header = header
        header.seal(&buffer)
        return buffer
    }
}

extension RecordBatchHeader {
    /// A batch of this header and of records as they are to be stored, which are compressed where the header says so. Length
    /// and checksum are those of the result, whatever they were.
    package func batch(of records: ByteBuffer) -> ByteBuffer {
        var header = self
        var buffer = ByteBuffer()
        buffer.reserveCapacity(RecordBatchHeader.size + records.readableBytes)
        buffer.writeRepeatingByte(0, count: RecordBatchHeader.size)
        buffer.writeImmutableBuffer(records)
        header.seal(&buffer)
        return buffer
    }

    /// Writes the header, its length and checksum set right, to the room that a batch has at its beginning.
    fileprivate mutating func seal(_ buffer: inout ByteBuffer) {
        batchLength = Int32(buffer.readableBytes - RecordBatchHeader.sizeBeforeLength)
        var head = ByteBuffer()
        write(into: &head)
        buffer.setBuffer(head, at: 0)
        crc = buffer.withUnsafeReadableBytes { bytes in
            heddle_crc32c(
                bytes.baseAddress.map { $0 + RecordBatchHeader.checksumStart },
                bytes.count - RecordBatchHeader.checksumStart
            )
        }
        buffer.setInteger(crc, at: 17)
    }
}

private func fieldSize(_ count: Int?) -> Int {
    varintSize(Int64(count ?? -1)) + (count ?? 0)
}

private func varintSize(_ value: Int64) -> Int {
    let raw = UInt64(bitPattern: (value << 1) ^ (value >> 63))
    return max(1, (64 - raw.leadingZeroBitCount + 6) / 7)
}

extension ByteBuffer {
    fileprivate mutating func writeZigZag(_ value: Int64) {
        var raw = UInt64(bitPattern: (value << 1) ^ (value >> 63))
        while raw >= 0x80 {
            writeInteger(UInt8(truncatingIfNeeded: raw) | 0x80)
            raw >>= 7
        }
        writeInteger(UInt8(raw))
    }

    fileprivate mutating func writeField(_ field: ByteBuffer?) {
        writeZigZag(Int64(field?.readableBytes ?? -1))
        if let field { writeImmutableBuffer(field) }
    }
}
