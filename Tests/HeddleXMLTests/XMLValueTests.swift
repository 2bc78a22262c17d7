import HeddleRuntime
import HeddleXML
import Testing

@Suite struct XMLValueTests {
    @Test(arguments: [
        "2026-11-23T10:20:30", "2026-11-23T10:20:30.123456789012Z", "-0044-03-15T00:00:00+01:00", "12026-01-01T24:00:00", "2024-02-29T00:00:00-14:00",
    ])
    func `a date and time is written as it was read`(text: String) { #expect(XMLDateTime(text)?.description == text) }

    @Test(arguments: [
        "2026-11-23", "2026-11-23T", "2026-11-23T25:00:00", "2026-11-23T24:00:01", "2023-02-29T00:00:00", "0000-01-01T00:00:00", "2026-11-23T10:20:60",
        "2026-11-23T10:20:30+14:01", "02026-01-01T00:00:00", "2026-11-23T10:20:30.", "2026-1-23T10:20:30", "2026-11-23t10:20:30",
    ])
    func `what is no date and time is refused`(text: String) { #expect(XMLDateTime(text) == nil) }

    @Test func `moments are counted from 1970`() throws {
        let moment = try #require(XMLDateTime("2026-11-23T11:20:30.5+01:00")?.sinceEpoch)
        #expect(moment == (1_795_429_230, 500_000_000))
        #expect(XMLDateTime("1969-12-31T23:59:59Z")?.sinceEpoch?.seconds == -1)
        #expect(XMLDateTime("2026-11-23T10:20:30")?.sinceEpoch == nil)
    }

    @Test(arguments: [("2026", XMLPartialDate.Kind.year), ("2026-11Z", .yearMonth), ("--02-29", .monthDay), ("--11+01:00", .month), ("---31", .day)])
    func `parts of dates are written as they were read`(text: String, kind: XMLPartialDate.Kind) {
        #expect(XMLPartialDate(text, kind)?.description == text)
    }

    @Test(arguments: [("--02-30", XMLPartialDate.Kind.monthDay), ("---32", .day), ("26", .year), ("2026-13", .yearMonth), ("--1", .month)])
    func `what are none are refused`(text: String, kind: XMLPartialDate.Kind) { #expect(XMLPartialDate(text, kind) == nil) }

    @Test(arguments: ["P1Y2M3DT4H5M6.5S", "-P2D", "PT0S", "PT36H", "P1M", "PT0.001S"])
    func `a duration is written as it was read`(text: String) { #expect(XMLDuration(text)?.description == text) }

    @Test(arguments: ["P", "PT", "P1", "1Y", "P1YT", "P1M1Y", "PT1D", "P-1Y", "P1.5Y", "PT.5S", "P99999999999999999999Y", "PT5S5S"])
    func `what is no duration is refused`(text: String) { #expect(XMLDuration(text) == nil) }

    /// Reads the text of an element, and writes the value's.
    private func again(_ text: String, _ convert: (borrowing XMLReader, String) throws -> String) throws -> String {
        let bytes = Array("<v>\(text)</v>".utf8)
        var reader = ByteReader(bytes.span.bytes)
        var xml = try XMLReader(from: &reader)
        xml.open()
        let text = try xml.text(.collapse)
        return try convert(xml, text)
    }

    @Test(arguments: [
        ("1.5", "1.5"), (".5", "0.5"), ("5.", "5"), ("-.5e2", "-50"), ("1.E1", "10"), ("INF", "INF"), ("-INF", "-INF"), ("NaN", "NaN"), ("+3", "3"),
        ("1E400", "INF"),
    ])
    func `floating-point numbers are read as XML Schema writes them`(text: String, written: String) throws {
        #expect(try again(text) { floatText(try $0.double($1)) } == written)
    }

    @Test(arguments: ["inf", "nan", "0x1p3", "", ".", "e5", "1e", "+INF", "infinity", "1 2", "--1"])
    func `other ways to write them are refused`(text: String) {
        #expect(throws: CodecError.self) { try again(text) { floatText(try $0.double($1)) } }
    }

    @Test(arguments: [("AAEC", "AAEC"), ("/+8=", "/+8="), ("AA E C", "AAEC"), ("", ""), ("QQ==", "QQ==")])
    func `Base64 is read and written`(text: String, written: String) throws {
        #expect(try again(text) { base64Text(try $0.base64Binary($1)) } == written)
    }

    @Test(arguments: ["A", "AA", "AAA", "QR==", "Q=Q=", "AAEC=", "====", "A*=="])
    func `what is no Base64 is refused`(text: String) {
        #expect(throws: CodecError.self) { try again(text) { base64Text(try $0.base64Binary($1)) } }
    }

    @Test func `hexadecimal digits, integers and truths`() throws {
        #expect(try again("0f1A") { hexText(try $0.hexBinary($1)) } == "0F1A")
        #expect(throws: CodecError.self) { try again("0f1") { hexText(try $0.hexBinary($1)) } }
        #expect(try again(" +007 ") { "\(try $0.integer($1, UInt8.self))" } == "7")
        #expect(throws: CodecError(.outOfRange("an integer that UInt8 cannot hold"), at: 0)) { try again("256") { "\(try $0.integer($1, UInt8.self))" } }
        #expect(throws: CodecError(.malformed(expected: "an integer"), at: 0)) { try again("1.0") { "\(try $0.integer($1, Int.self))" } }
        #expect(try again("1") { "\(try $0.boolean($1))" } == "true")
        #expect(throws: CodecError.self) { try again("TRUE") { "\(try $0.boolean($1))" } }
    }

    @Test func `blanks are kept, replaced or collapsed`() {
        let text = "\t a \n b  "
        #expect(XMLWhitespace.preserve.applied(to: text) == text)
        #expect(XMLWhitespace.replace.applied(to: text) == "  a   b  ")
        #expect(XMLWhitespace.collapse.applied(to: text) == "a b")
    }

    @Test func `patterns match whole texts`() {
        let pattern = XMLPattern("[A-Z]{3}-\\d+")
        #expect(pattern.matches("ABC-12") && !pattern.matches("xABC-12") && !pattern.matches("ABC-"))
    }
}
