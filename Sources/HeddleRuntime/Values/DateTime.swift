/// A date and time of day with the offset from UTC that it was written with (RFC 3339, JSON Schema's `date-time`).
///
/// Two are equal where all of it is the same: `10:00Z` and `12:00+02:00` are one instant and two values. Compare
/// `secondsSince1970` for instants.
public struct DateTime: Sendable, Hashable {
    /// Whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    public var secondsSince1970: Int64
    /// 0 to 999,999,999; a thousand million more within a leap second.
    public var nanoseconds: Int32
    /// East of Greenwich.
    public var offsetMinutes: Int16
    /// How many digits of the fraction are written: as many as the text had, at most nine.
    public var fractionDigits: UInt8

    public init(secondsSince1970: Int64, nanoseconds: Int32 = 0, offsetMinutes: Int16 = 0, fractionDigits: UInt8? = nil) {
        self.secondsSince1970 = secondsSince1970
        self.nanoseconds = nanoseconds
        self.offsetMinutes = offsetMinutes
        self.fractionDigits = fractionDigits ?? neededDigits(nanoseconds % 1_000_000_000)
    }

    /// In UTC, with milliseconds.
    public init(millisecondsSince1970 milliseconds: Int64) {
        let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1_000)
        self.init(
            secondsSince1970: rest < 0 ? seconds - 1 : seconds, nanoseconds: Int32(rest < 0 ? rest + 1_000 : rest) * 1_000_000, fractionDigits: 3)
    }

    /// In UTC; rounded to microseconds, which is what doubles hold of our time.
    public init(secondsSince1970 seconds: Double) {
        let micros = Int64(seconds * 1_000_000 + (seconds < 0 ? -0.5 : 0.5))
        let (whole, rest) = micros.quotientAndRemainder(dividingBy: 1_000_000)
        self.init(secondsSince1970: rest < 0 ? whole - 1 : whole, nanoseconds: Int32(rest < 0 ? rest + 1_000_000 : rest) * 1_000)
    }

    /// With the fraction, as precise as a double is.
    public var timeIntervalSince1970: Double { Double(secondsSince1970) + Double(nanoseconds) / 1_000_000_000 }

    /// Of a text such as `2026-11-23T22:13:20.5+01:00`; nil for any other. Digits of the fraction beyond the ninth are dropped.
    public init?(_ text: String) {
        var copy = text
        guard let value = copy.withUTF8({ Self(UnsafeRawBufferPointer($0)) }) else { return nil }
        self = value
    }

    init?(_ text: UnsafeRawBufferPointer) {
        guard text.count >= 20, text[10] | 0x20 == UInt8(ascii: "t"), let day = dayNumber(text) else { return nil }
        guard let time = ClockTime(UnsafeRawBufferPointer(rebasing: text[11...])), let offset = time.offsetMinutes else { return nil }
        secondsSince1970 = Int64(day) * 86_400 + Int64(time.seconds) - Int64(offset) * 60
        nanoseconds = time.nanoseconds
        offsetMinutes = offset
        fractionDigits = time.fractionDigits
    }
}

extension DateTime: CustomStringConvertible, LosslessStringConvertible, Codable {
    public var description: String {
        var writer = ByteWriter(capacity: 40)
        writer.writeText(self)
        return String(decoding: writer.copyBytes(), as: UTF8.self)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a date and time as RFC 3339 has them")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// How many digits a fraction in nanoseconds takes.
func neededDigits(_ nanoseconds: Int32) -> UInt8 {
    guard nanoseconds != 0 else { return 0 }
    var (rest, digits) = (nanoseconds, UInt8(9))
    while rest % 10 == 0 {
        rest /= 10
        digits -= 1
    }
    return digits
}
