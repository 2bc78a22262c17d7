import Diagnostics
import Foundation
import LocatedJSON
import TestSupport
import Testing

/// Whatever bytes come in: an answer, sound ranges, and the same again from what was printed.
struct JSONFuzzTests {
    private static let seeds = [
        #"{"a": [1, -2.5e+10, true, false, null, "é😀\u00e9\ud83d\ude00\n"], "b": {"c": {}, "d": []}}"#,
        "[[[[[[[[]]]]]]]]", ##"{"type": "object", "properties": {"x": {"$ref": "#/$defs/y"}}, "required": ["x"]}"##,
        "{a: 1, 'b': [1,], /* c */ // d\n # e\n \"f\": NaN}", "\u{FEFF}[01, 1., .5, +1, 0x1F, 1e999, 1e9999999999]",
        "\r\n[\r1,\n2]\r\n",
    ]

    @Test func `random bytes are answered`() {
        var generator = SeededGenerator(seed: 0x150)
        for _ in 0..<3_000 {
            let count = Int.random(in: 0...40, using: &generator)
            check((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
        }
    }

    @Test func `random pieces of JSON are answered`() {
        var generator = SeededGenerator(seed: 0x151)
        let pieces = [
            "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"a\":", "1", "-", ".", "e", "0", "\\", "\\u", "d83d", "true", "nul",
            "NaN", "/*", "*/", "//",
            "\n", "\r", "\t", " ", "é", "'", "\u{FEFF}", "\u{0}", "😀", "#", "k:",
        ].map { Array($0.utf8) }
        for _ in 0..<8_000 {
            let count = Int.random(in: 1...30, using: &generator)
            check((0..<count).flatMap { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] })
        }
    }

    @Test func `changed texts are answered`() {
        var generator = SeededGenerator(seed: 0x152)
        for _ in 0..<8_000 {
            var bytes = Array(Self.seeds[Int.random(in: 0..<Self.seeds.count, using: &generator)].utf8)
            for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &generator)], at: place)
                default: bytes.removeSubrange(place...)
                }
            }
            check(bytes)
        }
    }

    @Test func `inputs that were once trouble are answered`() throws {
        let folder = packageRoot.appending(path: "Fixtures/regressions/fuzz/json")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        for file in files { check(Array(try Data(contentsOf: file))) }
    }

    private func check(_ bytes: [UInt8]) {
        let file = SourceFile(path: "fuzz", bytes: bytes)
        let (root, diagnostics) = parseJSON(file)
        #expect(root != nil || !diagnostics.isEmpty)
        for diagnostic in diagnostics {
            guard let range = diagnostic.range, isSound(range, in: file) else {
                Issue.record("\(bytes): \(diagnostic)")
                continue
            }
            #expect(diagnostic.code.hasPrefix("json/"))
        }
        guard let root else { return }
        checkRanges(root, in: file)
        guard diagnostics.isEmpty else { return }
        let again = SourceFile(path: "again", text: root.compactText)
        #expect(parseJSON(again).root == root, "\(bytes)")
        let canonical = root.canonicalText
        #expect(parseJSON(SourceFile(path: "canonical", text: canonical)).root?.canonicalText == canonical, "\(bytes)")
    }

    private func checkRanges(_ node: JSONNode, in file: SourceFile) {
        if !isSound(node.range, in: file) { Issue.record("\(file.bytes): \(node.range)") }
        for element in node.array ?? [] { checkRanges(element, in: file) }
        for member in node.object ?? [] {
            if !isSound(member.keyRange, in: file) { Issue.record("\(file.bytes): \(member.keyRange)") }
            checkRanges(member.value, in: file)
        }
    }

    private func isSound(_ range: SourceRange, in file: SourceFile) -> Bool {
        range.start <= range.end && Int(range.end.offset) <= file.bytes.count && range.start.line >= 1 && range.start.column >= 1
    }
}
