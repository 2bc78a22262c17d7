import Diagnostics
import Testing
import XMLText
import XSDModel

struct XSDReferencesTests {
    private let plain = schemaText(
        "<xs:simpleType name='Sku'><xs:restriction base='xs:token'/></xs:simpleType><xs:element name='note' type='Sku'/>", attributes: "")

    @Test func `an included text without a namespace takes that of who includes it`() throws {
        let text = schemaText("<xs:include schemaLocation='types.xsd'/><xs:element name='sku' type='Sku'/>")
        let (schema, diagnostics) = load(text, ["types.xsd": plain])
        #expect(diagnostics.isEmpty)
        let found = try #require(schema)
        #expect(found.globalTypes[XMLName("Sku", in: "urn:shop")] != nil && found.globalElements[XMLName("note", in: "urn:shop")] != nil)
        #expect(found.isValid(Array("<sku xmlns='urn:shop'>A</sku>".utf8)))
    }

    @Test func `locations are those of the text that has them`() throws {
        let text = schemaText("<xs:include schemaLocation='common/all.xsd'/><xs:element name='sku' type='Sku'/>")
        let all = schemaText("<xs:include schemaLocation='../types.xsd'/><xs:include schemaLocation='./more.xsd'/>")
        let more = schemaText("<xs:element name='more' type='Sku'/>").replacing("<xs:element", with: "<xs:include schemaLocation='all.xsd'/><xs:element")
        let (schema, diagnostics) = load(text, ["common/all.xsd": all, "types.xsd": plain, "common/more.xsd": more])
        #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
        #expect(schema?.globalElements.count == 3)
    }

    @Test func `imports are found by location or by namespace, and may be left out`() throws {
        let other = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:o'><xs:element name='o' type='xs:int'/></xs:schema>"
        let body = "<xs:import namespace='urn:o'/><xs:element name='a'><xs:complexType><xs:sequence><xs:element ref='o:o'/></xs:sequence></xs:complexType></xs:element>"
        let text = schemaText(body).replacing("xmlns='urn:shop'", with: "xmlns='urn:shop' xmlns:o='urn:o'")
        let byNamespace = try #require(load(text, ["urn:o": other]).schema)
        #expect(byNamespace.isValid(Array("<a xmlns='urn:shop'><o xmlns='urn:o'>1</o></a>".utf8)))
        let located = text.replacing("namespace='urn:o'/>", with: "namespace='urn:o' schemaLocation='http://example.com/o.xsd'/>")
        #expect(load(located, ["http://example.com/o.xsd": other]).schema != nil)
        let missing = load(located)
        #expect(missing.schema == nil && Set(missing.diagnostics.map(\.code)) == ["xsd/reference-not-found", "xsd/unknown-component"])
        let unused = load(schemaText("<xs:import namespace='urn:o' schemaLocation='o.xsd'/><xs:element name='a' type='xs:int'/>"))
        #expect(unused.schema != nil && unused.diagnostics.map(\.severity) == [.warning])
    }

    @Test func `the attributes of the namespace xml are known`() throws {
        let text = schemaText(
            "<xs:import namespace='http://www.w3.org/XML/1998/namespace' schemaLocation='http://www.w3.org/2001/xml.xsd'/>"
                + "<xs:element name='a'><xs:complexType><xs:attribute ref='xml:lang'/></xs:complexType></xs:element>")
        let (schema, diagnostics) = load(text)
        #expect(diagnostics.isEmpty)
        #expect(schema?.isValid(Array("<a xmlns='urn:shop' xml:lang='de'/>".utf8)) == true)
        #expect(schema?.isValid(Array("<a xmlns='urn:shop' xml:lang='1'/>".utf8)) == false)
    }

    @Test func `a redefinition takes the place of what it redefines`() throws {
        let text = schemaText(
            """
            <xs:redefine schemaLocation='types.xsd'>
              <xs:simpleType name='Sku'><xs:restriction base='Sku'><xs:maxLength value='3'/></xs:restriction></xs:simpleType>
            </xs:redefine>
            """)
        let schema = try #require(load(text, ["types.xsd": plain]).schema)
        guard case .simple(let type) = schema[try #require(schema.globalTypes[XMLName("Sku", in: "urn:shop")])] else { return }
        #expect(type.facets.maxLength == 3 && type.builtIn == "token")
        #expect(!schema.isValid(Array("<note xmlns='urn:shop'>long</note>".utf8)))
    }

    @Test func `a mistake in a text that is referred to is told there`() {
        let (schema, diagnostics) = load(
            schemaText("<xs:include schemaLocation='types.xsd'/>"), ["types.xsd": plain.replacing("xs:token", with: "xs:tokn")])
        #expect(schema == nil && diagnostics.first?.range?.file.path == "types.xsd" && diagnostics.first?.range?.start.line == 2)
    }

    @Test func `the canonical text hangs on what is meant, not on how it is written`() throws {
        let first = try #require(load(orderSchema).schema)
        let other = orderSchema.replacing("xs:", with: "x:").replacing("xmlns:xs", with: "xmlns:x")
            .replacing("'urn:shop' xmlns='urn:shop'", with: "'urn:shop' xmlns='urn:shop' id='s' version='2'")
            .replacing("<x:sequence>", with: "<!-- order -->\n<x:sequence minOccurs='1'><x:annotation><x:documentation>text</x:documentation></x:annotation>")
        let second = try #require(load(other).schema)
        #expect(first.canonicalText == second.canonicalText)
        let changed = try #require(load(orderSchema.replacing("maxOccurs=\"2\"", with: "maxOccurs=\"3\"")).schema)
        #expect(first.canonicalText != changed.canonicalText)
        #expect(first.canonicalText.hasPrefix("(schema elementFormDefault=\"qualified\" targetNamespace=\"urn:shop\" (attributeGroup"))
        #expect(first.canonicalText.contains("substitutionGroup=\"{urn:shop}payment\""))
    }
}
