#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension DecimalNumber {
    /// As Foundation has it; nil where it has more than 38 digits, or more of them behind the point than Foundation knows.
    public var decimal: Decimal? {
        guard case .short(let value) = storage, (-127...127).contains(-scale) else { return nil }
        let digits = value.magnitude
        let high = UInt64(truncatingIfNeeded: digits >> 64)
        let low = UInt64(truncatingIfNeeded: digits)
        var magnitude = Decimal(low)
        if high > 0 {
            // 2^64: Decimal counts 128 bits.
            magnitude += Decimal(high) * (Decimal(UInt64.max) + 1)
        }
        let result = Decimal(sign: value < 0 ? .minus : .plus, exponent: -scale, significand: magnitude)
        return result.isNaN ? nil : result
    }

    /// Nil for what is no number.
    public init?(_ decimal: Decimal) {
        guard !decimal.isNaN, !decimal.isInfinite else { return nil }
        // Locale-independent, and exact.
        self.init(decimal.description)
    }
}
