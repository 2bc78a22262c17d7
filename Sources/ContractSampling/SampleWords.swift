import Determinism

/// Values that read well in a sample.
enum SampleWords {
    private static let words = [
        "amber", "birch", "cobalt", "delta", "ember", "flint", "garnet", "harbor", "indigo", "juniper", "kelp", "lantern",
    ]

    static func word(_ generator: inout SeededGenerator) -> String { words[Int.random(in: 0..<words.count, using: &generator)] }

    /// With a look at what the field is called.
    static func text(named name: String, _ generator: inout SeededGenerator) -> String {
        let name = name.lowercased()
        if name.hasSuffix("email") { return "\(word(&generator))@example.com" }
        if name.hasSuffix("currency") { return ["EUR", "USD", "JPY"][Int.random(in: 0..<3, using: &generator)] }
        if name.hasSuffix("country") { return ["DE", "US", "JP"][Int.random(in: 0..<3, using: &generator)] }
        if name.hasSuffix("url") || name.hasSuffix("uri") { return "https://example.com/\(word(&generator))" }
        if name.hasSuffix("id") { return "\(word(&generator))-\(Int.random(in: 1...999, using: &generator))" }
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: return "\(word(&generator)) \(word(&generator))"
        case 1: return "naïve ☂"
        default: return word(&generator)
        }
    }

    /// Mostly small, at times the bounds themselves.
    static func integer(in range: ClosedRange<Int64>, _ generator: inout SeededGenerator) -> Int64 {
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: return range.lowerBound
        case 1: return range.upperBound
        case 2: return Int64.random(in: range, using: &generator)
        default:
            let small = Int64.random(in: 0...1_000, using: &generator)
            return range.contains(small) ? small : range.lowerBound
        }
    }

    static func number(_ generator: inout SeededGenerator) -> Double {
        let whole = Double(Int.random(in: -1_000...100_000, using: &generator))
        return Bool.random(using: &generator) ? whole / 4 : whole
    }

    static func uuid(_ generator: inout SeededGenerator) -> String {
        let digits = Array("0123456789abcdef")
        var text = ""
        for place in 0..<32 {
            if [8, 12, 16, 20].contains(place) { text += "-" }
            let value = generator.next() % 16
            text.append(place == 12 ? "4" : digits[Int(place == 16 ? 8 | value & 3 : value)])
        }
        return text
    }
}
