/// What is written as JSON and read from it; types that stand within a JSON contract conform.
public protocol JSONCodable: Sendable, Hashable {
    borrowing func encode(into writer: inout ByteWriter) throws(CodecError)
    init(from reader: inout ByteReader) throws(CodecError)
}

/// For types that declare `Codable`: any of its encoders, by way of `JSONValue`. Slower by far than `encode(into:)`.
extension JSONCodable {
    public init(from decoder: any Decoder) throws {
        let value = try JSONValue(from: decoder)
        var writer = ByteWriter()
        try value.encode(into: &writer)
        let bytes = writer.copyBytes()
        var reader = ByteReader(bytes.span.bytes)
        try self.init(from: &reader)
    }

    public func encode(to encoder: any Encoder) throws {
        var writer = ByteWriter()
        try encode(into: &writer)
        let bytes = writer.copyBytes()
        var reader = ByteReader(bytes.span.bytes)
        try JSONValue(from: &reader).encode(to: encoder)
    }
}
