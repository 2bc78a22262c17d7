/// Avro 1.12, "Single-object encoding": C3 01, the fingerprint of the writer's schema, then the value.
///
///     try writer.writeAvroSingleObject(order)
///     let order = try OrderCreated(decodingSingleObject: bytes)
extension ByteWriter {
    public mutating func writeAvroSingleObject<Value: ContractCodable>(_ value: borrowing Value) throws(CodecError) {
        writeAvroSingleObjectHeader(fingerprint: Value.contract.fingerprint)
        try value.encode(into: &self)
    }

    public mutating func writeAvroSingleObjectHeader(fingerprint: UInt64) {
        reserve(10)
        append(0xC3)
        append(0x01)
        base.storeBytes(of: fingerprint.littleEndian, toByteOffset: written, as: UInt64.self)
        written &+= 8
    }
}

extension ByteReader {
    /// - Returns: the fingerprint of the schema that the value behind it was written by.
    @_lifetime(self: copy self)
    public mutating func readAvroSingleObjectHeader() throws(CodecError) -> UInt64 {
        guard remaining >= 10 else { throw endOfInput() }
        guard next.load(as: UInt8.self) == 0xC3, next.load(fromByteOffset: 1, as: UInt8.self) == 0x01 else {
            throw malformed("the bytes C3 01 of a single object", since: offset)
        }
        defer { next += 10 }
        return UInt64(littleEndian: next.loadUnaligned(fromByteOffset: 2, as: UInt64.self))
    }
}

extension ContractCodable {
    /// The value as a single object.
    public func encodedSingleObject() throws(CodecError) -> [UInt8] {
        var writer = ByteWriter()
        try writer.writeAvroSingleObject(self)
        return writer.copyBytes()
    }

    /// The value of a single object that this type's own schema wrote. For those of other schemas read the header first, and take
    /// the decoder of the schema that it names.
    public init(decodingSingleObject bytes: [UInt8]) throws(CodecError) {
        var reader = ByteReader(bytes.span.bytes)
        let fingerprint = try reader.readAvroSingleObjectHeader()
        guard fingerprint == Self.contract.fingerprint else {
            throw CodecError(.malformed(expected: "a value of the schema with this type's fingerprint"), at: 2)
        }
        self = try Self(from: &reader)
        try reader.expectEnd()
    }
}
