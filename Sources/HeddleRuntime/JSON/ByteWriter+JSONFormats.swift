/// Values written as strings of a format.
extension ByteWriter {
    @inline(never)
    public mutating func writeJSONUniqueIdentifier(_ value: UniqueIdentifier) {
        reserve(38)
        append(UInt8(ascii: "\""))
        value.write(to: base + written)
        written &+= 36
        append(UInt8(ascii: "\""))
    }

    /// - Throws: for a year that RFC 3339 does not have: before 0 or after 9999.
    @inline(never)
    public mutating func writeJSONDateTime(_ value: DateTime) throws(CodecError) {
        guard value.isInRange else { throw CodecError(.outOfRange("not a date and time that RFC 3339 has")) }
        append(UInt8(ascii: "\""))
        writeText(value)
        append(UInt8(ascii: "\""))
    }

    @inline(never)
    public mutating func writeJSONOffsetTime(_ value: OffsetTime) throws(CodecError) {
        guard (0..<86_400).contains(value.seconds), (0..<2_000_000_000).contains(value.nanoseconds), value.offsetMinutes.magnitude < 1_440 else {
            throw CodecError(.outOfRange("not a time that RFC 3339 has"))
        }
        append(UInt8(ascii: "\""))
        writeText(value)
        append(UInt8(ascii: "\""))
    }

    @inline(never)
    public mutating func writeJSONDay(_ value: CalendarDay) throws(CodecError) {
        guard (-719_528...2_932_896).contains(value.rawValue) else { throw CodecError(.outOfRange("not a date that RFC 3339 has")) }
        reserve(12)
        append(UInt8(ascii: "\""))
        writeDay(value)
        append(UInt8(ascii: "\""))
    }

    /// Base64 with its padding.
    @inline(never)
    public mutating func writeJSONBase64(_ bytes: [UInt8]) {
        let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        reserve((bytes.count + 2) / 3 * 4 + 2)
        append(UInt8(ascii: "\""))
        var index = 0
        while index < bytes.count {
            let rest = bytes.count - index
            let bits = UInt32(bytes[index]) << 16 | (rest > 1 ? UInt32(bytes[index + 1]) << 8 : 0) | (rest > 2 ? UInt32(bytes[index + 2]) : 0)
            append(alphabet.utf8Start[Int(bits >> 18)])
            append(alphabet.utf8Start[Int(bits >> 12 & 63)])
            append(rest > 1 ? alphabet.utf8Start[Int(bits >> 6 & 63)] : UInt8(ascii: "="))
            append(rest > 2 ? alphabet.utf8Start[Int(bits & 63)] : UInt8(ascii: "="))
            index += 3
        }
        append(UInt8(ascii: "\""))
    }

    mutating func writeText(_ value: DateTime) {
        reserve(40)
        let local = value.secondsSince1970 &+ Int64(value.offsetMinutes) * 60
        let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        writeDay(CalendarDay(daysSince1970: Int32(truncatingIfNeeded: day)))
        append(UInt8(ascii: "T"))
        writeClock(Int(local - day * 86_400), value.nanoseconds, digits: value.fractionDigits, offset: value.offsetMinutes)
    }

    mutating func writeText(_ value: OffsetTime) {
        reserve(32)
        writeClock(Int(value.seconds), value.nanoseconds, digits: value.fractionDigits, offset: value.offsetMinutes)
    }

    @inline(__always)
    private mutating func writeTwo(_ value: Int) {
        storePair(value, at: written)
        written &+= 2
    }

    private mutating func writeDay(_ value: CalendarDay) {
        let (year, month, day) = value.components
        writeTwo(max(0, year) / 100 % 100)
        writeTwo(max(0, year) % 100)
        append(UInt8(ascii: "-"))
        writeTwo(month)
        append(UInt8(ascii: "-"))
        writeTwo(day)
    }

    private mutating func writeClock(_ seconds: Int, _ nanoseconds: Int32, digits: UInt8, offset: Int16) {
        let isLeap = nanoseconds >= 1_000_000_000
        writeTwo(seconds / 3_600)
        append(UInt8(ascii: ":"))
        writeTwo(seconds / 60 % 60)
        append(UInt8(ascii: ":"))
        writeTwo(seconds % 60 + (isLeap ? 1 : 0))
        if digits > 0 {
            append(UInt8(ascii: "."))
            var scale: Int32 = 100_000_000
            let fraction = isLeap ? nanoseconds - 1_000_000_000 : nanoseconds
            for _ in 0..<min(digits, 9) {
                append(UInt8(truncatingIfNeeded: fraction / scale % 10) &+ UInt8(ascii: "0"))
                scale /= 10
            }
        }
        guard offset != 0 else { return append(UInt8(ascii: "Z")) }
        append(offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
        writeTwo(Int(offset.magnitude) / 60 % 100)
        append(UInt8(ascii: ":"))
        writeTwo(Int(offset.magnitude) % 60)
    }
}

extension DateTime {
    fileprivate var isInRange: Bool {
        (-62_167_219_200...253_402_300_799).contains(secondsSince1970 + Int64(offsetMinutes) * 60) && (0..<2_000_000_000).contains(nanoseconds)
            && offsetMinutes.magnitude < 1_440
    }
}
