/// Reads RE2's syntax.
struct PatternParser {
    struct Flags {
        var ignoresCase = false
        var isMultiline = false
        var dotTakesLineBreaks = false
    }

    let scalars: [Unicode.Scalar]
    var place = 0
    var flags = Flags()
    private var depth = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    mutating func parse() throws(PatternProblem) -> PatternTerm {
        guard scalars.count <= 10_000 else { throw PatternProblem("it is longer than 10000 characters") }
        let term = try parseAlternatives()
        guard place == scalars.count else { throw PatternProblem("a ')' closes nothing") }
        return term
    }

    var current: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    mutating func takeIf(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard scalars[place...].starts(with: wanted) else { return false }
        place += wanted.count
        return true
    }

    private mutating func parseAlternatives() throws(PatternProblem) -> PatternTerm {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 100 else { throw PatternProblem("its groups nest deeper than 100 levels") }
        var alternatives = [try parseSequence()]
        while takeIf("|") { alternatives.append(try parseSequence()) }
        return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
    }

    private mutating func parseSequence() throws(PatternProblem) -> PatternTerm {
        var terms: [PatternTerm] = []
        while let scalar = current, scalar != "|", scalar != ")" {
            if takeIf("\\Q") {
                while place < scalars.count, !takeIf("\\E") {
                    terms.append(literal(scalars[place]))
                    place += 1
                }
                continue
            }
            guard let term = try parseAtom() else { continue }
            terms.append(try parseRepetitions(of: term))
        }
        return terms.count == 1 ? terms[0] : .sequence(terms)
    }

    /// Nil for flags that stand alone, as `(?i)`.
    private mutating func parseAtom() throws(PatternProblem) -> PatternTerm? {
        let scalar = scalars[place]
        place += 1
        switch scalar {
        case "(": return try parseGroup()
        case "[": return .set(try parseClass())
        case ".": return .set(ScalarSet(ranges: flags.dotTakesLineBreaks ? [0...0x10FFFF] : [0...9, 11...0x10FFFF]))
        case "^": return .assertion(flags.isMultiline ? .lineStart : .textStart)
        case "$": return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
        case "\\": return try parseEscape()
        case "*", "+", "?": throw PatternProblem("a '\(scalar)' repeats nothing")
        default: return literal(scalar)
        }
    }

    func literal(_ scalar: Unicode.Scalar) -> PatternTerm {
        guard flags.ignoresCase, !caseVariants(of: scalar.value).isEmpty else { return .scalar(scalar.value) }
        return .set(ScalarSet(ranges: [scalar.value...scalar.value], ignoresCase: true))
    }

    private mutating func parseGroup() throws(PatternProblem) -> PatternTerm? {
        let outer = flags
        if takeIf("?") {
            if takeIf("P<") || takeIf("<") {
                guard current != "=", current != "!" else { throw PatternProblem("RE2 has no look-behind") }
                try skipName()
            } else if current == "=" || current == "!" {
                throw PatternProblem("RE2 has no look-ahead")
            } else {
                // `(?i)` holds for the rest of the group that it stands in, `(?i:…)` for its own.
                if try parseFlags() { return nil }
            }
        }
        let term = try parseAlternatives()
        guard takeIf(")") else { throw PatternProblem("a '(' is not closed") }
        flags = outer
        return term
    }

    private mutating func skipName() throws(PatternProblem) {
        let start = place
        while let scalar = current, ScalarSet.word.contains(scalar.value) { place += 1 }
        guard place > start, takeIf(">") else { throw PatternProblem("a group's name has letters, digits and '_' and ends with '>'") }
    }

    /// True where the flags end with `)`.
    private mutating func parseFlags() throws(PatternProblem) -> Bool {
        var isOn = true
        while let scalar = current {
            place += 1
            switch scalar {
            case "i": flags.ignoresCase = isOn
            case "m": flags.isMultiline = isOn
            case "s": flags.dotTakesLineBreaks = isOn
            case "U": break
            case "-" where isOn: isOn = false
            case ":": return false
            case ")": return true
            default: throw PatternProblem("'(?\(scalar)' is no group of RE2's")
            }
        }
        throw PatternProblem("a '(' is not closed")
    }

    private mutating func parseRepetitions(of atom: PatternTerm) throws(PatternProblem) -> PatternTerm {
        guard let (minimum, maximum) = try parseRepetition() else { return atom }
        // Lazy or greedy: it fits all the same.
        _ = takeIf("?")
        let next = place
        if try parseRepetition() != nil {
            place = next
            throw PatternProblem("a repetition is repeated")
        }
        return .repeated(atom, minimum, maximum)
    }

    private mutating func parseRepetition() throws(PatternProblem) -> (Int, Int?)? {
        if takeIf("*") { return (0, nil) }
        if takeIf("+") { return (1, nil) }
        if takeIf("?") { return (0, 1) }
        guard current == "{" else { return nil }
        let start = place
        place += 1
        // What is no repetition is a brace that means itself.
        guard let minimum = number() else {
            place = start
            return nil
        }
        var maximum: Int? = minimum
        if takeIf(",") { maximum = current == "}" ? nil : number() ?? -1 }
        guard takeIf("}"), maximum != -1 else {
            place = start
            return nil
        }
        guard minimum <= 1000, maximum ?? 0 <= 1000 else { throw PatternProblem("it repeats more than 1000 times") }
        guard maximum ?? minimum >= minimum else { throw PatternProblem("a repetition's bounds are the wrong way round") }
        return (minimum, maximum)
    }

    private mutating func number() -> Int? {
        let start = place
        var value = 0
        while let scalar = current, ("0"..."9").contains(scalar) {
            value = min(value * 10 + Int(scalar.value - 48), 100_000)
            place += 1
        }
        return place > start ? value : nil
    }
}
