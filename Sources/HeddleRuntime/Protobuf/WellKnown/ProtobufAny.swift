/// `google.protobuf.Any`: a message of any type, as bytes, and the type's name.
public struct ProtobufAny: ProtobufMessage, Codable {
    /// `type.googleapis.com/shop.v1.OrderCreated`
    public var typeURL: String
    /// The message, encoded.
    public var value: [UInt8]
    public var unknownFields = UnknownFields()

    public init(typeURL: String = "", value: [UInt8] = []) {
        self.typeURL = typeURL
        self.value = value
    }

    public static var contract: ContractIdentity { .wellKnown("google.protobuf.Any") }

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
            case 10: typeURL = try ProtobufWire.Text.read(from: &reader)
            case 18: value = try ProtobufWire.Bytes.read(from: &reader)
            default: guard try reader.readUnknown(tag, into: &unknownFields) else { return }
            }
        }
    }

    @inlinable
    public borrowing func encode(into writer: inout ByteWriter) throws(CodecError) {
        if !typeURL.isEmpty { ProtobufWire.Text.write(10, typeURL, into: &writer) }
        if !value.isEmpty { ProtobufWire.Bytes.write(18, value, into: &writer) }
        unknownFields.encode(into: &writer)
    }
}

extension ProtobufAny {
    /// Packs a message, under the prefix that everybody uses.
    public init<M: ProtobufMessage>(packing message: M) throws(CodecError) {
        self.init(typeURL: "type.googleapis.com/" + M.contract.name, value: try message.encoded())
    }

    /// After the last slash of the type's URL: `shop.v1.OrderCreated`.
    public var typeName: Substring { typeURL.split(separator: "/", omittingEmptySubsequences: false).last ?? "" }

    /// The message; nil where it is of another type.
    public func unpacked<M: ProtobufMessage>(as type: M.Type) throws(CodecError) -> M? {
        guard typeName == M.contract.name else { return nil }
        return try M(decoding: value)
    }
}
