import Diagnostics
import LocatedJSON

/// An Avro schema (Apache Avro 1.12, "Schema Declaration"), with its named types set apart, so that recursive ones need no
/// recursive value.
package struct AvroSchema: Sendable {
    package var root: AvroType
    /// Full name → type: those that the schema defines and those of its references.
    package var types: [String: AvroNamedType]
    /// The full names that the schema itself defines, in the order of their definitions.
    package var definedNames: [String]

    package init(root: AvroType, types: [String: AvroNamedType] = [:], definedNames: [String] = []) {
        self.root = root
        self.types = types
        self.definedNames = definedNames
    }
}

package indirect enum AvroType: Sendable, Hashable {
    package enum Primitive: String, Sendable, Hashable, CaseIterable {
        case null, boolean, int, long, float, double, bytes, string
    }

    case primitive(Primitive, logical: AvroLogicalType?)
    case array(AvroType)
    case map(AvroType)
    case union([AvroType])
    /// By full name, in `AvroSchema.types`.
    case named(String)
}

/// The logical types of Avro 1.12 that stand on the type that they need. One that does not is ignored, as the
/// specification demands, with a warning.
package enum AvroLogicalType: Sendable, Hashable {
    case decimal(precision: Int, scale: Int)
    /// Any other, by its name: `timestamp-millis`, `uuid`, …
    case plain(String)
}

package struct AvroNamedType: Sendable {
    package enum Content: Sendable {
        case record([AvroField])
        case enumeration(symbols: [String], fallback: String?)
        /// In bytes.
        case fixed(size: Int, logical: AvroLogicalType?)
    }

    package var fullName: String
    package var aliases: [String]
    package var documentation: String?
    package var content: Content
    /// Of the name, where it is defined.
    package var range: SourceRange

    package init(fullName: String, aliases: [String] = [], documentation: String? = nil, content: Content, range: SourceRange) {
        self.fullName = fullName
        self.aliases = aliases
        self.documentation = documentation
        self.content = content
        self.range = range
    }

    package var fields: [AvroField]? {
        if case .record(let fields) = content { fields } else { nil }
    }
}

package struct AvroField: Sendable {
    package enum Order: String, Sendable, CaseIterable { case ascending, descending, ignore }

    package var name: String
    package var aliases: [String]
    package var documentation: String?
    package var type: AvroType
    package var fallback: JSONNode?
    package var order: Order
    /// Of the name.
    package var range: SourceRange

    package init(
        name: String, aliases: [String] = [], documentation: String? = nil, type: AvroType, fallback: JSONNode? = nil,
        order: Order = .ascending, range: SourceRange
    ) {
        self.name = name
        self.aliases = aliases
        self.documentation = documentation
        self.type = type
        self.fallback = fallback
        self.order = order
        self.range = range
    }
}
