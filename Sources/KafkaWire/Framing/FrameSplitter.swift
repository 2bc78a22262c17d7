import NIOCore

/// Cuts a stream of bytes into frames: each is preceded by its length as an int32.
///
///     splitter.append(received)
///     while let frame = try splitter.next() { … }
///
/// Frames come out alike however the stream was cut into pieces. A claimed length is refused when it is above
/// the limit, and costs no memory before the bytes are there.
package struct FrameSplitter: Sendable {
    package var maxFrameLength: Int
    private var received = ByteBuffer()
    private var failure: FrameError?

    package init(maxFrameLength: Int = 100 * 1024 * 1024) {
        self.maxFrameLength = maxFrameLength
    }

    /// Bytes held that are not part of a whole frame yet, or of one not taken yet.
    package var pendingBytes: Int { received.readableBytes }

    package mutating func append(_ bytes: ByteBuffer) {
        if received.readableBytes == 0 {
            // Nothing is left over, so the common case copies nothing.
            received = bytes
        } else if received.readerIndex == 0 {
            received.writeImmutableBuffer(bytes)
        } else {
            // Frames that were taken may still share the storage: leave it to them, and carry over the rest.
            var joined = ByteBufferAllocator().buffer(capacity: received.readableBytes + bytes.readableBytes)
            joined.writeImmutableBuffer(received)
            joined.writeImmutableBuffer(bytes)
            received = joined
        }
    }

    /// The next whole frame without its length, sharing the storage of what was received; nil when more bytes
    /// are needed. After an error, every call throws it again.
    package mutating func next() throws(FrameError) -> ByteBuffer? {
        if let failure { throw failure }
        do throws(FrameError) {
            return try Self.takeFrame(from: &received, maxFrameLength: maxFrameLength)
        } catch {
            failure = error
            received = ByteBuffer()
            throw error
        }
    }

    /// The same over a buffer that the caller keeps.
    package static func takeFrame(
        from buffer: inout ByteBuffer, maxFrameLength: Int
    ) throws(FrameError) -> ByteBuffer? {
        guard let length = buffer.getInteger(at: buffer.readerIndex, as: Int32.self) else { return nil }
        guard length >= 0 else { throw .negativeLength(length) }
        guard length <= maxFrameLength else { throw .tooLarge(length: Int(length), limit: maxFrameLength) }
        guard buffer.readableBytes >= 4 + Int(length) else { return nil }
        buffer.moveReaderIndex(forwardBy: 4)
        return buffer.readSlice(length: Int(length))
    }
}
