#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// Foundation counts in seconds, as a Double: half a microsecond is lost in our time, and all nanoseconds.

private func wholeUnits(of date: Date, perSecond units: Double) -> Int64 {
    let exact = (date.timeIntervalSince1970 * units).rounded()
    // A date may be infinite or no number at all.
    if exact.isNaN { return 0 }
    return Int64(exactly: exact) ?? (exact < 0 ? .min : .max)
}

private func seconds(of count: Int64, perSecond units: Int64) -> Double {
    let (whole, part) = count.quotientAndRemainder(dividingBy: units)
    return Double(whole) + Double(part) / Double(units)
}

extension TimestampMillis {
    /// The nearest one; beyond what it can hold, the first or last one.
    public init(_ date: Date) { rawValue = wholeUnits(of: date, perSecond: 1_000) }

    /// The nearest date: it has no more than 53 bits.
    public var date: Date { Date(timeIntervalSince1970: seconds(of: rawValue, perSecond: 1_000)) }
}

extension TimestampMicros {
    /// The nearest one; beyond what it can hold, the first or last one.
    public init(_ date: Date) { rawValue = wholeUnits(of: date, perSecond: 1_000_000) }

    /// The nearest date: it has no more than 53 bits.
    public var date: Date { Date(timeIntervalSince1970: seconds(of: rawValue, perSecond: 1_000_000)) }
}

extension TimestampNanos {
    /// The nearest one; beyond what it can hold, the first or last one.
    public init(_ date: Date) { rawValue = wholeUnits(of: date, perSecond: 1_000_000_000) }

    /// The nearest date: it has no more than 53 bits.
    public var date: Date { Date(timeIntervalSince1970: seconds(of: rawValue, perSecond: 1_000_000_000)) }
}

extension LocalTimestampMillis {
    /// The nearest one, read as UTC; beyond what it can hold, the first or last one.
    public init(_ date: Date) { rawValue = wholeUnits(of: date, perSecond: 1_000) }

    /// The nearest date, read as UTC: it has no more than 53 bits.
    public var date: Date { Date(timeIntervalSince1970: seconds(of: rawValue, perSecond: 1_000)) }
}

extension LocalTimestampMicros {
    /// The nearest one, read as UTC; beyond what it can hold, the first or last one.
    public init(_ date: Date) { rawValue = wholeUnits(of: date, perSecond: 1_000_000) }

    /// The nearest date, read as UTC: it has no more than 53 bits.
    public var date: Date { Date(timeIntervalSince1970: seconds(of: rawValue, perSecond: 1_000_000)) }
}

extension LocalTimestampNanos {
    /// The nearest one, read as UTC; beyond what it can hold, the first or last one.
    public init(_ date: Date) { rawValue = wholeUnits(of: date, perSecond: 1_000_000_000) }

    /// The nearest date, read as UTC: it has no more than 53 bits.
    public var date: Date { Date(timeIntervalSince1970: seconds(of: rawValue, perSecond: 1_000_000_000)) }
}

extension CalendarDay {
    /// The day of the date in UTC; beyond what it can hold, the first or last one.
    public init(_ date: Date) {
        let day = (date.timeIntervalSince1970 / 86_400).rounded(.down)
        rawValue = day.isNaN ? 0 : Int32(exactly: day) ?? (day < 0 ? .min : .max)
    }

    /// Its midnight in UTC.
    public var date: Date { Date(timeIntervalSince1970: Double(rawValue) * 86_400) }
}
