import Diagnostics

/// An expression of the Common Expression Language, parsed and not checked.
package struct Expression: Sendable {
    package let source: ExpressionSource
    let root: SyntaxNode
}

/// Bounds on what is parsed. The defaults are far beyond what people write.
package struct ExpressionLimits: Sendable {
    package var maximumBytes = 64 * 1024
    /// Of nesting: parentheses, calls, operators, conditionals.
    package var maximumDepth = 160
    package var maximumNodes = 20_000

    package init() {}
}

/// Reads an expression. Nil, with the reasons, where the text is none.
///
///     let (expression, diagnostics) = parseExpression(ExpressionSource("topic.partitions >= 3"))
package func parseExpression(_ source: ExpressionSource, limits: ExpressionLimits = ExpressionLimits()) -> (Expression?, [Diagnostic]) {
    do throws(SyntaxProblem) {
        guard source.bytes.count <= limits.maximumBytes else {
            throw SyntaxProblem(
                ExpressionCode.tooComplex, "the expression has \(source.bytes.count) bytes; \(limits.maximumBytes) are allowed",
                at: ExpressionSpan(0, 0))
        }
        var lexer = ExpressionLexer(source.bytes)
        var parser = ExpressionParser(tokens: try lexer.tokens(), limits: limits)
        let root = try parser.parseWhole()
        return (Expression(source: source, root: root), [])
    } catch {
        return (nil, [error.diagnostic(in: source)])
    }
}

/// Why a text is no expression. Parsing ends at the first.
struct SyntaxProblem: Error {
    var code: String
    var message: String
    var span: ExpressionSpan
    var suggestion: String?

    init(_ code: String, _ message: String, at span: ExpressionSpan, suggestion: String? = nil) {
        self.code = code
        self.message = message
        self.span = span
        self.suggestion = suggestion
    }

    func diagnostic(in source: ExpressionSource) -> Diagnostic {
        Diagnostic(code: code, message, at: source.range(of: span), suggestion: suggestion)
    }
}
