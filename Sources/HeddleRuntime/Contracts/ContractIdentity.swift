/// Which contract a generated type stands for: what is registered, written before payloads, and compared.
public struct ContractIdentity: Sendable, Hashable {
    public enum Format: String, Sendable, Hashable { case avro, protobuf, jsonSchema = "json-schema", xsd }

    /// A schema that this one builds on, as a registry knows it.
    public struct Reference: Sendable, Hashable {
        /// As the schema names it: an Avro full name, a path of a Protobuf import, a URI.
        public var name: String
        public var schema: String

        public init(name: String, schema: String) {
            self.name = name
            self.schema = schema
        }
    }

    public var format: Format
    /// In the contract: `com.shop.OrderCreated`, `shop.v1.OrderCreated`, an `$id` or the file's name, a qualified element.
    public var name: String
    /// The schema's text, as it was written.
    public var schema: String
    public var references: [Reference]
    /// CRC-64-AVRO of the Parsing Canonical Form; 0 for other formats.
    public var fingerprint: UInt64
    /// SHA-256 of the canonical form (Avro) or of the text, in small hexadecimal digits.
    public var digest: String
    /// Of a Protobuf message in its file, from the outermost; empty for other formats.
    public var messageIndexes: [Int]

    public init(
        format: Format, name: String, schema: String, references: [Reference] = [], fingerprint: UInt64 = 0, digest: String = "",
        messageIndexes: [Int] = []
    ) {
        self.format = format
        self.name = name
        self.schema = schema
        self.references = references
        self.fingerprint = fingerprint
        self.digest = digest
        self.messageIndexes = messageIndexes
    }
}
