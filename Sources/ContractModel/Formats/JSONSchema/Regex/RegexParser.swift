/// Reads ECMA-262's Pattern (22.2.1), by recursive descent.
struct RegexParser {
    private let scalars: [UInt32]
    var offset = 0
    private var depth = 0
    /// Groups opened so far that capture.
    private(set) var captureCount = 0
    private let totalCaptures: Int
    private let names: [String: Int]

    private static let maximumDepth = 200
    private static let largestRepeat = 100_000

    init(_ pattern: String) {
        scalars = pattern.unicodeScalars.map(\.value)
        (totalCaptures, names) = RegexGroups.scan(scalars)
    }

    mutating func parsePattern() throws(RegexProblem) -> RegexTerm {
        let term = try parseAlternatives()
        if peek != nil { throw problem("a ')' closes no group") }
        return term
    }

    // MARK: Walking

    var peek: UInt32? { offset < scalars.count ? scalars[offset] : nil }

    func problem(_ reason: String) -> RegexProblem { RegexProblem(reason: reason, offset: offset) }

    mutating func advance(by count: Int = 1) { offset += count }

    func isNext(_ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard offset + length <= scalars.count else { return false }
        return (0..<length).allSatisfy { scalars[offset + $0] == UInt32(text.utf8Start[$0]) }
    }

    mutating func take(_ text: StaticString) -> Bool {
        guard isNext(text) else { return false }
        offset += text.utf8CodeUnitCount
        return true
    }

    // MARK: Terms

    private mutating func parseAlternatives() throws(RegexProblem) -> RegexTerm {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.maximumDepth {
            throw problem("groups are nested more than \(Self.maximumDepth) deep, which is not supported")
        }
        var alternatives = [try parseSequence()]
        while take("|") { alternatives.append(try parseSequence()) }
        return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
    }

    private mutating func parseSequence() throws(RegexProblem) -> RegexTerm {
        var terms: [RegexTerm] = []
        while let scalar = peek, scalar != UInt32(ascii: "|"), scalar != UInt32(ascii: ")") { terms.append(try parseTerm()) }
        return terms.count == 1 ? terms[0] : .sequence(terms)
    }

    private mutating func parseTerm() throws(RegexProblem) -> RegexTerm {
        if take("^") { return .textStart }
        if take("$") { return .textEnd }
        if take("\\b") { return .wordBoundary(isNegated: false) }
        if take("\\B") { return .wordBoundary(isNegated: true) }
        if take("(?=") { return try parseLook(isBehind: false, isNegated: false) }
        if take("(?!") { return try parseLook(isBehind: false, isNegated: true) }
        if take("(?<=") { return try parseLook(isBehind: true, isNegated: false) }
        if take("(?<!") { return try parseLook(isBehind: true, isNegated: true) }
        let before = captureCount
        let atom = try parseAtom()
        return try parseQuantifier(of: atom, captures: before..<captureCount)
    }

    private mutating func parseLook(isBehind: Bool, isNegated: Bool) throws(RegexProblem) -> RegexTerm {
        let term = try parseAlternatives()
        try closeGroup()
        return .look(term, isBehind: isBehind, isNegated: isNegated)
    }

    private mutating func closeGroup() throws(RegexProblem) {
        guard take(")") else { throw problem("a group is not closed") }
    }

    private mutating func parseAtom() throws(RegexProblem) -> RegexTerm {
        guard let scalar = peek else { throw problem("the pattern ends too early") }
        switch scalar {
        case UInt32(ascii: "."):
            advance()
            var set = RegexSet()
            set.insert(.lineTerminators, isNegated: true)
            set.seal()
            return .set(set)
        case UInt32(ascii: "["):
            return .set(try parseClass())
        case UInt32(ascii: "("):
            return try parseGroup()
        case UInt32(ascii: "\\"):
            return try parseEscape()
        case UInt32(ascii: "*"), UInt32(ascii: "+"), UInt32(ascii: "?"):
            throw problem("there is nothing to repeat")
        default:
            advance()
            return .scalar(scalar)
        }
    }

    private mutating func parseGroup() throws(RegexProblem) -> RegexTerm {
        if take("(?:") {
            let term = try parseAlternatives()
            try closeGroup()
            return term
        }
        if isNext("(?"), !isNext("(?<") {
            throw problem("this kind of group is not ECMA-262's, or not supported")
        }
        advance()
        if take("?<") { _ = try parseName() }
        captureCount += 1
        let index = captureCount
        let term = try parseAlternatives()
        try closeGroup()
        return .capture(index, term)
    }

    private mutating func parseName() throws(RegexProblem) -> String {
        var name = String.UnicodeScalarView()
        while let value = peek, value != UInt32(ascii: ">"), let scalar = Unicode.Scalar(value) {
            let properties = scalar.properties
            guard properties.isXIDContinue || scalar == "$" || scalar == "_", !name.isEmpty || !("0"..."9").contains(scalar)
            else { throw problem("this is no name of a group") }
            name.append(scalar)
            advance()
        }
        guard !name.isEmpty, take(">") else { throw problem("the name of a group is not closed") }
        return String(name)
    }

    /// After `\k`.
    mutating func parseNamedReference() throws(RegexProblem) -> RegexTerm {
        guard take("<") else { throw problem("'\\k' is not followed by the name of a group") }
        guard let index = names[try parseName()] else { throw problem("no group has this name") }
        return .backreference(index)
    }

    /// A decimal after `\`, other than 0.
    mutating func parseNumberedReference() throws(RegexProblem) -> RegexTerm {
        guard let number = parseDecimal(), number <= totalCaptures else { throw problem("no group has this number") }
        return .backreference(number)
    }

    // MARK: Quantifiers

    private mutating func parseQuantifier(of atom: RegexTerm, captures: Range<Int>) throws(RegexProblem) -> RegexTerm {
        let (minimum, maximum): (Int, Int?)
        if take("*") {
            (minimum, maximum) = (0, nil)
        } else if take("+") {
            (minimum, maximum) = (1, nil)
        } else if take("?") {
            (minimum, maximum) = (0, 1)
        } else if let braces = parseBraces() {
            (minimum, maximum) = braces
        } else {
            return atom
        }
        if let maximum, maximum < minimum { throw problem("a repetition's maximum is below its minimum") }
        let isLazy = take("?")
        if let next = peek, [UInt32(ascii: "*"), UInt32(ascii: "+"), UInt32(ascii: "?")].contains(next) {
            throw problem("there is nothing to repeat")
        }
        return .repeated(
            atom, minimum: minimum, maximum: maximum, isLazy: isLazy, captures: captures.lowerBound + 1..<captures.upperBound + 1)
    }

    /// `{2}`, `{2,}` or `{2,3}`; nil, and nothing read, where the brace stands for itself.
    private mutating func parseBraces() -> (Int, Int?)? {
        let start = offset
        guard take("{"), let minimum = parseDecimal() else {
            offset = start
            return nil
        }
        var maximum: Int? = minimum
        if take(",") { maximum = isNext("}") ? nil : parseDecimal() ?? -1 }
        guard maximum != -1, take("}") else {
            offset = start
            return nil
        }
        return (minimum, maximum)
    }

    private mutating func parseDecimal() -> Int? {
        var value: Int?
        while let scalar = peek, (0x30...0x39).contains(scalar) {
            value = min((value ?? 0) * 10 + Int(scalar - 0x30), Self.largestRepeat)
            advance()
        }
        return value
    }
}

extension UInt32 {
    /// For literals; without the label a text of digits would be read.
    init(ascii scalar: Unicode.Scalar) { self = scalar.value }
}

/// How many groups of a pattern capture, and what they are called: a back-reference may stand before its group.
enum RegexGroups {
    static func scan(_ scalars: [UInt32]) -> (count: Int, names: [String: Int]) {
        var count = 0
        var names: [String: Int] = [:]
        var isInClass = false
        var index = 0
        while index < scalars.count {
            defer { index += 1 }
            switch scalars[index] {
            case UInt32(ascii: "\\"): index += 1
            case UInt32(ascii: "["): isInClass = true
            case UInt32(ascii: "]"): isInClass = false
            case UInt32(ascii: "(") where !isInClass:
                let rest = scalars[(index + 1)...].prefix(3)
                if rest.first != UInt32(ascii: "?") {
                    count += 1
                } else if rest.count == 3, rest[index + 2] == UInt32(ascii: "<"), rest[index + 3] != UInt32(ascii: "="),
                    rest[index + 3] != UInt32(ascii: "!")
                {
                    count += 1
                    var name = String.UnicodeScalarView()
                    for value in scalars[(index + 3)...] {
                        guard value != UInt32(ascii: ">"), let scalar = Unicode.Scalar(value) else { break }
                        name.append(scalar)
                    }
                    names[String(name)] = count
                }
            default: break
            }
        }
        return (count, names)
    }
}
