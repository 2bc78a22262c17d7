/// A number of `xs:decimal` or one of the integers without bounds: as many digits as there are, none lost.
///
///     let price: XMLDecimal = "12.50"      // 12.5
///     price.doubleValue
///
/// Equal numbers are equal values: it keeps the canonical form, without zeros that say nothing.
public struct XMLDecimal: Sendable, Hashable {
    let isNegative: Bool
    /// Before the point, without zeros in front; empty for none.
    let whole: String
    /// Behind the point, without zeros at the end.
    let fraction: String

    /// Nil where the text is no decimal (XML Schema Part 2, 3.2.3). `E` notation is none.
    public init?(_ text: some StringProtocol) {
        var rest = text.utf8[...]
        var isNegative = false
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            rest = rest.dropFirst()
        }
        let point = rest.firstIndex(of: UInt8(ascii: ".")) ?? rest.endIndex
        let before = rest[..<point]
        let behind = point < rest.endIndex ? rest[rest.index(after: point)...] : rest[point...]
        guard !before.isEmpty || !behind.isEmpty, before.allSatisfy(isDigit), behind.allSatisfy(isDigit) else { return nil }
        whole = String(decoding: Array(before.drop { $0 == UInt8(ascii: "0") }), as: UTF8.self)
        var digits = Array(behind)
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        fraction = String(decoding: digits, as: UTF8.self)
        self.isNegative = isNegative && !(whole.isEmpty && fraction.isEmpty)
    }

    public init(_ value: some BinaryInteger) {
        let text = String(value)
        isNegative = text.hasPrefix("-")
        let digits = isNegative ? String(text.dropFirst()) : text
        whole = digits == "0" ? "" : digits
        fraction = ""
    }

    public var isInteger: Bool { fraction.isEmpty }
    /// The nearest; infinite where it is beyond all.
    public var doubleValue: Double { Double(description) ?? .nan }
    /// How many digits there are, and how many of them behind the point (the facets of the same name).
    public var totalDigits: Int { max(1, whole.utf8.count + fraction.utf8.count) }
    public var fractionDigits: Int { fraction.utf8.count }
}

extension FixedWidthInteger {
    /// Nil where the number has a fraction, or is beyond the type.
    public init?(exactly decimal: XMLDecimal) {
        guard decimal.isInteger else { return nil }
        self.init(decimal.description)
    }
}

extension XMLDecimal: CustomStringConvertible {
    /// `-12.5`, `0`, `0.05`: an integer without a point.
    public var description: String {
        (isNegative ? "-" : "") + (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
    }
}

extension XMLDecimal: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    public init(integerLiteral value: Int) { self.init(value) }

    /// Of source code: a literal that is no decimal is a mistake in the program.
    public init(stringLiteral value: StaticString) {
        guard let decimal = XMLDecimal(value.description) else { preconditionFailure("'\(value)' is no decimal") }
        self = decimal
    }
}

extension XMLDecimal: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        guard left.isNegative == right.isNegative else { return left.isNegative }
        return left.isNegative ? right.isSmallerInSize(than: left) : left.isSmallerInSize(than: right)
    }

    private func isSmallerInSize(than other: Self) -> Bool {
        if whole.utf8.count != other.whole.utf8.count { return whole.utf8.count < other.whole.utf8.count }
        return whole == other.whole ? fraction < other.fraction : whole < other.whole
    }
}

extension XMLDecimal: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let decimal = XMLDecimal(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no decimal")
        }
        self = decimal
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
