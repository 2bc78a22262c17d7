/// Passing over values, so that what stands behind them can be read: everything is checked but the UTF-8 of texts.
extension ByteReader {
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func skipAvroInt() throws(CodecError) { _ = try readAvroInt() }

    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func skipAvroLong() throws(CodecError) { _ = try readAvroLong() }

    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func skipAvroBoolean() throws(CodecError) { _ = try readAvroBoolean() }

    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func skipAvroFixed(size: Int) throws(CodecError) {
        guard size <= remaining else { throw endOfInput() }
        next += size
    }

    /// Bytes or a string.
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func skipAvroBytes() throws(CodecError) {
        // Most lengths are one byte, even, and below what is left.
        if next < end {
            let first = next.load(as: UInt8.self)
            if first & 0x81 == 0, Int(first) &>> 1 < end - next {
                next += 1 + Int(first) &>> 1
                return
            }
        }
        try skipLongBytes()
    }

    @inline(never) @usableFromInline
    @_lifetime(self: copy self)
    mutating func skipLongBytes() throws(CodecError) { next += try readAvroLength() }

    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func skipAvroArray(
        minimum: Int, _ skipElement: (inout ByteReader) throws(CodecError) -> Void
    ) throws(CodecError) {
        var seen = 0
        do throws(CodecError) {
            var count = try readAvroBlock(minimum: minimum)
            while count > 0 {
                for _ in 0..<count {
                    try skipElement(&self)
                    seen &+= 1
                }
                count = try readAvroBlock(minimum: minimum, seen: seen)
            }
        } catch {
            throw error.within(.index(seen))
        }
    }

    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func skipAvroMap(_ skipValue: (inout ByteReader) throws(CodecError) -> Void) throws(CodecError) {
        do throws(CodecError) {
            var count = try readAvroBlock(minimum: 1)
            while count > 0 {
                for _ in 0..<count {
                    try skipAvroBytes()
                    try skipValue(&self)
                }
                count = try readAvroBlock(minimum: 1)
            }
        } catch {
            throw error.within(.entry)
        }
    }

    /// An array's or map's blocks, passed over at once where the writer told their sizes: their elements are not looked at.
    @inlinable
    @_lifetime(self: copy self)
    public mutating func jumpAvroBlocks(
        minimum: Int, _ skipElement: (inout ByteReader) throws(CodecError) -> Void
    ) throws(CodecError) {
        var seen = 0
        while true {
            guard next < end else { throw endOfInput() }
            let isSized = next.load(as: UInt8.self) & 1 == 1
            if isSized {
                _ = try readAvroLong()
                try skipAvroFixed(size: try readAvroLength())
            } else {
                let count = try readAvroBlock(minimum: minimum, seen: seen)
                if count == 0 { return }
                for _ in 0..<count { try skipElement(&self) }
                seen &+= count
            }
        }
    }
}
