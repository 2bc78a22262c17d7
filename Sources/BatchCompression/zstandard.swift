import CZstd
import KafkaWire
import NIOCore

/// A Zstandard frame (RFC 8878), with its content's size in its header or, as streams have it, without.
func decompressZstandard(_ bytes: UnsafeRawBufferPointer, limit: Int) throws(CompressionError) -> ByteBuffer {
    guard let context = ZSTD_createDCtx() else { throw .unavailable(.zstd, reason: "no memory") }
    defer { ZSTD_freeDCtx(context) }
    // A frame may ask for a window as large as it likes, and streams ask for the same whatever comes in them: 8 MiB are what
    // the RFC wants all to have, beyond that no more than may come out.
    let windowLog = Int.bitWidth - max(limit - 1, 1).leadingZeroBitCount
    ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, CInt(min(max(windowLog, 23), 27)))
    // Skippable frames hold no records, and not all clients skip them.
    let skippable: ClosedRange<UInt32> = 0x184D_2A50...0x184D_2A5F
    if bytes.count >= 4, skippable.contains(UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self))) {
        throw .malformed(.zstd, reason: "it begins with a frame to be skipped")
    }
    let said = ZSTD_getFrameContentSize(bytes.baseAddress, bytes.count)
    // The two largest numbers stand for "not said" and "no frame".
    let isSaid = said < UInt64.max - 1
    if isSaid, said > UInt64(max(limit, 0)) { throw .tooLarge(limit: limit) }
    var output = BoundedOutput(limit: limit, expected: isSaid ? Int(said) + 1 : bytes.count * 4)
    var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
    while true {
        var result = 0
        var written = 0
        let before = input.pos
        try output.write { space in
            var out = ZSTD_outBuffer(dst: space.baseAddress, size: space.count, pos: 0)
            result = ZSTD_decompressStream(context, &out, &input)
            written = ZSTD_isError(result) == 0 ? out.pos : 0
            return written
        }
        if ZSTD_isError(result) != 0 {
            if ZSTD_getErrorCode(result) == ZSTD_error_frameParameter_windowTooLarge { throw .tooLarge(limit: limit) }
            throw .malformed(.zstd, reason: String(cString: ZSTD_getErrorName(result)))
        }
        if result == 0 {
            guard input.pos == bytes.count else { throw .bytesAfterEnd(.zstd, count: bytes.count - input.pos) }
            return output.buffer
        }
        if input.pos == before, written == 0 { throw .truncated(.zstd) }
    }
}

func compressZstandard(_ bytes: UnsafeRawBufferPointer, level: Int?) throws(CompressionError) -> ByteBuffer {
    var output = ByteBuffer()
    var result = 0
    output.writeWithUnsafeMutableBytes(minimumWritableBytes: ZSTD_compressBound(bytes.count)) { space in
        result = ZSTD_compress(
            space.baseAddress, space.count, bytes.baseAddress, bytes.count, CInt(clamping: level ?? Int(ZSTD_CLEVEL_DEFAULT)))
        return ZSTD_isError(result) == 0 ? result : 0
    }
    guard ZSTD_isError(result) == 0 else {
        throw .unavailable(.zstd, reason: String(cString: ZSTD_getErrorName(result)))
    }
    return output
}
