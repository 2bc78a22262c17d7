import HeddleRuntime

/// What stands in an element: its attributes, elements and text. Types generated from an XML Schema conform.
public protocol XMLContent: Sendable, Hashable {
    /// Reads the content of the element that was just opened. The caller closes it.
    init(contentOf xml: inout XMLReader) throws(CodecError)

    /// Writes into the element that was just started. The caller ends it.
    func writeContent(to xml: inout XMLWriter) throws(CodecError)
}
