extension PatternParser {
    /// Behind a backslash, outside of brackets.
    mutating func parseEscape() throws(PatternProblem) -> PatternTerm {
        if let set = try parseClassEscape() { return .set(set) }
        guard let scalar = current else { throw PatternProblem("it ends with a backslash") }
        switch scalar {
        case "A": place += 1; return .assertion(.textStart)
        case "z": place += 1; return .assertion(.textEnd)
        case "b": place += 1; return .assertion(.wordBoundary)
        case "B": place += 1; return .assertion(.noWordBoundary)
        default: return literal(try parseScalarEscape())
        }
    }

    /// `\d`, `\pL`, `\P{Lu}` and their like; nil where none begins.
    private mutating func parseClassEscape() throws(PatternProblem) -> ScalarSet? {
        guard let scalar = current else { return nil }
        var set: ScalarSet
        switch scalar {
        case "d", "D": set = .digit
        case "s", "S": set = .space
        case "w", "W": set = .word
        case "p", "P":
            place += 1
            var isNegated = scalar == "P"
            var name = ""
            if takeIf("{") {
                if takeIf("^") { isNegated.toggle() }
                while let letter = current, letter != "}" {
                    name.unicodeScalars.append(letter)
                    place += 1
                }
                guard takeIf("}") else { throw PatternProblem("a '{' is not closed") }
            } else if let letter = current {
                name.unicodeScalars.append(letter)
                place += 1
            }
            if name == "Any" { return ScalarSet(ranges: [0...0x10FFFF], isNegated: isNegated) }
            guard Unicode.GeneralCategory.abbreviations.contains(name) else {
                throw PatternProblem("Unicode's general categories are supported, and '\(name.prefix(40))' is none")
            }
            return ScalarSet(categories: [name], isNegated: isNegated)
        default: return nil
        }
        place += 1
        set.isNegated = scalar.properties.isUppercase
        return set
    }

    private mutating func parseScalarEscape() throws(PatternProblem) -> Unicode.Scalar {
        let scalar = scalars[place]
        place += 1
        switch scalar {
        case "a": return "\u{7}"
        case "f": return "\u{C}"
        case "t": return "\t"
        case "n": return "\n"
        case "r": return "\r"
        case "v": return "\u{B}"
        case "x": return try parseHex()
        case "0"..."7":
            var value = scalar.value - 48
            var digits = 1
            while digits < 3, let digit = current, ("0"..."7").contains(digit) {
                value = value * 8 + digit.value - 48
                place += 1
                digits += 1
            }
            guard scalar == "0" || digits == 3 else { throw PatternProblem("RE2 has no back-references") }
            return Unicode.Scalar(value) ?? scalar
        default:
            let isWord = ScalarSet.word.contains(scalar.value) && scalar != "_"
            guard scalar.isASCII, !isWord else { throw PatternProblem("'\\\(scalar)' is no escape") }
            return scalar
        }
    }

    private mutating func parseHex() throws(PatternProblem) -> Unicode.Scalar {
        let isBraced = takeIf("{")
        var value: UInt32 = 0
        var digits = 0
        while digits < (isBraced ? 8 : 2), let digit = current?.value, digit < 128, let number = hexValue(UInt8(digit)) {
            value = value << 4 | number
            digits += 1
            place += 1
        }
        guard isBraced ? digits > 0 && takeIf("}") : digits == 2, let scalar = Unicode.Scalar(value) else {
            throw PatternProblem("'\\x' wants two hexadecimal digits, or a character's number in braces")
        }
        return scalar
    }

    /// Behind a `[`.
    mutating func parseClass() throws(PatternProblem) -> ScalarSet {
        var set = ScalarSet()
        set.ignoresCase = flags.ignoresCase
        set.isNegated = takeIf("^")
        var isFirst = true
        while true {
            guard let scalar = current else { throw PatternProblem("a '[' is not closed") }
            if scalar == "]", !isFirst {
                place += 1
                set.arrange()
                guard set.complements.count <= 50 else { throw PatternProblem("a class has too many parts") }
                return set
            }
            isFirst = false
            if takeIf("[:") {
                try addNamedClass(to: &set)
                continue
            }
            if scalar == "\\" {
                place += 1
                if let inner = try parseClassEscape() {
                    add(inner, to: &set)
                    continue
                }
                place -= 1
            }
            try addRange(to: &set)
        }
    }

    private func add(_ inner: ScalarSet, to set: inout ScalarSet) {
        if inner.isNegated {
            var positive = inner
            positive.isNegated = false
            set.complements.append(positive)
        } else {
            set.ranges += inner.ranges
            set.categories.formUnion(inner.categories)
        }
    }

    private mutating func addRange(to set: inout ScalarSet) throws(PatternProblem) {
        let first = try classScalar()
        guard current == "-", place + 1 < scalars.count, scalars[place + 1] != "]" else {
            set.ranges.append(first.value...first.value)
            return
        }
        place += 1
        let last = try classScalar()
        guard first <= last else { throw PatternProblem("a range's ends are the wrong way round") }
        set.ranges.append(first.value...last.value)
    }

    private mutating func classScalar() throws(PatternProblem) -> Unicode.Scalar {
        guard let scalar = current else { throw PatternProblem("a '[' is not closed") }
        place += 1
        guard scalar == "\\" else { return scalar }
        guard current != nil else { throw PatternProblem("it ends with a backslash") }
        return try parseScalarEscape()
    }

    private mutating func addNamedClass(to set: inout ScalarSet) throws(PatternProblem) {
        let isNegated = takeIf("^")
        var name = ""
        while let scalar = current, scalar != ":" {
            name.unicodeScalars.append(scalar)
            place += 1
        }
        guard takeIf(":]"), let ranges = Self.namedClasses[name] else { throw PatternProblem("'[:\(name.prefix(40)):]' is no class") }
        add(ScalarSet(ranges: ranges, isNegated: isNegated), to: &set)
    }

    private static let namedClasses: [String: [ClosedRange<UInt32>]] = [
        "alnum": [48...57, 65...90, 97...122], "alpha": [65...90, 97...122], "ascii": [0...127], "blank": [9...9, 32...32],
        "cntrl": [0...31, 127...127], "digit": [48...57], "graph": [33...126], "lower": [97...122], "print": [32...126],
        "punct": [33...47, 58...64, 91...96, 123...126], "space": [9...13, 32...32], "upper": [65...90],
        "word": [48...57, 65...90, 95...95, 97...122], "xdigit": [48...57, 65...70, 97...102],
    ]
}
