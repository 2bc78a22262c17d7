import Diagnostics

/// An expression whose names are resolved, ready to be evaluated many times.
package struct CheckedExpression: Sendable {
    package let expression: Expression
    /// `dyn` where it is known only after evaluation.
    package let resultType: ExpressionType
    /// Variables that it reads.
    package let variables: Set<String>
    let program: Instruction
    let slotCount: Int

    init(_ expression: Expression, resultType: ExpressionType, environment: ExpressionEnvironment) {
        var builder = ProgramBuilder(environment: environment)
        program = builder.build(expression.root)
        slotCount = builder.slotCount
        variables = builder.variables
        self.expression = expression
        self.resultType = resultType
    }

    /// Without a check of types: what does not fit is an error of evaluation.
    package init(unchecked expression: Expression, environment: ExpressionEnvironment) {
        self.init(expression, resultType: .dyn, environment: environment)
    }

    /// The expression's value.
    ///
    ///     let value = try checked.evaluate(["topic": shape.value(of: topic)])
    package func evaluate(
        _ variables: any ExpressionVariables, budget: ExpressionBudget = ExpressionBudget(), timeZones: TimeZoneOffsets? = nil
    ) throws(EvaluationError) -> ExpressionValue {
        var meter = EvaluationMeter(budget: budget, timeZones: timeZones)
        return try evaluate(variables, meter: &meter)
    }

    /// Whether a condition holds. An error where the result is no bool.
    package func holds(
        _ variables: any ExpressionVariables, budget: ExpressionBudget = ExpressionBudget(), timeZones: TimeZoneOffsets? = nil
    ) throws(EvaluationError) -> Bool {
        let value = try evaluate(variables, budget: budget, timeZones: timeZones)
        guard case .bool(let holds) = value else {
            throw EvaluationError(
                .noSuchOverload, "the condition results in a \(value.type.name), not a bool", at: expression.source.range(of: expression.root.span))
        }
        return holds
    }

    /// Within a budget that several evaluations share.
    package func evaluate(_ variables: any ExpressionVariables, meter: inout EvaluationMeter) throws(EvaluationError) -> ExpressionValue {
        var evaluation = Evaluation(
            source: expression.source, variables: variables, meter: meter, locals: Array(repeating: .null, count: slotCount))
        defer { meter = evaluation.meter }
        do { return try evaluation.evaluate(program) } catch {
            guard error.range == nil else { throw error }
            var located = error
            located.range = expression.source.range(of: expression.root.span)
            throw located
        }
    }
}
