/// A regular expression in RE2's syntax that must fit a whole text, as Kafka's groups choose topics by their names (KIP-848).
package struct WholePattern: Sendable {
    private let pattern: TextPattern
    /// Names are short: what takes longer than this is not worth its answer.
    private static let budget = ExpressionBudget()

    /// Nil when the text is not such an expression.
    package init?(_ text: String) {
        // Read alone first: `a)|(b` must not become one by what is put round it.
        guard (try? TextPattern(text)) != nil, let pattern = try? TextPattern("\\A(?:\(text))\\z") else { return nil }
        self.pattern = pattern
    }

    package func fits(_ text: String) -> Bool {
        var meter = EvaluationMeter(budget: Self.budget)
        return (try? pattern.matches(text, &meter)) ?? false
    }
}
