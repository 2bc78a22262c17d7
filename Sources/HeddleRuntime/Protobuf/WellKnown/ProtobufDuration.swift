/// `google.protobuf.Duration`: a span of time, to the nanosecond.
public struct ProtobufDuration: ProtobufMessage, Codable {
    /// Negative spans have both parts negative.
    public var seconds: Int64
    /// With the sign of `seconds`: -999,999,999 to 999,999,999.
    public var nanos: Int32
    public var unknownFields = UnknownFields()

    public init(seconds: Int64 = 0, nanos: Int32 = 0) {
        self.seconds = seconds
        self.nanos = nanos
    }

    public static var contract: ContractIdentity { .wellKnown("google.protobuf.Duration") }

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

extension ProtobufDuration {
    /// What is finer than a nanosecond is cut off.
    public init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        self.init(seconds: seconds, nanos: Int32(attoseconds / 1_000_000_000))
    }

    public var duration: Duration { Duration(secondsComponent: seconds, attosecondsComponent: Int64(nanos) * 1_000_000_000) }
}
