import ContractModel

/// The bodies of requests and answers, as the Confluent Schema Registry's REST interface (API reference, v1) has them. What
/// an answer says besides is left aside.
enum RegistryMessages {
    struct Schema: Codable {
        var schema: String
        /// Absent: AVRO.
        var schemaType: String?
        var references: [RegistrySchema.Reference]?

        init(_ schema: RegistrySchema) {
            self.schema = schema.schema
            schemaType = schema.format.registryType
            references = schema.references.isEmpty ? nil : schema.references
        }
    }

    struct Version: Decodable {
        var subject: String
        var version: Int
        var id: Int
        var schemaType: String?
        var schema: String
        var references: [RegistrySchema.Reference]?
    }

    struct Stored: Decodable {
        var schemaType: String?
        var schema: String
        var references: [RegistrySchema.Reference]?
    }

    struct Registered: Decodable { var id: Int }

    /// GET says `compatibilityLevel`, PUT `compatibility`; some registries say one of them in both.
    struct Compatibility: Codable {
        var compatibilityLevel: String?
        var compatibility: String?
    }

    struct Failure: Decodable {
        var error_code: Int?
        var message: String?
    }
}

extension RegistryVersion {
    init(_ message: RegistryMessages.Version) {
        self.init(
            subject: message.subject, version: message.version, id: message.id,
            format: message.schemaType.map(ContractFormat.init(registryType:)) ?? .avro, schema: message.schema,
            references: message.references ?? [])
    }
}

extension ContractFormat {
    /// nil: Avro, which is what a registry takes a schema for that says no type.
    var registryType: String? { Self.registryTypes.first { $0.value == self && $0.value != .avro }?.key }

    init?(registryType: String) {
        guard let format = Self.registryTypes[registryType.uppercased()] else { return nil }
        self = format
    }

    private static let registryTypes: [String: ContractFormat] = ["AVRO": .avro, "JSON": .jsonSchema, "PROTOBUF": .protobuf, "XSD": .xsd]
}

extension CompatibilityMode {
    /// `BACKWARD_TRANSITIVE`
    var registryName: String { rawValue.uppercased().replacing("-", with: "_") }

    init?(registryName: String) {
        self.init(rawValue: registryName.lowercased().replacing("_", with: "-"))
    }
}
