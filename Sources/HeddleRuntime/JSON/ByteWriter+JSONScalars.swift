extension ByteWriter {
    @inlinable
    public mutating func writeJSONBool(_ value: Bool) { if value { writeRaw("true") } else { writeRaw("false") } }

    @inline(never)
    public mutating func writeJSONInt64(_ value: Int64) {
        if value < 0 { append(UInt8(ascii: "-")) }
        writeJSONUInt64(value.magnitude)
    }

    @inline(never)
    public mutating func writeJSONUInt64(_ value: UInt64) {
        reserve(20)
        if value < 10 {
            base.storeBytes(of: UInt8(truncatingIfNeeded: value) &+ UInt8(ascii: "0"), toByteOffset: written, as: UInt8.self)
            written &+= 1
            return
        }
        let count = Self.digitCount(value)
        var place = written &+ count
        written = place
        var rest = value
        while rest >= 100 {
            let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
            place &-= 2
            storePair(Int(truncatingIfNeeded: pair), at: place)
            rest = quotient
        }
        if rest >= 10 {
            storePair(Int(truncatingIfNeeded: rest), at: place &- 2)
        } else {
            base.storeBytes(of: UInt8(truncatingIfNeeded: rest) &+ UInt8(ascii: "0"), toByteOffset: place &- 1, as: UInt8.self)
        }
    }

    @inline(__always)
    static func digitCount(_ value: UInt64) -> Int {
        var count = 1
        var bound: UInt64 = 10
        while value >= bound {
            count &+= 1
            if count == 20 { break }
            bound = bound &* 10
        }
        return count
    }

    /// 0 to 99 as two digits.
    @inline(__always)
    func storePair(_ pair: Int, at place: Int) {
        let digits: StaticString =
            "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"
        base.storeBytes(
            of: UnsafeRawPointer(digits.utf8Start).loadUnaligned(fromByteOffset: pair &* 2, as: UInt16.self), toByteOffset: place, as: UInt16.self)
    }

    /// The shortest text that reads as the same double.
    ///
    /// - Throws: for infinities and what is no number, which JSON does not have.
    @inline(never)
    public mutating func writeJSONDouble(_ value: Double) throws(CodecError) {
        guard value.isFinite else { throw CodecError(.outOfRange("JSON has no \(value)")) }
        // Whole numbers that a double holds exactly need no search for the shortest text.
        if value.magnitude < 1e15 {
            let whole = Int64(value)
            if Double(whole) == value, whole != 0 || value.sign == .plus {
                writeJSONInt64(whole)
                writeRaw(".0")
                return
            }
        }
        let text = value.description
        let bytes = text.utf8.span
        append(bytes.bytes)
    }
}
