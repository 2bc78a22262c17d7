/// The identity of a schema that is the same in every registry: sixteen bytes, as Confluent's registries give it.
public struct SchemaGUID: Sendable, Hashable, CustomStringConvertible {
    public var high: UInt64
    public var low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// From `f81d4fae-7dec-11d0-a765-00a0c91e6bf6`, in letters of either size; nil for anything else.
    public init?(_ text: String) {
        var digits: [UInt8] = []
        for (place, byte) in text.utf8.enumerated() {
            if place == 8 || place == 13 || place == 18 || place == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard let digit = hexadecimalDigit(byte | 0x20) ?? hexadecimalDigit(byte) else { return nil }
                digits.append(digit)
            }
            if place > 35 { return nil }
        }
        guard digits.count == 32 else { return nil }
        high = digits[..<16].reduce(0) { $0 << 4 | UInt64($1) }
        low = digits[16...].reduce(0) { $0 << 4 | UInt64($1) }
    }

    public var description: String {
        let digits = hexadecimalText(high, digits: 16) + hexadecimalText(low, digits: 16)
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place == 8 || place == 12 || place == 16 || place == 20 { text += "-" }
            text.append(digit)
        }
        return text
    }
}

/// A digit of hexadecimal text in small letters.
func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
}

func hexadecimalText(_ number: UInt64, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
}

/// Digits in small letters alone, as many as there are.
func hexadecimalNumber(_ bytes: some Sequence<UInt8>) -> UInt64? {
    var number: UInt64 = 0
    for byte in bytes {
        guard let digit = hexadecimalDigit(byte) else { return nil }
        number = number << 4 | UInt64(digit)
    }
    return number
}
