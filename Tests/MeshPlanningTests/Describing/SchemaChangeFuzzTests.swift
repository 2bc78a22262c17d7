import ContractModel
import MeshPlanning
import Testing
import TestSupport

@Suite struct `Schema changes of whatever text` {
    static let seeds: [(ContractFormat, String)] = [
        (.avro, Schemas.orderWithCoupon), (.avro, #"["null",{"type":"map","values":{"type":"array","items":"long"}}]"#),
        (.avro, #"{"type":"enum","name":"E","symbols":["A","B"],"aliases":["F"],"default":"A"}"#),
        (.jsonSchema, ##"{"$defs":{"a":{"type":["string","null"]}},"anyOf":[{"$ref":"#/$defs/a"},{"maximum":1.5}],"required":["x"]}"##),
        (.protobuf, #"syntax = "proto3"; package p; message A { oneof o { string a = 1; B b = 2; } map<string, B> m = 3; reserved 9; } message B {} enum E { Z = 0; } service S { rpc R(A) returns (stream B); }"#),
        (.protobuf, #"syntax = "proto2"; message A { required int32 a = 1 [default = 3]; repeated group G = 2 { optional A x = 1; } extensions 10 to 20; } extend A { optional int32 e = 11; }"#),
    ]

    @Test func `mutations end in a description, and none where the models are one`() {
        var chance = SeededGenerator(seed: 0x5C4E)
        for (format, seed) in Self.seeds {
            let good = Array(seed.utf8)
            for _ in 0..<(format == .protobuf ? 60 : 500) {
                var bytes = good
                for _ in 0..<Int.random(in: 1...3, using: &chance) {
                    let index = Int.random(in: 0..<bytes.count, using: &chance)
                    switch Int.random(in: 0...2, using: &chance) {
                    case 0: bytes[index] = UInt8.random(in: 32...126, using: &chance)
                    case 1: bytes.remove(at: index)
                    default: bytes.insert(contentsOf: bytes[index..<min(index + 9, bytes.count)], at: index)
                    }
                }
                let (old, new) = (SchemaText(seed), SchemaText(String(decoding: bytes, as: UTF8.self)))
                let fields = describeSchemaChange(format, old: old, new: new)
                #expect(fields.isEmpty == (canonicalSchema(format, old) == canonicalSchema(format, new)))
                #expect(fields.allSatisfy { $0.old != $0.new || $0.path == "schema" }, "\(new.text): \(fields)")
            }
        }
    }

    @Test func `canonical text is its own canonical text`() {
        for (format, seed) in Self.seeds {
            let once = canonicalSchema(format, SchemaText(seed))
            #expect(canonicalSchema(format, SchemaText(once)) == once)
        }
    }

    @Test(arguments: [ContractFormat.avro, .jsonSchema, .protobuf]) func `nesting without end is borne`(format: ContractFormat) {
        let deep = String(repeating: format == .protobuf ? "message A { " : "{\"type\":[", count: 100_000)
        #expect(describeSchemaChange(format, old: SchemaText(deep), new: SchemaText(deep + " ")).count == 1)
    }
}
