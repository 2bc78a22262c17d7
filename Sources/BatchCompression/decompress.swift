import KafkaWire
import NIOCore

/// Undoes the compression of a batch's records.
///
///     let records = try decompress(compressed, header.attributes.compression, limit: 128 << 20)
///     var reader = RecordReader(header: header, records: records)
///
/// What is read: gzip, one member; snappy, raw or in the frames of xerial's Java library; an LZ4 frame; a zstd frame. Nothing
/// may come after it. The bytes may be anybody's: the memory taken is about `limit` at most, whatever they say.
///
/// - Parameter limit: the most bytes that may come out.
package func decompress(
    _ bytes: UnsafeRawBufferPointer, _ codec: RecordCompression, limit: Int
) throws(CompressionError) -> ByteBuffer {
    switch codec {
    case .none:
        guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
        return ByteBuffer(bytes: bytes)
    case .gzip: return try inflateGzip(bytes, limit: limit)
    case .snappy: return try uncompressSnappy(bytes, limit: limit)
    case .lz4: return try decompressLZ4(bytes, limit: limit)
    case .zstd: return try decompressZstandard(bytes, limit: limit)
    }
}

package func decompress(
    _ buffer: ByteBuffer, _ codec: RecordCompression, limit: Int
) throws(CompressionError) -> ByteBuffer {
    if codec == .none, buffer.readableBytes <= limit { return buffer.slice() }
    return try buffer.withUnsafeReadableBytes { bytes in
        Result { () throws(CompressionError) in try decompress(bytes, codec, limit: limit) }
    }.get()
}

/// What a stream codec unpacks into: grows as it is filled, up to a limit.
struct BoundedOutput {
    private(set) var buffer = ByteBuffer()
    private let limit: Int

    init(limit: Int, expected: Int) {
        self.limit = limit
        // What the data says of itself is believed no further than it costs little to have believed it.
        buffer.reserveCapacity(max(min(expected, limit, 1 << 20), 256))
    }

    /// Room to write to; `body` answers how many bytes it wrote. One byte more than the limit is lent, so that a stream that
    /// ends exactly there is told from one that goes on.
    mutating func write(_ body: (UnsafeMutableRawBufferPointer) -> Int) throws(CompressionError) {
        let left = limit + 1 - buffer.readableBytes
        let room = min(left, max(buffer.writableBytes, buffer.readableBytes, 64 << 10))
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: room) { space in
            body(UnsafeMutableRawBufferPointer(rebasing: space.prefix(min(space.count, left))))
        }
        guard buffer.readableBytes <= limit else { throw .tooLarge(limit: limit) }
    }
}
