/// The text forms of google.protobuf.Timestamp (RFC 3339) and Duration (`1.5s`).
private let firstSecond: Int64 = -62_135_596_800
private let lastSecond: Int64 = 253_402_300_799
private let longestDuration: Int64 = 315_576_000_000

/// Nil beyond the years 1 to 9999.
func timestampText(_ seconds: Int64, _ nanos: Int64) -> String? {
    guard (firstSecond...lastSecond).contains(seconds), (0...999_999_999).contains(nanos) else { return nil }
    let (days, second) = flooredDivision(seconds, 86_400)
    let (year, month, day) = civil(days)
    let clock = [second / 3_600, second / 60 % 60, second % 60].map { padded($0, 2) }.joined(separator: ":")
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T\(clock)\(fraction(nanos))Z"
}

func durationText(_ seconds: Int64, _ nanos: Int64) -> String? {
    guard seconds.magnitude <= UInt64(longestDuration), nanos.magnitude <= 999_999_999,
        seconds == 0 || nanos == 0 || (seconds < 0) == (nanos < 0)
    else { return nil }
    let sign = seconds < 0 || nanos < 0 ? "-" : ""
    return "\(sign)\(seconds.magnitude)\(fraction(Int64(nanos.magnitude)))s"
}

func durationParts(_ text: String) -> (seconds: Int64, nanos: Int64)? {
    var rest = Substring(text)
    guard rest.popLast() == "s" else { return nil }
    let isNegative = rest.hasPrefix("-")
    if isNegative { rest = rest.dropFirst() }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let seconds = digits(parts[0]), seconds <= longestDuration else { return nil }
    var nanos: Int64 = 0
    if parts.count > 1 {
        guard let read = nanoseconds(parts[1]) else { return nil }
        nanos = read
    }
    return isNegative ? (-seconds, -nanos) : (seconds, nanos)
}

/// Reads RFC 3339, with any offset.
func timestampParts(_ text: String) -> (seconds: Int64, nanos: Int64)? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes.allSatisfy({ $0 < 0x80 }), bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == UInt8(ascii: "T"),
        bytes[13] == 0x3A, bytes[16] == 0x3A
    else { return nil }
    func number(_ range: Range<Int>) -> Int64? { digits(Substring(decoding: bytes[range], as: UTF8.self)) }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), let hour = number(11..<13),
        let minute = number(14..<16), let second = number(17..<19), year >= 1, (1...12).contains(month), day >= 1,
        day <= daysIn(month, of: year), hour < 24, minute < 60, second < 60
    else { return nil }
    var place = 19
    var nanos: Int64 = 0
    if bytes[place] == UInt8(ascii: ".") {
        let end = bytes[(place + 1)...].firstIndex { !(0x30...0x39).contains($0) } ?? bytes.count
        guard let read = nanoseconds(Substring(decoding: bytes[(place + 1)..<end], as: UTF8.self)) else { return nil }
        nanos = read
        place = end
    }
    guard let offset = zone(bytes[place...]) else { return nil }
    let seconds = days(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - offset
    return (firstSecond...lastSecond).contains(seconds) ? (seconds, nanos) : nil
}

private func zone(_ bytes: ArraySlice<UInt8>) -> Int64? {
    if bytes.elementsEqual([UInt8(ascii: "Z")]) { return 0 }
    guard bytes.count == 6, let sign = bytes.first, sign == 0x2B || sign == 0x2D, bytes[bytes.startIndex + 3] == 0x3A,
        let hours = digits(Substring(decoding: bytes[(bytes.startIndex + 1)..<(bytes.startIndex + 3)], as: UTF8.self)),
        let minutes = digits(Substring(decoding: bytes[(bytes.startIndex + 4)...], as: UTF8.self)), hours < 24, minutes < 60
    else { return nil }
    return (sign == 0x2D ? -1 : 1) * (hours * 3_600 + minutes * 60)
}

private func digits(_ text: Substring) -> Int64? {
    guard !text.isEmpty, text.utf8.count <= 18, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int64(text)
}

/// One to nine digits behind the point.
private func nanoseconds(_ text: Substring) -> Int64? {
    guard text.utf8.count <= 9, let value = digits(text) else { return nil }
    return (0..<(9 - text.utf8.count)).reduce(value) { value, _ in value * 10 }
}

/// None, three, six or nine digits.
private func fraction(_ nanos: Int64) -> String {
    if nanos == 0 { return "" }
    if nanos % 1_000_000 == 0 { return ".\(padded(nanos / 1_000_000, 3))" }
    if nanos % 1_000 == 0 { return ".\(padded(nanos / 1_000, 6))" }
    return ".\(padded(nanos, 9))"
}

private func padded(_ value: Int64, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
}

private func flooredDivision(_ value: Int64, _ by: Int64) -> (Int64, Int64) {
    let remainder = ((value % by) + by) % by
    return ((value - remainder) / by, remainder)
}

private func daysIn(_ month: Int64, of year: Int64) -> Int64 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
}

/// Days since 1970-01-01 of the proleptic Gregorian calendar, counted in years that begin with March.
private func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = flooredDivision(year, 400)
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
}

private func civil(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let (era, dayOfEra) = flooredDivision(days + 719_468, 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
}
