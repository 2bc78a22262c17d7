/// `xs:dateTime`, as it is written: the zone, its absence and every digit of the seconds are kept.
public struct XMLDateTime: Sendable, Hashable, Codable {
    public var date: XMLDate
    /// Without a zone: that of the whole is `zone`.
    public var time: XMLTime

    public var zone: XMLZone? {
        get { time.zone }
        set { time.zone = newValue }
    }

    public init(_ date: XMLDate, _ time: XMLTime) {
        self.date = date
        self.date.zone = nil
        self.time = time
    }

    /// Nil where the text is none.
    public init?(_ text: String) {
        guard let parting = text.utf8.firstIndex(of: UInt8(ascii: "T")), let date = XMLDate(String(text[..<parting])), date.zone == nil,
            let time = XMLTime(String(text[text.utf8.index(after: parting)...]))
        else { return nil }
        self.date = date
        self.time = time
    }

    /// From the beginning of 1970 in UTC, leap seconds not counted; nil without a zone. What is finer than a nanosecond is cut off.
    public var sinceEpoch: (seconds: Int64, nanoseconds: Int)? {
        guard let zone else { return nil }
        let whole = Int64(time.second.whole) ?? 0
        let digits = time.second.fraction.prefix(9)
        let nanoseconds = (Int(digits) ?? 0) * [1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1][digits.count]
        let minutes = Int64(time.hour * 60 + time.minute - zone.minutes)
        return (Int64(date.daysSinceEpoch) * 86_400 + minutes * 60 + whole, nanoseconds)
    }
}

/// `xs:date`
public struct XMLDate: Sendable, Hashable, Codable {
    /// Negative before our era; there is no year 0.
    public var year: Int
    public var month: Int
    public var day: Int
    public var zone: XMLZone?

    public init(year: Int, month: Int, day: Int, zone: XMLZone? = nil) {
        self.year = year
        self.month = month
        self.day = day
        self.zone = zone
    }

    public init?(_ text: String) {
        var parts = XMLCalendarText(text)
        guard let year = parts.year(), parts.take("-"), let month = parts.two(1...12), parts.take("-"),
            let day = parts.two(1...daysOf(month: month, year: year)), let zone = parts.zoneAndEnd()
        else { return nil }
        self.init(year: year, month: month, day: day, zone: zone)
    }

    /// From 1 January 1970, in the calendar that leaps as ours does for all time.
    public var daysSinceEpoch: Int {
        let counted = year < 0 ? year + 1 : year
        let shifted = month <= 2 ? counted - 1 : counted
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

/// `xs:time`. Hour 24 is the end of the day, and stands with zeros alone.
public struct XMLTime: Sendable, Hashable, Codable {
    public var hour: Int
    public var minute: Int
    public var second: XMLDecimal
    public var zone: XMLZone?

    public init(hour: Int, minute: Int, second: XMLDecimal = 0, zone: XMLZone? = nil) {
        self.hour = hour
        self.minute = minute
        self.second = second
        self.zone = zone
    }

    public init?(_ text: String) {
        var parts = XMLCalendarText(text)
        guard let hour = parts.two(0...24), parts.take(":"), let minute = parts.two(0...59), parts.take(":"), let second = parts.seconds(),
            let zone = parts.zoneAndEnd(), hour < 24 || minute == 0 && second == 0
        else { return nil }
        self.init(hour: hour, minute: minute, second: second, zone: zone)
    }
}

extension XMLDateTime: CustomStringConvertible {
    /// `2026-11-23T10:20:30.5Z`
    public var description: String { "\(date)T\(time)" }
}

extension XMLDate: CustomStringConvertible {
    public var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))\(zone.map(\.description) ?? "")" }
}

extension XMLTime: CustomStringConvertible {
    public var description: String {
        let whole = second.whole.utf8.count < 2 ? String(repeating: "0", count: 2 - second.whole.utf8.count) + second.whole : second.whole
        return "\(padded(hour, 2)):\(padded(minute, 2)):\(whole)" + (second.fraction.isEmpty ? "" : "." + second.fraction)
            + (zone.map(\.description) ?? "")
    }
}
