/// A time of day without a date and a zone, in whole milliseconds since midnight (Avro's `time-millis`).
public struct TimeOfDayMillis: RawRepresentable, Sendable, Hashable, Comparable, Codable {
    /// In milliseconds.
    public var rawValue: Int32

    @inlinable public init(rawValue: Int32) { self.rawValue = rawValue }
    @inlinable public init(milliseconds: Int32) { rawValue = milliseconds }

    @inlinable public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A time of day without a date and a zone, in whole microseconds since midnight (Avro's `time-micros`).
public struct TimeOfDayMicros: RawRepresentable, Sendable, Hashable, Comparable, Codable {
    /// In microseconds.
    public var rawValue: Int64

    @inlinable public init(rawValue: Int64) { self.rawValue = rawValue }
    @inlinable public init(microseconds: Int64) { rawValue = microseconds }

    @inlinable public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
