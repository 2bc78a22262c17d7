import ContractModel
import Diagnostics
import Testing
import TestSupport

/// Schemas that others wrote badly, or in bad faith: an answer every time, in bounded time and memory.
struct AvroFuzzTests {
    private static let whole = #"""
        {"type":"record","name":"a.R","doc":"d","aliases":["Q"],"fields":[{"name":"x","type":["null","string",{"type":"array","items":"a.R"}],"default":null},
        {"name":"y","type":{"type":"enum","name":"E","symbols":["A","B"],"default":"A"},"default":"B","order":"ignore"},{"name":"z","type":{"type":"map","values":
        {"type":"fixed","name":"F","size":16,"logicalType":"uuid"}}},{"name":"w","type":{"type":"bytes","logicalType":"decimal","precision":4,"scale":2},"default":"ÿ"}]}
        """#

    private static let scraps = [
        "null", "[]", "{}", "\"", "[", "{", "]", "}", ",", ":", "\"a.R\"", "\"record\"", "\"\"", "-1", "1e400",
        "99999999999999999999", "\\u0000", "\\ud800", "\"fields\":",
        "\"type\":", "\"name\":\"R\"", "\u{FEFF}", "//", "\n",
    ]

    @Test func `spoilt schemas are answered`() {
        var generator = SeededGenerator(seed: 1_12)
        for _ in 0..<3_000 {
            var text = Array(Self.whole.utf8)
            for _ in 0...Int.random(in: 0..<4, using: &generator) {
                let place = Int.random(in: 0...text.count, using: &generator)
                let end = min(text.count, place + Int.random(in: 0..<16, using: &generator))
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: text.removeSubrange(place..<end)
                case 1: text.insert(contentsOf: Self.scraps.randomElement(using: &generator)!.utf8, at: place)
                case 2: text.replaceSubrange(place..<end, with: Self.scraps.randomElement(using: &generator)!.utf8)
                default: if place < end { text[place] = UInt8.random(in: 0...255, using: &generator) }
                }
            }
            let (schema, diagnostics) = parseAvroSchema(SourceFile(path: "s", bytes: text))
            #expect((schema == nil) == diagnostics.contains { $0.severity == .error })
            if let schema {
                // What is canonical is read back as the same.
                let form = schema.parsingCanonicalForm
                #expect(parseAvroSchema(SourceFile(path: "s", text: form)).schema?.parsingCanonicalForm == form)
            }
        }
    }

    @Test func `depth, numbers of mistakes and ways to compare a default are bounded`() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(parseAvroSchema(SourceFile(path: "s", text: deep)).schema == nil)
        let wrong = "[" + String(repeating: "1,", count: 200_000) + "1]"
        #expect(parseAvroSchema(SourceFile(path: "s", text: wrong)).diagnostics.count <= 101)
        // Two records, each of whose fields may be either: two ways a level.
        let types =
            #"["null",{"type":"record","name":"A","fields":[{"name":"x","type":["null","A",{"type":"record","name":"B","fields":[{"name":"x","type":["null","A","B"]}]}]}]}]"#
        let value = String(repeating: #"{"x":"#, count: 90) + "1" + String(repeating: "}", count: 90)
        let schema = #"{"type":"record","name":"R","fields":[{"name":"f","type":\#(types),"default":\#(value)}]}"#
        _ = parseAvroSchema(SourceFile(path: "s", text: schema))
    }
}
