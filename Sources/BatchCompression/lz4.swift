import CLZ4
import KafkaWire
import NIOCore

/// LZ4 frames (LZ4_Frame_format.md, v1.6.2), which are what batches of format 2 hold.
func decompressLZ4(_ bytes: UnsafeRawBufferPointer, limit: Int) throws(CompressionError) -> ByteBuffer {
    var context: OpaquePointer?
    let made = LZ4F_createDecompressionContext(&context, UInt32(LZ4F_VERSION))
    guard LZ4F_isError(made) == 0, let context else { throw .unavailable(.lz4, reason: lz4Message(made)) }
    defer { LZ4F_freeDecompressionContext(context) }
    // Skippable frames hold no records, and not all clients skip them.
    let skippable: ClosedRange<UInt32> = 0x184D_2A50...0x184D_2A5F
    if bytes.count >= 4, skippable.contains(UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self))) {
        throw .malformed(.lz4, reason: "it begins with a frame to be skipped")
    }
    var output = BoundedOutput(limit: limit, expected: bytes.count * 4)
    var position = 0
    while true {
        var result = 0
        var consumed = 0
        var written = 0
        try output.write { space in
            var room = space.count
            consumed = bytes.count - position
            result = LZ4F_decompress(
                context, space.baseAddress, &room, bytes.baseAddress.map { $0 + position }, &consumed, nil)
            written = LZ4F_isError(result) == 0 ? room : 0
            return written
        }
        guard LZ4F_isError(result) == 0 else { throw .malformed(.lz4, reason: lz4Message(result)) }
        position += consumed
        if result == 0 {
            guard position == bytes.count else { throw .bytesAfterEnd(.lz4, count: bytes.count - position) }
            return output.buffer
        }
        if consumed == 0, written == 0 {
            guard position < bytes.count else { throw .truncated(.lz4) }
            throw .malformed(.lz4, reason: "it makes no progress")
        }
    }
}

func compressLZ4(_ bytes: UnsafeRawBufferPointer, level: Int?) throws(CompressionError) -> ByteBuffer {
    var preferences = LZ4F_preferences_t()
    preferences.compressionLevel = CInt(clamping: level ?? 0)
    // As Java's clients write it: blocks of 64 kB that do not build on each other.
    preferences.frameInfo.blockSizeID = LZ4F_max64KB
    preferences.frameInfo.blockMode = LZ4F_blockIndependent
    var output = ByteBuffer()
    var result = 0
    let most = LZ4F_compressFrameBound(bytes.count, &preferences)
    output.writeWithUnsafeMutableBytes(minimumWritableBytes: most) { space in
        result = LZ4F_compressFrame(space.baseAddress, space.count, bytes.baseAddress, bytes.count, &preferences)
        return LZ4F_isError(result) == 0 ? result : 0
    }
    guard LZ4F_isError(result) == 0 else { throw .unavailable(.lz4, reason: lz4Message(result)) }
    return output
}

private func lz4Message(_ code: Int) -> String {
    LZ4F_getErrorName(code).map { String(cString: $0) } ?? "error \(code)"
}
