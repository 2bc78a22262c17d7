/// A stretch of an expression's text in bytes, from `start` up to, not including, `end`.
package struct ExpressionSpan: Hashable, Sendable {
    package var start: UInt32
    package var end: UInt32

    package init(_ start: Int, _ end: Int) {
        self.start = UInt32(clamping: start)
        self.end = UInt32(clamping: end)
    }

    /// From this one's start to the other's end.
    package func through(_ other: ExpressionSpan) -> ExpressionSpan {
        ExpressionSpan(Int(start), Int(max(end, other.end)))
    }
}
