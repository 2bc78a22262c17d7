extension ByteReader {
    /// Owned and checked: what is no UTF-8 is an error.
    @inline(never)
    @_lifetime(self: copy self)
    public mutating func readAvroString() throws(CodecError) -> String {
        let count = try readAvroLength()
        return try readText(count)
    }

    /// The next bytes, of which there are so many, as text.
    @inline(__always) @usableFromInline
    @_lifetime(self: copy self)
    mutating func readText(_ count: Int) throws(CodecError) -> String {
        let bytes = Span<UInt8>(_unsafeStart: next.assumingMemoryBound(to: UInt8.self), count: count)
        guard let text = try? UTF8Span(validating: bytes) else { throw CodecError(.invalidText, at: offset) }
        next += count
        return String(copying: text)
    }
}
