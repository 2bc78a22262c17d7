import Determinism

/// Dates as log4j's layouts write them: `2026-03-12 13:51:55,904`, `2026-03-12T13:51:55.904Z`, `…+02:00`, and the seconds or
/// milliseconds since 1970 of its JSON layouts.
enum LogTime {
    /// The last in the text; nil where there is none.
    static func last(in text: ArraySlice<UInt8>) -> Instant? {
        // `2026-03-12T13:51:55` at the least.
        var place = text.endIndex - 19
        while place >= text.startIndex {
            if text[place + 4] == UInt8(ascii: "-"), text[place + 7] == UInt8(ascii: "-"), text[place + 13] == UInt8(ascii: ":"),
                let found = date(text, at: place)
            {
                return found
            }
            place -= 1
        }
        return epoch(text)
    }

    private static func date(_ text: ArraySlice<UInt8>, at place: Int) -> Instant? {
        func number(_ offset: Int, _ length: Int) -> Int? {
            var value = 0
            for byte in text[(place + offset)..<(place + offset + length)] {
                guard let digit = digit(byte) else { return nil }
                value = value * 10 + digit
            }
            return value
        }
        guard let year = number(0, 4), let month = number(5, 2), let day = number(8, 2), let hour = number(11, 2), let minute = number(14, 2),
            let second = number(17, 2), text[place + 16] == UInt8(ascii: ":"),
            text[place + 10] == UInt8(ascii: " ") || text[place + 10] == UInt8(ascii: "T"), hour < 24, minute < 60, second <= 60,
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        var rest = text[(place + 19)...]
        var milliseconds = 0
        if let first = rest.first, first == UInt8(ascii: ",") || first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            let digits = rest.prefix { digit($0) != nil }
            for index in 0..<3 {
                let next = index < digits.count ? digit(digits[digits.startIndex + index]) ?? 0 : 0
                milliseconds = milliseconds * 10 + next
            }
            rest = rest.dropFirst(digits.count)
        }
        let seconds = days(date) * 86_400 + hour * 3_600 + minute * 60 + second - zone(rest)
        return Instant(millisecondsSinceEpoch: Int64(seconds) * 1000 + Int64(milliseconds))
    }

    /// In seconds east of UTC; 0 where none is written.
    private static func zone(_ text: ArraySlice<UInt8>) -> Int {
        guard let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return 0 }
        let digits = text.dropFirst().prefix(5).filter { $0 != UInt8(ascii: ":") }.prefix(4).compactMap(digit)
        guard digits.count == 4 else { return 0 }
        let seconds = (digits[0] * 10 + digits[1]) * 3_600 + (digits[2] * 10 + digits[3]) * 60
        return sign == UInt8(ascii: "+") ? seconds : -seconds
    }

    private static func epoch(_ text: ArraySlice<UInt8>) -> Instant? {
        for (name, factor) in [(Array("\"timeMillis\":".utf8), Int64(1)), (Array("\"epochSecond\":".utf8), Int64(1000))] {
            guard let found = text.firstRange(of: name) else { continue }
            let digits = text[found.upperBound...].drop { $0 == UInt8(ascii: " ") }.prefix { digit($0) != nil }
            guard (1...14).contains(digits.count), let value = Int64(String(decoding: digits, as: UTF8.self)) else { continue }
            return Instant(millisecondsSinceEpoch: value * factor)
        }
        return nil
    }

    private static func digit(_ byte: UInt8) -> Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
    }

    /// Since 1970, by eras of 400 years that begin in March.
    private static func days(_ date: CalendarDate) -> Int {
        let year = date.month <= 2 ? date.year - 1 : date.year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
