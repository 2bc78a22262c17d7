/// Avro 1.12, "Primitive Types", read back: strictly, because a number that is longer than its type is not what was written.
extension ByteReader {
    @inlinable
    @_lifetime(self: copy self)
    public mutating func readAvroBoolean() throws(CodecError) -> Bool {
        let byte = try readByte()
        guard byte < 2 else { throw malformed("a boolean, which is 0 or 1", since: offset - 1) }
        return byte == 1
    }

    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func readAvroInt() throws(CodecError) -> Int32 {
        let start = next
        let value = try readAvroLong()
        guard let short = Int32(exactly: value), next - start <= 5 else {
            throw malformed("an int, which takes at most 5 bytes and 32 bits", since: start - self.start)
        }
        return short
    }

    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func readAvroLong() throws(CodecError) -> Int64 {
        guard next < end else { throw endOfInput() }
        let first = next.load(as: UInt8.self)
        guard first < 0x80 else { return try readLongVarint() }
        next += 1
        return Int64(first &>> 1) ^ (0 &- Int64(first & 1))
    }

    /// Of two bytes and more.
    @inline(never) @usableFromInline
    @_lifetime(self: copy self)
    mutating func readLongVarint() throws(CodecError) -> Int64 {
        var place = next
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while place < end {
            let byte = place.load(as: UInt8.self)
            place += 1
            // The tenth byte has room for one bit.
            if shift == 63, byte > 1 { throw malformed("a long, which takes at most 10 bytes and 64 bits", since: offset) }
            value |= UInt64(byte & 0x7F) &<< shift
            if byte < 0x80 {
                next = place
                return Int64(bitPattern: value &>> 1) ^ (0 &- Int64(bitPattern: value & 1))
            }
            shift &+= 7
        }
        next = end
        throw endOfInput()
    }

    @inlinable
    @_lifetime(self: copy self)
    public mutating func readAvroFloat() throws(CodecError) -> Float {
        guard remaining >= 4 else { throw endOfInput() }
        defer { next += 4 }
        return Float(bitPattern: UInt32(littleEndian: next.loadUnaligned(as: UInt32.self)))
    }

    @inlinable
    @_lifetime(self: copy self)
    public mutating func readAvroDouble() throws(CodecError) -> Double {
        guard remaining >= 8 else { throw endOfInput() }
        defer { next += 8 }
        return Double(bitPattern: UInt64(littleEndian: next.loadUnaligned(as: UInt64.self)))
    }

    /// The length before bytes and strings: not more than there are.
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func readAvroLength() throws(CodecError) -> Int {
        let length = try readAvroLong()
        guard length >= 0, length <= Int64(remaining) else { throw wrongLength(length) }
        return Int(truncatingIfNeeded: length)
    }

    @inline(never)
    @_lifetime(self: copy self)
    public mutating func readAvroBytes() throws(CodecError) -> [UInt8] {
        try readAvroFixed(size: try readAvroLength())
    }

    @inline(never)
    @_lifetime(self: copy self)
    public mutating func readAvroFixed(size: Int) throws(CodecError) -> [UInt8] {
        guard size <= remaining else { throw endOfInput() }
        defer { next += size }
        return [UInt8](UnsafeRawBufferPointer(start: next, count: size))
    }

    /// Which symbol of an enum, or branch of a union, of so many.
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func readAvroIndex(below count: Int) throws(CodecError) -> Int {
        let start = offset
        let index = try readAvroLong()
        guard UInt64(bitPattern: index) < UInt64(truncatingIfNeeded: count) else { throw wrongIndex(below: count, since: start) }
        return Int(truncatingIfNeeded: index)
    }

    @inline(never) @usableFromInline
    func wrongIndex(below count: Int, since start: Int) -> CodecError { malformed("an index from 0 to \(count - 1)", since: start) }

    @inline(never) @usableFromInline
    func wrongLength(_ length: Int64) -> CodecError {
        length < 0
            ? CodecError(.malformed(expected: "a length, which is not negative"), at: offset)
            : CodecError(.endOfInput, at: offset + remaining)
    }

    @inline(never) @usableFromInline
    func malformed(_ expected: String, since start: Int) -> CodecError { CodecError(.malformed(expected: expected), at: start) }
}
