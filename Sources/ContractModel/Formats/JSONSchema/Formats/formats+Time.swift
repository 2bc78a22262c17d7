// Dates, times and durations (RFC 3339; appendix A for durations).

func isDateTime(_ text: String) -> Bool {
    guard let separator = text.utf8.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "t") }) else { return false }
    return isDate(text[..<separator]) && isTime(text[text.utf8.index(after: separator)...])
}

/// `full-date`.
func isDate(_ text: Substring) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
        let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
        (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
}

/// `full-time`: with an offset; a leap second only where it is 23:59:60 in UTC.
func isTime(_ text: Substring) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 9, bytes[2] == UInt8(ascii: ":"), bytes[5] == UInt8(ascii: ":"),
        let hour = number(bytes[0..<2]), let minute = number(bytes[3..<5]), let second = number(bytes[6..<8]),
        hour < 24, minute < 60, second <= 60
    else { return false }
    var rest = bytes[8...]
    if rest.first == UInt8(ascii: ".") {
        let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { return false }
        rest = rest[digits.endIndex...]
    }
    var offset = 0
    if rest.count == 1, rest[rest.startIndex] | 0x20 == UInt8(ascii: "z") {
        offset = 0
    } else {
        let sign = rest.first
        let digits = Array(rest.dropFirst())
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), digits.count == 5, digits[2] == UInt8(ascii: ":"),
            let hours = number(digits[0..<2]), let minutes = number(digits[3..<5]), hours < 24, minutes < 60
        else { return false }
        offset = (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
    }
    if second < 60 { return true }
    let utc = ((hour * 60 + minute - offset) % 1440 + 1440) % 1440
    return utc == 23 * 60 + 59
}

/// `duration`: weeks alone, or parts in their order, none left out between two.
func isDuration(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    guard rest.popFirst() == UInt8(ascii: "P") else { return false }
    func parts(of units: String) -> Bool? {
        let order = Array(units.utf8)
        var last: Int?
        while let first = rest.first, (0x30...0x39).contains(first) {
            rest = rest.drop { (0x30...0x39).contains($0) }
            guard let unit = rest.popFirst(), let place = order.firstIndex(of: unit) else { return nil }
            if let last, place != last + 1 { return nil }
            last = place
        }
        return last != nil
    }
    if text.utf8.last == UInt8(ascii: "W") { return parts(of: "W") == true && rest.isEmpty }
    guard let hasDate = parts(of: "YMD") else { return false }
    if rest.isEmpty { return hasDate }
    guard rest.popFirst() == UInt8(ascii: "T") else { return false }
    return parts(of: "HMS") == true && rest.isEmpty
}

private func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
        guard (0x30...0x39).contains(digit) else { return nil }
        value = value * 10 + Int(digit - 0x30)
    }
    return value
}
