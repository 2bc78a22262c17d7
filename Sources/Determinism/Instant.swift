/// A moment as the broker and its protocol count it: whole milliseconds since 1970-01-01T00:00:00Z.
///
/// Arithmetic stops at the ends of the range instead of trapping, because timestamps come from producers.
///
///     let due = now + .seconds(30)
package struct Instant: Hashable, Comparable, Sendable {
    package var millisecondsSinceEpoch: Int64

    package init(millisecondsSinceEpoch: Int64) {
        self.millisecondsSinceEpoch = millisecondsSinceEpoch
    }

    package static let epoch = Instant(millisecondsSinceEpoch: 0)
    package static let distantPast = Instant(millisecondsSinceEpoch: .min)
    package static let distantFuture = Instant(millisecondsSinceEpoch: .max)

    package static func < (left: Instant, right: Instant) -> Bool {
        left.millisecondsSinceEpoch < right.millisecondsSinceEpoch
    }
}

extension Instant {
    package static func + (instant: Instant, duration: Duration) -> Instant {
        let (sum, overflow) = instant.millisecondsSinceEpoch.addingReportingOverflow(duration.wholeMilliseconds)
        guard overflow else { return Instant(millisecondsSinceEpoch: sum) }
        return duration < .zero ? .distantPast : .distantFuture
    }

    package static func - (instant: Instant, duration: Duration) -> Instant {
        let (difference, overflow) = instant.millisecondsSinceEpoch
            .subtractingReportingOverflow(duration.wholeMilliseconds)
        guard overflow else { return Instant(millisecondsSinceEpoch: difference) }
        return duration < .zero ? .distantFuture : .distantPast
    }

    package static func += (instant: inout Instant, duration: Duration) {
        instant = instant + duration
    }

    /// How long after `earlier` this moment is; negative if it is before.
    package func since(_ earlier: Instant) -> Duration {
        let (difference, overflow) = millisecondsSinceEpoch
            .subtractingReportingOverflow(earlier.millisecondsSinceEpoch)
        guard overflow else { return .milliseconds(difference) }
        return .milliseconds(millisecondsSinceEpoch < 0 ? Int64.min : Int64.max)
    }
}

extension Duration {
    /// Whole milliseconds, rounded toward zero; the ends of Int64 where it does not fit.
    package var wholeMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        let (milliseconds, overflow) = seconds.multipliedReportingOverflow(by: 1000)
        guard !overflow else { return seconds < 0 ? .min : .max }
        let (sum, carried) = milliseconds.addingReportingOverflow(attoseconds / 1_000_000_000_000_000)
        guard !carried else { return seconds < 0 ? .min : .max }
        return sum
    }
}
