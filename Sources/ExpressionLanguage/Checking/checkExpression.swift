import Diagnostics

/// Checks names and types, and resolves them. Nil, with all that is wrong, where something is.
///
/// `wanted` is the type that the result must have: `.bool` for a condition. A result of type `dyn` passes.
///
///     let (checked, diagnostics) = checkExpression(expression, environment: environment, wanted: .bool)
package func checkExpression(
    _ expression: Expression, environment: ExpressionEnvironment, wanted: ExpressionType? = nil
) -> (CheckedExpression?, [Diagnostic]) {
    var checker = ExpressionChecker(expression.source, environment)
    let found = checker.check(expression.root)
    if let wanted, !checker.types.isAssignable(found, to: wanted) {
        checker.report(
            ExpressionCode.typeMismatch, "the expression results in \(checker.shown(found)), where \(wanted) is wanted", at: expression.root.span)
    }
    guard checker.diagnostics.isEmpty else { return (nil, checker.diagnostics) }
    let type = checker.types.resolve(found, isFinal: true)
    return (CheckedExpression(expression, resultType: type, environment: environment), [])
}

/// Parses and checks in one go.
package func compileExpression(
    _ source: ExpressionSource, environment: ExpressionEnvironment, wanted: ExpressionType? = nil, limits: ExpressionLimits = ExpressionLimits()
) -> (CheckedExpression?, [Diagnostic]) {
    let (expression, diagnostics) = parseExpression(source, limits: limits)
    guard let expression else { return (nil, diagnostics) }
    return checkExpression(expression, environment: environment, wanted: wanted)
}
