import CZlib
import KafkaWire
import NIOCore

/// 15 bits of window, the largest, and 16 for gzip's header and trailer round the deflated data (RFC 1952).
private let gzipWindowBits: CInt = 15 + 16

func inflateGzip(_ bytes: UnsafeRawBufferPointer, limit: Int) throws(CompressionError) -> ByteBuffer {
    var stream = z_stream()
    let size = CInt(MemoryLayout<z_stream>.size)
    let started = inflateInit2_(&stream, gzipWindowBits, ZLIB_VERSION, size)
    guard started == Z_OK else { throw .unavailable(.gzip, reason: "zlib's error \(started)") }
    defer { inflateEnd(&stream) }
    guard bytes.count <= UInt32.max else { throw .tooLarge(limit: limit) }
    stream.next_in = UnsafeMutablePointer(mutating: bytes.bindMemory(to: UInt8.self).baseAddress)
    stream.avail_in = UInt32(bytes.count)
    var output = BoundedOutput(limit: limit, expected: bytes.count * 4)
    while true {
        var code = Z_OK
        var written = 0
        try output.write { space in
            let room = min(space.count, Int(UInt32.max))
            stream.next_out = space.bindMemory(to: UInt8.self).baseAddress
            stream.avail_out = UInt32(room)
            code = inflate(&stream, Z_NO_FLUSH)
            written = room - Int(stream.avail_out)
            return written
        }
        switch code {
        case Z_STREAM_END:
            guard stream.avail_in == 0 else { throw .bytesAfterEnd(.gzip, count: Int(stream.avail_in)) }
            return output.buffer
        case Z_OK, Z_BUF_ERROR:
            if written == 0, stream.avail_in == 0 { throw .truncated(.gzip) }
            if written == 0, code == Z_BUF_ERROR { throw .malformed(.gzip, reason: "it makes no progress") }
        case Z_MEM_ERROR: throw .unavailable(.gzip, reason: "no memory")
        default:
            let reason = stream.msg.map { String(cString: $0) } ?? "zlib's error \(code)"
            throw .malformed(.gzip, reason: reason)
        }
    }
}

func deflateGzip(_ bytes: UnsafeRawBufferPointer, level: Int?) throws(CompressionError) -> ByteBuffer {
    var stream = z_stream()
    let started = deflateInit2_(
        &stream, CInt(clamping: level ?? -1), Z_DEFLATED, gzipWindowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        CInt(MemoryLayout<z_stream>.size))
    guard started == Z_OK else { throw .unavailable(.gzip, reason: "zlib's error \(started)") }
    defer { deflateEnd(&stream) }
    guard bytes.count <= Int32.max else { throw .tooLarge(limit: Int(Int32.max)) }
    stream.next_in = UnsafeMutablePointer(mutating: bytes.bindMemory(to: UInt8.self).baseAddress)
    stream.avail_in = UInt32(bytes.count)
    var buffer = ByteBuffer()
    var code = Z_OK
    buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: Int(deflateBound(&stream, UInt(bytes.count)))) { space in
        stream.next_out = space.bindMemory(to: UInt8.self).baseAddress
        stream.avail_out = UInt32(clamping: space.count)
        code = deflate(&stream, Z_FINISH)
        return Int(clamping: stream.total_out)
    }
    guard code == Z_STREAM_END else { throw .unavailable(.gzip, reason: "zlib's error \(code)") }
    return buffer
}
