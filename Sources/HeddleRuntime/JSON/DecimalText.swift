/// A JSON number, taken apart: ± digits × 10^exponent, of the digits as many as 64 bits hold.
struct DecimalText {
    var isNegative = false
    /// The first digits that count: as many as fit.
    var digits: UInt64 = 0
    /// What `digits` is to be multiplied by, as a power of ten. Held to ± 1,000,000.
    var exponent = 0
    /// Whether a digit other than zero stands behind those held.
    var isCut = false

    /// - Parameter text: a JSON number by the grammar.
    init(_ text: UnsafeRawBufferPointer) {
        var index = 0
        if text[0] == UInt8(ascii: "-") {
            isNegative = true
            index = 1
        }
        var isFraction = false
        var isFull = false
        while index < text.count {
            let byte = text[index]
            if byte | 0x20 == UInt8(ascii: "e") { break }
            index += 1
            if byte == UInt8(ascii: ".") {
                isFraction = true
                continue
            }
            let digit = byte &- UInt8(ascii: "0")
            let (tens, overflows) = digits.multipliedReportingOverflow(by: 10)
            let (sum, overflowsToo) = tens.addingReportingOverflow(UInt64(digit))
            isFull = isFull || overflows || overflowsToo
            if !isFull {
                digits = sum
                if isFraction { exponent -= 1 }
            } else {
                if digit != 0 { isCut = true }
                if !isFraction { exponent += 1 }
            }
        }
        guard index < text.count else { return }
        index += 1
        let isBelow = text[index] == UInt8(ascii: "-")
        if isBelow || text[index] == UInt8(ascii: "+") { index += 1 }
        var power = 0
        while index < text.count {
            power = min(power * 10 + Int(text[index] &- UInt8(ascii: "0")), 1_000_000)
            index += 1
        }
        exponent += isBelow ? -power : power
    }

    /// The value where it is whole and the type holds it.
    func whole<Value: FixedWidthInteger>() -> Value? {
        if digits == 0, !isCut { return 0 }
        var magnitude = digits
        if isCut { return nil }
        if exponent < 0 {
            for _ in 0..<(-exponent) {
                let (quotient, rest) = magnitude.quotientAndRemainder(dividingBy: 10)
                if rest != 0 { return nil }
                if quotient == 0 { return nil }
                magnitude = quotient
            }
        } else if exponent > 0 {
            if exponent > 19 { return nil }
            for _ in 0..<exponent {
                let (product, overflows) = magnitude.multipliedReportingOverflow(by: 10)
                if overflows { return nil }
                magnitude = product
            }
        }
        if !isNegative { return Value(exactly: magnitude) }
        if magnitude == UInt64(1) << 63 { return Value(exactly: Int64.min) }
        return Int64(exactly: magnitude).flatMap { Value(exactly: -$0) }
    }

    /// Exact where both the digits and the power of ten are doubles (Clinger); nil elsewhere.
    func fastDouble() -> Double? {
        guard !isCut, digits <= 1 << 53, exponent >= -22, exponent <= 22 else { return nil }
        var value = Double(digits)
        if exponent < 0 { value /= Self.powers[-exponent] } else if exponent > 0 { value *= Self.powers[exponent] }
        return isNegative ? -value : value
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]
}
