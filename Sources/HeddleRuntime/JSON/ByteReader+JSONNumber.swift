extension ByteReader {
    /// A whole number, however written (`3`, `3.0`, `30e-1`), that 64 bits hold.
    @inline(never)
    @_lifetime(self: copy self)
    public mutating func readJSONInt64() throws(CodecError) -> Int64 {
        let isNegative = peekJSON() == UInt8(ascii: "-")
        let first = isNegative ? next + 1 : next
        var place = first
        var value: UInt64 = 0
        while place < end {
            let digit = place.load(as: UInt8.self) &- UInt8(ascii: "0")
            guard digit <= 9 else { break }
            value = value &* 10 &+ UInt64(digit)
            place += 1
        }
        // Eighteen digits cannot overflow; all that is rare is left to the general way.
        let count = place - first
        let isPlain = place == end || !Self.continuesNumber(place.load(as: UInt8.self))
        guard count > 0, count <= 18, isPlain, count == 1 || first.load(as: UInt8.self) != UInt8(ascii: "0") else {
            return try readWholeJSONNumber()
        }
        next = place
        return isNegative ? 0 &- Int64(truncatingIfNeeded: value) : Int64(truncatingIfNeeded: value)
    }

    @_lifetime(self: copy self)
    public mutating func readJSONUInt64() throws(CodecError) -> UInt64 { try readWholeJSONNumber() }

    /// What 64 bits of the other kinds, or fewer bits, hold.
    @_lifetime(self: copy self)
    public mutating func readJSONInteger<Value: FixedWidthInteger>(_ type: Value.Type) throws(CodecError) -> Value { try readWholeJSONNumber() }

    @inline(__always)
    static func continuesNumber(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") }

    @inline(never)
    @_lifetime(self: copy self)
    mutating func readWholeJSONNumber<Value: FixedWidthInteger>() throws(CodecError) -> Value {
        let start = offset
        let text = try readJSONNumberText()
        guard let value: Value = DecimalText(text).whole() else {
            throw CodecError(.outOfRange("not a whole number from \(Value.min) to \(Value.max)"), at: start)
        }
        return value
    }

    /// The nearest double; a number beyond their range is refused.
    @inline(never)
    @_lifetime(self: copy self)
    public mutating func readJSONDouble() throws(CodecError) -> Double {
        let start = offset
        let text = try readJSONNumberText()
        if let value = DecimalText(text).fastDouble() { return value }
        guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
            throw CodecError(.outOfRange("a number beyond what 64 bits hold"), at: start)
        }
        return value
    }

    /// A number as it is written, checked by the grammar.
    @inline(__always)
    @_lifetime(self: copy self)
    mutating func readJSONNumberText() throws(CodecError) -> UnsafeRawBufferPointer {
        _ = peekJSON()
        let start = next
        if next < end, next.load(as: UInt8.self) == UInt8(ascii: "-") { next += 1 }
        let first = next
        skipDigits()
        if next == first { throw jsonFailure("a number") }
        if next - first > 1, first.load(as: UInt8.self) == UInt8(ascii: "0") {
            next = first + 1
            throw jsonFailure("no digit after a leading zero")
        }
        if next < end, next.load(as: UInt8.self) == UInt8(ascii: ".") {
            next += 1
            try expectDigits()
        }
        if next < end, next.load(as: UInt8.self) | 0x20 == UInt8(ascii: "e") {
            next += 1
            if next < end, next.load(as: UInt8.self) == UInt8(ascii: "-") || next.load(as: UInt8.self) == UInt8(ascii: "+") { next += 1 }
            try expectDigits()
        }
        return UnsafeRawBufferPointer(start: start, count: next - start)
    }

    @inline(__always)
    @_lifetime(self: copy self)
    private mutating func skipDigits() {
        while next < end, next.load(as: UInt8.self) &- UInt8(ascii: "0") <= 9 { next += 1 }
    }

    @inline(__always)
    @_lifetime(self: copy self)
    private mutating func expectDigits() throws(CodecError) {
        let first = next
        skipDigits()
        if next == first { throw jsonFailure("a digit") }
    }
}
