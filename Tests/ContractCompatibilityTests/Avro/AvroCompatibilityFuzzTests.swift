import ContractCompatibility
import ContractModel
import Diagnostics
import TestSupport
import Testing

struct AvroCompatibilityFuzzTests {
    @Test func `the verdict on types that speak of each other is that of the plainest reading of the rules`() {
        var schemas = AvroRandomSchemas(seed: 1)
        var compatible = 0
        for number in 0..<6_000 {
            let (reader, writer) = (schemas.next(), schemas.next())
            let differences = compareAvro(reader: reader, writer: writer)
            var plain = AvroPlainReading(reader: reader, writer: writer)
            let isReadable = plain.reads()
            #expect(differences.allSatisfy { !$0.isBreaking } == isReadable, "pair \(number): \(reader.root) \(writer.root)")
            #expect(Set(differences).count == differences.count || isReadable == false)
            if isReadable { compatible += 1 }
        }
        #expect((300..<5_700).contains(compatible), "\(compatible)")
    }

    @Test func `a change inside a type that speaks of itself is found however the type is reached`() throws {
        func list(_ type: String) -> String { avroRecord("List", avroField("head", type) + "," + avroField("tail", #"["null","List"]"#)) }
        #expect(try avroDifferences(reader: list(#""int""#), writer: list(#""int""#)) == [])
        #expect(try avroDifferences(reader: list(#""int""#), writer: list(#""long""#)) == ["type-not-readable /fields/0/type"])
        // 'A' reads 'B' only as long as 'B' reads 'A': an assumption made on the way must not outlive its refutation.
        func tangle(_ type: String) -> String {
            let inner = avroRecord("B", avroField("a", #"["null","A"]"#))
            let outer = avroRecord("A", avroField("b", "[\"null\",\(inner)]") + "," + avroField("x", type))
            return avroRecord("R", avroField("a", "[\"null\",\(outer)]") + "," + avroField("b", #""B""#))
        }
        #expect(
            try avroDifferences(reader: tangle(#""int""#), writer: tangle(#""string""#))
                == ["type-not-readable /fields/0/type/1/fields/1/type"])
    }

    @Test func `schemas that are too much are given up, which is breaking`() throws {
        // Every record against every other, and each holds a union of all.
        let count = 60
        let names = (0..<count).map { "n\($0).R" }
        var types: [String: AvroNamedType] = [:]
        let range = SourceRange(file: SourceFile(path: "s", text: ""), start: .start, end: .start)
        let all = AvroType.union(names.map(AvroType.named))
        for name in names {
            types[name] = AvroNamedType(
                fullName: name, content: .record([AvroField(name: "x", type: all, range: range)]), range: range)
        }
        let reader = AvroSchema(root: all, types: types)
        types[names[0]]?.content = .record([])
        let writer = AvroSchema(root: all, types: types)
        let differences = compareAvro(reader: reader, writer: writer, effort: 10_000)
        #expect(differences.last?.rule == "avro/comparison-given-up")
        #expect(differences.last?.isBreaking == true)
        let toTheEnd = compareAvro(reader: reader, writer: writer)
        #expect(toTheEnd.contains { $0.isBreaking && $0.rule != "avro/comparison-given-up" })
    }

    @Test func `a chain of ten thousand records does not deepen the stack, and its paths stay short`() {
        let range = SourceRange(file: SourceFile(path: "s", text: ""), start: .start, end: .start)
        func chain(_ end: AvroType) -> AvroSchema {
            var types: [String: AvroNamedType] = [:]
            for number in 0..<10_000 {
                let type: AvroType = number == 0 ? end : .union([.primitive(.null, logical: nil), .named("R\(number - 1)")])
                types["R\(number)"] = AvroNamedType(
                    fullName: "R\(number)", content: .record([AvroField(name: "x", type: type, range: range)]), range: range)
            }
            return AvroSchema(root: .named("R9999"), types: types)
        }
        let integer = chain(.primitive(.int, logical: nil))
        #expect(compareAvro(reader: integer, writer: integer) == [])
        let differences = compareAvro(reader: integer, writer: chain(.primitive(.string, logical: nil)))
        #expect(differences.map(\.rule) == ["avro/type-not-readable"])
        #expect(differences.allSatisfy { $0.path.utf8.count < 2_100 })
    }

    @Test func `more differences than anyone reads are cut off`() throws {
        let fields = (0..<3_000).map { avroField("f\($0)", #""int""#) }.joined(separator: ",")
        let differences = compareAvro(reader: try avroSchema(avroRecord("R", fields)), writer: try avroSchema(avroRecord("R", "")))
        #expect(differences.count == 1_001)
        #expect(differences.last?.rule == "avro/comparison-given-up")
    }

    @Test func `a schema against a spoilt copy of itself is answered`() throws {
        let whole = Array(
            #"""
            {"type":"record","name":"a.R","aliases":["Q"],"fields":[{"name":"x","type":["null","string",{"type":"array","items":"a.R"}],"default":null},
            {"name":"y","aliases":["v"],"type":{"type":"enum","name":"E","symbols":["A","B"],"default":"A"},"default":"B"},{"name":"z","type":{"type":"map",
            "values":{"type":"fixed","name":"F","size":16}}},{"name":"w","type":{"type":"bytes","logicalType":"decimal","precision":4,"scale":2}}]}
            """#.utf8)
        let scraps = ["int", "long", "string", "bytes", "\"E\"", "\"F\"", "[]", "\"x\"", "1", "null", "S", "a."]
        let original = try #require(parseAvroSchema(SourceFile(path: "s", bytes: whole)).schema)
        #expect(compareAvro(reader: original, writer: original) == [])
        var generator = SeededGenerator(seed: 7)
        var compared = 0
        for _ in 0..<4_000 {
            var text = whole
            for _ in 0...Int.random(in: 0..<3, using: &generator) {
                let place = Int.random(in: 0..<text.count, using: &generator)
                let end = min(text.count, place + Int.random(in: 0..<6, using: &generator))
                text.replaceSubrange(place..<end, with: scraps.randomElement(using: &generator)!.utf8)
            }
            guard let spoilt = parseAvroSchema(SourceFile(path: "s", bytes: text)).schema else { continue }
            compared += 1
            for difference in compareAvro(reader: original, writer: spoilt) + compareAvro(reader: spoilt, writer: original) {
                #expect(AvroRule(rawValue: difference.rule)?.isBreaking == difference.isBreaking && difference.path.hasPrefix("/"))
            }
        }
        #expect(compared > 30, "\(compared)")
    }
}
