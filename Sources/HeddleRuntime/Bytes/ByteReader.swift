/// Bytes that a decoder takes values from, one after the other; it cannot outlive them.
///
///     var reader = ByteReader(bytes.span.bytes)
///     let order = try OrderCreated(from: &reader)
///     try reader.expectEnd()
///
/// Nothing is read beyond the end, no length is believed before the input could hold it, and nesting is bounded: hostile bytes end in
/// a `CodecError`.
public struct ByteReader: ~Escapable {
    /// Of values within values; deeper ones are refused.
    public static let maximumDepth = 128

    @usableFromInline let start: UnsafeRawPointer
    /// Of the value that is being read: formats whose parts tell their length move it and put it back.
    @usableFromInline var end: UnsafeRawPointer
    @usableFromInline var next: UnsafeRawPointer
    /// How many values the one that is being read lies in; generated code counts where a contract is recursive.
    public var depth = 0
    /// Protobuf: the tag that ends the group which is being read; 0 where there is none.
    @usableFromInline var openGroup: UInt32 = 0
    /// JSON: how many members have been skipped that no schema named; choices between schemas go by it.
    public var unknownMembers = 0

    @_lifetime(copy bytes)
    @inlinable
    public init(_ bytes: RawSpan) {
        let (start, count) = bytes.withUnsafeBytes { buffer in
            (buffer.baseAddress ?? UnsafeRawPointer(bitPattern: 8)!, buffer.count)
        }
        self.start = start
        next = start
        end = start + count
    }

    /// From the start of the bytes.
    @inlinable public var offset: Int { next - start }
    @inlinable public var remaining: Int { end - next }
    @inlinable public var isAtEnd: Bool { next == end }

    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func readByte() throws(CodecError) -> UInt8 {
        guard next < end else { throw endOfInput() }
        defer { next += 1 }
        return next.load(as: UInt8.self)
    }

    /// A part of the input, without a copy.
    @inlinable
    @_lifetime(copy self)
    public mutating func readBytes(_ count: Int) throws(CodecError) -> RawSpan {
        guard count >= 0, count <= remaining else { throw endOfInput() }
        defer { next += count }
        return unsafe _overrideLifetime(RawSpan(_unsafeStart: next, byteCount: count), copying: self)
    }

    public func expectEnd() throws(CodecError) {
        guard isAtEnd else { throw CodecError(.trailingBytes(remaining), at: offset) }
    }

    @inline(never) @usableFromInline
    func endOfInput() -> CodecError { CodecError(.endOfInput, at: offset) }

    @inline(never)
    public func failure(_ reason: CodecError.Reason) -> CodecError { CodecError(reason, at: offset) }
}
