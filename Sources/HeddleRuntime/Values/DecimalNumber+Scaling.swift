extension DecimalNumber {
    /// The same number with another scale; nil where digits would be lost.
    public func rescaled(to scale: Int) -> DecimalNumber? {
        if scale == self.scale { return self }
        let zeros = abs(scale - self.scale)
        if case .short(var value) = storage, zeros <= 38 {
            if scale < self.scale {
                for _ in 0..<zeros {
                    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: 10)
                    guard remainder == 0 else { return nil }
                    value = quotient
                }
                return DecimalNumber(unscaled: value, scale: scale)
            }
            var overflows = false
            for _ in 0..<zeros where !overflows {
                let product = value.multipliedReportingOverflow(by: 10)
                (value, overflows) = (product.partialValue, product.overflow)
            }
            if !overflows { return DecimalNumber(unscaled: value, scale: scale) }
        }
        var digits = Array(self.digits.utf8)
        if digits == [UInt8(ascii: "0")] { return DecimalNumber(unscaled: 0, scale: scale) }
        if scale > self.scale {
            digits += repeatElement(UInt8(ascii: "0"), count: zeros)
        } else {
            guard digits.suffix(zeros).allSatisfy({ $0 == UInt8(ascii: "0") }), digits.count > zeros else { return nil }
            digits.removeLast(zeros)
        }
        return DecimalNumber(bigEndian: Self.bytes(ofDigits: digits, isNegative: isNegative), scale: scale)
    }

    /// Whether both stand for one number, whatever their scales.
    public func isSameNumber(as other: DecimalNumber) -> Bool {
        let scale = max(scale, other.scale)
        return rescaled(to: scale) == other.rescaled(to: scale)
    }
}
