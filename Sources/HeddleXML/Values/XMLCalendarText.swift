/// Takes the parts of dates and times from a text, in order (XML Schema Part 2, 3.2.6 to 3.2.14). Each is nil where it does not stand.
struct XMLCalendarText {
    private let bytes: [UInt8]
    private var next = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { next == bytes.count }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next < bytes.count, bytes[next] == UInt8(ascii: character) else { return false }
        next += 1
        return true
    }

    /// As many digits as stand there; at least one.
    mutating func digits() -> Substring? {
        let start = next
        while next < bytes.count, isDigit(bytes[next]) { next += 1 }
        return start == next ? nil : Substring(String(decoding: bytes[start..<next], as: UTF8.self))
    }

    mutating func two(_ range: ClosedRange<Int>) -> Int? {
        guard next + 2 <= bytes.count, isDigit(bytes[next]), isDigit(bytes[next + 1]) else { return nil }
        let value = Int(bytes[next] - 48) * 10 + Int(bytes[next + 1] - 48)
        next += 2
        return range.contains(value) ? value : nil
    }

    /// Four digits or more, no zero in front of more than four, and never the year 0.
    mutating func year() -> Int? {
        let isNegative = take("-")
        guard let digits = digits(), digits.count >= 4, digits.count == 4 || digits.first != "0", let year = Int(digits), year != 0 else {
            return nil
        }
        return isNegative ? -year : year
    }

    /// Seconds with their fraction.
    mutating func seconds() -> XMLDecimal? {
        guard let whole = two(0...59) else { return nil }
        guard take(".") else { return XMLDecimal(whole) }
        return digits().flatMap { XMLDecimal("\(whole).\($0)") }
    }

    /// `Z`, `+01:00` or nothing, and then the end: nil in nil where that is not so.
    mutating func zoneAndEnd() -> XMLZone?? {
        if isAtEnd { return .some(nil) }
        if take("Z") { return isAtEnd ? .some(XMLZone(minutes: 0)) : nil }
        let isNegative = take("-")
        guard isNegative || take("+"), let hours = two(0...14), take(":"), let minutes = two(0...59), hours < 14 || minutes == 0, isAtEnd else {
            return nil
        }
        let offset = hours * 60 + minutes
        return .some(XMLZone(minutes: isNegative ? -offset : offset))
    }
}

/// How far a local time is ahead of UTC: whole minutes, 14 hours at most.
public struct XMLZone: Sendable, Hashable, Codable, CustomStringConvertible {
    public var minutes: Int

    public init(minutes: Int) { self.minutes = minutes }

    public static let utc = XMLZone(minutes: 0)

    /// `Z`, `+01:00`, `-05:30`
    public var description: String {
        let size = abs(minutes)
        return minutes == 0 ? "Z" : (minutes < 0 ? "-" : "+") + padded(size / 60, 2) + ":" + padded(size % 60, 2)
    }
}

func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(abs(value))
    return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

func daysOf(month: Int, year: Int?) -> Int {
    switch month {
    case 4, 6, 9, 11: return 30
    case 2:
        guard let year else { return 29 }
        // There is no year 0, so the one before 1 counts as 0.
        let counted = year < 0 ? year + 1 : year
        return counted % 4 == 0 && (counted % 100 != 0 || counted % 400 == 0) ? 29 : 28
    default: return 31
    }
}
