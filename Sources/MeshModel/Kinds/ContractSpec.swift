import ContractModel
import Determinism
import Diagnostics

/// Kind `Contract`: the schema of an event.
package struct ContractSpec: Sendable {
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

    /// A breaking change that was agreed upon: the gate lets it pass until it expires.
    package struct Exception: Sendable {
        /// The compatibility rule that it silences: `avro/field-added-without-default`.
        package var rule: Located<String>
        /// Only there, in the words of the rule's finding; nil: wherever the rule finds something.
        package var path: Located<String>?
        package var reason: Located<String>
        /// The last day on which it holds.
        package var expires: Located<CalendarDate>

        package init(rule: Located<String>, path: Located<String>? = nil, reason: Located<String>, expires: Located<CalendarDate>) {
            self.rule = rule
            self.path = path
            self.reason = reason
            self.expires = expires
        }
    }

    package var format: Located<ContractFormat>
    /// The schema's text, from `file` (relative to the manifest) or `schema` (inline); nil where it could not be read.
    package var schema: SourceFile?
    /// Where `file` or `schema` stands in the manifest.
    package var schemaRange: SourceRange
    /// Whether the schema stands in the manifest, as the value at `schemaRange`.
    package var isInline: Bool
    package var references: [Reference]
    package var compatibility: Located<Compatibility>?
    /// Of a Protobuf contract: what has to go on working.
    package var level: Located<ProtobufLevel>?
    /// Of a Protobuf contract: the full name of the message that the event is; nil: the file's first.
    package var message: Located<String>?
    package var exceptions: [Exception]
    /// Field path → class.
    package var classification: [String: Located<Classification>]
    /// Field path → where the path is written.
    package var classificationKeys: [String: SourceRange]
    package var deprecation: Deprecation?

    package init(
        format: Located<ContractFormat>, schema: SourceFile?, schemaRange: SourceRange, isInline: Bool = false,
        references: [Reference] = [], compatibility: Located<Compatibility>? = nil, level: Located<ProtobufLevel>? = nil,
        message: Located<String>? = nil, exceptions: [Exception] = [],
        classification: [String: Located<Classification>] = [:], classificationKeys: [String: SourceRange] = [:],
        deprecation: Deprecation? = nil
    ) {
        self.format = format
        self.schema = schema
        self.schemaRange = schemaRange
        self.isInline = isInline
        self.references = references
        self.compatibility = compatibility
        self.level = level
        self.message = message
        self.exceptions = exceptions
        self.classification = classification
        self.classificationKeys = classificationKeys
        self.deprecation = deprecation
    }
}
