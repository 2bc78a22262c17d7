import Diagnostics
import XMLText

/// An element declaration, global or local.
package struct XSDElement: Sendable {
    package var name: XMLName
    package var type: XSDTypeID
    package var isGlobal = false
    package var isAbstract = false
    package var isNillable = false
    package var value: XSDValueConstraint?
    /// Derivations that may not stand for it in a document.
    package var block: XSDDerivations = []
    package var substitutionHead: XMLName?
    package var constraints: [XSDIdentityConstraint] = []
    /// What its annotation tells readers.
    package var documentation: String?
    package var range: SourceRange?
}

/// A value that is filled in where none is given, or the only one that may be given.
package enum XSDValueConstraint: Sendable, Hashable {
    case `default`(String)
    case fixed(String)

    package var value: String {
        switch self {
        case .default(let value), .fixed(let value): value
        }
    }

    package var isFixed: Bool {
        if case .fixed = self { true } else { false }
    }
}

/// `unique`, `key` or `keyref` (Structures, 3.11). Names in the paths are expanded, so that equal paths are equal texts.
package struct XSDIdentityConstraint: Sendable {
    package enum Kind: String, Sendable, Hashable { case unique, key, keyref }

    package var kind: Kind
    package var name: XMLName
    package var selector: String
    package var fields: [String]
    /// Of a `keyref`.
    package var refersTo: XMLName?
    package var range: SourceRange?
}
