import Testing
import XMLText

struct ParseXMLTests {
    @Test func `names, attributes, text and places are read`() throws {
        let text = "<?xml version='1.0'?>\n<!-- < -->\n<o:order xmlns:o='urn:o' xmlns='urn:d' sku='1'\n   o:x='&gt;'>a<item/>b\n <item n='ü'  /></o:order>"
        let (root, problems) = parseXML(Array(text.utf8))
        let order = try #require(root)
        #expect(problems.isEmpty)
        #expect(order.name == XMLName("order", in: "urn:o") && order["sku"] == "1")
        #expect(order.attributes[XMLName("x", in: "urn:o")] == ">")
        #expect(order.declarations == ["o": "urn:o", "": "urn:d"] && order.text == "ab\n ")
        #expect(order.children.map(\.name) == [XMLName("item", in: "urn:d"), XMLName("item", in: "urn:d")])
        #expect(order.children.map { slice(text, $0) } == ["<item/>", "<item n='ü'  />"])
        #expect(slice(text, order).hasPrefix("<o:order xmlns:o") && slice(text, order).hasSuffix("'&gt;'>"))
    }

    @Test func `long documents keep the places of their elements`() throws {
        let rows = (0..<10_000).map { "<row n='\($0)'>\(String(repeating: "x", count: $0 % 300))</row>" }
        let text = "\u{FEFF}<rows>\n" + rows.joined(separator: "\n") + "</rows>"
        let root = try #require(parseXML(Array(text.utf8)).root)
        #expect(root.children.count == 10_000)
        for (number, row) in root.children.enumerated() {
            #expect(slice(text, row) == "<row n='\(number)'>" && row.place.line == number + 2)
        }
    }

    @Test func `a mistake is told with its line`() {
        let (root, problems) = parseXML(Array("<a>\n <b>\n</a>".utf8))
        #expect(root == nil && problems.first?.place.line == 3 && problems.first?.isError == true)
        #expect(parseXML([]).problems.count == 1)
        #expect(parseXML([0xFF, 0xC0, 0x00]).root == nil)
    }

    @Test func `entities grow within bounds, and nothing outside is read`() {
        let bomb = "<!DOCTYPE a [<!ENTITY e0 'xxxxxxxxxx'>"
            + (1...12).map { n in "<!ENTITY e\(n) '" + String(repeating: "&e\(n - 1);", count: 10) + "'>" }.joined()
        #expect(parseXML(Array((bomb + "]><a>&e12;</a>").utf8)).root == nil)
        #expect(parseXML(Array((bomb + "]><a b='&e12;'/>").utf8)).root == nil)
        let long = "<!DOCTYPE a [<!ENTITY e '\(String(repeating: "x", count: 100_000))'>]><a>"
        #expect(parseXML(Array((long + String(repeating: "&e;", count: 10_000) + "</a>").utf8)).root == nil)
        let file = "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>"
        #expect(parseXML(Array(file.utf8)).root?.text ?? "" == "")
        let dtd = "<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>"
        #expect(parseXML(Array(dtd.utf8)).root != nil)
        let parameter = "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]><a/>"
        #expect(parseXML(Array(parameter.utf8)).root?.children.isEmpty ?? true)
    }

    @Test func `elements nest within bounds`() {
        let deep = String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000)
        #expect(parseXML(Array(deep.utf8)).root == nil)
        let fine = String(repeating: "<a>", count: 250) + String(repeating: "</a>", count: 250)
        #expect(parseXML(Array(fine.utf8)).root != nil)
    }

    private func slice(_ text: String, _ element: XMLElement) -> String {
        element.place.bytes.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } ?? ""
    }
}
