#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ProtobufTimestamp {
    /// To the nanosecond as far as a `Date` has room for it.
    public init(_ date: Date) {
        let since = date.timeIntervalSince1970
        let whole = since.rounded(.down)
        let nanos = Int32(((since - whole) * 1_000_000_000).rounded(.down))
        self.init(seconds: Int64(whole), nanos: Swift.min(nanos, 999_999_999))
    }

    /// Rounded: a `Date` of today is exact to about 0.1 microseconds.
    public var date: Date { Date(timeIntervalSince1970: Double(seconds) + Double(nanos) / 1_000_000_000) }
}
