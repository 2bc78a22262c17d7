/// A type generated from a contract: its values are written as the contract says, and read back.
///
/// Generated code conforms; programs call `encoded()` and `init(decoding:)`, or the two requirements with a writer or reader of
/// their own, which is what costs least.
public protocol ContractCodable: Sendable, Hashable {
    static var contract: ContractIdentity { get }

    /// Appends the value's bytes, without framing.
    borrowing func encode(into writer: inout ByteWriter) throws(CodecError)

    /// Takes a value that the type's own schema wrote.
    init(from reader: inout ByteReader) throws(CodecError)

    /// How to read what another version of the schema wrote, worked out once for each such version.
    ///
    /// - Parameters:
    ///   - schema: the writer's, as its author wrote it.
    ///   - references: what it builds on.
    /// - Throws: `SchemaResolutionError` where values written so cannot be read as this type.
    static func decoder(
        writtenBy schema: String, references: [ContractIdentity.Reference]
    ) throws(SchemaResolutionError) -> ContractDecoder<Self>
}

extension ContractCodable {
    /// Avro's bytes are resolved against the writer's schema. Those of other formats are read alike under any compatible schema.
    public static func decoder(
        writtenBy schema: String, references: [ContractIdentity.Reference]
    ) throws(SchemaResolutionError) -> ContractDecoder<Self> {
        let identity = contract
        guard identity.format == .avro, schema != identity.schema else {
            return ContractDecoder { (reader: inout ByteReader) throws(CodecError) -> Self in try Self(from: &reader) }
        }
        let resolution = try AvroResolution(writer: schema, references: references, reader: identity)
        return ContractDecoder { (reader: inout ByteReader) throws(CodecError) -> Self in try resolution.decode(from: &reader) }
    }

    /// The value's bytes, without framing.
    public func encoded() throws(CodecError) -> [UInt8] {
        var writer = ByteWriter()
        try encode(into: &writer)
        return writer.copyBytes()
    }

    /// The value of which these are all of the bytes.
    public init(decoding bytes: [UInt8]) throws(CodecError) {
        var reader = ByteReader(bytes.span.bytes)
        self = try Self(from: &reader)
        try reader.expectEnd()
    }
}

/// Reads values of a type from what one version of a schema wrote.
public struct ContractDecoder<Value: ContractCodable>: Sendable {
    private let read: @Sendable (inout ByteReader) throws(CodecError) -> Value

    public init(_ read: @escaping @Sendable (inout ByteReader) throws(CodecError) -> Value) { self.read = read }

    public func decode(from reader: inout ByteReader) throws(CodecError) -> Value { try read(&reader) }
}

/// Why values of one schema cannot be read as those of another; told when the schemas are first brought together.
public struct SchemaResolutionError: Error, Sendable, Hashable, CustomStringConvertible {
    /// `items[].quantity`: the field at which they part; empty for the event itself.
    public var path: String
    public var message: String

    public init(path: String, message: String) {
        self.path = path
        self.message = message
    }

    public var description: String { path.isEmpty ? message : "\(path): \(message)" }
}
