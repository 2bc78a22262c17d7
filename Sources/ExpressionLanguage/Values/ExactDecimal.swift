/// All decimal digits of a double, to be rounded as IEEE 754 wants it: to the nearest, ties to even.
struct ExactDecimal {
    private let isNegative: Bool
    /// Without zeros in front; at most about 1,100.
    private let digits: [UInt8]
    /// How many of them stand behind the point.
    private let scale: Int

    /// Of a finite number.
    init(_ value: Double) {
        isNegative = value.sign == .minus
        var number = DigitNumber(value.magnitude == 0 ? 0 : value.magnitude.significandBitPattern | (value.isNormal ? 1 << 52 : 0))
        let exponent = (value.isNormal ? Int(value.exponentBitPattern) : 1) - 1075
        if exponent >= 0 {
            for _ in 0..<exponent { number.multiply(by: 2) }
            scale = 0
        } else {
            // n / 2^k is n × 5^k / 10^k.
            for _ in 0..<(-exponent) { number.multiply(by: 5) }
            scale = -exponent
        }
        digits = number.decimalDigits
    }

    /// `12.50`
    func fixed(digits count: Int) -> String {
        var rounded = Self.round(digits, keeping: digits.count - scale + count)
        if rounded.count <= count { rounded = Array(repeating: 0, count: count + 1 - rounded.count) + rounded }
        let whole = text(rounded.dropLast(count))
        return (isNegative ? "-" : "") + whole + (count > 0 ? "." + text(rounded.suffix(count)) : "")
    }

    /// `1.250000e+01`
    func scientific(digits count: Int) -> String {
        let isZero = digits.isEmpty
        var rounded = isZero ? [0] : Self.round(digits, keeping: count + 1)
        var exponent = isZero ? 0 : digits.count - scale - 1
        if rounded.count > count + 1 {
            // 9.99 became 10.0.
            rounded.removeLast()
            exponent += 1
        }
        rounded += Array(repeating: 0, count: max(0, count + 1 - rounded.count))
        let magnitude = padded(abs(exponent), 2)
        return (isNegative ? "-" : "") + text(rounded.prefix(1)) + (count > 0 ? "." + text(rounded.dropFirst()) : "")
            + "e" + (exponent < 0 ? "-" : "+") + magnitude
    }

    /// So many of the first digits, filled with zeros; one more where the rounding carries over.
    private static func round(_ digits: [UInt8], keeping count: Int) -> [UInt8] {
        if count >= digits.count { return digits + Array(repeating: 0, count: count - digits.count) }
        if count < 0 { return [] }
        var kept = Array(digits[..<count])
        let next = digits[count]
        let isTie = next == 5 && digits[(count + 1)...].allSatisfy { $0 == 0 }
        guard isTie ? (kept.last ?? 0) % 2 == 1 : next >= 5 else { return kept }
        var place = count - 1
        while place >= 0, kept[place] == 9 {
            kept[place] = 0
            place -= 1
        }
        if place >= 0 { kept[place] += 1 } else { kept.insert(1, at: 0) }
        return kept
    }

    private func text(_ digits: some Sequence<UInt8>) -> String {
        String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    }
}

/// A whole number in parts of nine decimal digits, the least first.
private struct DigitNumber {
    private var parts: [UInt32] = []

    init(_ value: UInt64) {
        var rest = value
        while rest > 0 {
            parts.append(UInt32(rest % 1_000_000_000))
            rest /= 1_000_000_000
        }
    }

    mutating func multiply(by factor: UInt64) {
        var carry: UInt64 = 0
        for index in parts.indices {
            let product = UInt64(parts[index]) * factor + carry
            parts[index] = UInt32(product % 1_000_000_000)
            carry = product / 1_000_000_000
        }
        if carry > 0 { parts.append(UInt32(carry)) }
    }

    var decimalDigits: [UInt8] {
        var digits: [UInt8] = []
        for part in parts {
            var rest = part
            for _ in 0..<9 {
                digits.append(UInt8(rest % 10))
                rest /= 10
            }
        }
        while digits.last == 0 { digits.removeLast() }
        return digits.reversed()
    }
}
