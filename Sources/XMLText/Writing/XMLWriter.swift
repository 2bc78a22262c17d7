import CLibXML2

/// Writes a document into memory, as UTF-8 with two spaces a level. Characters that XML 1.0 cannot hold become U+FFFD.
///
///     let text = try writeXML { xml in
///         xml.element("testsuites", [("name", "heddle")]) { xml in xml.text("…") }
///     }
///
/// The names are ours, and XML names.
package struct XMLWriter: ~Copyable {
    private let pointer: OpaquePointer

    fileprivate init() throws(XMLWritingFailure) {
        guard let pointer = heddle_xml_writer_create() else { throw XMLWritingFailure() }
        self.pointer = pointer
    }

    deinit { heddle_xml_writer_free(pointer) }

    /// An element with its attributes in the order given, and what `content` writes into it.
    package func element(
        _ name: String, _ attributes: [(name: String, value: String)] = [], content: (borrowing XMLWriter) -> Void = { _ in }
    ) {
        heddle_xml_writer_start_element(pointer, name)
        for attribute in attributes {
            withBytes(attribute.value) { heddle_xml_writer_attribute(pointer, attribute.name, $0.baseAddress, $0.count) }
        }
        content(self)
        heddle_xml_writer_end_element(pointer)
    }

    package func text(_ text: String) {
        withBytes(text) { heddle_xml_writer_text(pointer, $0.baseAddress, $0.count) }
    }

    fileprivate func startDocument() { heddle_xml_writer_start_document(pointer) }

    fileprivate func finish() throws(XMLWritingFailure) -> String {
        var count = 0
        guard let bytes = heddle_xml_writer_finish(pointer, &count) else { throw XMLWritingFailure() }
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    private func withBytes(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        var text = text
        text.withUTF8(body)
    }
}

/// There was no memory for the document.
package struct XMLWritingFailure: Error {}

/// A document with its declaration and a line break at its end.
package func writeXML(_ body: (borrowing XMLWriter) -> Void) throws(XMLWritingFailure) -> String {
    let writer = try XMLWriter()
    writer.startDocument()
    body(writer)
    return try writer.finish()
}
