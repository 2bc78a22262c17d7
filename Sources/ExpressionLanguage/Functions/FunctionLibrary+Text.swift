extension FunctionLibrary {
    static let text: [ExpressionFunction] = [
        test("contains", "Whether the text has the other somewhere.") { text, part in contains(Array(text.utf8), Array(part.utf8)) },
        test("startsWith", "Whether the text begins with the other.") { text, part in text.utf8.starts(with: part.utf8) },
        test("endsWith", "Whether the text ends with the other.") { text, part in text.utf8.reversed().starts(with: part.utf8.reversed()) },
        ExpressionFunction(
            "matches", ["string.matches(string) -> bool", "matches(string, string) -> bool"],
            "Whether the pattern, in RE2's syntax, fits somewhere; `^` and `$` bind it to the ends. In linear time."
        ) { meter, arguments throws(EvaluationError) in
            guard arguments.count == 2, case .string(let text) = arguments[0], case .string(let pattern) = arguments[1] else { throw noSuchOverload }
            try meter.chargeText(pattern.utf8.count * 10)
            let compiled: TextPattern
            do throws(PatternProblem) { compiled = try TextPattern(pattern) } catch { throw wrongArgument("the pattern \(shown(arguments[1])) is none: \(error.reason)") }
            return .bool(try compiled.matches(text, &meter))
        },
    ]

    private static func test(
        _ name: String, _ summary: String, body: @escaping @Sendable (String, String) -> Bool
    ) -> ExpressionFunction {
        ExpressionFunction(name, ["string.\(name)(string) -> bool"], summary) { meter, arguments throws(EvaluationError) in
            guard arguments.count == 2, case .string(let text) = arguments[0], case .string(let part) = arguments[1] else { throw noSuchOverload }
            try meter.chargeText(text.utf8.count + part.utf8.count)
            return .bool(body(text, part))
        }
    }
}

private func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool { firstOccurrence(of: part, in: text, from: 0) != nil }

/// Knuth, Morris and Pratt: linear, whatever the two are.
func firstOccurrence<Element: Equatable>(of part: [Element], in text: [Element], from start: Int) -> Int? {
    if part.isEmpty { return start <= text.count ? start : nil }
    guard text.count - start >= part.count else { return nil }
    var borders = [Int](repeating: 0, count: part.count)
    var length = 0
    for place in 1..<max(part.count, 1) where place < part.count {
        while length > 0, part[place] != part[length] { length = borders[length - 1] }
        if part[place] == part[length] { length += 1 }
        borders[place] = length
    }
    var matched = 0
    for place in start..<text.count {
        while matched > 0, text[place] != part[matched] { matched = borders[matched - 1] }
        if text[place] == part[matched] { matched += 1 }
        if matched == part.count { return place - part.count + 1 }
    }
    return nil
}
