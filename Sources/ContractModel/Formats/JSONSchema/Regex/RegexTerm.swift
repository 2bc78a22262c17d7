/// A regular expression as written.
indirect enum RegexTerm: Sendable, Hashable {
    case scalar(UInt32)
    case set(RegexSet)
    case sequence([RegexTerm])
    case alternatives([RegexTerm])
    /// `maximum` is nil where there is none. `captures` are the groups within, which each round forgets.
    case repeated(RegexTerm, minimum: Int, maximum: Int?, isLazy: Bool, captures: Range<Int>)
    case capture(Int, RegexTerm)
    case textStart
    case textEnd
    case wordBoundary(isNegated: Bool)
    case look(RegexTerm, isBehind: Bool, isNegated: Bool)
    case backreference(Int)
}

/// A set of code points: ranges, and properties that Unicode gives.
struct RegexSet: Sendable, Hashable {
    /// Sorted and apart after `seal`.
    private(set) var ranges: [ClosedRange<UInt32>] = []
    private var properties: [Property] = []
    var isNegated = false

    private struct Property: Sendable, Hashable {
        var property: UnicodeProperty
        var isNegated: Bool
    }

    mutating func insert(_ scalar: UInt32) { ranges.append(scalar...scalar) }
    mutating func insert(_ range: ClosedRange<UInt32>) { ranges.append(range) }
    mutating func insert(_ property: UnicodeProperty, isNegated: Bool) {
        properties.append(Property(property: property, isNegated: isNegated))
    }

    /// All of another set, or all but it.
    mutating func insert(_ escape: RegexEscapeSet, isNegated: Bool) {
        let others = escape.ranges
        guard isNegated else {
            ranges += others
            return
        }
        var next: UInt32 = 0
        for range in others {
            if range.lowerBound > next { ranges.append(next...range.lowerBound - 1) }
            next = range.upperBound + 1
        }
        ranges.append(next...0x10FFFF)
    }

    /// Sorts and joins the ranges; to be called once all are in.
    mutating func seal() {
        ranges.sort { $0.lowerBound < $1.lowerBound }
        var joined: [ClosedRange<UInt32>] = []
        for range in ranges {
            if let last = joined.last, range.lowerBound <= last.upperBound + 1 {
                joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        ranges = joined
    }

    func contains(_ scalar: UInt32) -> Bool { holds(scalar) != isNegated }

    private func holds(_ scalar: UInt32) -> Bool {
        if ranges.count <= 8 {
            for range in ranges where range.contains(scalar) { return true }
        } else if isIn(ranges, scalar) {
            return true
        }
        guard !properties.isEmpty, let scalar = Unicode.Scalar(scalar) else { return false }
        return properties.contains { $0.property.holds(scalar) != $0.isNegated }
    }
}

/// `\d`, `\w`, `\s` and `.`: ECMA-262, CharacterClassEscape, WhiteSpace and LineTerminator. Sorted and apart.
enum RegexEscapeSet: Sendable {
    case digits, word, space, lineTerminators

    var ranges: [ClosedRange<UInt32>] {
        switch self {
        case .digits: [0x30...0x39]
        case .word: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]
        case .space:
            [
                0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
                0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
            ]
        case .lineTerminators: [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029]
        }
    }

    static func isWord(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
        default: false
        }
    }
}
