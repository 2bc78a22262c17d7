/// `0F1a` as bytes; nil where the text is none of the kind.
func bytes(fromHex text: String) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count / 2)
    var high: UInt8?
    for byte in text.utf8 {
        let digit: UInt8
        switch byte {
        case 48...57: digit = byte - 48
        case 65...70: digit = byte - 55
        case 97...102: digit = byte - 87
        default: return nil
        }
        if let first = high {
            result.append(first << 4 | digit)
            high = nil
        } else {
            high = digit
        }
    }
    return high == nil ? result : nil
}

/// In capitals, which is the canonical form.
public func hexText(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// Base64 (RFC 4648) with blanks between its characters, padded; nil where the text is none.
func bytes(fromBase64 text: String) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count / 4 * 3)
    var (bits, held, padding): (UInt32, Int, Int) = (0, 0, 0)
    for byte in text.utf8 where byte != 32 {
        if byte == UInt8(ascii: "=") {
            padding += 1
            continue
        }
        guard padding == 0 else { return nil }
        let value: UInt8
        switch byte {
        case 65...90: value = byte - 65
        case 97...122: value = byte - 71
        case 48...57: value = byte + 4
        case 43: value = 62
        case 47: value = 63
        default: return nil
        }
        bits = bits << 6 | UInt32(value)
        held += 1
        if held == 4 {
            result += [UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8), UInt8(truncatingIfNeeded: bits)]
            (bits, held) = (0, 0)
        }
    }
    switch (held, padding) {
    case (0, 0): return result
    case (2, 2) where bits & 15 == 0: return result + [UInt8(truncatingIfNeeded: bits >> 4)]
    case (3, 1) where bits & 3 == 0: return result + [UInt8(truncatingIfNeeded: bits >> 10), UInt8(truncatingIfNeeded: bits >> 2)]
    default: return nil
    }
}

/// On one line, padded.
public func base64Text(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
        let rest = bytes.count - index
        let bits = UInt32(bytes[index]) << 16 | (rest > 1 ? UInt32(bytes[index + 1]) << 8 : 0) | (rest > 2 ? UInt32(bytes[index + 2]) : 0)
        text.append(digits[Int(bits >> 18)])
        text.append(digits[Int(bits >> 12 & 63)])
        text.append(rest > 1 ? digits[Int(bits >> 6 & 63)] : UInt8(ascii: "="))
        text.append(rest > 2 ? digits[Int(bits & 63)] : UInt8(ascii: "="))
        index += 3
    }
    return String(decoding: text, as: UTF8.self)
}

/// `1.5`, `2`, `INF`, `-INF`, `NaN`.
public func floatText(_ value: some BinaryFloatingPoint & LosslessStringConvertible) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-INF" : "INF" }
    let text = String(value)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
