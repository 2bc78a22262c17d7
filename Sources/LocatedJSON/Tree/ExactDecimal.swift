/// ± digits × 10^exponent with neither leading nor trailing zeros among the digits, so that equal values are alike.
/// Zero has no digits, no sign and exponent 0.
package struct ExactDecimal: Sendable, Hashable {
    package private(set) var isNegative = false
    /// Each 0 to 9, the most significant first.
    package private(set) var digits: [UInt8] = []
    package private(set) var exponent = 0

    /// `text` is a JSON number, as `JSONNumber` makes sure.
    init(number text: String) {
        var fractionLength = 0
        var written = 0
        var isInFraction = false
        var isInExponent = false
        var isExponentNegative = false
        digits.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "-") where isInExponent: isExponentNegative = true
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "+"): break
            case UInt8(ascii: "."): isInFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"): isInExponent = true
            default:
                let digit = byte &- UInt8(ascii: "0")
                if isInExponent {
                    written = written &* 10 &+ Int(digit)
                } else {
                    if isInFraction { fractionLength += 1 }
                    if digit != 0 || !digits.isEmpty { digits.append(digit) }
                }
            }
        }
        exponent = (isExponentNegative ? -written : written) - fractionLength
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        if digits.isEmpty {
            isNegative = false
            exponent = 0
        }
    }

    package var isZero: Bool { digits.isEmpty }

    var int64: Int64? {
        guard exponent >= 0, digits.count + exponent <= 19 else { return nil }
        var value: Int64 = 0
        for place in 0..<digits.count + exponent {
            let digit = place < digits.count ? Int64(digits[place]) : 0
            let (tens, overflowed) = value.multipliedReportingOverflow(by: 10)
            let (next, overflowedToo) = tens.addingReportingOverflow(isNegative ? -digit : digit)
            if overflowed || overflowedToo { return nil }
            value = next
        }
        return value
    }
}

extension ExactDecimal: Comparable {
    package static func < (left: Self, right: Self) -> Bool {
        switch (left.sign, right.sign) {
        case (let first, let second) where first != second: return first < second
        case (0, _): return false
        case (let sign, _):
            let magnitude = compareMagnitudes(left, right)
            return sign > 0 ? magnitude < 0 : magnitude > 0
        }
    }

    private var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }

    /// Both are other than zero. Below, at or above zero, as the left is less, equal or more.
    private static func compareMagnitudes(_ left: Self, _ right: Self) -> Int {
        // Where the first digit stands decides before the digits do.
        let (leftPlace, rightPlace) = (left.digits.count + left.exponent, right.digits.count + right.exponent)
        if leftPlace != rightPlace { return leftPlace < rightPlace ? -1 : 1 }
        for (first, second) in zip(left.digits, right.digits) where first != second { return first < second ? -1 : 1 }
        return left.digits.count - right.digits.count
    }
}
