#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ProtobufTimestamp {
    /// To the nanosecond as far as a `Date` has room for it. What is beyond the seconds of an `Int64`, as infinite dates are, becomes the
    /// first or last of them; a date that is no number becomes 1970.
    public init(_ date: Date) {
        let since = date.timeIntervalSince1970
        let whole = since.rounded(.down)
        guard let seconds = Int64(exactly: whole) else {
            self.init(seconds: since.isNaN ? 0 : since < 0 ? .min : .max)
            return
        }
        let nanos = Int32(((since - whole) * 1_000_000_000).rounded(.down))
        self.init(seconds: seconds, nanos: Swift.min(nanos, 999_999_999))
    }

    /// Rounded: a `Date` of today is exact to about 0.1 microseconds.
    public var date: Date { Date(timeIntervalSince1970: Double(seconds) + Double(nanos) / 1_000_000_000) }
}
