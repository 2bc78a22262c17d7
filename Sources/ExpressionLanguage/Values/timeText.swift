import Determinism

/// Day, month and year of the proleptic Gregorian calendar, by days since 1970-01-01.
struct CivilTime {
    var year: Int
    var month: Int
    var day: Int
    /// From 0 on, as the two below.
    var dayOfYear: Int
    /// Sunday is 0.
    var dayOfWeek: Int
    var hours: Int
    var minutes: Int
    var seconds: Int

    /// Of seconds since 1970, an offset from UTC already added.
    init(secondsSinceEpoch: Int64) {
        let days = Int((secondsSinceEpoch - (secondsSinceEpoch % 86_400 + 86_400) % 86_400) / 86_400)
        let secondOfDay = Int(secondsSinceEpoch - Int64(days) * 86_400)
        (hours, minutes, seconds) = (secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60)
        dayOfWeek = ((days + 4) % 7 + 7) % 7
        // Eras of 400 years that begin on the first of March: leap days come last.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let marchDay = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * marchDay + 2) / 153
        day = marchDay - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        dayOfYear = days - daysSinceEpoch(year: year, month: 1, day: 1)
    }
}

private func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
}

/// RFC 3339: `2026-11-23T08:00:00Z`, with a fraction of up to nine digits, with `+02:00` for `Z`.
func readTimestamp(_ text: String) -> ExpressionTimestamp? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes.count <= 40, bytes[10] | 0x20 == UInt8(ascii: "t"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":")
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
        var value = 0
        for place in range {
            guard place < bytes.count, isDigit(bytes[place]) else { return nil }
            value = value * 10 + Int(bytes[place] - UInt8(ascii: "0"))
        }
        return value
    }
    guard let date = CalendarDate(parsing: String(decoding: bytes[..<10], as: UTF8.self)),
        let hours = number(11..<13), let minutes = number(14..<16), let seconds = number(17..<19), hours < 24, minutes < 60, seconds < 60
    else { return nil }
    var place = 19
    var nanoseconds = 0
    if bytes[place] == UInt8(ascii: ".") {
        let start = place + 1
        place = start
        while place < bytes.count, isDigit(bytes[place]) { place += 1 }
        guard place > start, place - start <= 9, let fraction = number(start..<place) else { return nil }
        nanoseconds = fraction
        for _ in (place - start)..<9 { nanoseconds *= 10 }
    }
    guard place < bytes.count else { return nil }
    var offset = 0
    if bytes[place] | 0x20 == UInt8(ascii: "z") {
        guard place + 1 == bytes.count else { return nil }
    } else {
        guard place + 6 == bytes.count, bytes[place + 3] == UInt8(ascii: ":"), let hours = number(place + 1..<place + 3),
            let minutes = number(place + 4..<place + 6), hours < 24, minutes < 60
        else { return nil }
        switch bytes[place] {
        case UInt8(ascii: "+"): offset = hours * 3600 + minutes * 60
        case UInt8(ascii: "-"): offset = -(hours * 3600 + minutes * 60)
        default: return nil
        }
    }
    let days = daysSinceEpoch(year: date.year, month: date.month, day: date.day)
    return ExpressionTimestamp(
        seconds: Int64(days) * 86_400 + Int64(hours * 3600 + minutes * 60 + seconds - offset), nanoseconds: Int32(nanoseconds))
}

func timestampText(_ time: ExpressionTimestamp) -> String {
    let civil = CivilTime(secondsSinceEpoch: time.seconds)
    return "\(padded(civil.year, 4))-\(padded(civil.month, 2))-\(padded(civil.day, 2))T"
        + "\(padded(civil.hours, 2)):\(padded(civil.minutes, 2)):\(padded(civil.seconds, 2))\(fractionText(Int(time.nanoseconds)))Z"
}

/// `1.5s`, as the JSON of google.protobuf.Duration has it.
func durationText(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let sign = seconds < 0 || attoseconds < 0 ? "-" : ""
    return "\(sign)\(seconds.magnitude)\(fractionText(Int((attoseconds / 1_000_000_000).magnitude)))s"
}

/// A sign, then numbers with units, as Go's time.ParseDuration: `1h30m`, `-1.5s`, `0`.
func readDuration(_ text: String) -> Duration? {
    var rest = text.utf8[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    if rest.elementsEqual("0".utf8) { return .zero }
    guard !rest.isEmpty, rest.count <= 100 else { return nil }
    var total = Duration.zero
    while !rest.isEmpty {
        let whole = rest.prefix(while: isDigit)
        rest = rest.dropFirst(whole.count)
        var fraction = rest.prefix(0)
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = rest.prefix(while: isDigit)
            rest = rest.dropFirst(fraction.count)
        }
        guard whole.count + fraction.count > 0, whole.count <= 18 else { return nil }
        let unit = String(Substring(rest.prefix { !isDigit($0) && $0 != UInt8(ascii: ".") }))
        rest = rest.dropFirst(unit.utf8.count)
        let nanoseconds: Int64
        switch unit {
        case "h": nanoseconds = 3_600_000_000_000
        case "m": nanoseconds = 60_000_000_000
        case "s": nanoseconds = 1_000_000_000
        case "ms": nanoseconds = 1_000_000
        case "us", "µs", "μs": nanoseconds = 1_000
        case "ns": nanoseconds = 1
        default: return nil
        }
        // More than ten thousand years are out of range, and their product would be, too.
        guard let number = whole.isEmpty ? 0 : Int64(String(Substring(whole))) else { return nil }
        let (seconds, rest) = (nanoseconds / 1_000_000_000, nanoseconds % 1_000_000_000)
        guard number <= 400_000_000_000_000_000 / max(seconds, 1) else { return nil }
        total += .seconds(number * seconds)
        if rest > 0 { total += .seconds(number / (1_000_000_000 / rest)) + .nanoseconds(number % (1_000_000_000 / rest) * rest) }
        var scale = nanoseconds
        for digit in fraction {
            scale /= 10
            total += .nanoseconds(Int64(digit - UInt8(ascii: "0")) * scale)
        }
    }
    return isNegative ? .zero - total : total
}

func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}

private func fractionText(_ nanoseconds: Int) -> String {
    guard nanoseconds != 0 else { return "" }
    var digits = padded(nanoseconds, 9)
    while digits.hasSuffix("0") { digits.removeLast() }
    return "." + digits
}
