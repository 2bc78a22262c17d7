/// `google.protobuf.Timestamp`: a point in time, to the nanosecond.
public struct ProtobufTimestamp: ProtobufMessage, Codable {
    /// Since 1970-01-01T00:00:00Z; before it, negative.
    public var seconds: Int64
    /// Of the second, counted forward: 0 to 999,999,999.
    public var nanos: Int32
    public var unknownFields = UnknownFields()

    public init(seconds: Int64 = 0, nanos: Int32 = 0) {
        self.seconds = seconds
        self.nanos = nanos
    }

    public static var contract: ContractIdentity { .wellKnown("google.protobuf.Timestamp") }

    @inlinable
    public init(from reader: inout ByteReader) throws(CodecError) {
        self.init()
        try merge(from: &reader)
    }

    @inlinable
    public mutating func merge(from reader: inout ByteReader) throws(CodecError) {
        while true {
            let tag = try reader.readTag()
            switch tag {
            case 0: return
            case 8: seconds = try ProtobufWire.Int64.read(from: &reader)
            case 16: nanos = try ProtobufWire.Int32.read(from: &reader)
            default: guard try reader.readUnknown(tag, into: &unknownFields) else { return }
            }
        }
    }

    @inlinable
    public borrowing func encode(into writer: inout ByteWriter) throws(CodecError) {
        if seconds != 0 { ProtobufWire.Int64.write(8, seconds, into: &writer) }
        if nanos != 0 { ProtobufWire.Int32.write(16, nanos, into: &writer) }
        unknownFields.encode(into: &writer)
    }
}

extension ProtobufTimestamp {
    public init(milliseconds: Int64) {
        let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: 1_000)
        let isBefore = remainder < 0
        self.init(seconds: isBefore ? quotient - 1 : quotient, nanos: Int32(isBefore ? remainder + 1_000 : remainder) * 1_000_000)
    }

    /// Since 1970; what is finer is cut off. Nil where it is beyond an `Int64`.
    public var milliseconds: Int64? {
        // Before 1970 from the next second backward: the first of an Int64's milliseconds lies in a second that begins before them.
        let isBefore = seconds < 0
        let (scaled, overflow) = (isBefore ? seconds + 1 : seconds).multipliedReportingOverflow(by: 1_000)
        let (sum, overflows) = scaled.addingReportingOverflow(Int64(nanos / 1_000_000) - (isBefore ? 1_000 : 0))
        return overflow || overflows ? nil : sum
    }
}
