/// The framing beside the payload: Confluent's serializers put it into a header where so configured (`HeaderSchemaIdSerializer`), and the
/// payload then stands alone. Their deserializers look at the header first and then at the payload's first bytes (`DualSchemaIdDeserializer`),
/// as `init(headers:role:from:hasMessageIndexes:)` does.
extension ConfluentFrame {
    /// Of which part of a record the schema is.
    public enum Role: Sendable, Hashable {
        case key, value

        public var headerName: String {
            switch self {
            case .key: "__key_schema_id"
            case .value: "__value_schema_id"
            }
        }
    }

    /// As a header; the payload then has no framing.
    public func header(for role: Role) -> RecordHeader {
        var writer = ByteWriter(capacity: 32)
        write(into: &writer)
        return RecordHeader(name: role.headerName, value: writer.copyBytes())
    }

    /// What a record's headers say; nil where they say nothing.
    public init?(headers: [RecordHeader], role: Role, hasMessageIndexes: Bool = false) throws(FramingError) {
        guard let header = headers.last(where: { $0.name == role.headerName }) else { return nil }
        guard let value = header.value else { throw .header("the header '\(header.name)' has no value") }
        var reader = ByteReader(value.span.bytes)
        self = try ConfluentFrame(from: &reader, hasMessageIndexes: hasMessageIndexes)
        guard reader.isAtEnd else { throw .header("\(reader.remaining) bytes follow the schema's id in the header '\(header.name)'") }
    }

    /// From the header where there is one, else from the payload's first bytes, which are taken then.
    public init(headers: [RecordHeader], role: Role, from payload: inout ByteReader, hasMessageIndexes: Bool = false) throws(FramingError) {
        if let frame = try ConfluentFrame(headers: headers, role: role, hasMessageIndexes: hasMessageIndexes) {
            self = frame
        } else {
            self = try ConfluentFrame(from: &payload, hasMessageIndexes: hasMessageIndexes)
        }
    }
}
