import Testing

@testable import ExpressionLanguage

struct BudgetTests {
    @Test(arguments: [
        // A list in a list in a list.
        "lists.range(1000).all(a, lists.range(1000).all(b, lists.range(1000).all(c, true)))",
        "lists.range(1000).map(a, lists.range(1000).map(b, lists.range(1000)))",
        // Text and lists that double.
        "cel.bind(a, 'aaaaaaaaaa', cel.bind(b, a+a+a+a+a+a+a+a+a+a, cel.bind(c, b+b+b+b+b+b+b+b+b+b, cel.bind(d, c+c+c+c+c+c+c+c+c+c, "
            + "cel.bind(e, d+d+d+d+d+d+d+d+d+d, cel.bind(f, e+e+e+e+e+e+e+e+e+e, f+f+f+f+f+f+f+f+f+f))))))",
        "lists.range(100000000)", "lists.range(100000) + lists.range(100000)", "lists.range(90000).map(x, lists.range(90000).size())",
        "'%s'.format([lists.range(90000).map(x, 'aaaaaaaaaaaaaaaaaaaa')])", "'%.1000f'.format([1.0]).replace('0', '%.1000f'.format([1.0]))"
            + ".replace('0', '%.1000f'.format([1.0]))",
        "lists.range(90000).map(x, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa').join('bbbbbbbbbb')", "lists.range(20000).distinct()",
    ])
    func `what grows without bound is stopped`(_ text: String) {
        #expect(failure(text, budget: ExpressionBudget(cost: 200_000))?.kind == .budgetExceeded)
    }

    @Test func `a value that holds another many times is not walked for ever`() {
        var text = "a == b"
        for name in ["a", "b"] {
            var inner = "[1]"
            for _ in 0..<24 { inner = "cel.bind(x, \(inner), [x, x])" }
            text = "cel.bind(\(name), \(inner), \(text))"
        }
        for read in ["a == b", "'%s'.format([a])", "a.flatten(100).size()"] {
            #expect(failure(text.replacing("a == b", with: read), budget: ExpressionBudget(cost: 100_000))?.kind == .budgetExceeded)
        }
    }

    @Test func `neither logic nor macros absorb the budget's end`() {
        let budget = ExpressionBudget(cost: 500)
        #expect(failure("lists.range(1000).all(x, x >= 0) || true", budget: budget)?.kind == .budgetExceeded)
        #expect(failure("[1].exists(x, lists.range(1000).all(y, y >= 0) || true)", budget: budget)?.kind == .budgetExceeded)
    }

    @Test func `several evaluations share a budget`() throws {
        let (checked, _) = compileExpression(ExpressionSource("1 + 1"), environment: ExpressionEnvironment())
        let expression = try #require(checked)
        var meter = EvaluationMeter(budget: ExpressionBudget(cost: 10))
        for _ in 0..<3 { _ = try expression.evaluate([String: ExpressionValue](), meter: &meter) }
        #expect(throws: EvaluationError.self) { _ = try expression.evaluate([String: ExpressionValue](), meter: &meter) }
    }

    @Test func `a pattern takes linear time`() {
        let text = String(repeating: "a", count: 3_000)
        #expect(value("t.matches('^(a+)+$') && !t.matches('(a*)*b') && !t.matches('(a|a|a)*c')", ["t": .string(text)]) == true)
        #expect(failure("t.matches('(a?){900}a{900}b')", ["t": .string(text)])?.kind == .budgetExceeded)
    }
}
