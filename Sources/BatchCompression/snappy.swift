import CSnappy
import KafkaWire
import NIOCore

/// xerial's snappy-java, which Java's clients use, cuts the data into blocks behind a header of its own: eight bytes of magic,
/// two numbers of four bytes for its version and the oldest that can read it, then blocks with their length in front. librdkafka
/// writes one block without any of it. A raw block cannot be taken for a header: its first byte would say that it holds 2
/// bytes or more and the next that they are a copy of what was not there yet.
private let xerialMagic: [UInt8] = [0x82, 0x53, 0x4E, 0x41, 0x50, 0x50, 0x59, 0x00]
private let xerialHeaderSize = 16
/// As snappy-java has it.
private let xerialBlockSize = 32 << 10

func uncompressSnappy(_ bytes: UnsafeRawBufferPointer, limit: Int) throws(CompressionError) -> ByteBuffer {
    var output = ByteBuffer()
    guard bytes.starts(with: xerialMagic) else {
        try uncompress(bytes, into: &output, limit: limit)
        return output
    }
    guard bytes.count >= xerialHeaderSize else { throw .truncated(.snappy) }
    let compatible = Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: 12, as: Int32.self))
    guard compatible <= 1 else { throw .malformed(.snappy, reason: "its frames are of version \(compatible)") }
    var position = xerialHeaderSize
    while position < bytes.count {
        guard bytes.count - position >= 4 else { throw .truncated(.snappy) }
        let length = Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: Int32.self))
        guard length > 0 else { throw .malformed(.snappy, reason: "a frame has the length \(length)") }
        position += 4
        guard Int(length) <= bytes.count - position else { throw .truncated(.snappy) }
        try uncompress(UnsafeRawBufferPointer(rebasing: bytes[position..<position + Int(length)]), into: &output, limit: limit)
        position += Int(length)
    }
    return output
}

private func uncompress(
    _ block: UnsafeRawBufferPointer, into output: inout ByteBuffer, limit: Int
) throws(CompressionError) {
    let source = block.bindMemory(to: CChar.self).baseAddress
    var length = 0
    guard snappy_uncompressed_length(source, block.count, &length) == SNAPPY_OK else {
        throw .malformed(.snappy, reason: "a block does not tell its length")
    }
    guard length <= limit - output.readableBytes else { throw .tooLarge(limit: limit) }
    // A copy of 64 bytes takes two at least: no block gives more, and none gets memory for more.
    guard length / 32 <= block.count else { throw .malformed(.snappy, reason: "a block says that it is longer than it can be") }
    var status = SNAPPY_OK
    output.writeWithUnsafeMutableBytes(minimumWritableBytes: max(length, 1)) { space in
        var written = length
        status = snappy_uncompress(source, block.count, space.bindMemory(to: CChar.self).baseAddress, &written)
        return status == SNAPPY_OK ? written : 0
    }
    guard status == SNAPPY_OK else { throw .malformed(.snappy, reason: "a block is damaged") }
}

/// - Parameter isFramed: for xerial's frames, which all clients read, kcat's and librdkafka's too.
func compressSnappy(_ bytes: UnsafeRawBufferPointer, isFramed: Bool) throws(CompressionError) -> ByteBuffer {
    var output = ByteBuffer()
    guard isFramed else {
        try compress(bytes, into: &output)
        return output
    }
    output.writeBytes(xerialMagic)
    output.writeInteger(1 as Int32)
    output.writeInteger(1 as Int32)
    for start in stride(from: 0, to: bytes.count, by: xerialBlockSize) {
        let block = UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + xerialBlockSize, bytes.count)])
        let lengthIndex = output.writerIndex
        output.writeInteger(0 as Int32)
        try compress(block, into: &output)
        output.setInteger(Int32(output.writerIndex - lengthIndex - 4), at: lengthIndex)
    }
    return output
}

private func compress(_ bytes: UnsafeRawBufferPointer, into output: inout ByteBuffer) throws(CompressionError) {
    var status = SNAPPY_OK
    let most = snappy_max_compressed_length(bytes.count)
    output.writeWithUnsafeMutableBytes(minimumWritableBytes: most) { space in
        var written = space.count
        status = snappy_compress(
            bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, space.bindMemory(to: CChar.self).baseAddress, &written)
        return status == SNAPPY_OK ? written : 0
    }
    guard status == SNAPPY_OK else { throw .unavailable(.snappy, reason: "snappy's status \(status.rawValue)") }
}
