import BrokerCore
import ContractModel
import Determinism
import Diagnostics
import KafkaWire
import Testing
@testable import PayloadChecking

private func avro(_ id: Int32, _ text: String, references: [String: String] = [:], subjects: Set<String> = ["a"]) -> RegisteredSchema {
    RegisteredSchema(
        id: id, format: .avro, text: SourceFile(path: "\(id)", text: text),
        references: references.mapValues { SourceFile(path: "reference", text: $0) }, subjects: subjects)
}

private func json(_ id: Int32, _ text: String, references: [String: String] = [:]) -> RegisteredSchema {
    RegisteredSchema(
        id: id, format: .jsonSchema, text: SourceFile(path: "\(id)", text: text),
        references: references.mapValues { SourceFile(path: "reference", text: $0) }, subjects: ["a"])
}

@Suite struct RegisteredSchemasTests {
    @Test func `subjects are found by id and by GUID`() {
        let guid = KafkaUUID(high: 1, low: 2)
        var named = avro(5, #""long""#)
        named.guid = guid
        let schemas = RegisteredSchemas([named, avro(5, #""long""#, subjects: ["b"]), avro(6, #""int""#, subjects: [])])
        #expect(schemas.subjects(of: .id(5)) == ["a", "b"])
        #expect(schemas.subjects(of: .guid(guid)) == ["a", "b"])
        #expect(schemas.subjects(of: .id(6)) == [])
        #expect(schemas.subjects(of: .id(7)) == nil)
        #expect(schemas.subjects(of: .guid(.zero)) == nil)
    }

    @Test func `what has no schema is told`() {
        var schemas = RegisteredSchemas([])
        #expect(schemas.problem(with: [2]) == "no schema has this id 1")
    }

    @Test func `a schema that cannot be read says why, whatever the payload`() {
        var schemas = RegisteredSchemas([avro(1, #"{"type": "record", "name": "A"}"#), json(2, "{"), json(3, #"{"type": "numbre"}"#)])
        for id in [1, 2, 3] as [Int32] {
            #expect(schemas.problem(with: [2], of: .id(id))?.hasPrefix("the schema itself cannot be read: ") == true)
        }
        let large = avro(4, "\"\(String(repeating: "x", count: 9 << 20))\"")
        var two = RegisteredSchemas([large])
        #expect(two.problem(with: [2], of: .id(4))?.contains("at most 8388608 are read") == true)
    }

    @Test func `Avro's references may build on each other`() {
        var schemas = RegisteredSchemas([
            avro(
                1, #"{"type": "record", "name": "A", "fields": [{"name": "b", "type": "z.B"}]}"#,
                references: [
                    "z.B": #"{"type": "record", "name": "z.B", "fields": [{"name": "c", "type": "C"}]}"#,
                    "z.C": #"{"type": "enum", "name": "z.C", "symbols": ["X", "Y"]}"#,
                ])
        ])
        #expect(schemas.problem(with: [2]) == nil)
        #expect(schemas.problem(with: [4]) == "'b.c' is symbol 2 of an enum of 2")
        var circular = RegisteredSchemas([
            avro(1, #""z.B""#, references: ["z.B": #"{"type": "record", "name": "z.B", "fields": [{"name": "c", "type": "C"}]}"#])
        ])
        #expect(circular.problem(with: [2])?.hasPrefix("the schema itself cannot be read") == true)
    }

    @Test func `an Avro schema of bytes alone takes them with and without their length`() {
        var schemas = RegisteredSchemas([avro(1, #""bytes""#), avro(2, #"{"type": "bytes", "logicalType": "decimal", "precision": 4}"#)])
        for id in [1, 2] as [Int32] {
            #expect(schemas.problem(with: [2, 9], of: .id(id)) == nil)
            #expect(schemas.problem(with: [9, 9, 9], of: .id(id)) == nil)
            #expect(schemas.problem(with: [], of: .id(id)) == nil)
        }
    }

    @Test func `JSON is read strictly, and its references are found`() {
        var schemas = RegisteredSchemas([
            json(
                1, ##"{"$id": "http://shop/order", "properties": {"line": {"$ref": "line.json#/$defs/Line"}}}"##,
                references: ["http://shop/line.json": #"{"$defs": {"Line": {"type": "integer"}}}"#])
        ])
        func check(_ text: String) -> String? { schemas.problem(with: Array(text.utf8)) }
        #expect(check(#"{"line": 3}"#) == nil)
        #expect(check(#"{"line": "3"}"#)?.hasSuffix("at '/line'") == true)
        #expect(check(#"{"line": 3,}"#)?.hasPrefix("it is not JSON: ") == true)
        #expect(check("")?.hasPrefix("it is not JSON: ") == true)
    }

    @Test func `a value that takes too much work is refused, not waited for`() {
        // Every level asks twice for the next.
        var schemas = RegisteredSchemas([
            json(1, ##"{"$defs": {"n": {"items": {"allOf": [{"$ref": "#/$defs/n"}, {"$ref": "#/$defs/n"}]}}}, "$ref": "#/$defs/n"}"##)
        ])
        let nested = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
        #expect(schemas.problem(with: Array(nested.utf8)) == "judging this value by its schema takes more work than is allowed")
    }

    @Test func `a directory that takes over keeps what is still so`() {
        var first = RegisteredSchemas([avro(1, #""long""#), avro(2, #""long""#), avro(3, #""long""#)])
        first.prepare(subjects: ["a"])
        #expect(first.preparedCount == 3)
        // The same text in another object; another text under the id, as after a registry was emptied; and one that is gone.
        var second = RegisteredSchemas([avro(1, #""long""#), avro(2, #""boolean""#)])
        second.takeOver(from: first)
        #expect(second.preparedCount == 1)
        #expect(second.problem(with: [4], of: .id(1)) == nil)
        #expect(second.problem(with: [4], of: .id(2)) != nil)
    }

    @Test func `only the schemas of the subjects asked for are prepared`() {
        var schemas = RegisteredSchemas([avro(1, #""long""#), avro(2, #""long""#, subjects: ["b"])])
        schemas.prepare(subjects: ["b", "c"])
        #expect(schemas.preparedCount == 1)
    }

    @Test func `what is kept ready is bounded`() {
        let count = RegisteredSchemas.mostCheckers + 50
        var schemas = RegisteredSchemas((1...count).map { avro(Int32($0), #""long""#) })
        for id in 1...count { #expect(schemas.problem(with: [2], of: .id(Int32(id))) == nil) }
        #expect(schemas.preparedCount == 50)
        var others = RegisteredSchemas((1...count).map { avro(Int32($0), #""long""#) })
        others.prepare(subjects: ["a"])
        #expect(others.preparedCount == RegisteredSchemas.mostCheckers)
    }

    @Test func `chance under every format is answered`() {
        var generator = SeededGenerator(seed: 3)
        var schemas = RegisteredSchemas([
            avro(1, #"{"type": "record", "name": "N", "fields": [{"name": "v", "type": ["null", "string", {"type": "array", "items": "N"}, {"type": "map", "values": "N"}]}]}"#),
            json(2, #"{"type": "object", "patternProperties": {"^(a|b)+$": {"type": ["array", "string"], "uniqueItems": true}}}"#),
            RegisteredSchema(
                id: 3, format: .protobuf,
                text: SourceFile(path: "n.proto", text: "syntax = \"proto2\"; message N { repeated N n = 1; map<string, N> m = 2; repeated sint32 p = 3; optional group G = 4 { required string s = 1; } }"),
                subjects: ["a"]),
        ])
        var good = 0
        for round in 0..<6_000 {
            let range: ClosedRange<UInt8> = round % 2 == 0 ? 0...20 : .min ... .max
            var bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in UInt8.random(in: range, using: &generator) }
            if round % 3 == 1, round % 2 == 0 { bytes = Array(#"{"ab": [1, "\#(String(decoding: bytes, as: UTF8.self))"]}"#.utf8) }
            if schemas.problem(with: bytes, of: .id(Int32(round % 3) + 1)) == nil { good += 1 }
        }
        #expect(good > 0)
    }
}
