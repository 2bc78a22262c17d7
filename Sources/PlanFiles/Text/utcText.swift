import Determinism

/// `2026-11-23T15:04:05.000Z` (RFC 3339).
package func utcText(_ instant: Instant) -> String {
    let day = 86_400_000 as Int64
    let inDay = ((instant.millisecondsSinceEpoch % day) + day) % day
    func padded(_ number: Int64, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    let (seconds, milliseconds) = (inDay / 1000, inDay % 1000)
    return "\(CalendarDate(instant))T\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2)).\(padded(milliseconds, 3))Z"
}

/// nil where it is not exactly of that form.
package func instant(fromUTC text: String) -> Instant? {
    let bytes = Array(text.utf8)
    guard bytes.count == 24, let date = CalendarDate(parsing: String(decoding: bytes[0..<10], as: UTF8.self)) else { return nil }
    func number(_ range: Range<Int>) -> Int64? {
        guard bytes[range].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        return Int64(String(decoding: bytes[range], as: UTF8.self))
    }
    let marks: [(Int, Character)] = [(10, "T"), (13, ":"), (16, ":"), (19, "."), (23, "Z")]
    guard marks.allSatisfy({ Character(UnicodeScalar(bytes[$0.0])) == $0.1 }), let hours = number(11..<13), hours < 24,
        let minutes = number(14..<16), minutes < 60, let seconds = number(17..<19), seconds < 60, let milliseconds = number(20..<23)
    else { return nil }
    let time = ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds
    return Instant(millisecondsSinceEpoch: Int64(date.daysSinceEpoch) * 86_400_000 + time)
}
