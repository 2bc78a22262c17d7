/// `google.protobuf.Struct`: a JSON object.
public struct ProtobufStruct: ProtobufMessage, Codable {
    public var fields: [String: ProtobufValue]
    public var unknownFields = UnknownFields()

    public init(fields: [String: ProtobufValue] = [:]) {
        self.fields = fields
    }

    public static var contract: ContractIdentity { .wellKnown("google.protobuf.Struct") }

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
            case 10: try reader.readEntry(ProtobufWire.Text.self, ProtobufWire.Message<ProtobufValue>.self, 10, into: &fields, unknown: &unknownFields)
            default: guard try reader.readUnknown(tag, into: &unknownFields) else { return }
            }
        }
    }

    @inlinable
    public borrowing func encode(into writer: inout ByteWriter) throws(CodecError) {
        try writer.writeMap(ProtobufWire.Text.self, ProtobufWire.Message<ProtobufValue>.self, 10, fields)
        unknownFields.encode(into: &writer)
    }
}
