import HeddleRuntime
import HeddleXML
import Testing
import XMLText

private func written(_ body: (inout HeddleXML.XMLWriter) -> Void) throws(CodecError) -> String {
    var xml = HeddleXML.XMLWriter()
    body(&xml)
    var bytes = ByteWriter()
    try xml.finish(into: &bytes)
    return String(decoding: bytes.copyBytes().dropFirst(38), as: UTF8.self)
}

@Suite struct XMLWriterTests {
    @Test func `text and attributes are escaped so that they are read as they were`() throws {
        let hard = "<&>\"' \t\n\r]]>é𝄞"
        let text = try written { xml in
            xml.start("a", in: "")
            xml.attribute("b", hard)
            xml.text(hard)
            xml.end()
        }
        let root = try #require(parseXML(Array(text.utf8)).root)
        #expect(root.text == hard && root["b"] == hard)
    }

    @Test func `namespaces are declared where they begin`() throws {
        let text = try written { xml in
            xml.start("a", in: "urn:a")
            xml.start("b", in: "urn:a")
            xml.end()
            xml.start("c", in: "")
            xml.attribute("x", in: "urn:x", "1")
            xml.text(xml.qualified(XMLQName("n", in: "urn:q")))
            xml.end()
            xml.end()
        }
        #expect(text == "<a xmlns=\"urn:a\"><b/><c xmlns=\"\" xmlns:n1=\"urn:x\" n1:x=\"1\" xmlns:n2=\"urn:q\">n2:n</c></a>")
    }

    @Test func `a prefixed root leaves the elements in it without a namespace`() throws {
        let text = try written { xml in
            xml.startRoot("a", in: "urn:a", isPrefixed: true)
            xml.start("b", in: "")
            xml.end()
            xml.start("c", in: "urn:a")
            xml.end()
            xml.end()
        }
        #expect(text == "<ns:a xmlns:ns=\"urn:a\"><b/><ns:c/></ns:a>")
    }

    @Test func `a character that XML cannot hold is an error`() {
        #expect(throws: CodecError(.outOfRange("a character that XML cannot hold"), path: [.field("b")])) {
            try written { xml in
                xml.start("a", in: "")
                xml.start("b", in: "")
                xml.text("x\u{1}")
                xml.end()
                xml.end()
            }
        }
    }
}
