/// A length of time in whole milliseconds: what Kafka's configs carry and manifests write as `7d`, `90s`, `500ms`.
package struct Milliseconds: Sendable, Hashable, Comparable, CustomStringConvertible {
    package var count: Int64

    package init(_ count: Int64) { self.count = count }

    private static let units: [(suffix: String, factor: Int64)] = [
        ("w", 604_800_000), ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
    ]

    /// `1h30m` and `7d` are read, units descending; nil for anything else, or beyond 64 bits.
    package init?(parsing text: String) {
        var rest = text.utf8[...]
        var total: Int64 = 0
        var lastFactor = Int64.max
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard !digits.isEmpty, let amount = Int64(Substring(digits)) else { return nil }
            rest = rest[digits.endIndex...]
            let letters = rest.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
            guard let unit = Self.units.first(where: { $0.suffix.utf8.elementsEqual(letters) }), unit.factor < lastFactor else {
                return nil
            }
            rest = rest[letters.endIndex...]
            lastFactor = unit.factor
            let (product, overflow) = amount.multipliedReportingOverflow(by: unit.factor)
            let (sum, overflowed) = total.addingReportingOverflow(product)
            guard !overflow, !overflowed else { return nil }
            total = sum
        }
        self.count = total
    }

    /// In the largest unit that divides it: `7d`, `36h`, `1500ms`.
    package var description: String {
        guard count > 0 else { return "\(count)ms" }
        for unit in Self.units.dropFirst() where count % unit.factor == 0 {
            return "\(count / unit.factor)\(unit.suffix)"
        }
        return "\(count)ms"
    }

    package static func < (left: Self, right: Self) -> Bool { left.count < right.count }
}
