import Determinism
import HeddleRuntime
import HeddleXML
import Testing

/// Reads a document into what its elements, attributes and texts are, by the reader alone.
private struct Tree: Hashable {
    var text = ""
    var children: [Tree] = []

    init(contentOf xml: inout XMLReader) throws(CodecError) {
        _ = xml.furtherAttributes()
        while !xml.isAtEnd {
            if let piece = xml.textAhead() {
                text += piece
            } else {
                xml.open()
                children.append(try Tree(contentOf: &xml))
                try xml.close()
            }
        }
    }
}

private func tree(_ text: String) throws(CodecError) -> Tree { try tree(Array(text.utf8)) }

private func tree(_ bytes: [UInt8]) throws(CodecError) -> Tree {
    var reader = ByteReader(bytes.span.bytes)
    var xml = try XMLReader(from: &reader)
    xml.open()
    let tree = try Tree(contentOf: &xml)
    try xml.close()
    return tree
}

private func failure(_ text: String) -> CodecError? {
    do throws(CodecError) {
        _ = try tree(text)
        return nil
    } catch { return error }
}

@Suite struct XMLReaderTests {
    @Test func `text is one on both sides of comments, and entities of XML are put in`() throws {
        #expect(try tree("<a>x<!-- c -->y<![CDATA[<z>]]>&lt;&#65;<?pi?>!</a>").text == "xy<z><A!")
    }

    @Test func `elements and attributes are found by name and namespace`() throws {
        let bytes = Array("<p:a xmlns:p='urn:p' xmlns:q='urn:q' id=' 7 ' q:id='8'> <b xmlns='urn:q'/> </p:a>".utf8)
        var reader = ByteReader(bytes.span.bytes)
        var xml = try XMLReader(from: &reader)
        try reader.expectEnd()
        try xml.openRoot("a", in: "urn:p")
        let (plain, other) = (xml.attribute("id"), xml.attribute("id", in: "urn:q"))
        #expect(plain == "7" && other == "8")
        try xml.expectNoFurtherAttributes()
        let found = (xml.isAt("b", in: ""), xml.isAt("b", in: "urn:q"), xml.isAtElement(of: ["urn:q"]), xml.isAtElement(notOf: ["urn:q"]))
        #expect(found == (false, true, true, false))
        let name = try xml.qualifiedName("q:x")
        #expect(name == XMLQName("x", in: "urn:q"))
        xml.open()
        try xml.close()
        try xml.close()
    }

    @Test func `an error tells the way, the number among its like and the offset`() throws {
        let bytes = Array("<a><i/><i><n>3</n><n>x</n></i></a>".utf8)
        var reader = ByteReader(bytes.span.bytes)
        var xml = try XMLReader(from: &reader)
        xml.open()
        xml.open()
        try xml.close()
        xml.open()
        xml.open()
        _ = try xml.text(.collapse)
        try xml.close()
        xml.open()
        let text = try xml.text(.collapse)
        do throws(CodecError) {
            _ = try xml.integer(text, Int32.self)
            Issue.record("'x' is no integer")
        } catch {
            #expect(error.description == "i[1].n[1] at byte 18: expected an integer")
        }
    }

    @Test func `entities that grow are refused with their document type`() {
        let laughs = """
            <!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]><a>&d;</a>
            """
        #expect(failure(laughs)?.reason == .malformed(expected: "a document without a document type (line 1)"))
        #expect(failure("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>")?.reason == .malformed(expected: "a document without a document type (line 1)"))
        #expect(failure("<a>&b;</a>")?.reason == .malformed(expected: "no entity but the five of XML (line 1)"))
    }

    @Test func `elements that nest too deep are refused`() {
        let fits = String(repeating: "<a>", count: 128) + String(repeating: "</a>", count: 128)
        #expect(failure(fits) == nil)
        let deep = String(repeating: "<a>", count: 100_000)
        guard case .tooLarge = failure(deep)?.reason else { return #expect(Bool(false), "\(String(describing: failure(deep)))") }
    }

    @Test(arguments: ["", " ", "<", "<a", "<a>", "<a></b>", "<a/><b/>", "<a b='1' b='2'/>", "<p:a/>", "<a>&#0;</a>", "x", "<a>\u{1}</a>", "<a b='<'/>"])
    func `what is no document is refused`(text: String) { #expect(failure(text) != nil) }

    @Test func `bytes that are not UTF-8 are refused`() {
        #expect(throws: CodecError.self) { try tree([0x3C, 0x61, 0x3E, 0xFF, 0xC0, 0x3C, 0x2F, 0x61, 0x3E]) }
    }

    @Test func `documents in UTF-16 are read`() throws {
        let text = "\u{FEFF}<a>é</a>"
        let bytes = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        #expect(try tree(bytes).text == "é")
    }

    @Test func `bent documents end in a value or an error`() {
        let document = Array("<?xml version='1.0'?><a x='1' xmlns:p='urn:p'><p:b>t&amp;</p:b><!-- c --><c y=\"&#x41;\"><![CDATA[d]]></c> é</a>".utf8)
        var random = SeededGenerator(seed: 11)
        var refused = 0
        for _ in 0..<4_000 {
            var bytes = document
            for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.removeSubrange(place...)
                default: bytes.insert(contentsOf: "<&>'\"/".utf8.shuffled(using: &random).prefix(2), at: place)
                }
            }
            do throws(CodecError) { _ = try tree(bytes) } catch { refused += 1 }
        }
        #expect(refused > 2_000 && refused < 4_000, "\(refused)")
    }

    @Test func `a fragment declares what it uses, and no more`() throws {
        let bytes = Array("<a xmlns='urn:d' xmlns:p='urn:p' xmlns:q='urn:q' xmlns:r='urn:r'><p:b x='q:name'><c>&lt;</c></p:b></a>".utf8)
        var reader = ByteReader(bytes.span.bytes)
        var xml = try XMLReader(from: &reader)
        xml.open()
        let fragment = xml.fragment()
        try xml.close()
        #expect(fragment.text == "<p:b xmlns=\"urn:d\" xmlns:p=\"urn:p\" xmlns:q=\"urn:q\" x=\"q:name\"><c>&lt;</c></p:b>")
        #expect(try XMLFragment(fragment.text) == fragment)
        #expect(throws: CodecError.self) { try XMLFragment("<a/><b/>") }
    }
}
