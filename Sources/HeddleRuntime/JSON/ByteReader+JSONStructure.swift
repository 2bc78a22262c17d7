/// Reading JSON (RFC 8259) value by value, without a tree: what stands between values.
///
/// The grammar is held strictly: no comments, no trailing commas, no leading zeros, no bytes that are not UTF-8. Nesting is bounded by
/// `ByteReader.maximumDepth`. Of a member that an object gives twice the last one counts.
extension ByteReader {
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func skipJSONWhitespace() {
        if next < end, next.load(as: UInt8.self) <= 0x20 { skipMoreJSONWhitespace() }
    }

    @inline(never) @usableFromInline
    @_lifetime(self: copy self)
    mutating func skipMoreJSONWhitespace() {
        while next < end {
            switch next.load(as: UInt8.self) {
            case 0x20, 0x0A, 0x0D, 0x09: next += 1
            default: return
            }
        }
    }

    /// The byte that the next value begins with; 0 at the end.
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    mutating func peekJSON() -> UInt8 {
        skipJSONWhitespace()
        return next < end ? next.load(as: UInt8.self) : 0
    }

    /// Goes into an object.
    ///
    /// - Returns: whether a member follows; if not, the object is read already.
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func beginJSONObject() throws(CodecError) -> Bool {
        guard peekJSON() == UInt8(ascii: "{") else { throw jsonFailure("an object") }
        return try enterJSON(UInt8(ascii: "}"))
    }

    /// After a member's value: whether another one follows.
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func nextJSONMember() throws(CodecError) -> Bool {
        if next + 1 < end, next.load(as: UInt8.self) == UInt8(ascii: ","), next.load(fromByteOffset: 1, as: UInt8.self) == UInt8(ascii: "\"") {
            next += 1
            return true
        }
        return try leaveJSON(UInt8(ascii: "}"))
    }

    /// Goes into an array.
    ///
    /// - Returns: whether an element follows; if not, the array is read already.
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func beginJSONArray() throws(CodecError) -> Bool {
        guard peekJSON() == UInt8(ascii: "[") else { throw jsonFailure("an array") }
        return try enterJSON(UInt8(ascii: "]"))
    }

    /// After an element: whether another one follows.
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func nextJSONElement() throws(CodecError) -> Bool {
        if next < end, next.load(as: UInt8.self) == UInt8(ascii: ",") {
            next += 1
            return true
        }
        return try leaveJSON(UInt8(ascii: "]"))
    }

    /// Past the bracket that opens; false, and past the one that closes, where nothing stands between them.
    @inline(never) @usableFromInline
    @_lifetime(self: copy self)
    mutating func enterJSON(_ closing: UInt8) throws(CodecError) -> Bool {
        next += 1
        let first = peekJSON()
        if first == closing {
            next += 1
            return false
        }
        if closing == UInt8(ascii: "}"), first != UInt8(ascii: "\"") { throw jsonFailure("a member's name or '}'") }
        guard depth < Self.maximumDepth else { throw failure(.tooLarge("nested deeper than \(Self.maximumDepth) levels")) }
        depth += 1
        return true
    }

    @inline(never) @usableFromInline
    @_lifetime(self: copy self)
    mutating func leaveJSON(_ closing: UInt8) throws(CodecError) -> Bool {
        let byte = peekJSON()
        if byte == closing {
            next += 1
            depth -= 1
            return false
        }
        guard byte == UInt8(ascii: ",") else { throw jsonFailure(closing == UInt8(ascii: "}") ? "',' or '}'" : "',' or ']'") }
        next += 1
        if closing == UInt8(ascii: "}"), peekJSON() != UInt8(ascii: "\"") { throw jsonFailure("a member's name") }
        return true
    }

    /// Whether `null` stands there, which is then read.
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func readJSONNull() throws(CodecError) -> Bool {
        guard peekJSON() == UInt8(ascii: "n") else { return false }
        try readJSONWord("null")
        return true
    }

    @_lifetime(self: copy self)
    public mutating func readJSONBool() throws(CodecError) -> Bool {
        switch peekJSON() {
        case UInt8(ascii: "t"):
            try readJSONWord("true")
            return true
        case UInt8(ascii: "f"):
            try readJSONWord("false")
            return false
        default: throw jsonFailure("true or false")
        }
    }

    @inline(never) @usableFromInline
    @_lifetime(self: copy self)
    mutating func readJSONWord(_ word: StaticString) throws(CodecError) {
        guard remaining >= word.utf8CodeUnitCount else { throw endOfInput() }
        for index in 0..<word.utf8CodeUnitCount where next.load(fromByteOffset: index, as: UInt8.self) != word.utf8Start[index] {
            throw jsonFailure(word.description)
        }
        next += word.utf8CodeUnitCount
    }

    /// What stands here is not what is expected; at the end of the input that is said instead.
    @inline(never) @usableFromInline
    func jsonFailure(_ expected: String) -> CodecError { next == end ? endOfInput() : failure(.malformed(expected: expected)) }
}
