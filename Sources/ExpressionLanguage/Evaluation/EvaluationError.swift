import Diagnostics

/// Why an expression has no value (CEL specification, "Runtime errors").
package struct EvaluationError: Error, Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
        /// The function takes no values of these types.
        case noSuchOverload
        case noSuchKey
        case noSuchField
        case unknownName
        case divisionByZero
        case overflow
        case indexOutOfRange
        case duplicateKey
        case invalidArgument
        /// The budget is used up, or a value grew too large. `||` and `&&` do not absorb it.
        case budgetExceeded
    }

    package var kind: Kind
    /// One sentence without a full stop. Values of the expression may stand in it.
    package var message: String
    private(set) var source: ExpressionSource?
    private(set) var span: ExpressionSpan?

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// Where in the file the part stands that failed. Looked up when it is asked for: most errors are absorbed.
    package var range: SourceRange? {
        guard let source, let span else { return nil }
        return source.range(of: span)
    }

    /// The error, said of a part of an expression unless it tells a narrower one.
    func placed(at span: ExpressionSpan, in source: ExpressionSource) -> EvaluationError {
        guard self.span == nil else { return self }
        var error = self
        (error.source, error.span) = (source, span)
        return error
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.kind == right.kind && left.message == right.message && left.span == right.span
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(message)
    }
}
