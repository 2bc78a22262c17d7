import Diagnostics

/// Says what a person did, where libyaml says what its scanner missed.
func explainSyntax(_ syntax: SyntaxProblem) -> Diagnostic {
    if syntax.problem.isMemoryError {
        return Diagnostic(code: YAMLCode.tooLarge.rawValue, "memory ran out while this file was read", at: syntax.place)
    }
    return explainIndentation(syntax) ?? explainMapping(syntax) ?? explainQuotes(syntax) ?? explainFlow(syntax)
        ?? explainIndicator(syntax) ?? explainDirective(syntax)
        ?? error("this is not YAML: \(syntax.problem.problem)", at: syntax.place)
}

func error(
    _ message: String,
    at range: SourceRange,
    label: String? = nil,
    secondary: [Diagnostic.Label] = [],
    suggestion: String? = nil,
    fixIts: [TextEdit] = []
) -> Diagnostic {
    Diagnostic(
        code: YAMLCode.syntax.rawValue, message, at: range, label: label, secondary: secondary, suggestion: suggestion,
        fixIts: fixIts)
}
