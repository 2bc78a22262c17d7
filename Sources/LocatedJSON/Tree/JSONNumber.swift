/// A number as written, compared by its exact decimal value: no digit is lost to binary floating point.
package struct JSONNumber: Sendable {
    /// RFC 8259's `number`: `-0.5e+3`.
    package let text: String

    /// Nil where the text is no JSON number, is longer than 1,024 characters or has an exponent of more than nine digits.
    package init?(_ text: String) {
        var scan = NumberScan(text.utf8)
        guard scan.run() == nil, scan.isAtEnd, scan.length <= JSONLimits.longestNumber else { return nil }
        self.text = text
    }

    package init(_ value: Int64) { text = String(value) }

    /// For a text that the reader has already found to be a number.
    init(checked text: String) { self.text = text }

    /// The value where it is whole and fits, however written: `1.0` and `10e-1` are 1.
    package var int64: Int64? {
        if let plain = Int64(text) { return plain }
        return decimal.int64
    }

    /// The nearest binary floating point number; infinite beyond its range.
    package var double: Double { Double(text) ?? .nan }

    /// Whether it is a whole number, of any size.
    package var isWhole: Bool {
        if text.utf8.allSatisfy({ $0 != UInt8(ascii: ".") && $0 | 0x20 != UInt8(ascii: "e") }) { return true }
        return decimal.exponent >= 0
    }

    /// Whether it is written without a fraction and without an exponent.
    package var isWrittenWhole: Bool {
        text.utf8.allSatisfy { $0 != UInt8(ascii: ".") && $0 | 0x20 != UInt8(ascii: "e") }
    }

    package var isPositive: Bool { !decimal.digits.isEmpty && !decimal.isNegative }

    package var decimal: ExactDecimal { ExactDecimal(number: text) }

    /// Whether this is a whole multiple of `divisor`, exactly. Zero is a multiple of everything, and nothing but zero of zero.
    package func isMultiple(of divisor: JSONNumber) -> Bool {
        if let value = Int64(text), let by = Int64(divisor.text), by > 0 { return value % by == 0 }
        return decimal.isMultiple(of: divisor.decimal)
    }
}

extension JSONNumber: Hashable, Comparable {
    package static func == (left: Self, right: Self) -> Bool {
        if let first = Int64(left.text), let second = Int64(right.text) { return first == second }
        return left.decimal == right.decimal
    }

    package static func < (left: Self, right: Self) -> Bool {
        if let first = Int64(left.text), let second = Int64(right.text) { return first < second }
        return left.decimal < right.decimal
    }

    package func hash(into hasher: inout Hasher) {
        let decimal = decimal
        hasher.combine(decimal.isNegative)
        hasher.combine(decimal.exponent)
        hasher.combine(decimal.digits)
    }
}
