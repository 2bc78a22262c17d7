/// Tokens' texts → values.
enum ProtobufLiterals {
    /// Nil when it does not fit 64 bits.
    static func integer(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? {
        var digits = text[...]
        var radix: UInt64 = 10
        if digits.count > 1, digits.first == UInt8(ascii: "0") {
            digits = digits.dropFirst()
            radix = 8
            if let second = digits.first, second | 0x20 == UInt8(ascii: "x") {
                digits = digits.dropFirst()
                radix = 16
            }
        }
        var value: UInt64 = 0
        for byte in digits {
            let digit = UInt64(ProtobufLexer.isDigit(byte) ? byte - 0x30 : (byte | 0x20) - UInt8(ascii: "a") + 10)
            let (scaled, overflow) = value.multipliedReportingOverflow(by: radix)
            let (sum, carry) = scaled.addingReportingOverflow(digit)
            if overflow || carry { return nil }
            value = sum
        }
        return value
    }

    /// Nearest; infinite where it is too large. An integer that does not fit 64 bits is read here too.
    static func float(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Double {
        // Swift wants a digit on both sides of the point.
        var digits: [UInt8] = []
        for byte in text {
            let last = digits.last
            if byte == UInt8(ascii: "."), last == nil { digits.append(UInt8(ascii: "0")) }
            if last == UInt8(ascii: "."), !ProtobufLexer.isDigit(byte) { digits.append(UInt8(ascii: "0")) }
            digits.append(byte)
        }
        if digits.last == UInt8(ascii: ".") { digits.append(UInt8(ascii: "0")) }
        return Double(String(decoding: digits, as: UTF8.self)) ?? .nan
    }

    enum EscapeProblem: Error {
        /// Offset from the beginning of the literal.
        case at(Int, String)
    }

    /// The bytes that a quoted literal stands for.
    static func string(_ literal: Slice<UnsafeBufferPointer<UInt8>>, into result: inout [UInt8]) throws(EscapeProblem) {
        let start = literal.startIndex
        let end = literal.endIndex - 1
        var index = start + 1
        while index < end {
            let byte = literal[index]
            index += 1
            guard byte == UInt8(ascii: "\\") else {
                result.append(byte)
                continue
            }
            let escape = index - 1
            guard index < end else { throw .at(escape - start, "'\\' stands before nothing") }
            let kind = literal[index]
            index += 1
            switch Unicode.Scalar(kind) {
            case "a": result.append(7)
            case "b": result.append(8)
            case "f": result.append(12)
            case "n": result.append(10)
            case "r": result.append(13)
            case "t": result.append(9)
            case "v": result.append(11)
            case "\\", "?", "'", "\"": result.append(kind)
            case "0"..."7":
                var value = UInt32(kind - 0x30)
                var count = 1
                while count < 3, index < end, literal[index] &- 0x30 < 8 {
                    value = value * 8 + UInt32(literal[index] - 0x30)
                    index += 1
                    count += 1
                }
                result.append(UInt8(truncatingIfNeeded: value))
            case "x", "X":
                let (value, count) = hex(literal, at: index, end: end, atMost: 2)
                guard count > 0 else { throw .at(escape - start, "'\\x' is followed by no hexadecimal digit") }
                index += count
                result.append(UInt8(truncatingIfNeeded: value))
            case "u", "U":
                let length = kind == UInt8(ascii: "u") ? 4 : 8
                let (value, count) = hex(literal, at: index, end: end, atMost: length)
                guard count == length, value <= 0x10FFFF else {
                    throw .at(escape - start, "'\\\(Unicode.Scalar(kind))' takes \(length) hexadecimal digits, up to 10FFFF")
                }
                index += count
                appendScalar(joined(value, literal, at: &index, end: end), to: &result)
            default:
                throw .at(escape - start, "'\\\(kind < 0x80 ? String(Unicode.Scalar(kind)) : "…")' is no escape")
            }
        }
    }

    private static func hex(
        _ text: Slice<UnsafeBufferPointer<UInt8>>, at start: Int, end: Int, atMost: Int
    ) -> (value: UInt32, count: Int) {
        var value: UInt32 = 0
        var index = start
        while index < end, index - start < atMost, ProtobufLexer.isHexDigit(text[index]) {
            let byte = text[index]
            value = value * 16 + UInt32(ProtobufLexer.isDigit(byte) ? byte - 0x30 : (byte | 0x20) - UInt8(ascii: "a") + 10)
            index += 1
        }
        return (value, index - start)
    }

    /// A pair of surrogates, each written as an escape, is one scalar.
    private static func joined(
        _ first: UInt32, _ text: Slice<UnsafeBufferPointer<UInt8>>, at index: inout Int, end: Int
    ) -> UInt32 {
        guard 0xD800..<0xDC00 ~= first, index + 6 <= end, text[index] == UInt8(ascii: "\\"), text[index + 1] == UInt8(ascii: "u")
        else { return first }
        let (second, count) = hex(text, at: index + 2, end: end, atMost: 4)
        guard count == 4, 0xDC00..<0xE000 ~= second else { return first }
        index += 6
        return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
    }

    /// As UTF-8; half of a surrogate pair, which protoc lets pass, as the three bytes that it would be.
    private static func appendScalar(_ value: UInt32, to result: inout [UInt8]) {
        if let scalar = Unicode.Scalar(value) {
            result += Array(String(Character(scalar)).utf8)
        } else {
            result += [UInt8(0xE0 | value >> 12), UInt8(0x80 | (value >> 6 & 0x3F)), UInt8(0x80 | value & 0x3F)]
        }
    }
}
