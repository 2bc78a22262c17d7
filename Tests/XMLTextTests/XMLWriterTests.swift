import Testing
import XMLText

struct XMLWriterTests {
    @Test func `elements, attributes and text are written with what XML asks for`() throws {
        let text = try writeXML { xml in
            xml.element("suites", [("name", "a & \"b\" <c>\n\t")]) { xml in
                xml.element("case", [("n", "1")])
                xml.element("out") { $0.text("x < y & z\r\n]]>") }
            }
        }
        #expect(
            text == """
                <?xml version="1.0" encoding="UTF-8"?>
                <suites name="a &amp; &quot;b&quot; &lt;c&gt;&#10;&#9;">
                  <case n="1"/>
                  <out>x &lt; y &amp; z&#13;
                ]]&gt;</out>
                </suites>

                """)
    }

    @Test func `what XML cannot hold becomes the replacement character`() throws {
        let all = String(String.UnicodeScalarView((0...0x10FFFF).compactMap(Unicode.Scalar.init)))
        let text = try writeXML { $0.element("a", [("b", all)]) { $0.text(all) } }
        let (root, problems) = parseXML(Array(text.utf8))
        #expect(problems.isEmpty)
        let permitted = String(
            String.UnicodeScalarView(
                all.unicodeScalars.map { scalar in
                    (scalar.value < 0x20 && !"\t\n\r".unicodeScalars.contains(scalar)) || scalar.value == 0xFFFE
                        || scalar.value == 0xFFFF ? "\u{FFFD}" : scalar
                }))
        #expect(root?.text.unicodeScalars.elementsEqual(permitted.unicodeScalars) == true)
        #expect(root?["b"]?.unicodeScalars.elementsEqual(permitted.unicodeScalars) == true)
    }
}
