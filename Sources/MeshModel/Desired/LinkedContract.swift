import ContractModel
import Diagnostics

/// A contract with all that its schema leans on. Shared by reference: every topic with the contract holds it.
package final class LinkedContract: Sendable {
    package let resource: Resource<ContractSpec>
    package let schema: SourceFile
    /// The schemas of its references, and of theirs, by the name under which they are spoken of: a full name in Avro, a URI
    /// in JSON Schema, an import path in Protobuf, a schema location in XSD.
    package let sources: [String: SourceFile]
    /// What the event is called in its own language: the full name of Avro's record and of Protobuf's message, JSON Schema's
    /// `title`, the name of XSD's first element. nil where it has none.
    package let recordName: String?

    package init(resource: Resource<ContractSpec>, schema: SourceFile, sources: [String: SourceFile] = [:], recordName: String? = nil) {
        self.resource = resource
        self.schema = schema
        self.sources = sources
        self.recordName = recordName
    }

    package var name: String { resource.name }
    package var spec: ContractSpec { resource.spec }
    package var format: ContractFormat { resource.spec.format.value }
    package var compatibility: CompatibilityMode { resource.spec.compatibility?.value ?? .backward }
}

/// Which side of a record a payload is.
package enum RecordSide: String, Sendable, Hashable, CaseIterable { case key, value }
