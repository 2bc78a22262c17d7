import KafkaWire
import NIOCore

/// Compresses the records of a batch, as clients read it.
///
/// - Parameter level: the codec's own scale; nil is its default. Snappy has none.
package func compress(
    _ bytes: UnsafeRawBufferPointer, _ codec: RecordCompression, level: Int? = nil
) throws(CompressionError) -> ByteBuffer {
    switch codec {
    case .none: ByteBuffer(bytes: bytes)
    case .gzip: try deflateGzip(bytes, level: level)
    case .snappy: try compressSnappy(bytes, isFramed: true)
    case .lz4: try compressLZ4(bytes, level: level)
    case .zstd: try compressZstandard(bytes, level: level)
    }
}

package func compress(_ buffer: ByteBuffer, _ codec: RecordCompression, level: Int? = nil) throws(CompressionError) -> ByteBuffer {
    if codec == .none { return buffer.slice() }
    return try buffer.withUnsafeReadableBytes { bytes in
        Result { () throws(CompressionError) in try compress(bytes, codec, level: level) }
    }.get()
}
