import HeddleRuntime
import HeddleXML
import TestSupport
import Testing
import XMLText
import XSDModel

@Suite struct PurchaseTests {
    private static let document = """
        <?xml version="1.0"?>
        <s:purchase xmlns:s="urn:shop" xmlns:x="urn:x" id="18446744073709551615" x:trace="t">
          <s:when>2026-11-23T10:20:30.1234567890Z</s:when>
          <s:item><s:sku> ABC-1 </s:sku><s:quantity/><s:price>12.50</s:price><s:sizes>1 -2</s:sizes></s:item>
          <s:item><s:sku>ABC-2</s:sku><s:quantity>2</s:quantity><s:price>0.10000000000000000001</s:price>
            <s:part><s:sku>ABC-3</s:sku><s:quantity>1</s:quantity><s:price>1</s:price></s:part></s:item>
          <s:bank>b</s:bank><s:account>&amp;1</s:account>
          <s:note xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="1"/>
          <s:percent>INF</s:percent>
          <s:party xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="s:Company" vat="V"><s:name>N</s:name></s:party>
          <s:remark>one <s:b>two</s:b> three</s:remark>
          <x:more><x:inner/></x:more>
        </s:purchase>
        """

    private func decode(_ text: String) throws -> Purchase { try Purchase(decoding: Array(text.utf8)) }

    @Test func `a document is read into typed members`() throws {
        let value = try decode(Self.document)
        #expect(value.id == UInt64.max && value.currency == .eur && value.version == 1)
        #expect(value.anyAttributes == [XMLQName("trace", in: "urn:x"): "t"])
        #expect(value.when.time.second.description == "30.123456789")
        #expect(value.item.map(\.sku) == ["ABC-1", "ABC-2"] && value.item.map(\.quantity) == [1, 2])
        #expect(value.item[0].sizes == [1, -2] && value.item[1].part?.sku == "ABC-3")
        #expect(value.item[1].price.fractionDigits == 20)
        #expect(value.choice == .bankAndAccount(PurchaseChoiceBankAndAccount(bank: "b", account: "&1")))
        #expect(value.note == nil && value.discount == .percent(.infinity))
        #expect(value.party == .company(Company(vat: "V", name: "N")))
        #expect(value.remark?.content == [.text("one "), .b("two"), .text(" three")])
        #expect(value.any.map(\.text) == ["<x:more xmlns=\"\" xmlns:x=\"urn:x\"><x:inner></x:inner></x:more>"])
    }

    @Test func `what is written is valid, and is read again as it was`() throws {
        let schema = try #require(loadXSD(file: XSDGoldenTests.file).schema)
        let value = try decode(Self.document)
        let bytes = try value.encoded()
        #expect(schema.validate(bytes).map(\.message) == [])
        #expect(try Purchase(decoding: bytes) == value)
        #expect(Purchase.contract.name == "{urn:shop}purchase" && Purchase.contract.schema == purchase)
        let first = try #require(parseXML(Array(Self.document.utf8)).root), second = try #require(parseXML(bytes).root)
        #expect(documentDifference(first, second, schema) == nil)
    }

    @Test(arguments: [
        ("id=\"18446744073709551615\"", "id=\"18446744073709551616\"", "an integer that UInt64 cannot hold"),
        ("id=\"18446744073709551615\"", "", "expected the attribute 'id'"),
        ("id=\"18446744073709551615\"", "id=\"1\" colour=\"red\"", "colour"),
        ("id=\"18446744073709551615\"", "id=\"1\" version=\"2\"", "another value than the fixed one"),
        ("<s:quantity>2<", "<s:quantity>100<", "item[1].quantity at byte"),
        ("ABC-2", "abc-2", "item[1].sku"),
        ("ABC-2", "ABC-234567", "a length above 9"),
        ("<s:percent>INF</s:percent>", "<s:discount>1</s:discount>", "expected the element 'party'"),
        ("xsi:type=\"s:Company\"", "xsi:type=\"s:Item\"", "'Party' or a type that is derived from it"),
        ("xsi:type=\"s:Company\"", "", "'Party' or a type that is derived from it"),
        ("<s:account>&amp;1</s:account>", "", "expected the element 'account'"),
        ("<s:bank>b</s:bank><s:account>&amp;1</s:account>", "", "expected an element of 'choice'"),
        ("<s:when>", "text<s:when>", "expected the element 'when'"),
        ("s:purchase", "s:purchases", "expected the element 'purchase' as the document's"),
        ("<s:b>two</s:b>", "<s:c>two</s:c>", "remark.c at byte"),
    ])
    func `a document that the contract does not allow is refused`(part: String, other: String, told: String) throws {
        let bent = Self.document.replacing(part, with: other)
        #expect(bent != Self.document)
        do {
            _ = try decode(bent)
            Issue.record("taken: \(bent)")
        } catch let error as CodecError {
            #expect(error.description.contains(told), "\(error)")
        }
    }

    @Test func `a currency that the contract does not list is kept`() throws {
        let value = try decode(Self.document.replacing("id=", with: "currency='CHF' id="))
        #expect(value.currency == .unrecognized("CHF"))
        #expect(try Purchase(decoding: value.encoded()).currency.rawValue == "CHF")
    }

    @Test func `valid documents by the hundred are the same again`() throws {
        let schema = try #require(loadXSD(file: XSDGoldenTests.file).schema)
        var random = SeededGenerator(seed: 5)
        for _ in 0..<200 {
            let document = try #require(sampleXSD(schema, root: XMLName("purchase", in: "urn:shop"), using: &random))
            let bytes = try decode(document).encoded()
            #expect(schema.isValid(bytes), "\(document)")
            let first = try #require(parseXML(Array(document.utf8)).root), second = try #require(parseXML(bytes).root)
            let difference = documentDifference(first, second, schema)
            #expect(difference == nil, "\(document)")
        }
    }
}
