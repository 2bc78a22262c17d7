/// Escapes and classes of characters (ECMA-262, AtomEscape and CharacterClass).
extension RegexParser {
    mutating func parseEscape() throws(RegexProblem) -> RegexTerm {
        advance()
        guard let scalar = peek else { throw problem("a '\\' stands at the end") }
        if scalar == UInt32(ascii: "k") {
            advance()
            return try parseNamedReference()
        }
        if (0x31...0x39).contains(scalar) { return try parseNumberedReference() }
        var set = RegexSet()
        if try parseSetEscape(into: &set) {
            set.seal()
            return .set(set)
        }
        return .scalar(try parseCharacterEscape(isInClass: false))
    }

    mutating func parseClass() throws(RegexProblem) -> RegexSet {
        advance()
        var set = RegexSet()
        set.isNegated = take("^")
        while !take("]") {
            guard peek != nil else { throw problem("a class of characters is not closed") }
            guard let first = try parseClassAtom(into: &set) else { continue }
            guard isNext("-"), !isNext("-]") else {
                set.insert(first)
                continue
            }
            advance()
            guard peek != nil else { throw problem("a class of characters is not closed") }
            guard let last = try parseClassAtom(into: &set) else {
                // `a-\d`: the dash stands for itself.
                set.insert(first)
                set.insert(UInt32(ascii: "-"))
                continue
            }
            guard first <= last else { throw problem("a range of characters runs backward") }
            set.insert(first...last)
        }
        set.seal()
        return set
    }

    /// One character; nil where a set such as `\d` was put in.
    private mutating func parseClassAtom(into set: inout RegexSet) throws(RegexProblem) -> UInt32? {
        guard let scalar = peek else { throw problem("a class of characters is not closed") }
        advance()
        guard scalar == UInt32(ascii: "\\") else { return scalar }
        if try parseSetEscape(into: &set) { return nil }
        return try parseCharacterEscape(isInClass: true)
    }

    /// `\d \D \w \W \s \S \p{…} \P{…}`, past the backslash.
    private mutating func parseSetEscape(into set: inout RegexSet) throws(RegexProblem) -> Bool {
        if take("d") {
            set.insert(.digits, isNegated: false)
            return true
        }
        if take("D") {
            set.insert(.digits, isNegated: true)
            return true
        }
        if take("w") {
            set.insert(.word, isNegated: false)
            return true
        }
        if take("W") {
            set.insert(.word, isNegated: true)
            return true
        }
        if take("s") {
            set.insert(.space, isNegated: false)
            return true
        }
        if take("S") {
            set.insert(.space, isNegated: true)
            return true
        }
        guard isNext("p") || isNext("P") else { return false }
        let isNegated = isNext("P")
        let start = offset
        advance()
        guard take("{") else { throw problem("a property's name must follow in braces") }
        var name = ""
        while let value = peek, value != UInt32(ascii: "}"), let scalar = Unicode.Scalar(value), name.utf8.count < 60 {
            name.unicodeScalars.append(scalar)
            advance()
        }
        guard take("}") else { throw problem("a property's name is not closed") }
        guard let property = UnicodeProperty(name) else {
            throw RegexProblem(reason: "'\(name)' is no property of characters that is known here", offset: start)
        }
        set.insert(property, isNegated: isNegated)
        return true
    }

    /// One character, past the backslash.
    private mutating func parseCharacterEscape(isInClass: Bool) throws(RegexProblem) -> UInt32 {
        guard let scalar = peek else { throw problem("a '\\' stands at the end") }
        advance()
        switch scalar {
        case UInt32(ascii: "t"): return 0x09
        case UInt32(ascii: "n"): return 0x0A
        case UInt32(ascii: "v"): return 0x0B
        case UInt32(ascii: "f"): return 0x0C
        case UInt32(ascii: "r"): return 0x0D
        case UInt32(ascii: "b") where isInClass: return 0x08
        case UInt32(ascii: "0"):
            if let next = peek, (0x30...0x39).contains(next) { throw problem("octal escapes are not ECMA-262's with Unicode") }
            return 0
        case UInt32(ascii: "c"):
            guard let letter = peek, (0x41...0x5A).contains(letter & ~0x20) else { throw problem("a letter must follow '\\c'") }
            advance()
            return letter & 0x1F
        case UInt32(ascii: "x"): return try parseHexadecimal(digits: 2)
        case UInt32(ascii: "u"): return try parseUnicodeEscape()
        default:
            let isLetterOrDigit = Unicode.Scalar(scalar)?.properties.isXIDContinue == true && scalar != UInt32(ascii: "_")
            if isLetterOrDigit {
                let name = Unicode.Scalar(scalar).map { String(Character($0)) } ?? ""
                throw problem("ECMA-262 has no escape '\\\(name)'")
            }
            return scalar
        }
    }

    private mutating func parseUnicodeEscape() throws(RegexProblem) -> UInt32 {
        if take("{") {
            var value: UInt32 = 0
            var digits = 0
            while let scalar = peek, let digit = hexadecimalDigit(scalar) {
                value = min(value << 4 | digit, 0x110000)
                digits += 1
                advance()
            }
            guard digits > 0, value <= 0x10FFFF, take("}") else { throw problem("this is no code point") }
            return value
        }
        let first = try parseHexadecimal(digits: 4)
        guard (0xD800...0xDBFF).contains(first), isNext("\\u"), !isNext("\\u{") else { return first }
        let start = offset
        advance(by: 2)
        let second = try parseHexadecimal(digits: 4)
        guard (0xDC00...0xDFFF).contains(second) else {
            offset = start
            return first
        }
        return 0x10000 + ((first & 0x3FF) << 10 | second & 0x3FF)
    }

    private mutating func parseHexadecimal(digits: Int) throws(RegexProblem) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let scalar = peek, let digit = hexadecimalDigit(scalar) else {
                throw problem("\(digits) hexadecimal digits are expected")
            }
            value = value << 4 | digit
            advance()
        }
        return value
    }

    private func hexadecimalDigit(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x30...0x39: scalar - 0x30
        case 0x41...0x46: scalar - 0x41 + 10
        case 0x61...0x66: scalar - 0x61 + 10
        default: nil
        }
    }
}
