extension ByteReader {
    /// A string where it lies, not yet known to be UTF-8.
    @inlinable @inline(__always)
    @_lifetime(copy self)
    @_lifetime(self: copy self)
    public mutating func readAvroText() throws(CodecError) -> TextView { TextView(try readAvroSpan()) }

    /// Bytes where they lie.
    @inlinable @inline(__always)
    @_lifetime(copy self)
    @_lifetime(self: copy self)
    public mutating func readAvroSpan() throws(CodecError) -> RawSpan {
        if next < end {
            let first = next.load(as: UInt8.self)
            if first & 0x81 == 0, Int(first) &>> 1 < end - next {
                let length = Int(first) &>> 1
                let start = next + 1
                next = start + length
                return _overrideLifetime(RawSpan(_unsafeStart: start, byteCount: length), copying: self)
            }
        }
        return try readBytes(try readAvroLength())
    }

    /// What was read since `offset` was that number.
    @inlinable @inline(__always)
    @_lifetime(copy self)
    public func bytes(since offset: Int) -> RawSpan {
        precondition(offset >= 0 && offset <= self.offset, "a part of what was read begins before its end")
        return _overrideLifetime(RawSpan(_unsafeStart: start + offset, byteCount: self.offset - offset), copying: self)
    }
}

/// A view's bytes were walked when it was made, and cannot change while it lives.
@inline(never)
public func failedAfterWalk(_ error: CodecError) -> Never { preconditionFailure("bytes that were read once read differently: \(error)") }
