/// A date and time of day in a time zone that is not told, in whole milliseconds since 1970-01-01T00:00:00 of that time zone (Avro's `local-timestamp-millis`).
public struct LocalTimestampMillis: RawRepresentable, Sendable, Hashable, Comparable, Codable {
    /// In milliseconds.
    public var rawValue: Int64

    @inlinable public init(rawValue: Int64) { self.rawValue = rawValue }
    @inlinable public init(milliseconds: Int64) { rawValue = milliseconds }

    @inlinable public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A date and time of day in a time zone that is not told, in whole microseconds since 1970-01-01T00:00:00 of that time zone (Avro's `local-timestamp-micros`).
public struct LocalTimestampMicros: RawRepresentable, Sendable, Hashable, Comparable, Codable {
    /// In microseconds.
    public var rawValue: Int64

    @inlinable public init(rawValue: Int64) { self.rawValue = rawValue }
    @inlinable public init(microseconds: Int64) { rawValue = microseconds }

    @inlinable public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A date and time of day in a time zone that is not told, in whole nanoseconds since 1970-01-01T00:00:00 of that time zone (Avro's `local-timestamp-nanos`).
public struct LocalTimestampNanos: RawRepresentable, Sendable, Hashable, Comparable, Codable {
    /// In nanoseconds.
    public var rawValue: Int64

    @inlinable public init(rawValue: Int64) { self.rawValue = rawValue }
    @inlinable public init(nanoseconds: Int64) { rawValue = nanoseconds }

    @inlinable public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
