/// A part of a regular expression. Groups are not kept: only whether the pattern fits is asked.
indirect enum PatternTerm: Sendable {
    enum Assertion: Sendable { case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary }

    case scalar(UInt32)
    case set(ScalarSet)
    case assertion(Assertion)
    case sequence([PatternTerm])
    case alternatives([PatternTerm])
    /// At least, at most; no bound where nil.
    case repeated(PatternTerm, Int, Int?)
}

/// Why a text is no pattern.
struct PatternProblem: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
}

/// A set of characters.
struct ScalarSet: Sendable {
    /// Sorted and apart from each other, once `arrange` was called.
    var ranges: [ClosedRange<UInt32>] = []
    /// Unicode general categories by their first letter, or both.
    var categories: Set<String> = []
    /// Sets whose complement belongs to this one, as `[\D]` has one.
    var complements: [ScalarSet] = []
    var isNegated = false
    var ignoresCase = false

    static let digit = ScalarSet(ranges: [48...57])
    static let word = ScalarSet(ranges: [48...57, 65...90, 95...95, 97...122])
    static let space = ScalarSet(ranges: [9...10, 12...13, 32...32])

    /// `variants` is the character in its other cases.
    func contains(_ scalar: UInt32, variants: [UInt32] = []) -> Bool {
        let isIn = holds(scalar) || ignoresCase && variants.contains(where: holds)
        return isIn != isNegated
    }

    /// Sorts the ranges and joins those that touch, so that a search by halves finds its way.
    mutating func arrange() {
        var arranged: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = arranged.last, range.lowerBound <= last.upperBound + 1 {
                arranged[arranged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                arranged.append(range)
            }
        }
        ranges = arranged
    }

    private func holds(_ scalar: UInt32) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
        }
        if low < ranges.count, ranges[low].contains(scalar) { return true }
        if complements.contains(where: { !$0.contains(scalar) }) { return true }
        guard !categories.isEmpty, let scalar = Unicode.Scalar(scalar) else { return false }
        let name = scalar.properties.generalCategory.abbreviation
        return categories.contains(name) || categories.contains(String(name.prefix(1)))
    }
}

/// The same letter, large and small, where those are single characters.
func caseVariants(of value: UInt32) -> [UInt32] {
    guard let scalar = Unicode.Scalar(value) else { return [] }
    var variants: [UInt32] = []
    for mapping in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
        let scalars = mapping.unicodeScalars
        if scalars.count == 1, let first = scalars.first, first.value != value { variants.append(first.value) }
    }
    return variants
}

extension Unicode.GeneralCategory {
    static let abbreviations: Set<String> = [
        "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po",
        "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C", "Cc", "Cf", "Cs", "Co", "Cn",
    ]

    var abbreviation: String {
        switch self {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        default: "Cn"
        }
    }
}
