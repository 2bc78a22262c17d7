/// How much an evaluation may cost. One unit is a step of the program, an element of a list or map that is read or made, ten
/// bytes of text, or a step of a pattern: about a hundred nanoseconds at most.
package struct ExpressionBudget: Sendable, Hashable {
    package var cost: Int
    /// Of one string, or one value of bytes.
    package var maximumBytes: Int
    /// Of one list or map that the expression makes.
    package var maximumElements: Int

    package init(cost: Int = 1_000_000, maximumBytes: Int = 1 << 20, maximumElements: Int = 100_000) {
        self.cost = cost
        self.maximumBytes = maximumBytes
        self.maximumElements = maximumElements
    }
}

/// The offset of a named time zone from UTC at a moment, in seconds; nil where there is no such zone.
///
/// Zones are data of the machine's, so that whoever evaluates passes the table. Without one `UTC` and offsets as `+02:00` are known.
package typealias TimeZoneOffsets = @Sendable (_ name: String, _ secondsSinceEpoch: Int64) -> Int?

/// What is left of a budget while an expression is evaluated.
package struct EvaluationMeter: Sendable {
    package let budget: ExpressionBudget
    package private(set) var remaining: Int
    let timeZones: TimeZoneOffsets?

    package init(budget: ExpressionBudget = ExpressionBudget(), timeZones: TimeZoneOffsets? = nil) {
        self.budget = budget
        self.timeZones = timeZones
        remaining = budget.cost
    }

    @inline(__always)
    package mutating func charge(_ cost: Int) throws(EvaluationError) {
        guard cost <= remaining else {
            remaining = 0
            throw exhausted()
        }
        remaining -= cost
    }

    /// For text that is read or made.
    package mutating func chargeText(_ bytes: Int) throws(EvaluationError) {
        try charge(1 + bytes / 10)
    }

    /// Before text of so many bytes is made.
    package mutating func chargeNewText(_ bytes: Int) throws(EvaluationError) {
        guard bytes <= budget.maximumBytes else {
            throw EvaluationError(.budgetExceeded, "a string would have \(bytes) bytes; \(budget.maximumBytes) are allowed")
        }
        try chargeText(bytes)
    }

    /// Before a list or map of so many elements is made.
    package mutating func chargeElements(_ count: Int) throws(EvaluationError) {
        guard count <= budget.maximumElements else {
            throw EvaluationError(.budgetExceeded, "a list would have \(count) elements; \(budget.maximumElements) are allowed")
        }
        try charge(1 + count)
    }

    private func exhausted() -> EvaluationError {
        EvaluationError(.budgetExceeded, "the evaluation costs more than the \(budget.cost) units that it may")
    }
}
