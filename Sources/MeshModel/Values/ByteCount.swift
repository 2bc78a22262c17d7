/// A size in bytes: written `10GiB` (powers of 1024), `500MB` (powers of 1000) or as a plain number.
package struct ByteCount: Sendable, Hashable, Comparable, CustomStringConvertible {
    package var count: Int64

    package init(_ count: Int64) { self.count = count }

    private static let units: [(suffix: String, factor: Int64)] = [
        ("TiB", 1 << 40), ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10),
        ("TB", 1_000_000_000_000), ("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000), ("KB", 1000), ("B", 1),
    ]

    package init?(parsing text: String) {
        let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard !digits.isEmpty, let amount = Int64(Substring(digits)) else { return nil }
        let suffix = text[digits.endIndex...]
        guard let unit = Self.units.first(where: { $0.suffix == suffix }) else { return nil }
        let (product, overflow) = amount.multipliedReportingOverflow(by: unit.factor)
        guard !overflow else { return nil }
        self.count = product
    }

    /// In the largest unit that divides it, binary units before decimal ones.
    package var description: String {
        guard count > 0 else { return "\(count)B" }
        for unit in Self.units where count % unit.factor == 0 && unit.suffix != "KB" {
            return "\(count / unit.factor)\(unit.suffix)"
        }
        return "\(count)B"
    }

    package static func < (left: Self, right: Self) -> Bool { left.count < right.count }
}
