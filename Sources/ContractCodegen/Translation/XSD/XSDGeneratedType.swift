import Diagnostics
import XMLText
import XSDModel

/// A Swift type on its way: what is known of it before it is written. Which of them hold each other is known only when all are.
struct XSDGeneratedType {
    enum Kind {
        /// Attributes, and elements in the order of the content model, or in any (`all`).
        case structure(XSDContent)
        /// One of several contents; each case has a slot as its payload.
        case choice([XSDSlot])
        /// Text and elements in any order: the items of mixed content.
        case mixedItem([XSDSlot])
        /// The elements of a substitution group.
        case substitution([XSDSlot])
        /// A type and those derived from it, told apart by `xsi:type`. The first is the declared one where that is not abstract.
        case derived([(caseName: String, type: String, name: XMLName)], declared: XMLName)
        case enumeration([(caseName: String, value: String)])
        /// A global element whose type has a name of its own.
        case payload(XSDElementValue)
    }

    var name: String
    /// What it is called in the schema; for types that the schema does not name, the way there.
    var wireName: String
    var kind: Kind
    var documentation: String?
    /// Of the global element whose document it is.
    var element: XSDElement?
    var range: SourceRange?
}

struct XSDContent {
    enum Body {
        case empty
        case simple(XSDTypeID, member: String)
        case sequence([XSDSlot])
        case all([XSDSlot])
        /// Nil: text alone.
        case mixed(item: String?, member: String)
    }

    struct Attribute {
        var declaration: XSDAttribute
        var member: String
    }

    var attributes: [Attribute] = []
    /// The member that keeps what `anyAttribute` lets in, and of which namespaces that is.
    var furtherAttributes: (member: String, namespaces: XSDNamespaceSet)?
    var body = Body.empty
}

/// What an element's tags enclose.
struct XSDElementValue {
    enum Kind {
        case simple(XSDTypeID)
        case complex(String)
        /// The whole element, as it stands.
        case fragment
    }

    enum Absence { case never, null, nullWithAttributes }

    var name: XMLName
    var kind: Kind
    var absence = Absence.never
    var constraint: XSDValueConstraint?
}

/// A place in a content model that becomes a member or a payload.
struct XSDSlot {
    enum Term {
        case element(XSDElementValue)
        case wildcard(XSDNamespaceSet)
        /// A type that reads more than one element, or one of several.
        case group(String)
    }

    var term: Term
    /// Before it is made a name of Swift.
    var wireName: String
    var member = ""
    var minimum = 1
    var maximum: Int? = 1
    var documentation: String?
    var range: SourceRange?
}
