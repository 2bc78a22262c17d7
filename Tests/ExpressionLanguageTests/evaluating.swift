import Diagnostics
import Testing

@testable import ExpressionLanguage

/// The value of an expression, checked first; what is wrong as an issue.
func value(
    _ text: String, _ variables: [String: ExpressionValue] = [:], environment: ExpressionEnvironment? = nil,
    budget: ExpressionBudget = ExpressionBudget(), sourceLocation: SourceLocation = #_sourceLocation
) -> ExpressionValue? {
    let environment = environment ?? ExpressionEnvironment(variables: variables)
    let (checked, diagnostics) = compileExpression(ExpressionSource(text), environment: environment)
    for diagnostic in diagnostics {
        Issue.record("\(text): \(diagnostic.message)", sourceLocation: sourceLocation)
    }
    do {
        return try checked?.evaluate(variables, budget: budget)
    } catch {
        Issue.record("\(text): \(error.message)", sourceLocation: sourceLocation)
        return nil
    }
}

/// Why an expression has no value; unchecked, so that what the checker would refuse is evaluated, too.
func failure(_ text: String, _ variables: [String: ExpressionValue] = [:], budget: ExpressionBudget = ExpressionBudget()) -> EvaluationError? {
    let (expression, _) = parseExpression(ExpressionSource(text))
    guard let expression else { return nil }
    do {
        _ = try CheckedExpression(unchecked: expression, environment: ExpressionEnvironment(variables: variables))
            .evaluate(variables, budget: budget)
        return nil
    } catch {
        return error
    }
}

/// What the parser and the checker say.
func complaints(_ text: String, _ environment: ExpressionEnvironment = ExpressionEnvironment()) -> [Diagnostic] {
    compileExpression(ExpressionSource(text), environment: environment).1
}

extension ExpressionEnvironment {
    /// With variables of the types that the values have.
    init(variables: [String: ExpressionValue]) {
        self.init()
        for (name, value) in variables { self.variables[name] = value.type }
    }
}
