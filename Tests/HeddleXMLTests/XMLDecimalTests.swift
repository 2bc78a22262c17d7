import HeddleXML
import Testing

@Suite struct XMLDecimalTests {
    @Test(arguments: [("012.500", "12.5"), ("-0", "0"), (".5", "0.5"), ("5.", "5"), ("+1", "1"), ("-0.0", "0"), ("0.05", "0.05")])
    func `a decimal is kept in its canonical form`(text: String, canonical: String) { #expect(XMLDecimal(text)?.description == canonical) }

    @Test(arguments: ["", ".", "-", "1e3", "1,5", "١", "1 2", "0x1", "--1"])
    func `what is no decimal is refused`(text: String) { #expect(XMLDecimal(text) == nil) }

    @Test func `digits are never lost`() {
        let text = "-" + String(repeating: "9", count: 60) + "." + String(repeating: "7", count: 60)
        #expect(XMLDecimal(text)?.description == text)
        #expect(XMLDecimal(text)?.totalDigits == 120)
    }

    @Test func `decimals are ordered as numbers are`() throws {
        let order = ["-100", "-99.95", "-0.05", "0", "0.049", "0.05", "9", "10", "10.01", "100"]
        let values = try order.map { try #require(XMLDecimal($0)) }
        for (left, right) in zip(values, values.dropFirst()) { #expect(left < right && !(right < left)) }
    }

    @Test func `an integer is taken where it fits`() {
        #expect(Int8(exactly: "127.0") == 127)
        #expect(Int8(exactly: "128") == nil)
        #expect(Int(exactly: "1.5") == nil)
        #expect(XMLDecimal(Int64.min).description == "-9223372036854775808")
    }
}
