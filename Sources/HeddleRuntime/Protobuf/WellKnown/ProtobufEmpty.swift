/// `google.protobuf.Empty`: nothing.
public struct ProtobufEmpty: ProtobufMessage, Codable {
    public var unknownFields = UnknownFields()

    public init() {
    }

    public static var contract: ContractIdentity { .wellKnown("google.protobuf.Empty") }

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
            default: guard try reader.readUnknown(tag, into: &unknownFields) else { return }
            }
        }
    }

    @inlinable
    public borrowing func encode(into writer: inout ByteWriter) throws(CodecError) {
        unknownFields.encode(into: &writer)
    }
}
