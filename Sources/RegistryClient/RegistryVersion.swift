import ContractModel

/// A schema as registries take it.
package struct RegistrySchema: Sendable, Hashable {
    package struct Reference: Sendable, Hashable, Codable {
        package var name: String
        package var subject: String
        package var version: Int

        package init(name: String, subject: String, version: Int) {
            self.name = name
            self.subject = subject
            self.version = version
        }
    }

    package var format: ContractFormat
    package var schema: String
    package var references: [Reference]

    package init(_ format: ContractFormat, _ schema: String, references: [Reference] = []) {
        self.format = format
        self.schema = schema
        self.references = references
    }
}

/// A version of a subject.
package struct RegistryVersion: Sendable, Hashable {
    package var subject: String
    package var version: Int
    package var id: Int
    /// nil: a type that Heddle does not know.
    package var format: ContractFormat?
    package var schema: String
    package var references: [RegistrySchema.Reference]

    package init(
        subject: String, version: Int, id: Int, format: ContractFormat?, schema: String, references: [RegistrySchema.Reference] = []
    ) {
        self.subject = subject
        self.version = version
        self.id = id
        self.format = format
        self.schema = schema
        self.references = references
    }
}
