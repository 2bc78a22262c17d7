import ContractModel
import ContractPayloads
import LocatedJSON
import TestSupport
import Testing

struct JSONReadingFuzzTests {
    /// The text with up to three places spoilt, as JSON; nil where it is none any more.
    private func spoilt(_ text: String, _ generator: inout SeededGenerator) -> JSONNode? {
        let scraps = ["null", "1", "-", "\"", "{}", "[]", "true", ".", "e9", "Z", "9", "0", "s", "_", "=", "+", ",", ":", "é"]
        var bytes = Array(text.utf8)
        for _ in 0...Int.random(in: 0..<3, using: &generator) {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            let end = min(bytes.count, place + Int.random(in: 0..<3, using: &generator))
            bytes.replaceSubrange(place..<end, with: scraps.randomElement(using: &generator)?.utf8 ?? "".utf8)
        }
        return try? parseJSONPayload(bytes)
    }

    @Test func `spoilt json of messages is refused or read, and what is read is written`() throws {
        let schema = try protobufSchema(
            """
            syntax = "proto3"; package t;
            import "google/protobuf/any.proto"; import "google/protobuf/timestamp.proto"; import "google/protobuf/duration.proto";
            import "google/protobuf/struct.proto"; import "google/protobuf/field_mask.proto"; import "google/protobuf/wrappers.proto";
            enum K { Z = 0; A = 1; }
            message M { int64 i = 1; double d = 2; bytes y = 3; K k = 4; map<int32, string> m = 5; repeated M r = 6; google.protobuf.Any any = 7;
              google.protobuf.Timestamp at = 8; google.protobuf.Duration t = 9; google.protobuf.Value v = 10; google.protobuf.FieldMask f = 11;
              google.protobuf.UInt64Value w = 12; uint64 u = 13; float g = 14; bool b = 15; }
            """)
        let message = try #require(schema.message(named: "t.M"))
        let text =
            #"{"i":"-5","d":1.5e3,"y":"+/8=","k":"A","m":{"-1":"x"},"r":[{"b":true}],"any":{"@type":"x/t.M","i":1},"at":"2024-02-29T12:30:00.5+01:30","t":"-1.25s","v":{"a":[1,null]},"f":"aB.c,d","w":"18446744073709551615","u":7,"g":"NaN"}"#
        var generator = SeededGenerator(seed: 4)
        var read = 0
        for _ in 0..<6_000 {
            guard let node = spoilt(text, &generator), let datum = try? ProtobufDatum(json: node, message: message, in: schema) else {
                continue
            }
            read += 1
            let written = try datum.json(in: schema)
            #expect(try ProtobufDatum(json: written, message: message, in: schema) == datum, "\(node.compactText)")
        }
        #expect(read > 80, "\(read)")
    }

    @Test func `spoilt json of avro values is refused or read, and what is read is written`() throws {
        let schema = try avroSchema(
            #"""
            {"type":"record","name":"R","fields":[{"name":"i","type":"int"},{"name":"l","type":"long"},{"name":"d","type":["null","double"]},{"name":"y","type":"bytes"},
             {"name":"f","type":{"type":"fixed","name":"F","size":2}},{"name":"e","type":{"type":"enum","name":"E","symbols":["A","B"]}},
             {"name":"m","type":{"type":"map","values":["null","R"]}},{"name":"a","type":{"type":"array","items":"float"}}]}
            """#)
        let text =
            #"{"i":-5,"l":9007199254740993,"d":{"double":1.5e3},"y":"ÿ","f":"ab","e":"B","m":{"k":null},"a":["NaN",1,-0.5]}"#
        var generator = SeededGenerator(seed: 5)
        var read = 0
        for _ in 0..<6_000 {
            guard let node = spoilt(text, &generator), let value = try? AvroValue(json: node, schema: schema) else { continue }
            read += 1
            #expect(try AvroValue(json: value.json(schema), schema: schema) == value)
            #expect(try decodeAvro(encodeAvro(value, schema), writer: schema) == value)
        }
        #expect(read > 80, "\(read)")
    }
}
