import ContractModel
import Diagnostics

/// A contract as it is to stand in a cluster's schema registry, under one subject.
package struct DesiredSubject: Sendable {
    /// `orders.created-value`, or the name by which other contracts refer to it.
    package var name: String
    /// The name of the Contract.
    package var contract: String
    package var format: ContractFormat
    package var schema: SourceFile
    package var references: [SubjectReference]
    /// nil: whatever the registry has for it.
    package var compatibility: CompatibilityMode?
    package var owner: String?
    package var adopts: Bool
    package var deletionProtection: Bool
    package var origin: Origin
    /// The applications that write what is registered here, by name.
    package var writers: [String]
    /// Those that read it.
    package var readers: [String]

    package init(
        name: String, contract: String, format: ContractFormat, schema: SourceFile, references: [SubjectReference] = [],
        compatibility: CompatibilityMode? = nil, owner: String? = nil, adopts: Bool = false, deletionProtection: Bool = false,
        origin: Origin, writers: [String] = [], readers: [String] = []
    ) {
        self.name = name
        self.contract = contract
        self.format = format
        self.schema = schema
        self.references = references
        self.compatibility = compatibility
        self.owner = owner
        self.adopts = adopts
        self.deletionProtection = deletionProtection
        self.origin = origin
        self.writers = writers
        self.readers = readers
    }

    package var text: String { String(decoding: schema.bytes, as: UTF8.self) }
}

/// What a schema calls another by, and the subject under which that one is registered. Which version is meant is decided
/// when it is registered: the subject's latest, which is what the manifests declare.
package struct SubjectReference: Sendable, Hashable {
    /// A full name in Avro, a URI in JSON Schema, an import path in Protobuf.
    package var name: String
    package var subject: String

    package init(name: String, subject: String) {
        self.name = name
        self.subject = subject
    }
}
