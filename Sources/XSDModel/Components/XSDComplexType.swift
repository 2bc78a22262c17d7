import Diagnostics
import XMLText

/// A complex type with its derivation carried out: the content and attributes are all that elements of it have.
package struct XSDComplexType: Sendable {
    package enum Content: Sendable {
        /// Neither elements nor text, not even blanks.
        case empty
        case simple(XSDTypeID)
        /// Nil: no elements (a mixed type may have text alone).
        case elements(XSDParticle?, isMixed: Bool)
    }

    package var name: XMLName?
    package var base: XSDTypeID
    package var derivation: XSDDerivations
    package var content: Content
    package var attributes: [XMLName: XSDAttribute]
    package var anyAttribute: XSDWildcard?
    package var isAbstract = false
    /// Derivations that may not stand for it in a document.
    package var block: XSDDerivations = []
    /// What its annotation tells readers.
    package var documentation: String?
    package var range: SourceRange?
}
