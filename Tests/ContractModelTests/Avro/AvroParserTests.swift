import ContractModel
import Diagnostics
import Testing

struct AvroParserTests {
    private func parse(_ text: String) -> (schema: AvroSchema?, diagnostics: [Diagnostic]) {
        parseAvroSchema(SourceFile(path: "s.avsc", text: text))
    }

    private func codes(_ text: String) -> [String] { parse(text).diagnostics.map { String($0.code.dropFirst("avro/".count)) } }

    /// A record with one field.
    private func field(_ field: String) -> String { #"{"type":"record","name":"R","fields":["# + field + "]}" }

    @Test(arguments: [
        #"{"type":"fixed","name":"a.F","size":4}"#, #"{"type":"fixed","name":"F","namespace":"a","size":4}"#,
        #"{"type":"fixed","name":"a.F","namespace":"ignored","size":4}"#,
    ])
    func `a full name comes from dots or from the namespace`(_ text: String) {
        #expect(parse(text).schema?.definedNames == ["a.F"])
    }

    @Test func `a namespace reaches the types within, and an empty one ends it`() throws {
        let text =
            #"{"type":"record","name":"x.R","fields":[{"name":"a","type":{"type":"fixed","name":"F","size":1}},{"name":"b","type":"F"},{"name":"c","type":{"type":"fixed","name":"G","namespace":"","size":1}},{"name":"d","type":"G"}]}"#
        let schema = try #require(parse(text).schema)
        #expect(schema.definedNames == ["x.R", "x.F", "G"])
        #expect(schema.types["x.R"]?.fields?.map(\.type) == [.named("x.F"), .named("x.F"), .named("G"), .named("G")])
    }

    @Test func `a type may speak of itself`() throws {
        let schema = try #require(
            parse(#"{"type":"record","name":"List","fields":[{"name":"next","type":["null","List"],"default":null}]}"#).schema)
        #expect(
            schema.parsingCanonicalForm == #"{"name":"List","type":"record","fields":[{"name":"next","type":["null","List"]}]}"#)
    }

    @Test func `a type that is used before it is defined is told so`() {
        let text =
            #"{"type":"record","name":"R","fields":[{"name":"a","type":"F"},{"name":"b","type":{"type":"fixed","name":"F","size":1}}]}"#
        #expect(parse(text).diagnostics.map(\.message) == ["the type 'F' is used before it is defined"])
    }

    @Test(arguments: [
        (#""int""#, "1"), (#""long""#, "-9223372036854775808"), (#""float""#, "1"), (#""double""#, "1.5e3"),
        (#""boolean""#, "false"), (#""null""#, "null"),
        (#""string""#, #""""#), (#""bytes""#, #""\u00ff""#), (#"{"type":"array","items":"int"}"#, "[1,2]"),
        (#"{"type":"map","values":"string"}"#, #"{"a":"b"}"#),
        (#"{"type":"enum","name":"E","symbols":["A"]}"#, #""A""#), (#"{"type":"fixed","name":"F","size":2}"#, #""\u0000\u0001""#),
        (#"["null","int"]"#, "null"),
        (
            #"{"type":"record","name":"I","fields":[{"name":"x","type":"int"},{"name":"y","type":"int","default":0}]}"#,
            #"{"x":1}"#
        ),
    ])
    func `a default of its type is taken`(_ type: String, _ value: String) {
        #expect(codes(field(#"{"name":"f","type":\#(type),"default":\#(value)}"#)) == [])
    }

    @Test(arguments: [
        (#""int""#, "2147483648"), (#""int""#, "1.0"), (#""long""#, "9223372036854775808"), (#""string""#, "null"),
        (#""bytes""#, #""\u0100""#),
        (#""boolean""#, "0"), (#""null""#, "0"), (#"{"type":"array","items":"int"}"#, #"[1,"2"]"#),
        (#"{"type":"map","values":"string"}"#, "[]"),
        (#"{"type":"enum","name":"E","symbols":["A"]}"#, #""B""#), (#"{"type":"fixed","name":"F","size":2}"#, #""\u0000""#),
        (#"["null","int"]"#, #""x""#),
        (#"{"type":"record","name":"I","fields":[{"name":"x","type":"int"}]}"#, "{}"),
    ])
    func `a default of another type is refused`(_ type: String, _ value: String) {
        #expect(codes(field(#"{"name":"f","type":\#(type),"default":\#(value)}"#)) == ["invalid-default"])
    }

    @Test(arguments: [
        (#"{"type":"int","logicalType":"date"}"#, true), (#"{"type":"long","logicalType":"date"}"#, false),
        (#"{"type":"string","logicalType":"uuid"}"#, true),
        (#"{"type":"fixed","name":"U","size":16,"logicalType":"uuid"}"#, true),
        (#"{"type":"fixed","name":"U","size":15,"logicalType":"uuid"}"#, false),
        (#"{"type":"bytes","logicalType":"decimal","precision":9,"scale":9}"#, true),
        (#"{"type":"bytes","logicalType":"decimal","precision":9,"scale":10}"#, false),
        (#"{"type":"fixed","name":"D","size":4,"logicalType":"decimal","precision":9}"#, true),
        (#"{"type":"fixed","name":"D","size":4,"logicalType":"decimal","precision":10}"#, false),
        (#"{"type":"string","logicalType":"our-own"}"#, true),
    ])
    func `a logical type on a type that it is not for is ignored with a warning`(_ type: String, _ fits: Bool) {
        #expect(codes(type) == (fits ? [] : ["invalid-logical-type"]))
    }

    @Test func `the mistakes of a schema are told together`() {
        let text =
            #"{"type":"record","name":"R-1","fields":[{"name":"a","type":"strin"},{"type":"int"},{"name":"b","type":["int","int"]},{"name":"c","type":{"type":"enum","name":"E","symbols":["A","A",1]}},{"name":"d","type":"E"}]}"#
        #expect(
            codes(text) == [
                "invalid-name", "unknown-type", "missing-attribute", "invalid-union", "duplicate-symbol", "wrong-type",
            ])
    }

    @Test func `a mistake is underlined where it stands`() {
        let range = parse("{\n  \"type\": \"record\", \"name\": \"Ö\", \"fields\": []\n}").diagnostics.first?.range
        #expect(range?.location == "s.avsc:2:29" && range?.length == 4)
    }
}
