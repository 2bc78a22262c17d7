import Diagnostics
import XMLText

/// A type of a schema, by its place in `XSDSchema.types`. The built-in types come first and have the same numbers in all.
package struct XSDTypeID: Sendable, Hashable {
    package var index: Int

    package init(index: Int) { self.index = index }
}

/// An element declaration, by its place in `XSDSchema.elements`.
package struct XSDElementID: Sendable, Hashable {
    package var index: Int

    package init(index: Int) { self.index = index }
}

/// An XML Schema 1.0 with all that it includes and imports: components linked, groups put in, derivation carried out.
///
/// Names are the specification's ("XML Schema Part 1: Structures Second Edition"). Components are kept in tables and point
/// at each other by number, because types are recursive.
package struct XSDSchema: Sendable {
    package let file: SourceFile
    package var targetNamespace: String
    package var types: [XSDType]
    package var elements: [XSDElement]
    /// Those that documents, references and `xsi:type` can name.
    package var globalElements: [XMLName: XSDElementID] = [:]
    package var globalTypes: [XMLName: XSDTypeID] = [:]
    package var globalAttributes: [XMLName: XSDAttribute] = [:]
    /// The elements that may stand for a head, by what they name in `substitutionGroup`: direct members only.
    package var substitutions: [XMLName: [XMLName]] = [:]
    /// Nil only while the schema is being read.
    var compiled: CompiledXMLSchema?
    let document: XSDDocument

    package subscript(_ id: XSDTypeID) -> XSDType { types[id.index] }
    package subscript(_ id: XSDElementID) -> XSDElement { elements[id.index] }

    /// The target namespace in braces is left out of messages where it says nothing.
    package func shortName(_ name: XMLName) -> String {
        name.namespace == targetNamespace || name.namespace.isEmpty ? name.local : name.description
    }
}

package enum XSDType: Sendable {
    case simple(XSDSimpleType)
    case complex(XSDComplexType)

    /// Nil for an anonymous type.
    package var name: XMLName? {
        switch self {
        case .simple(let type): type.name
        case .complex(let type): type.name
        }
    }

    package var base: XSDTypeID? {
        switch self {
        case .simple(let type): type.base
        case .complex(let type): type.base
        }
    }

    package var range: SourceRange? {
        switch self {
        case .simple(let type): type.range
        case .complex(let type): type.range
        }
    }
}

/// Ways in which a type or element is derived from another; `block` and `final` are sets of them.
package struct XSDDerivations: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let restriction = Self(rawValue: 1)
    package static let `extension` = Self(rawValue: 2)
    package static let substitution = Self(rawValue: 4)
    package static let list = Self(rawValue: 8)
    package static let union = Self(rawValue: 16)
    package static let all = Self(rawValue: 31)
}
