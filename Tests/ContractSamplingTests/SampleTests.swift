import ContractCompatibility
import ContractModel
import ContractPayloads
import ContractSampling
import Determinism
import Diagnostics
import LocatedJSON
import TestSupport
import Testing

struct SampleTests {
    @Test func `the same seed gives the same sample, another seed another`() throws {
        let text = contract(
            #"{"type":"record","name":"Order","fields":[{"name":"id","type":"long"},{"name":"note","type":["null","string"]}]}"#)
        let samples = try (0..<20).map { try samplePayload(.avro, text, seed: $0).get().json.compactText }
        #expect(try samplePayload(.avro, text, seed: 3).get().json.compactText == samples[3])
        #expect(Set(samples).count > 10)
    }

    @Test func `logical types hold what they stand for`() throws {
        let text = contract(
            #"""
            {"type":"record","name":"R","fields":[{"name":"at","type":{"type":"long","logicalType":"timestamp-millis"}},
             {"name":"key","type":{"type":"string","logicalType":"uuid"}},{"name":"price","type":{"type":"fixed","name":"P","size":4,"logicalType":"decimal","precision":4,"scale":2}}]}
            """#)
        for seed in 0..<50 {
            let sample = try samplePayload(.avro, text, seed: UInt64(seed)).get().json
            #expect(try (1_577_836_800_000...1_893_456_000_000).contains(#require(sample["at"]?.int64)))
            #expect(JSONSchemaFormat.uuid.holds(sample["key"]?.string ?? ""))
            let bytes = (sample["price"]?.string ?? "").unicodeScalars.map { UInt8($0.value) }
            #expect(abs(bytes.reduce(Int32(0)) { $0 << 8 | Int32($1) }) < 10_000)
        }
    }

    @Test(arguments: [
        #"{"type":"integer","minimum":10,"exclusiveMaximum":12}"#, #"{"type":"number","multipleOf":0.01,"minimum":0.05,"maximum":0.07}"#,
        #"{"type":"string","pattern":"^[A-Z]{3}-\\d{2,4}(x|yz)?$"}"#, #"{"type":"string","minLength":5,"maxLength":6}"#,
        #"{"type":"string","pattern":"^(?!ab)[a-c]{2}$"}"#, #"{"enum":["a",{"b":1},null]}"#, #"{"const":{"x":[1]}}"#,
        #"{"type":"array","items":{"type":"integer","minimum":0,"maximum":3},"minItems":3,"uniqueItems":true}"#,
        #"{"type":"array","prefixItems":[{"type":"string"},{"type":"null"}],"items":false,"minItems":2}"#,
        #"{"type":"array","contains":{"const":7},"minContains":2,"maxContains":3}"#,
        #"{"type":"object","required":["a","b"],"properties":{"a":{"type":"string","format":"date-time"}},"additionalProperties":{"type":"boolean"}}"#,
        #"{"type":"object","patternProperties":{"^x-[a-z]+$":{"type":"integer"}},"additionalProperties":false,"minProperties":2}"#,
        #"{"type":"object","propertyNames":{"pattern":"^[a-f]{4}$"},"minProperties":1}"#,
        #"{"properties":{"card":{"type":"string"},"cvc":{"type":"string"}},"required":["card"],"dependentRequired":{"card":["cvc"]}}"#,
        #"{"properties":{"a":{"type":"string"}},"required":["a"],"dependentSchemas":{"a":{"required":["b"],"properties":{"b":{"type":"integer"}}}}}"#,
        #"{"oneOf":[{"type":"integer","multipleOf":3},{"type":"integer","multipleOf":5}]}"#,
        #"{"anyOf":[{"type":"string","maxLength":2},{"type":"integer","minimum":100}]}"#,
        #"{"allOf":[{"type":"object","required":["a"]},{"properties":{"a":{"type":"integer","minimum":5}}},{"properties":{"a":{"maximum":6}}}]}"#,
        #"{"type":"integer","minimum":0,"maximum":3,"not":{"enum":[1,2,3]}}"#,
        #"{"type":"object","properties":{"k":{"enum":["x","y"]}},"required":["k"],"if":{"properties":{"k":{"const":"x"}}},"then":{"required":["z"]},"else":{"required":["w"]}}"#,
        ##"{"$ref":"#/$defs/n","$defs":{"n":{"type":"object","required":["v"],"properties":{"v":{"type":"integer"},"next":{"$ref":"#/$defs/n"}}}}}"##,
        #"{"allOf":[{"properties":{"a":{"type":"string"}}}],"required":["a"],"unevaluatedProperties":false}"#, "true", "{}",
        #"{"type":"string","format":"ipv6"}"#, #"{"type":["null","integer"],"exclusiveMinimum":9007199254740993}"#,
    ])
    func `a sample meets its schema`(_ text: String) throws {
        let schema = try #require(compileJSONSchema(SourceFile(path: "s", text: text)).schema)
        for seed in 0..<30 {
            let sample = try samplePayload(.jsonSchema, contract(text), seed: UInt64(seed)).get()
            #expect(try schema.isValid(sample.json), "\(sample.json.compactText)")
        }
    }

    @Test(arguments: [
        (ContractFormat.jsonSchema, "false"), (.jsonSchema, #"{"type":"integer","minimum":2,"maximum":1}"#),
        (.jsonSchema, ##"{"$ref":"#/$defs/n","$defs":{"n":{"type":"object","required":["n"],"properties":{"n":{"$ref":"#/$defs/n"}}}}}"##),
        (.avro, #"{"type":"record","name":"R","fields":[{"name":"r","type":"R"}]}"#),
        (.avro, #"{"type":"fixed","name":"F","size":2000000000}"#),
        (.avro, "[]"), (.avro, #"{"type":"enum","name":"E","symbols":[]}"#), (.avro, "nonsense"),
        (.protobuf, #"syntax = "proto2"; message M { required M m = 1; }"#), (.protobuf, #"syntax = "proto3";"#),
    ])
    func `where there is no value, that is said`(format: ContractFormat, text: String) {
        guard case .failure(let failure) = samplePayload(format, contract(text)) else { return #expect(Bool(false), "\(text)") }
        #expect(!failure.reason.isEmpty)
    }

    @Test func `samples of messages are read back as json`() throws {
        let text = """
            syntax = "proto3";
            import "google/protobuf/any.proto"; import "google/protobuf/timestamp.proto"; import "google/protobuf/struct.proto";
            import "google/protobuf/duration.proto"; import "google/protobuf/field_mask.proto"; import "google/protobuf/wrappers.proto";
            message Order { string id = 1; repeated Line lines = 2; map<string, int64> stock = 3; google.protobuf.Timestamp at = 4; google.protobuf.Any more = 5;
              google.protobuf.Struct free = 6; oneof pay { string card = 7; bytes token = 8; } google.protobuf.Duration d = 9; google.protobuf.FieldMask f = 10;
              google.protobuf.BoolValue w = 11; google.protobuf.Value v = 12; }
            message Line { enum Kind { NONE = 0; BOOK = 1; } Kind kind = 1; double price = 2; optional uint32 count = 3; Order nested = 4; }
            """
        let schema = try #require(Optional(loadProtobuf(SourceFile(path: "s", text: text)).schema))
        let order = try #require(schema.message(named: "Order"))
        for seed in 0..<60 {
            let sample = try samplePayload(.protobuf, contract(text), seed: UInt64(seed)).get()
            let read = try ProtobufDatum(json: sample.json, message: order, in: schema)
            #expect(try read.json(in: schema) == sample.json)
            #expect(try protobufJSON(sample.bytes, message: order, in: schema) == sample.json)
        }
        #expect(try samplePayload(.protobuf, contract(text), message: "Line", seed: 5).get().json.object != nil)
        guard case .failure = samplePayload(.protobuf, contract(text), message: "Nope") else { return #expect(Bool(false)) }
    }
}
