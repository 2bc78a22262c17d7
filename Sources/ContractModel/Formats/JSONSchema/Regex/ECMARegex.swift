/// A regular expression of ECMA-262, as the keywords `pattern` and `patternProperties` use it: matched by code points (as
/// with the flag `u`), anywhere in the text, `^` and `$` at the text's ends only.
///
/// Whether a text matches is decided in steps that are counted. Without back-references all ways are walked at once, so the
/// steps grow with pattern times text and never exponentially; with them, ways are tried one after the other.
///
/// Read: ECMA-262's syntax with the flag `u`, and beyond it escapes of punctuation that needs none (`\-`, `\'`), a `]`, `{`
/// or `}` that stands for itself. Not read: flags in groups (`(?i:`), string properties, back-references in a lookbehind.
package struct ECMARegex: Sendable {
    package let pattern: String
    let main: RegexProgram
    let lookarounds: [RegexProgram]
    let captureCount: Int
    /// How many steps it was laid out in: what it takes of memory.
    let size: Int
    private static let longestPattern = 65_536
    let hasBackreferences: Bool
    /// A search needs only be tried at the text's start.
    let isAnchored: Bool
    /// What the text must be, begin with, end with or hold, where the pattern is no more than that.
    let literal: RegexLiteral?

    /// - Throws: what is wrong with the pattern, or what in it is not supported.
    package init(_ pattern: String) throws(RegexProblem) {
        self.pattern = pattern
        guard pattern.utf8.count <= Self.longestPattern else {
            throw RegexProblem(reason: "it has more than \(Self.longestPattern) bytes, which is not supported", offset: 0)
        }
        var parser = RegexParser(pattern)
        let term = try parser.parsePattern()
        literal = RegexLiteral(term)
        var compiler = RegexCompiler()
        main = try compiler.compile(term, backward: false)
        lookarounds = compiler.lookarounds
        captureCount = parser.captureCount
        hasBackreferences = compiler.hasBackreferences
        isAnchored = main.first == .textStart
        size = compiler.length
    }

    /// Whether some part of the text matches.
    ///
    /// - Parameter steps: what may be spent; lowered by what was.
    /// - Throws: where the steps do not suffice to tell.
    package func matches(_ text: String, steps: inout Int) throws(RegexExhausted) -> Bool {
        steps -= 1 + text.utf8.count / 16
        if steps < 0 { throw RegexExhausted() }
        if let literal { return literal.matches(text) }
        let scalars = text.unicodeScalars.map(\.value)
        if hasBackreferences {
            var search = RegexBacktracking(regex: self, text: scalars, steps: steps)
            defer { steps = search.steps }
            return try search.find()
        }
        var search = RegexSimulation(regex: self, text: scalars, steps: steps)
        defer { steps = search.steps }
        return try search.find(main, at: 0, isSearch: !isAnchored)
    }

    package func matches(_ text: String) throws(RegexExhausted) -> Bool {
        var steps = 20_000_000
        return try matches(text, steps: &steps)
    }
}

/// What is wrong with a pattern.
package struct RegexProblem: Error, Sendable, Hashable {
    /// A clause such as "the group is not closed".
    package var reason: String
    /// Where, as an offset in Unicode scalars of the pattern.
    package var offset: Int
}

/// The steps allowed did not suffice to tell whether a text matches.
package struct RegexExhausted: Error, Sendable, Hashable {}

/// Patterns that are plain text between optional anchors need no machine.
struct RegexLiteral: Sendable {
    private let bytes: [UInt8]
    private let isAtStart: Bool
    private let isAtEnd: Bool

    init?(_ term: RegexTerm) {
        var terms: [RegexTerm] = if case .sequence(let terms) = term { terms } else { [term] }
        isAtStart = terms.first == .textStart
        if isAtStart { terms.removeFirst() }
        isAtEnd = terms.last == .textEnd
        if isAtEnd { terms.removeLast() }
        var text = String.UnicodeScalarView()
        for term in terms {
            guard case .scalar(let value) = term, let scalar = Unicode.Scalar(value) else { return nil }
            text.append(scalar)
        }
        bytes = Array(String(text).utf8)
    }

    func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { text in
            switch (isAtStart, isAtEnd) {
            case (true, true): return text.count == bytes.count && text.elementsEqual(bytes)
            case (true, false): return text.starts(with: bytes)
            case (false, true): return text.count >= bytes.count && text.suffix(bytes.count).elementsEqual(bytes)
            case (false, false):
                guard let first = bytes.first else { return true }
                guard text.count >= bytes.count else { return false }
                return (0...text.count - bytes.count).contains { text[$0] == first && text[$0...].starts(with: bytes) }
            }
        }
    }
}
