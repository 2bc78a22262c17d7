import HeddleRuntime
import Testing

@Suite struct JSONGrammarTests {
    @Test(arguments: [
        "[1,]", "{\"a\":1,}", "01", "-", "1.", ".5", "1e", "+1", "nul", "\"\\x\"", "\"\\ud800\"", "\"\\udc00\"", "\"a\nb\"", "\"", "[", "{\"a\"}", "{1:2}",
        "1 2", "", " ", "NaN", "'a'", "[1 2]", "{\"a\" 1}", "// c\n1",
    ])
    func `what RFC 8259 does not have is refused`(text: String) {
        #expect(throws: CodecError.self) { try JSONValue(parsing: text) }
    }

    @Test(arguments: [
        ("null", JSONValue.null), (" true ", .bool(true)), ("-0", .double(-0.0)), ("9223372036854775807", .int(.max)),
        ("-9223372036854775808", .int(.min)), ("18446744073709551615", .number("18446744073709551615")), ("1e400", .number("1e400")), ("0.1", .double(0.1)),
        ("\"\\ud83d\\ude00\\u00e9\\n\"", .string("😀é\n")), ("{\"a\":1,\"a\":2}", .object(["a": .int(2)])), ("[[],{}]", .array([.array([]), .object([:])])),
        ("0.12345678901234567890", .number("0.12345678901234567890")),
    ])
    func `values are read as they are and written back`(text: String, value: JSONValue) throws {
        let read = try JSONValue(parsing: text)
        #expect(read == value)
        var writer = ByteWriter()
        try read.encode(into: &writer)
        #expect(try JSONValue(parsing: String(decoding: writer.copyBytes(), as: UTF8.self)) == value)
    }

    @Test func `bytes that are not UTF-8 are refused, and so is nesting without end`() {
        for bytes: [UInt8] in [[0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]] {
            #expect(throws: CodecError.self) {
                var reader = ByteReader(bytes.span.bytes)
                _ = try JSONValue(from: &reader)
            }
        }
        #expect(throws: CodecError.self) { try JSONValue(parsing: String(repeating: "[", count: 100_000)) }
    }

    @Test(arguments: ["2024-02-29T23:59:60Z", "2026-11-23T22:13:20.500+01:00", "0001-01-01T00:00:00Z", "1969-12-31T23:59:59.999999999-05:30"])
    func `dates and times come back as they were`(text: String) { #expect(DateTime(text)?.description == text) }

    @Test(arguments: ["2023-02-29T00:00:00Z", "2024-01-01T24:00:00Z", "2024-01-01T00:00:00", "2024-13-01T00:00:00Z", "2024-01-01T10:00:60Z"])
    func `dates and times that are not are refused`(text: String) { #expect(DateTime(text) == nil) }

    @Test func `a UUID is read in letters of any case and written in small ones`() {
        #expect(UniqueIdentifier("0190A7C2-7b1e-7c3a-9d55-2F6D1A0B4C11")?.description == "0190a7c2-7b1e-7c3a-9d55-2f6d1a0b4c11")
        #expect(UniqueIdentifier("0190a7c2-7b1e-7c3a-9d55-2f6d1a0b4cg1") == nil)
        #expect(UniqueIdentifier("0190a7c2é7b1e-7c3a-9d55-2f6d1a0b4c1") == nil)
    }
}
