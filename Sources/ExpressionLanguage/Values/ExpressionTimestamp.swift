import Determinism

/// A moment: whole seconds since 1970-01-01T00:00:00Z, and nanoseconds forward from there, 0 to 999,999,999.
///
/// From 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z, as google.protobuf.Timestamp.
package struct ExpressionTimestamp: Hashable, Comparable, Sendable {
    package let seconds: Int64
    package let nanoseconds: Int32

    static let secondsInRange: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// Nil outside of the range.
    package init?(seconds: Int64, nanoseconds: Int32 = 0) {
        guard Self.secondsInRange.contains(seconds), (0...999_999_999).contains(nanoseconds) else { return nil }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    package init?(_ instant: Instant) {
        let milliseconds = instant.millisecondsSinceEpoch
        let rest = (milliseconds % 1000 + 1000) % 1000
        self.init(seconds: milliseconds / 1000 - (milliseconds % 1000 < 0 ? 1 : 0), nanoseconds: Int32(rest) * 1_000_000)
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }

    var sinceEpoch: Duration { .seconds(seconds) + .nanoseconds(Int64(nanoseconds)) }

    /// Nil outside of the range.
    init?(sinceEpoch duration: Duration) {
        var (seconds, attoseconds) = duration.components
        if attoseconds < 0 {
            seconds -= 1
            attoseconds += 1_000_000_000_000_000_000
        }
        self.init(seconds: seconds, nanoseconds: Int32(attoseconds / 1_000_000_000))
    }
}
