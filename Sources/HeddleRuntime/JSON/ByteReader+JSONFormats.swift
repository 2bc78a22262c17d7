/// Strings of a format, read into the values they stand for.
extension ByteReader {
    @inline(never)
    @_lifetime(self: copy self)
    public mutating func readJSONUniqueIdentifier() throws(CodecError) -> UniqueIdentifier {
        try readJSONText("a UUID") { UniqueIdentifier($0) }
    }

    @inline(never)
    @_lifetime(self: copy self)
    public mutating func readJSONDateTime() throws(CodecError) -> DateTime {
        try readJSONText("a date and time as RFC 3339 has them") { DateTime($0) }
    }

    @inline(never)
    @_lifetime(self: copy self)
    public mutating func readJSONOffsetTime() throws(CodecError) -> OffsetTime {
        try readJSONText("a time as RFC 3339 has it") { OffsetTime($0) }
    }

    @inline(never)
    @_lifetime(self: copy self)
    public mutating func readJSONDay() throws(CodecError) -> CalendarDay {
        try readJSONText("a date such as 2024-02-29") { $0.count == 10 ? dayNumber($0).map { CalendarDay(daysSince1970: $0) } : nil }
    }

    /// Base64 with its padding (RFC 4648, section 4).
    @inline(never)
    @_lifetime(self: copy self)
    public mutating func readJSONBase64() throws(CodecError) -> [UInt8] {
        try readJSONText("bytes in base64") { decodeBase64($0) }
    }
}

/// Nil where the text is no base64 with padding, or bits that say nothing are set.
func decodeBase64(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var padding = 0
    if text.count > 0, text[text.count - 1] == UInt8(ascii: "=") { padding = text[text.count - 2] == UInt8(ascii: "=") ? 2 : 1 }
    var (bits, count): (UInt32, Int) = (0, 0)
    for index in 0..<(text.count - padding) {
        let byte = text[index]
        let value: UInt8
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte &- UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte &- UInt8(ascii: "a") &+ 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte &- UInt8(ascii: "0") &+ 52
        case UInt8(ascii: "+"): value = 62
        case UInt8(ascii: "/"): value = 63
        default: return nil
        }
        bits = bits << 6 | UInt32(value)
        count += 6
        if count >= 8 {
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
    }
    return bits & ((1 << UInt32(count)) - 1) == 0 ? bytes : nil
}
