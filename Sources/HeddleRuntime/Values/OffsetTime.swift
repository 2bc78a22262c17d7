/// A time of day with an offset from UTC (RFC 3339's `full-time`, JSON Schema's `time`).
public struct OffsetTime: Sendable, Hashable {
    /// Since midnight at that offset; 86,400 within a leap second.
    public var seconds: Int32
    /// 0 to 999,999,999.
    public var nanoseconds: Int32
    /// East of Greenwich.
    public var offsetMinutes: Int16
    /// How many digits of the fraction are written.
    public var fractionDigits: UInt8

    public init(seconds: Int32, nanoseconds: Int32 = 0, offsetMinutes: Int16 = 0, fractionDigits: UInt8? = nil) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
        self.offsetMinutes = offsetMinutes
        self.fractionDigits = fractionDigits ?? neededDigits(nanoseconds % 1_000_000_000)
    }

    /// Of a text such as `22:13:20.5+01:00`; nil for any other.
    public init?(_ text: String) {
        var copy = text
        guard let value = copy.withUTF8({ Self(UnsafeRawBufferPointer($0)) }) else { return nil }
        self = value
    }

    init?(_ text: UnsafeRawBufferPointer) {
        guard let time = ClockTime(text), let offset = time.offsetMinutes else { return nil }
        self.init(seconds: time.seconds, nanoseconds: time.nanoseconds, offsetMinutes: offset, fractionDigits: time.fractionDigits)
    }
}

extension OffsetTime: CustomStringConvertible, LosslessStringConvertible, Codable {
    public var description: String {
        var writer = ByteWriter(capacity: 32)
        writer.writeText(self)
        return String(decoding: writer.copyBytes(), as: UTF8.self)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a time as RFC 3339 has it")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
