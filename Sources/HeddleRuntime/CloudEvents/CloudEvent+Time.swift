extension CloudEvent {
    /// `2026-11-23T22:03:00.5Z`: a moment as the attribute `time` has it, in UTC, with as much of the fraction as there is.
    ///
    /// - Parameter secondsSince1970: from the year 0 to 9999; others give nil.
    public static func time(secondsSince1970 seconds: Int64, nanoseconds: Int32 = 0) -> String? {
        guard (-62_167_219_200..<253_402_300_800).contains(seconds), (0..<1_000_000_000).contains(nanoseconds) else { return nil }
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let rest = seconds - days * 86_400
        // Days from the first of March of the year 0, in years that begin there: the leap day is the last.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        var text = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T"
        text += "\(padded(rest / 3_600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))"
        if nanoseconds > 0 {
            var fraction = padded(Int64(nanoseconds), 9)[...]
            while fraction.last == "0" { fraction.removeLast() }
            text += "." + fraction
        }
        return text + "Z"
    }
}

private func padded(_ number: Int64, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
}

/// RFC 3339's `date-time`, with days that there are.
func isTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var place = 0
    func number(_ digits: Int) -> Int? {
        guard place + digits <= bytes.count else { return nil }
        var number = 0
        for byte in bytes[place..<place + digits] {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        place += digits
        return number
    }
    func take(_ allowed: StaticString) -> Bool {
        guard place < bytes.count else { return false }
        for offset in 0..<allowed.utf8CodeUnitCount where allowed.utf8Start[offset] == bytes[place] {
            place += 1
            return true
        }
        return false
    }
    guard let year = number(4), take("-"), let month = number(2), (1...12).contains(month), take("-"), let day = number(2) else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...days[month - 1]).contains(day), take("Tt"), let hour = number(2), hour < 24, take(":"), let minute = number(2), minute < 60,
        take(":"), let second = number(2), second <= 60
    else { return false }
    if take(".") {
        guard number(1) != nil else { return false }
        while number(1) != nil {}
    }
    if take("Zz") { return place == bytes.count }
    guard take("+-"), let hours = number(2), hours < 24, take(":"), let minutes = number(2), minutes < 60 else { return false }
    return place == bytes.count
}
