/// A member's name as it stands in the input, escapes resolved.
public struct JSONKey: ~Escapable {
    @usableFromInline let start: UnsafeRawPointer
    public let count: Int

    @usableFromInline
    @_lifetime(borrow bytes)
    init(_ bytes: borrowing UnsafeRawBufferPointer) {
        start = bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 8)!
        count = bytes.count
    }

    /// Whether it is this name, of which the length is known to be the same.
    @inlinable @inline(__always)
    public func matches(_ name: StaticString) -> Bool {
        let other = UnsafeRawPointer(name.utf8Start)
        return sameBytes(start, other, count)
    }
}

/// Compares eight bytes at a time; with a count that the compiler knows it comes down to loads and comparisons with constants.
@inlinable @inline(__always)
func sameBytes(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int) -> Bool {
    var index = 0
    while index &+ 8 <= count {
        if left.loadUnaligned(fromByteOffset: index, as: UInt64.self) != right.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
        index &+= 8
    }
    if index &+ 4 <= count {
        if left.loadUnaligned(fromByteOffset: index, as: UInt32.self) != right.loadUnaligned(fromByteOffset: index, as: UInt32.self) { return false }
        index &+= 4
    }
    if index &+ 2 <= count {
        if left.loadUnaligned(fromByteOffset: index, as: UInt16.self) != right.loadUnaligned(fromByteOffset: index, as: UInt16.self) { return false }
        index &+= 2
    }
    return index == count || left.load(fromByteOffset: index, as: UInt8.self) == right.load(fromByteOffset: index, as: UInt8.self)
}

extension ByteReader {
    /// Whether the member that a schema lets one expect comes next, which is then read up to its value.
    ///
    /// - Parameter text: the name in quotes, with the colon: `"\"id\":"`. Names that JSON escapes are not predicted.
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func takeJSONKey(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard remaining >= count, sameBytes(next, UnsafeRawPointer(text.utf8Start), count) else { return false }
        next += count
        return true
    }

    /// Reads a member's name and its colon.
    ///
    /// - Parameter find: which member it is; -1 for one that the schema does not name.
    /// - Returns: what `find` returns.
    @inline(never)
    @_lifetime(self: copy self)
    public mutating func readJSONKey(_ find: (borrowing JSONKey) -> Int) throws(CodecError) -> Int {
        let start = next
        var found = -1
        if let plain = try readPlainJSONText() {
            found = find(JSONKey(plain))
        } else {
            var text: [UInt8] = []
            try readJSONTextBytes(into: &text)
            found = text.withUnsafeBytes { find(JSONKey($0)) }
        }
        if found < 0 {
            next = start
            try skipJSONString()
        }
        try readJSONColon()
        return found
    }

    /// The same, with the name of a member that the schema does not name.
    @_lifetime(self: copy self)
    public mutating func readJSONKey(keeping name: inout String, _ find: (borrowing JSONKey) -> Int) throws(CodecError) -> Int {
        let start = next
        let found = try readJSONKey(find)
        if found < 0 {
            let after = next
            next = start
            name = try readJSONString()
            next = after
        }
        return found
    }

    /// A member's name, and its colon.
    @inlinable
    @_lifetime(self: copy self)
    public mutating func readJSONKey() throws(CodecError) -> String {
        let name = try readJSONString()
        try readJSONColon()
        return name
    }

    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    mutating func readJSONColon() throws(CodecError) {
        guard peekJSON() == UInt8(ascii: ":") else { throw jsonFailure("':'") }
        next += 1
    }
}

extension ByteReader {
    /// Reads one of the texts that a schema lists.
    ///
    /// - Parameter find: which it is; -1 for another one.
    /// - Returns: what `find` returns. After -1 the text is yet to be read.
    @inline(never)
    @_lifetime(self: copy self)
    public mutating func readJSONSymbol(_ find: (borrowing JSONKey) -> Int) throws(CodecError) -> Int {
        let start = next
        var found = -1
        if let plain = try readPlainJSONText() {
            found = find(JSONKey(plain))
        } else {
            var text: [UInt8] = []
            try readJSONTextBytes(into: &text)
            found = text.withUnsafeBytes { find(JSONKey($0)) }
        }
        if found < 0 { next = start }
        return found
    }
}
