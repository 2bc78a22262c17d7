/// Months, days and milliseconds, none of which can be counted in another (Avro's `duration`).
public struct CalendarDuration: Sendable, Hashable, Codable {
    public var months: UInt32
    public var days: UInt32
    public var milliseconds: UInt32

    public init(months: UInt32 = 0, days: UInt32 = 0, milliseconds: UInt32 = 0) {
        self.months = months
        self.days = days
        self.milliseconds = milliseconds
    }
}

extension ByteWriter {
    public mutating func writeAvroDuration(_ value: CalendarDuration) {
        reserve(12)
        base.storeBytes(of: value.months.littleEndian, toByteOffset: written, as: UInt32.self)
        base.storeBytes(of: value.days.littleEndian, toByteOffset: written + 4, as: UInt32.self)
        base.storeBytes(of: value.milliseconds.littleEndian, toByteOffset: written + 8, as: UInt32.self)
        written &+= 12
    }
}

extension ByteReader {
    @_lifetime(self: copy self)
    public mutating func readAvroDuration() throws(CodecError) -> CalendarDuration {
        guard remaining >= 12 else { throw endOfInput() }
        defer { next += 12 }
        return CalendarDuration(
            months: UInt32(littleEndian: next.loadUnaligned(as: UInt32.self)),
            days: UInt32(littleEndian: next.loadUnaligned(fromByteOffset: 4, as: UInt32.self)),
            milliseconds: UInt32(littleEndian: next.loadUnaligned(fromByteOffset: 8, as: UInt32.self)))
    }
}
