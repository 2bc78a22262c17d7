import ContractCompatibility
import Diagnostics
import Testing
import XSDModel

struct XSDComparisonTests {
    private func schema(_ body: String) throws -> XSDSchema {
        let text = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n\(body)\n</xs:schema>"
        let (schema, diagnostics) = loadXSD(file: SourceFile(path: "s.xsd", text: text))
        return try #require(schema, "\(diagnostics.map(\.message))")
    }

    private func told(_ old: String, _ new: String) throws -> [String] {
        try compareXSD(old: schema(old), new: schema(new)).map { "\($0.rule.dropFirst(4)) \($0.path)\($0.isBreaking ? " !" : "")" }
    }

    private func content(_ inner: String) -> String { "<xs:element name='o'><xs:complexType>\(inner)</xs:complexType></xs:element>" }

    private func value(_ type: String) -> String { "<xs:element name='o' type='\(type)'/>" }

    @Test func `models are compared as languages, however they are written`() throws {
        let first = content("<xs:sequence><xs:element name='a' type='xs:int' minOccurs='0'/><xs:element name='b' type='xs:int' minOccurs='0'/></xs:sequence>")
        let second = content("<xs:choice minOccurs='0'><xs:sequence><xs:element name='a' type='xs:int'/><xs:element name='b' type='xs:int' minOccurs='0'/></xs:sequence><xs:element name='b' type='xs:int'/></xs:choice>")
        #expect(try told(first, second) == [] && told(second, first) == [])
        let all = content("<xs:all><xs:element name='a' type='xs:int' minOccurs='0'/><xs:element name='b' type='xs:int' minOccurs='0'/></xs:all>")
        #expect(try told(first, all) == [])
        #expect(try told(all, first) == ["content-model-narrowed /o/a !"])
    }

    @Test func `counters are counted`() throws {
        func many(_ bounds: String) -> String { content("<xs:sequence><xs:element name='a' type='xs:int' \(bounds)/></xs:sequence>") }
        #expect(try told(many("minOccurs='2' maxOccurs='5'"), many("maxOccurs='5'")) == [])
        #expect(try told(many("maxOccurs='6'"), many("maxOccurs='5'")) == ["occurrence-narrowed /o/a !"])
        #expect(try told(many("minOccurs='0'"), many("")) == ["occurrence-narrowed /o/a !"])
        #expect(try told(many("maxOccurs='100000'"), many("maxOccurs='200000'")) == [])
        #expect(try told(many("maxOccurs='100000'"), many("maxOccurs='99999'")) == ["occurrence-narrowed /o/a !"])
        #expect(try told(many("maxOccurs='100000'"), many("minOccurs='0' maxOccurs='unbounded'")) == [])
    }

    @Test func `equal names in different types are different elements`() throws {
        func both(_ first: String, _ second: String) -> String {
            "<xs:element name='x'><xs:complexType><xs:sequence><xs:element name='id' type='\(first)'/></xs:sequence></xs:complexType></xs:element>"
                + "<xs:element name='y'><xs:complexType><xs:sequence><xs:element name='id' type='\(second)'/></xs:sequence></xs:complexType></xs:element>"
        }
        #expect(try told(both("xs:string", "xs:int"), both("xs:int", "xs:int")) == ["type-changed /x/id !"])
    }

    @Test(arguments: [
        ("xs:int", "xs:long", true), ("xs:long", "xs:int", false), ("xs:integer", "xs:decimal", true), ("xs:decimal", "xs:integer", false),
        ("xs:int", "xs:string", true), ("xs:NCName", "xs:NMTOKEN", true), ("xs:string", "xs:token", true), ("xs:boolean", "xs:int", false),
        ("xs:unsignedByte", "xs:short", true), ("xs:date", "xs:dateTime", false), ("xs:NMTOKEN", "xs:NMTOKENS", true),
        ("xs:IDREFS", "xs:NMTOKENS", true), ("xs:decimal", "xs:double", true), ("xs:string", "xs:anySimpleType", true),
    ])
    func `built-in types are compared by what they take`(old: String, new: String, isTaken: Bool) throws {
        #expect(try told(value(old), value(new)).isEmpty == isTaken)
    }

    @Test func `facets are compared, those of built-in types as well`() throws {
        func bounded(_ base: String, _ facets: String) -> String {
            value("S") + "<xs:simpleType name='S'><xs:restriction base='\(base)'>\(facets)</xs:restriction></xs:simpleType>"
        }
        let percent = "<xs:minInclusive value='0'/><xs:maxInclusive value='100'/>"
        #expect(try told(bounded("xs:integer", percent), value("xs:byte")) == ["type-removed /S"])
        #expect(try told(value("xs:byte"), bounded("xs:integer", percent)) == ["facet-narrowed /o !", "facet-narrowed /o !"])
        #expect(try told(value("xs:string"), bounded("xs:string", "<xs:maxLength value='9'/>")) == ["facet-narrowed /o !"])
        #expect(try told(bounded("xs:decimal", "<xs:minExclusive value='0'/>"), bounded("xs:decimal", "<xs:minInclusive value='0'/>")) == [])
        #expect(try told(bounded("xs:token", "<xs:pattern value='a'/>"), bounded("xs:token", "<xs:pattern value='a'/><xs:pattern value='b'/>")) == [])
        let values = "<xs:enumeration value='a'/><xs:enumeration value='b'/>"
        #expect(try told(bounded("xs:token", values), bounded("xs:token", values + "<xs:enumeration value='c'/>")) == [])
        #expect(try told(bounded("xs:token", values), bounded("xs:token", "<xs:maxLength value='1'/>")) == [])
    }

    @Test func `what a substitution group takes is seen`() throws {
        let model = "<xs:element name='o'><xs:complexType><xs:sequence><xs:element ref='pay'/></xs:sequence></xs:complexType></xs:element>"
            + "<xs:element name='pay' type='xs:token' abstract='true'/><xs:element name='card' type='xs:token' substitutionGroup='pay'/>"
        let cash = "<xs:element name='cash' type='xs:token' substitutionGroup='pay'/>"
        #expect(try told(model, model + cash) == [])
        let removed = try told(model + cash, model)
        #expect(removed == ["element-removed /cash !", "element-removed /o/cash !"])
    }

    @Test func `a difference has its places in both texts`() throws {
        let found = try compareXSD(old: schema("\n" + value("xs:decimal")), new: schema(value("xs:int")))
        #expect(found.first?.oldRange?.start.line == 3 && found.first?.newRange?.start.line == 2)
    }

    @Test func `a document shows what breaks`() throws {
        var random = SeededRandom(state: 1)
        let old = try schema(content("<xs:choice><xs:element name='a' type='xs:int'/><xs:element name='b' type='xs:int'/></xs:choice>"))
        let new = try schema(content("<xs:sequence><xs:element name='a' type='xs:int'/></xs:sequence>"))
        let example = try #require(findXSDCounterExample(old: old, new: new, using: &random))
        #expect(example.document.contains("<b") && example.reason.contains("'b'"))
        #expect(findXSDCounterExample(old: new, new: old, using: &random) == nil)
    }

    private struct SeededRandom: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    @Test func `hostile pairs end in a verdict`() throws {
        let nested = (0..<12).reduce("<xs:element name='a' type='xs:int' maxOccurs='9'/>") { inner, _ in
            "<xs:sequence minOccurs='0' maxOccurs='50'>\(inner)</xs:sequence>"
        }
        let first = try? schema(content("<xs:sequence>\(nested)</xs:sequence>"))
        if let first { _ = compareXSD(old: first, new: try schema(content("<xs:sequence><xs:element name='a' type='xs:int' minOccurs='0' maxOccurs='999'/></xs:sequence>"))) }
        let many = (0..<400).map { "<xs:element name='e\($0)' type='xs:int' minOccurs='0'/>" }
        let long = try schema(content("<xs:sequence>\(many.joined())</xs:sequence>"))
        #expect(compareXSD(old: long, new: try schema(content("<xs:sequence>\(many.dropLast().joined())</xs:sequence>"))).contains(where: \.isBreaking))
        #expect(compareXSD(old: long, new: long).isEmpty)
        #expect(compareXSD(old: long, new: long, effort: 1).last?.rule == "xsd/comparison-given-up")
        let circle = "<xs:complexType name='T'><xs:sequence><xs:element name='t' type='T' minOccurs='0'/></xs:sequence><xs:attribute name='k' type='TYPE'/></xs:complexType>"
        #expect(try told(value("T") + circle.replacing("TYPE", with: "xs:int"), value("T") + circle.replacing("TYPE", with: "xs:byte")) == ["facet-narrowed /o/@k !", "facet-narrowed /o/@k !"])
    }
}
