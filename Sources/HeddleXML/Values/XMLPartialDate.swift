/// `xs:gYear`, `gYearMonth`, `gMonthDay`, `gMonth` or `gDay`: the parts of a date that come again, or last longer than a day.
public struct XMLPartialDate: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable { case year, yearMonth, monthDay, month, day }

    public var year: Int?
    public var month: Int?
    public var day: Int?
    public var zone: XMLZone?

    /// - Precondition: the parts are those of one of the five kinds.
    public init(year: Int? = nil, month: Int? = nil, day: Int? = nil, zone: XMLZone? = nil) {
        precondition((year ?? month ?? day) != nil && (year == nil || day == nil), "a year, a year and month, a month and day, a month or a day")
        self.year = year
        self.month = month
        self.day = day
        self.zone = zone
    }

    /// Nil where the text is none of the kind.
    public init?(_ text: String, _ kind: Kind) {
        var parts = XMLCalendarText(text)
        var (year, month, day): (Int?, Int?, Int?) = (nil, nil, nil)
        switch kind {
        case .year, .yearMonth:
            guard let taken = parts.year() else { return nil }
            year = taken
            if kind == .yearMonth {
                guard parts.take("-"), let taken = parts.two(1...12) else { return nil }
                month = taken
            }
        case .month, .monthDay:
            guard parts.take("-"), parts.take("-"), let taken = parts.two(1...12) else { return nil }
            month = taken
            if kind == .monthDay {
                guard parts.take("-"), let taken = parts.two(1...daysOf(month: taken, year: nil)) else { return nil }
                day = taken
            }
        case .day:
            guard parts.take("-"), parts.take("-"), parts.take("-"), let taken = parts.two(1...31) else { return nil }
            day = taken
        }
        guard let zone = parts.zoneAndEnd() else { return nil }
        self.init(year: year, month: month, day: day, zone: zone)
    }
}

extension XMLPartialDate: CustomStringConvertible {
    /// `2026`, `2026-11`, `--11-23`, `--11`, `---23`
    public var description: String {
        let text: String
        if let year {
            text = padded(year, 4) + (month.map { "-" + padded($0, 2) } ?? "")
        } else {
            text = "--" + (month.map { padded($0, 2) } ?? "") + (day.map { "-" + padded($0, 2) } ?? "")
        }
        return text + (zone.map(\.description) ?? "")
    }
}

/// `xs:duration`: its parts as they are written, for months have no length in days. Equal parts are equal values: `PT60S` is not `PT1M`.
public struct XMLDuration: Sendable, Hashable, Codable {
    public var isNegative = false
    public var years = 0
    public var months = 0
    public var days = 0
    public var hours = 0
    public var minutes = 0
    public var seconds: XMLDecimal = 0

    public init() {}

    /// Nil where the text is none, or a part is beyond 64 bits.
    public init?(_ text: String) {
        var parts = XMLCalendarText(text)
        isNegative = parts.take("-")
        guard parts.take("P"), !parts.isAtEnd else { return nil }
        var designators: [(Unicode.Scalar, WritableKeyPath<Self, Int>)] = [("Y", \.years), ("M", \.months), ("D", \.days)]
        var isInTime = false
        while !parts.isAtEnd {
            if !isInTime, parts.take("T") {
                guard !parts.isAtEnd else { return nil }
                isInTime = true
                designators = [("H", \.hours), ("M", \.minutes)]
            }
            guard let digits = parts.digits() else { return nil }
            if isInTime, parts.take(".") {
                guard let fraction = parts.digits(), parts.take("S"), parts.isAtEnd, let value = XMLDecimal("\(digits).\(fraction)") else { return nil }
                seconds = value
            } else if isInTime, parts.take("S") {
                guard parts.isAtEnd, let value = XMLDecimal(digits) else { return nil }
                seconds = value
            } else {
                guard let index = designators.firstIndex(where: { parts.take($0.0) }), let value = Int(digits) else { return nil }
                self[keyPath: designators[index].1] = value
                designators.removeFirst(index + 1)
            }
        }
    }
}

extension XMLDuration: CustomStringConvertible {
    /// `P1Y2M3DT4H5M6.5S`; `PT0S` for none.
    public var description: String {
        var date = ""
        for (value, letter) in [(years, "Y"), (months, "M"), (days, "D")] where value != 0 { date += "\(value)\(letter)" }
        var time = ""
        for (value, letter) in [(hours, "H"), (minutes, "M")] where value != 0 { time += "\(value)\(letter)" }
        if seconds != 0 { time += "\(seconds)S" }
        let text = date + (time.isEmpty ? "" : "T" + time)
        return (isNegative ? "-P" : "P") + (text.isEmpty ? "T0S" : text)
    }
}
