/// The values of an expression's variables.
package protocol ExpressionVariables: Sendable {
    /// Nil where there is no such variable: reading it is an error then.
    func value(of name: String) -> ExpressionValue?
}

extension Dictionary: ExpressionVariables where Key == String, Value == ExpressionValue {
    package func value(of name: String) -> ExpressionValue? { self[name] }
}
