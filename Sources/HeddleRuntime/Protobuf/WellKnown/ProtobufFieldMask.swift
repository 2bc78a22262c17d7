/// `google.protobuf.FieldMask`: paths of fields.
public struct ProtobufFieldMask: ProtobufMessage, Codable {
    /// `address.city`, in the names of the .proto.
    public var paths: [String]
    public var unknownFields = UnknownFields()

    public init(paths: [String] = []) {
        self.paths = paths
    }

    public static var contract: ContractIdentity { .wellKnown("google.protobuf.FieldMask") }

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
            case 10: try reader.readRepeated(ProtobufWire.Text.self, 10, into: &paths)
            default: guard try reader.readUnknown(tag, into: &unknownFields) else { return }
            }
        }
    }

    @inlinable
    public borrowing func encode(into writer: inout ByteWriter) throws(CodecError) {
        try writer.writeRepeated(ProtobufWire.Text.self, 10, paths)
        unknownFields.encode(into: &writer)
    }
}
