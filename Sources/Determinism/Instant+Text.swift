extension Instant {
    /// A moment as people and machines write it: `2026-12-01T18:00:00Z`, `2026-12-01T19:00:00.5+01:00` (RFC 3339, date-time; a
    /// leap second counts as the one before it).
    ///
    /// nil where it is not of that form, or there is no such moment.
    package init?(rfc3339 text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, let date = CalendarDate(parsing: String(decoding: bytes[0..<10], as: UTF8.self)) else { return nil }
        func number(_ start: Int) -> Int64? {
            guard start + 2 <= bytes.count, let tens = digit(bytes[start]), let ones = digit(bytes[start + 1]) else { return nil }
            return tens * 10 + ones
        }
        guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let hours = number(11), hours < 24, let minutes = number(14), minutes < 60, let seconds = number(17), seconds <= 60
        else { return nil }
        var place = 19
        var milliseconds: Int64 = 0
        if bytes[place] == UInt8(ascii: ".") {
            var scale: Int64 = 100
            place += 1
            let first = place
            while place < bytes.count, let value = digit(bytes[place]) {
                milliseconds += value * scale
                scale /= 10
                place += 1
            }
            guard place > first else { return nil }
        }
        guard place < bytes.count else { return nil }
        var offsetMinutes: Int64 = 0
        switch bytes[place] {
        case UInt8(ascii: "Z"), UInt8(ascii: "z"):
            guard place + 1 == bytes.count else { return nil }
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            guard place + 6 == bytes.count, bytes[place + 3] == UInt8(ascii: ":"), let ahead = number(place + 1), ahead < 24,
                let rest = number(place + 4), rest < 60
            else { return nil }
            offsetMinutes = (ahead * 60 + rest) * (bytes[place] == UInt8(ascii: "-") ? -1 : 1)
        default: return nil
        }
        let inDay = ((hours * 60 + minutes - offsetMinutes) * 60 + min(seconds, 59)) * 1000 + milliseconds
        self.init(millisecondsSinceEpoch: Int64(date.daysSinceEpoch) * 86_400_000 + inDay)
    }

    /// `2026-12-01 18:00 UTC`.
    package var minuteText: String {
        let minutes = millisecondsSinceEpoch / 60_000 - (millisecondsSinceEpoch % 60_000 < 0 ? 1 : 0)
        let minuteOfDay = ((minutes % 1440) + 1440) % 1440
        func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(CalendarDate(self)) \(padded(minuteOfDay / 60)):\(padded(minuteOfDay % 60)) UTC"
    }
}

private func digit(_ byte: UInt8) -> Int64? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int64(byte - UInt8(ascii: "0")) : nil
}

extension CalendarDate {
    /// Of its midnight in UTC. Howard Hinnant's `days_from_civil`: years that begin in March have their leap day last.
    package var daysSinceEpoch: Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// When it is over, in UTC.
    package var end: Instant { Instant(millisecondsSinceEpoch: Int64(daysSinceEpoch + 1) * 86_400_000) }
}
