import Diagnostics

/// What was found so far, up to a limit: a generated schema of a thousand fields may break a habit in each.
struct LintFindings {
    private(set) var diagnostics: [Diagnostic] = []
    static let maximum = 500
    /// Looks for a name near another that may still be taken: a schema may have any number of names that nobody knows.
    private var guessesLeft = 20_000

    /// What is found now is not shown: nothing is to be gained by looking for it.
    var isFull: Bool { diagnostics.count > Self.maximum }

    mutating func guess(_ name: String, among candidates: some Sequence<String>) -> String? {
        guessesLeft -= 1
        return guessesLeft < 0 ? nil : closestMatch(to: name, among: candidates)
    }

    mutating func add(
        _ rule: LintRule, _ message: String, at range: SourceRange, secondary: [Diagnostic.Label] = [], suggestion: String? = nil,
        fixIts: [TextEdit] = []
    ) {
        guard !isFull else { return }
        if diagnostics.count == Self.maximum {
            let code = LintRule.tooManyFindings
            return diagnostics.append(
                Diagnostic(code.severity, code: code.rawValue, "there are more findings, which are not shown", at: range))
        }
        diagnostics.append(
            Diagnostic(
                rule.severity, code: rule.rawValue, message, at: range, secondary: secondary, suggestion: suggestion, fixIts: fixIts))
    }
}

/// `'a', 'b' and 3 more`: names under somebody's control, so not all of them.
func quotedList(_ names: some Sequence<String>, count: Int) -> String {
    let shown = names.prefix(5).map { "'\($0)'" }
    let rest = count - shown.count
    if rest > 0 { return shown.joined(separator: ", ") + " and \(rest) more" }
    guard shown.count > 1, let last = shown.last else { return shown.joined() }
    return shown.dropLast().joined(separator: ", ") + " and " + last
}
