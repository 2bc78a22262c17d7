/// `google.protobuf.ListValue`: a JSON array.
public struct ProtobufListValue: ProtobufMessage, Codable {
    public var values: [ProtobufValue]
    public var unknownFields = UnknownFields()

    public init(values: [ProtobufValue] = []) {
        self.values = values
    }

    public static var contract: ContractIdentity { .wellKnown("google.protobuf.ListValue") }

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
            case 10: try reader.readRepeated(ProtobufWire.Message<ProtobufValue>.self, 10, into: &values)
            default: guard try reader.readUnknown(tag, into: &unknownFields) else { return }
            }
        }
    }

    @inlinable
    public borrowing func encode(into writer: inout ByteWriter) throws(CodecError) {
        try writer.writeRepeated(ProtobufWire.Message<ProtobufValue>.self, 10, values)
        unknownFields.encode(into: &writer)
    }
}
