import ContractModel
import Diagnostics

/// Kind `Contract`: the schema of an event.
package struct ContractSpec: Sendable {
    package enum Format: String, Sendable, Hashable, CaseIterable { case avro, jsonSchema = "json-schema", protobuf, xsd }

    package typealias Compatibility = CompatibilityMode

    package enum Classification: String, Sendable, Hashable, CaseIterable { case `public`, `internal`, confidential, pseudonym, pii, secret }

    package struct Reference: Sendable {
        /// The name by which the schema speaks of it: a full name, an import path.
        package var name: Located<String>
        package var contract: Located<String>
        package init(name: Located<String>, contract: Located<String>) {
            self.name = name
            self.contract = contract
        }
    }

    package struct Deprecation: Sendable {
        package var message: Located<String>?
        package var replacedBy: Located<String>?
        package init(message: Located<String>? = nil, replacedBy: Located<String>? = nil) {
            self.message = message
            self.replacedBy = replacedBy
        }
    }

    package var format: Located<Format>
    /// The schema's text, from `file` (relative to the manifest) or `schema` (inline); nil where it could not be read.
    package var schema: SourceFile?
    /// Where `file` or `schema` stands in the manifest.
    package var schemaRange: SourceRange
    /// Whether the schema stands in the manifest, as the value at `schemaRange`.
    package var isInline: Bool
    package var references: [Reference]
    package var compatibility: Located<Compatibility>?
    /// Field path → class.
    package var classification: [String: Located<Classification>]
    /// Field path → where the path is written.
    package var classificationKeys: [String: SourceRange]
    package var deprecation: Deprecation?

    package init(
        format: Located<Format>, schema: SourceFile?, schemaRange: SourceRange, isInline: Bool = false,
        references: [Reference] = [], compatibility: Located<Compatibility>? = nil,
        classification: [String: Located<Classification>] = [:], classificationKeys: [String: SourceRange] = [:],
        deprecation: Deprecation? = nil
    ) {
        self.format = format
        self.schema = schema
        self.schemaRange = schemaRange
        self.isInline = isInline
        self.references = references
        self.compatibility = compatibility
        self.classification = classification
        self.classificationKeys = classificationKeys
        self.deprecation = deprecation
    }
}
