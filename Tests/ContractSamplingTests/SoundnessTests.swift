import ContractCompatibility
import ContractModel
import ContractPayloads
import ContractSampling
import Diagnostics
import LocatedJSON
import RandomContracts
import TestSupport
import Testing

/// What the comparison calls compatible has no counter-example, and for Avro what it calls broken has one.
struct SoundnessTests {
    @Test func `avro schemas break exactly where a value is refused`() throws {
        var (broken, shown, endless) = (0, 0, 0)
        for seed in 0..<3_000 {
            var random = RandomAvroContract(seed: 100_000 + UInt64(seed))
            let old = random.text
            random.mutate()
            let (writer, reader) = (
                try #require(parseAvroSchema(SourceFile(path: "w", text: old)).schema),
                try #require(parseAvroSchema(SourceFile(path: "r", text: random.text)).schema)
            )
            let breaking = compareAvro(reader: reader, writer: writer).filter(\.isBreaking)
            let decoder = try AvroDecoder(writer: writer, reader: reader)
            #expect(decoder.readsEverything == breaking.isEmpty, "\(old) \(random.text)")
            guard let first = breaking.first else { continue }
            guard AvroSmallestValues(writer).hasValue(writer.root) else { continue }
            broken += 1
            let found = avroCounterExample(writer: writer, reader: reader, toward: first.path)
            if found != nil { shown += 1 } else { endless += 1 }
            if found == nil { #expect(decoder.refusedValue(of: writer) == nil, "\(old) \(random.text)") }
        }
        print("Avro soundness: \(broken) broken pairs, \(shown) shown, \(endless) whose refused values have no end")
        #expect(broken > 400 && shown * 100 >= broken * 95)
    }

    @Test func `json schemas that are called compatible have no counter-example`() throws {
        var (compatible, breaking, shown) = (0, 0, 0)
        for seed in 0..<700 {
            let draft: JSONSchemaDraft = [.draft7, .draft2019, .draft2020][seed % 3]
            var random = RandomJSONSchema(seed: 50_000 + UInt64(seed), isModern: draft.isModern)
            let old = random.text(uri: draft.uri)
            let new = random.changed(old)
            let (first, second) = (
                try #require(compileJSONSchema(SourceFile(path: "o", text: old)).schema, "\(old)"),
                try #require(compileJSONSchema(SourceFile(path: "n", text: new)).schema, "\(new)")
            )
            let differences = compareJSONSchema(old: first, new: second)
            let isBreaking = differences.contains(where: \.isBreaking)
            let found = jsonCounterExample(writer: first, reader: second, seed: UInt64(seed), attempts: isBreaking ? 60 : 25)
            if isBreaking {
                breaking += 1
                if found != nil { shown += 1 }
            } else {
                compatible += 1
                if let found { Issue.record("\(old) to \(new) is called compatible: \(found.payload), told \(differences.map(\.rule))") }
            }
        }
        // What cannot be told counts as breaking; of those most have none.
        print("JSON Schema soundness: \(compatible) compatible pairs; \(breaking) breaking, of which \(shown) are shown")
        #expect(compatible > 200 && breaking > 100 && shown * 5 > breaking * 2)
    }

    @Test func `schemas that want to keep us busy do not`() throws {
        // Twice as much on each level, without an end, and patterns of nothing.
        let doubling = (0..<60).reduce(#"{"type":"record","name":"R0","fields":[]}"#) { inner, level in
            #"{"type":"record","name":"R\#(level + 1)","fields":[{"name":"a","type":\#(inner)},{"name":"b","type":"R\#(level)"}]}"#
        }
        guard case .failure = samplePayload(.avro, contract(doubling)) else { return #expect(Bool(false)) }
        #expect(counterExample(.avro, old: contract(doubling), new: contract(#""int""#), victim: .newReaders) == nil)
        for text in [
            #"{"type":"string","pattern":"^((){10000}){10000}$"}"#, #"{"type":"string","pattern":"^(((a{90}){90}){90})$"}"#,
            #"{"type":"array","minItems":1000000000,"items":{"type":"string"}}"#, #"{"type":"object","minProperties":1000000000}"#,
            #"{"type":"string","minLength":1000000000}"#, #"{"type":"array","minItems":900,"uniqueItems":true,"items":{"enum":[1,2]}}"#,
            ##"{"$ref":"#/$defs/a","$defs":{"a":{"type":"array","minItems":5,"items":{"$ref":"#/$defs/a"}}}}"##,
            ##"{"$ref":"#/$defs/a","$defs":{"a":{"allOf":[{"properties":{"x":{"$ref":"#/$defs/a"},"y":{"$ref":"#/$defs/a"}},"required":["x","y"]}]}}}"##,
        ] {
            _ = samplePayload(.jsonSchema, contract(text))
            _ = counterExample(.jsonSchema, old: contract(text), new: contract("{\"type\":\"null\"}"), victim: .newReaders, attempts: 10)
        }
        let tree =
            #"syntax = "proto2"; message M { required N a = 1; required N b = 2; } message N { repeated M c = 1; optional M d = 2; }"#
        guard case .success = samplePayload(.protobuf, contract(tree)) else { return #expect(Bool(false)) }
    }
}
