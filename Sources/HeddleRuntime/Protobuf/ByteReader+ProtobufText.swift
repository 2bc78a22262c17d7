extension ByteReader {
    /// A string with its length.
    ///
    /// - Throws: `invalidText` where it is not UTF-8.
    @inline(never)
    public mutating func readProtobufString() throws(CodecError) -> String {
        let count = try readLength()
        let start = next
        let isASCII = isASCII(start, count)
        guard isASCII || Self.isUTF8(start, count) else { throw failure(.invalidText) }
        next = start + count
        return Self.validText(start, count, isASCII)
    }

    /// A string of a field whose features do not ask for UTF-8 (`utf8_validation = NONE`, proto2): what is not becomes U+FFFD.
    @inline(never)
    public mutating func readProtobufStringRepairing() throws(CodecError) -> String {
        let count = try readLength()
        defer { next += count }
        return String(decoding: UnsafeRawBufferPointer(start: next, count: count), as: UTF8.self)
    }

    @inline(never)
    public mutating func readProtobufBytes() throws(CodecError) -> [UInt8] {
        let count = try readLength()
        defer { next += count }
        return [UInt8](UnsafeRawBufferPointer(start: next, count: count))
    }

    /// Eight at a time; the last ones twice, or with what follows them in the input.
    @inline(__always)
    private func isASCII(_ start: UnsafeRawPointer, _ count: Int) -> Bool {
        let high: UInt64 = 0x8080_8080_8080_8080
        if count >= 8 {
            var place = 0
            while place < count &- 8 {
                if (start + place).loadUnaligned(as: UInt64.self) & high != 0 { return false }
                place &+= 8
            }
            return (start + (count &- 8)).loadUnaligned(as: UInt64.self) & high == 0
        }
        if end - start >= 8 {
            let word = UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
            return word & high & (1 &<< UInt64(truncatingIfNeeded: count &* 8) &- 1) == 0
        }
        var seen: UInt8 = 0
        for place in 0..<count { seen |= start.load(fromByteOffset: place, as: UInt8.self) }
        return seen < 0x80
    }

    @inline(never)
    private static func isUTF8(_ start: UnsafeRawPointer, _ count: Int) -> Bool {
        let bytes = UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count)
        return (try? UTF8Span(validating: bytes.span)) != nil
    }

    /// A copy; what was looked at already is not looked at again.
    @inline(__always)
    private static func validText(_ start: UnsafeRawPointer, _ count: Int, _ isASCII: Bool) -> String {
        let bytes = UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count)
        return String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: isASCII))
    }
}
