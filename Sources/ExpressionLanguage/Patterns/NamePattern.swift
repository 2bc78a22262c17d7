/// A regular expression that a whole name must fit, in RE2's syntax: for protocols that let clients filter by one (KIP-1152).
///
/// Neither the pattern nor the name can make matching slow: it takes at most the product of their lengths.
package struct NamePattern: Sendable {
    /// Longer ones are not needed to tell names apart, and would cost memory.
    package static let maximumBytes = 1024

    private let pattern: TextPattern

    /// Nil where the text is no pattern.
    package init?(_ text: String) {
        // On its own first: "a)|(b" would fit between the brackets.
        guard text.utf8.count <= Self.maximumBytes, (try? TextPattern(text)) != nil,
              let pattern = try? TextPattern("\\A(?:" + text + ")\\z")
        else { return nil }
        self.pattern = pattern
    }

    package func matches(_ name: String) -> Bool {
        var meter = EvaluationMeter(budget: ExpressionBudget(cost: .max))
        return (try? pattern.matches(name, &meter)) ?? false
    }
}
