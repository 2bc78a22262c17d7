/// A name as namespaces make it (Namespaces in XML 1.0, section 2.1): a URI, empty for none, and the part behind the colon.
package struct XMLName: Sendable, Hashable, Comparable {
    package var namespace: String
    package var local: String

    package init(_ local: String, in namespace: String = "") {
        self.namespace = namespace
        self.local = local
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.namespace, left.local) < (right.namespace, right.local)
    }
}

extension XMLName: CustomStringConvertible {
    /// `{urn:shop}order`, or `order` without a namespace.
    package var description: String { namespace.isEmpty ? local : "{\(namespace)}\(local)" }
}

/// An element with all that is in it, but for comments, processing instructions and the order of text among elements.
package struct XMLElement: Sendable {
    package var name: XMLName
    package var attributes: [XMLName: String]
    /// What this very element declares: prefix, empty for the default namespace, to URI.
    package var declarations: [String: String]
    package var children: [XMLElement]
    /// The text between the tags, without that of inner elements.
    package var text: String
    package var place: XMLPlace

    /// An attribute that is in no namespace.
    package subscript(_ attribute: String) -> String? { attributes[XMLName(attribute)] }
}

/// Where something stands in a text. `offset` and `end` count bytes and are nil where the parser does not know them: in
/// texts that are not UTF-8, and in what comes out of an entity. `line` counts from 1, and is 0 where unknown.
package struct XMLPlace: Sendable, Hashable {
    package var line: Int
    /// Of a start tag, its '<' and what follows its '>'.
    package var bytes: Range<Int>?

    package init(line: Int, bytes: Range<Int>? = nil) {
        self.line = line
        self.bytes = bytes
    }
}

/// One thing that libxml2 finds wrong with a text.
package struct XMLProblem: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// The text is not well-formed, or is no schema.
        case text
        /// A document does not meet its schema.
        case validity
    }

    package var isError: Bool
    package var kind: Kind
    /// Which of the sources that were handed in; nil where libxml2 does not say.
    package var source: Int?
    package var place: XMLPlace
    package var message: String
    /// libxml2's own number (`xmlParserErrors`).
    package var code: Int
}
