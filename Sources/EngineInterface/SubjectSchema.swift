import ContractModel
import MeshModel

/// A schema under a subject, as it is to be registered.
package struct SubjectSchema: Sendable, Hashable {
    package var subject: String
    package var format: ContractFormat
    package var schema: String
    /// Each stands for the latest version of its subject at the time.
    package var references: [SubjectReference]

    package init(subject: String, format: ContractFormat, schema: String, references: [SubjectReference] = []) {
        self.subject = subject
        self.format = format
        self.schema = schema
        self.references = references
    }
}

/// A question for the registry: what stands under this subject, and which version of it is this schema?
package struct SubjectQuestion: Sendable, Hashable {
    package var schema: SubjectSchema
    /// Whether all versions are wanted, as transitive modes need, or the latest alone.
    package var everyVersion: Bool

    package init(_ schema: SubjectSchema, everyVersion: Bool) {
        self.schema = schema
        self.everyVersion = everyVersion
    }
}
