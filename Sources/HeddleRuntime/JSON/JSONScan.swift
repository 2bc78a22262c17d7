/// Looks for what ends or bends a string, eight bytes at a time.
enum JSONScan {
    @inline(__always)
    static func load(_ place: UnsafeRawPointer) -> UInt64 { UInt64(littleEndian: place.loadUnaligned(as: UInt64.self)) }

    /// Bit 7 of each byte that is a quote, a backslash or a control character. The lowest such bit is right; above it there may be wrong ones.
    @inline(__always)
    static func specials(_ word: UInt64) -> UInt64 {
        let quote = word ^ 0x2222_2222_2222_2222
        let backslash = word ^ 0x5C5C_5C5C_5C5C_5C5C
        let ones: UInt64 = 0x0101_0101_0101_0101
        return ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (word &- 0x2020_2020_2020_2020) & ~word) & highBits
    }

    static var highBits: UInt64 {
        @inline(__always) get { 0x8080_8080_8080_8080 }
    }

    @inline(__always)
    static func isSpecial(_ byte: UInt8) -> Bool { byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") }
}
