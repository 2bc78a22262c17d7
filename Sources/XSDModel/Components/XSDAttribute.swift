import Diagnostics
import XMLText

/// An attribute that elements of a type may or must have, or a global declaration of one.
package struct XSDAttribute: Sendable {
    package var name: XMLName
    package var type: XSDTypeID
    package var isRequired = false
    package var value: XSDValueConstraint?
    /// What its annotation tells readers.
    package var documentation: String?
    package var range: SourceRange?
}
