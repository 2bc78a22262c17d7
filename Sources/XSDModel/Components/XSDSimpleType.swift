import Diagnostics
import XMLText

/// A simple type with the facets of its whole chain of restrictions.
package struct XSDSimpleType: Sendable {
    package enum Variety: Sendable, Hashable {
        case atomic
        case list(XSDTypeID)
        case union([XSDTypeID])
    }

    package var name: XMLName?
    package var base: XSDTypeID
    package var variety: Variety
    /// The nearest built-in type that it is derived from, by local name: `int`, `token`, `anySimpleType`.
    package var builtIn: String
    /// The primitive type, `anySimpleType` for lists and unions.
    package var primitive: String
    package var facets = XSDFacets()
    /// What its annotation tells readers.
    package var documentation: String?
    package var range: SourceRange?
}

/// Constraints on the values of a simple type (Datatypes, 4.3); nil or empty where there is none.
package struct XSDFacets: Sendable, Hashable {
    package enum WhiteSpace: Int, Sendable, Hashable, Comparable {
        case preserve, replace, collapse

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    package struct Bound: Sendable, Hashable {
        package var value: String
        package var isInclusive: Bool
    }

    package var minLength: Int?
    package var maxLength: Int?
    package var lower: Bound?
    package var upper: Bound?
    package var totalDigits: Int?
    package var fractionDigits: Int?
    package var whiteSpace: WhiteSpace = .collapse
    /// Each step of restriction has its alternatives; a value meets one of each.
    package var patterns: [[String]] = []
    /// As written, and in the order written; nil: any value.
    package var enumeration: [String]?
    /// The literals are those of `integer`: no point is written.
    package var isInteger = false
}
