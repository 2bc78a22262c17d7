/// The functions that every environment has, by the groups of the reference.
package enum FunctionLibrary {
    package static let groups: [(title: String, functions: [ExpressionFunction])] = [
        ("Sizes and types", sizes),
        ("Conversions", conversions),
        ("Text", text),
        ("Text, extended", strings),
        ("Times", times),
        ("Numbers", math),
        ("Lists", lists),
        ("Sets", sets),
        ("Optional values", optionals),
        ("Encoding", encoders),
    ]

    /// Overloads of the operators, for the checker: what they do stands in `applyBinary` and `applyUnary`.
    package static let operators: [String: ExpressionFunction] = table(operatorSignatures)

    static let all: [String: ExpressionFunction] = table(groups.flatMap(\.functions))

    private static func table(_ functions: [ExpressionFunction]) -> [String: ExpressionFunction] {
        Dictionary(uniqueKeysWithValues: functions.map { ($0.name, $0) })
    }
}

/// Thrown where a function takes no such values; the evaluation adds the types.
let noSuchOverload = EvaluationError(.noSuchOverload, "")

func wrongArgument(_ message: String) -> EvaluationError { EvaluationError(.invalidArgument, message) }

/// A list's place for an index that a person gave.
func checkedIndex(_ index: Int64, upTo count: Int) throws(EvaluationError) -> Int {
    guard index >= 0, index <= count else { throw EvaluationError(.indexOutOfRange, "index out of range: \(index)") }
    return Int(index)
}
