import Diagnostics
import Testing
import XMLText
import XSDModel

struct LoadXSDTests {
    @Test func `components are linked and derivation is carried out`() throws {
        let (loaded, diagnostics) = load(orderSchema)
        let schema = try #require(loaded)
        #expect(diagnostics.isEmpty)
        let id = try #require(schema.globalElements[XMLName("order", in: "urn:shop")])
        let order = schema[id]
        #expect(order.isNillable && order.constraints.map(\.selector) == ["./item"] && order.range?.start.line == 2)
        guard case .complex(let type) = schema[order.type], case .elements(let model?, false) = type.content,
            case .sequence(let parts) = model.term
        else { throw Unexpected() }
        #expect(parts.count == 4 && parts[1].maximum == nil && parts[2].maximum == 2)
        #expect(type.attributes[XMLName("at")]?.isRequired == true && type.attributes[XMLName("channel")]?.value == .default("web"))
        guard case .choice = parts[0].term, case .element(let payment) = parts[2].term, case .wildcard(let any) = parts[3].term
        else { throw Unexpected() }
        #expect(schema.namesStanding(for: payment).keys.map(\.local).sorted() == ["card", "voucher"])
        #expect(any.namespaces == .except(["urn:shop", ""]) && any.processing == .lax)

        guard case .complex(let gift) = schema[try #require(schema.globalTypes[XMLName("GiftOrder", in: "urn:shop")])],
            case .elements(let extended?, _) = gift.content, case .sequence(let both) = extended.term
        else { throw Unexpected() }
        #expect(both.count == 2 && gift.attributes.count == 2 && gift.derivation == .extension && gift.base == order.type)

        guard case .simple(let quantity) = schema[try #require(schema.globalTypes[XMLName("Quantity", in: "urn:shop")])]
        else { throw Unexpected() }
        #expect(quantity.builtIn == "int" && quantity.primitive == "decimal" && quantity.facets.isInteger)
        #expect(quantity.facets.lower?.value == "1" && quantity.facets.upper?.value == "100" && quantity.facets.upper?.isInclusive == false)
    }

    private struct Unexpected: Error {}

    @Test func `documents are judged, with the place of what is wrong`() throws {
        let schema = try #require(load(orderSchema).schema)
        let valid = "<order xmlns='urn:shop' at='2024-01-01T00:00:00'><id>7</id><item sku='AB1'>2</item><card>x</card></order>"
        #expect(schema.validate(Array(valid.utf8)).isEmpty)
        let wrong = valid.replacing("<id>7</id>", with: "\n  <id>seven</id>")
        let told = schema.validate(Array(wrong.utf8), path: "a.xml")
        #expect(told.map(\.code) == ["xsd/invalid-document"] && told.first?.range?.location == "a.xml:2:3")
        #expect(schema.validate(Array("<order".utf8)).first?.code == "xsd/document-syntax")
        #expect(schema.isValid(Array(valid.utf8)) && !schema.isValid(Array(wrong.utf8)))
    }

    @Test(arguments: [
        ("<a", "xsd/syntax"), ("", "xsd/syntax"), ("<schema/>", "xsd/not-a-schema"),
        (schemaText("<xs:element name='a' type='Nothing'/>"), "xsd/unknown-component"),
        (schemaText("<xs:element name='a'/><xs:element name='a'/>"), "xsd/duplicate-component"),
        (schemaText("<xs:include schemaLocation='missing.xsd'/>"), "xsd/reference-not-found"),
        (schemaText("<xs:element type='xs:string'/>"), "xsd/invalid-schema"),
        (
            schemaText(
                "<xs:complexType name='T'><xs:sequence><xs:element name='a' minOccurs='0'/><xs:element name='a'/></xs:sequence></xs:complexType>"),
            "xsd/ambiguous-content"
        ),
        (
            schemaText("<xs:simpleType name='S'><xs:restriction base='xs:int'><xs:maxLength value='3'/></xs:restriction></xs:simpleType>"),
            "xsd/invalid-facet"
        ),
        (
            schemaText(
                "<xs:complexType name='B' final='extension'/><xs:complexType name='T'><xs:complexContent><xs:extension base='B'/></xs:complexContent></xs:complexType>"),
            "xsd/invalid-derivation"
        ),
        (
            schemaText("<xs:complexType name='T'><xs:complexContent><xs:extension base='T'/></xs:complexContent></xs:complexType>"),
            "xsd/circular-definition"
        ),
    ])
    func `what is no schema is told by code and place`(text: String, code: String) {
        let (schema, diagnostics) = load(text)
        #expect(schema == nil && diagnostics.first?.code == code, "\(diagnostics.map { ($0.code, $0.message) })")
        #expect(diagnostics.allSatisfy { $0.range != nil && !$0.message.hasSuffix(".") })
    }

    @Test func `only so many mistakes are shown`() {
        let many = (0..<300).map { "<xs:element name='e\($0)' type='T\($0)'/>" }.joined()
        let (_, diagnostics) = load(schemaText(many))
        #expect(diagnostics.count == 101 && diagnostics.last?.code == "xsd/too-many-errors")
    }

    @Test func `texts in other encodings are read, with the lines of what is wrong`() {
        let text = "<?xml version='1.0' encoding='ISO-8859-1'?>\n<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n<xs:element name='größe' type='xs:nothing'/></xs:schema>"
        let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let (schema, diagnostics) = loadXSD(file: SourceFile(path: "a.xsd", bytes: bytes))
        #expect(schema == nil && diagnostics.first?.range?.start.line == 3)
        let fine = Array(text.replacing("xs:nothing", with: "xs:int").unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
        let loaded = loadXSD(file: SourceFile(path: "a.xsd", bytes: fine)).schema
        #expect(loaded?.globalElements.keys.map(\.local) == ["größe"])
    }
}
