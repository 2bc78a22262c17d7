internal import CLibXML2

/// A regular expression of XML Schema, which matches whole texts.
// Unchecked, because the compiler cannot see into libxml2: the pointer never changes, and matching only reads what was compiled.
public final class XMLPattern: @unchecked Sendable {
    private let pointer: OpaquePointer?

    /// libxml2 has judged the expression before code was generated from it. One that this libxml2 refuses matches everything.
    public init(_ expression: StaticString) { pointer = heddle_xml_pattern_create(expression.description) }

    deinit { heddle_xml_pattern_free(pointer) }

    public func matches(_ text: String) -> Bool {
        guard let pointer else { return true }
        return heddle_xml_pattern_matches(pointer, text) != 0
    }
}
