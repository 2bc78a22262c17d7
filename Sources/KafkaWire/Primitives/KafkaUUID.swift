/// A topic's, directory's or member's id: 16 bytes, printed as Kafka prints them.
///
/// The text is URL-safe base64 without padding, 22 characters: `AAAAAAAAAAAAAAAAAAAAAA` is `.zero`, which
/// stands for "no id" everywhere in the protocol.
package struct KafkaUUID: Sendable, Hashable {
    package let high: UInt64
    package let low: UInt64

    package static let zero = KafkaUUID(high: 0, low: 0)

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Nil unless `text` is what `description` prints for some id: 22 characters of the URL-safe alphabet,
    /// the last of which leaves the four bits beyond the id at zero.
    package init?(_ text: some StringProtocol) {
        let digits = Array(text.utf8)
        guard digits.count == 22 else { return nil }
        var high: UInt64 = 0
        var low: UInt64 = 0
        for digit in digits.dropLast() {
            guard let value = Self.value(ofDigit: digit) else { return nil }
            high = high << 6 | low >> 58
            low = low << 6 | value
        }
        guard let last = Self.value(ofDigit: digits[21]), last & 0b1111 == 0 else { return nil }
        self.init(high: high << 2 | low >> 62, low: low << 2 | last >> 4)
    }

    /// As everybody else writes a UUID: 32 hexadecimal digits, with dashes or without. Nil for anything else.
    package init?(hexadecimal text: String) {
        let digits = text.utf8.filter { $0 != UInt8(ascii: "-") }
        guard digits.count == 32, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let high = UInt64(String(decoding: digits.prefix(16), as: UTF8.self), radix: 16),
            let low = UInt64(String(decoding: digits.suffix(16), as: UTF8.self), radix: 16)
        else { return nil }
        self.init(high: high, low: low)
    }

    private static func value(ofDigit digit: UInt8) -> UInt64? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt64(digit - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt64(digit - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(digit - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}

extension KafkaUUID: CustomStringConvertible {
    package var description: String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var digits: [UInt8] = []
        digits.reserveCapacity(22)
        for index in 0..<21 {
            // The six bits that end 122 - 6 * index bits above the lowest.
            let shift = 122 - 6 * index
            let bits =
                if shift >= 64 {
                    high >> UInt64(shift - 64)
                } else if shift > 58 {
                    high << UInt64(64 - shift) | low >> UInt64(shift)
                } else {
                    low >> UInt64(shift)
                }
            digits.append(alphabet[Int(bits & 0b111111)])
        }
        digits.append(alphabet[Int(low & 0b11) << 4])
        return String(decoding: digits, as: UTF8.self)
    }
}
