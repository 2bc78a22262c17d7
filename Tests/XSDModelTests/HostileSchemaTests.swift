import Diagnostics
import TestSupport
import Testing
import XMLText
import XSDModel

struct HostileSchemaTests {
    @Test func `groups that grow beyond measure are refused before they do`() {
        let doubling = (1...40).map { "<xs:group name='g\($0)'><xs:sequence><xs:group ref='g\($0 - 1)'/><xs:group ref='g\($0 - 1)'/></xs:sequence></xs:group>" }
        let text = schemaText("<xs:group name='g0'><xs:sequence><xs:element name='a'/></xs:sequence></xs:group>" + doubling.joined())
        #expect(load(text).diagnostics.map(\.code) == ["xsd/too-large"])
        let attributes = (1...40).map { "<xs:attributeGroup name='g\($0)'><xs:attributeGroup ref='g\($0 - 1)'/><xs:attributeGroup ref='g\($0 - 1)'/></xs:attributeGroup>" }
        #expect(load(schemaText("<xs:attributeGroup name='g0'/>" + attributes.joined())).diagnostics.map(\.code) == ["xsd/too-large"])
        let unions = (1...40).map { "<xs:simpleType name='u\($0)'><xs:union memberTypes='u\($0 - 1) u\($0 - 1)'/></xs:simpleType>" }
        let first = "<xs:simpleType name='u0'><xs:restriction base='xs:int'/></xs:simpleType>"
        #expect(load(schemaText(first + unions.joined())).diagnostics.map(\.code) == ["xsd/too-large"])
    }

    @Test func `long chains are refused`() {
        let types = (1...20_000).map { "<xs:complexType name='t\($0)'><xs:complexContent><xs:extension base='t\($0 - 1)'/></xs:complexContent></xs:complexType>" }
        #expect(load(schemaText("<xs:complexType name='t0'/>" + types.joined())).diagnostics.map(\.code) == ["xsd/too-large"])
        let heads = (1...20_000).map { "<xs:element name='e\($0)' substitutionGroup='e\($0 - 1)' type='xs:int'/>" }
        #expect(load(schemaText("<xs:element name='e0' type='xs:int'/>" + heads.joined())).diagnostics.map(\.code) == ["xsd/too-large"])
        let groups = (1...140).map { "<xs:group name='g\($0)'><xs:sequence><xs:sequence><xs:sequence><xs:sequence><xs:sequence><xs:group ref='g\($0 - 1)'/></xs:sequence></xs:sequence></xs:sequence></xs:sequence></xs:sequence></xs:group>" }
        let base = "<xs:group name='g0'><xs:sequence><xs:element name='a' type='xs:int'/></xs:sequence></xs:group>"
        #expect(load(schemaText(base + groups.joined())).diagnostics.map(\.code) == ["xsd/too-large"])
    }

    @Test func `definitions by themselves are refused`() {
        for body in [
            "<xs:group name='g'><xs:sequence><xs:group ref='g'/></xs:sequence></xs:group>",
            "<xs:attributeGroup name='g'><xs:attributeGroup ref='g'/></xs:attributeGroup>",
            "<xs:simpleType name='g'><xs:restriction base='g'/></xs:simpleType>",
            "<xs:simpleType name='g'><xs:union memberTypes='xs:int h'/></xs:simpleType><xs:simpleType name='h'><xs:list itemType='g'/></xs:simpleType>",
            "<xs:element name='g' substitutionGroup='h'/><xs:element name='h' substitutionGroup='g'/>",
        ] {
            #expect(load(schemaText(body)).diagnostics.map(\.code) == ["xsd/circular-definition"], "\(body)")
        }
    }

    @Test func `types may have elements of their own type, groups as well`() {
        let (schema, diagnostics) = load(
            schemaText(
                """
                <xs:element name='tree' type='Tree'/>
                <xs:complexType name='Tree'><xs:sequence>
                  <xs:element name='left' minOccurs='0'><xs:complexType><xs:complexContent><xs:extension base='Tree'/></xs:complexContent></xs:complexType></xs:element>
                  <xs:group ref='g' minOccurs='0'/>
                </xs:sequence></xs:complexType>
                <xs:group name='g'><xs:sequence>
                  <xs:element name='inner'><xs:complexType><xs:group ref='g' minOccurs='0'/></xs:complexType></xs:element>
                </xs:sequence></xs:group>
                """))
        #expect(diagnostics.isEmpty && schema != nil)
    }

    @Test func `ten thousand elements are read`() throws {
        let many = (0..<10_000).map { number in
            "<xs:element name='e\(number)'><xs:complexType><xs:sequence><xs:element name='x' type='xs:int'/></xs:sequence></xs:complexType></xs:element>"
        }
        let schema = try #require(load(schemaText(many.joined())).schema)
        #expect(schema.elements.count == 20_000)
    }

    @Test func `contents that would take minutes to compile are refused`() {
        let many = (0..<5_000).map { "<xs:element name='e\($0)' type='xs:int' minOccurs='0'/>" }
        for (model, count, isTaken) in [("sequence", 300, true), ("sequence", 1_000, false), ("choice", 2_000, true), ("choice", 5_000, false)] {
            let text = schemaText("<xs:complexType name='T'><xs:\(model)>\(many.prefix(count).joined())</xs:\(model)></xs:complexType>")
            #expect(load(text).diagnostics.map(\.code) == (isTaken ? [] : ["xsd/too-large"]), "\(model) \(count)")
        }
    }

    @Test func `patterns that would take minutes to compile are refused`() {
        func pattern(_ text: String) -> String {
            schemaText("<xs:simpleType name='S'><xs:restriction base='xs:string'><xs:pattern value='\(text)'/></xs:restriction></xs:simpleType>")
        }
        #expect(load(pattern(String(repeating: "a?", count: 100))).schema != nil)
        for text in [String(repeating: "a?", count: 2_000), String(repeating: "(a|b|c|d|e|f|g)*", count: 300), String(repeating: "x", count: 9_000)] {
            #expect(load(pattern(text)).diagnostics.map(\.code) == ["xsd/too-large"])
        }
    }

    @Test func `entities grow within bounds`() {
        let bomb = "<!DOCTYPE s [<!ENTITY e0 'xxxxxxxxxx'>" + (1...12).map { "<!ENTITY e\($0) '" + String(repeating: "&e\($0 - 1);", count: 10) + "'>" }.joined() + "]>"
        #expect(load(bomb + schemaText("<xs:element name='a' default='&e12;'/>")).diagnostics.first?.code == "xsd/syntax")
        let fine = "<!DOCTYPE s [<!ENTITY kind 'xs:int'>]>" + schemaText("<xs:element name='a' type='&kind;'/>")
        #expect(load(fine).schema != nil)
    }

    @Test func `large numbers are numbers`() {
        for bounds in ["minOccurs='999999999' maxOccurs='unbounded'", "maxOccurs='2147483647'", "minOccurs='0' maxOccurs='99999999999999999999'"] {
            let text = schemaText("<xs:element name='a'><xs:complexType><xs:sequence><xs:element name='b' \(bounds)/></xs:sequence></xs:complexType></xs:element>")
            #expect(load(text).diagnostics.allSatisfy { $0.code == "xsd/invalid-schema" })
        }
    }

    @Test func `whatever the bytes, there is an answer`() {
        var random = SeededGenerator(seed: 2_024)
        let original = Array(orderSchema.utf8)
        let words = ["<xs:any/>", "type=\"Order\"", "ref=\"head\"", "maxOccurs=\"0\"", "\u{0}", "&#0;", "]]>", "<!--", "base=\"GiftOrder\"", "abstract=\"true\"", "xs:restriction", "xs:extension"]
        var (taken, refused) = (0, 0)
        for _ in 0..<1_500 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...60, using: &random)))
                case 2: bytes.insert(contentsOf: Array((words.randomElement(using: &random) ?? "").utf8), at: place)
                case 3:
                    let from = Int.random(in: 0..<bytes.count, using: &random)
                    bytes.insert(contentsOf: bytes[from..<min(bytes.count, from + 80)], at: place)
                default: bytes[place] = bytes[Int.random(in: 0..<bytes.count, using: &random)]
                }
                if bytes.isEmpty { bytes = [0x3C] }
            }
            let (schema, diagnostics) = loadXSD(file: SourceFile(path: "f.xsd", bytes: bytes))
            if schema == nil {
                refused += 1
                #expect(diagnostics.contains { $0.severity == .error })
            } else {
                taken += 1
            }
        }
        #expect(taken > 5 && refused > 500, "\(taken) \(refused)")
    }
}
