extension ExactDecimal {
    /// Whether this is a whole multiple of `divisor`, exactly, in time that depends on the digits written and not on the
    /// exponents.
    package func isMultiple(of divisor: ExactDecimal) -> Bool {
        if isZero { return true }
        if divisor.isZero { return false }
        // Our digits do not end in 0, so they are no multiple of 10; a divisor that has more tens in it cannot go into them.
        let tens = exponent - divisor.exponent
        if tens < 0 { return false }
        // Of 10^tens only as many twos and fives count as the divisor's digits can hold: fewer than four a digit.
        let zeros = min(tens, divisor.digits.count * 4)
        if divisor.digits.count <= 18 {
            return remainder(zeros: zeros, by: divisor.digits.reduce(0) { $0 * 10 + UInt64($1) }) == 0
        }
        return isMultiple(zeros: zeros, ofLong: divisor.digits)
    }

    /// The remainder of our digits with so many zeros after them. `divisor` is below 10^18, so ten times a remainder fits.
    private func remainder(zeros: Int, by divisor: UInt64) -> UInt64 {
        var remainder: UInt64 = 0
        for digit in digits { remainder = (remainder * 10 + UInt64(digit)) % divisor }
        for _ in 0..<zeros where remainder != 0 { remainder = remainder * 10 % divisor }
        return remainder
    }

    /// Long division that keeps only the remainder, as limbs of 32 bits, the least significant first.
    private func isMultiple(zeros: Int, ofLong divisorDigits: [UInt8]) -> Bool {
        var divisor: [UInt32] = []
        for digit in divisorDigits { Self.append(digit, to: &divisor) }
        divisor.append(0)
        var remainder = [UInt32](repeating: 0, count: divisor.count)
        func bringDown(_ digit: UInt8) {
            Self.append(digit, to: &remainder)
            while !Self.isLess(remainder, divisor) { Self.subtract(divisor, from: &remainder) }
        }
        for digit in digits { bringDown(digit) }
        for _ in 0..<zeros { bringDown(0) }
        return remainder.allSatisfy { $0 == 0 }
    }

    /// `limbs` × 10 + `digit`; grows where it must.
    private static func append(_ digit: UInt8, to limbs: inout [UInt32]) {
        var carry = UInt64(digit)
        for index in limbs.indices {
            let product = UInt64(limbs[index]) * 10 + carry
            limbs[index] = UInt32(truncatingIfNeeded: product)
            carry = product >> 32
        }
        if carry != 0 { limbs.append(UInt32(carry)) }
    }

    private static func isLess(_ left: [UInt32], _ right: [UInt32]) -> Bool {
        for index in left.indices.reversed() where left[index] != right[index] { return left[index] < right[index] }
        return false
    }

    private static func subtract(_ right: [UInt32], from left: inout [UInt32]) {
        var borrow: Int64 = 0
        for index in left.indices {
            let difference = Int64(left[index]) - Int64(right[index]) - borrow
            left[index] = UInt32(truncatingIfNeeded: difference)
            borrow = difference < 0 ? 1 : 0
        }
    }
}
