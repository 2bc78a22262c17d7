/// An instant, in whole milliseconds since 1970-01-01T00:00:00Z (Avro's `timestamp-millis`).
public struct TimestampMillis: RawRepresentable, Sendable, Hashable, Comparable, Codable {
    /// In milliseconds.
    public var rawValue: Int64

    @inlinable public init(rawValue: Int64) { self.rawValue = rawValue }
    @inlinable public init(milliseconds: Int64) { rawValue = milliseconds }

    @inlinable public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// An instant, in whole microseconds since 1970-01-01T00:00:00Z (Avro's `timestamp-micros`).
public struct TimestampMicros: RawRepresentable, Sendable, Hashable, Comparable, Codable {
    /// In microseconds.
    public var rawValue: Int64

    @inlinable public init(rawValue: Int64) { self.rawValue = rawValue }
    @inlinable public init(microseconds: Int64) { rawValue = microseconds }

    @inlinable public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// An instant, in whole nanoseconds since 1970-01-01T00:00:00Z (Avro's `timestamp-nanos`).
public struct TimestampNanos: RawRepresentable, Sendable, Hashable, Comparable, Codable {
    /// In nanoseconds.
    public var rawValue: Int64

    @inlinable public init(rawValue: Int64) { self.rawValue = rawValue }
    @inlinable public init(nanoseconds: Int64) { rawValue = nanoseconds }

    @inlinable public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
