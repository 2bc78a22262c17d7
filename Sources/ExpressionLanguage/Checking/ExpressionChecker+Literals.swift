extension ExpressionChecker {
    /// Text that is written out and can never be read: a pattern that is none, a moment that does not exist.
    mutating func checkLiterals(of function: String, _ values: [SyntaxNode]) {
        switch (function, values.count) {
        case ("matches", 2):
            guard case .literal(.string(let text)) = values[1].kind else { return }
            do throws(PatternProblem) { _ = try TextPattern(text) } catch {
                report(ExpressionCode.invalidLiteral, "the pattern cannot be used: \(error.reason)", at: values[1].span)
            }
        case ("timestamp", 1):
            guard case .literal(.string(let text)) = values[0].kind, readTimestamp(text) == nil else { return }
            report(
                ExpressionCode.invalidLiteral, "this is no timestamp", at: values[0].span,
                suggestion: "write it by RFC 3339: '2026-11-23T08:00:00Z'")
        case ("duration", 1):
            guard case .literal(.string(let text)) = values[0].kind, readDuration(text) == nil else { return }
            report(
                ExpressionCode.invalidLiteral, "this is no duration", at: values[0].span,
                suggestion: "write numbers with the units h, m, s, ms, us and ns: '1h30m', '168h'")
        default: return
        }
    }
}
