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
    /// Where in the file the part stands that failed.
    package var range: SourceRange?

    package init(_ kind: Kind, _ message: String, at range: SourceRange? = nil) {
        self.kind = kind
        self.message = message
        self.range = range
    }
}
