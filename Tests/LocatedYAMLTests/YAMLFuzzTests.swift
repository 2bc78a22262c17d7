import Diagnostics
import Foundation
import LocatedYAML
import TestSupport
import Testing

/// Whatever the bytes: an answer, in bounds, with places that lie inside the file.
struct YAMLFuzzTests {
    private static let seeds = [
        "kind: Topic\nmetadata: { name: orders.created, labels: { a: b } }\nspec:\n  clusters: [eu, us]\n  retention: { time: 7d }\n---\n- a\n- b: |\n    text\n  c: >-\n    more\n",
        "base: &b {x: 1, y: [1, 2, *z]}\nuse:\n  <<: *b\n  k: \"q\\u00e9\\n\" # c\n  ? [a, b]\n  : 'it''s'\n...\n%TAG !e! tag:x,2026:\n--- !e!t\n&k a: *k\n",
        "日本: {語: \"🦊\"}\r\nü:\r\n\t- x\r\n",
    ].map { Array($0.utf8) }

    @Test func `mutated manifests are answered`() {
        var generator = SeededGenerator(seed: 0x5EED)
        for round in 0..<6_000 {
            var bytes = Self.seeds[round % Self.seeds.count]
            for _ in 0..<Int.random(in: 1...6, using: &generator) { mutate(&bytes, using: &generator) }
            check(bytes)
        }
    }

    @Test func `random bytes are answered`() {
        var generator = SeededGenerator(seed: 0xBAD)
        for _ in 0..<3_000 {
            let length = Int.random(in: 0...200, using: &generator)
            check((0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) })
        }
    }

    @Test func `random indicators are answered`() {
        var generator = SeededGenerator(seed: 0xF00D)
        let pieces = [
            "- ", "? ", ": ", ":", ", ", "[", "]", "{", "}", "# ", "&a ", "*a", "!t ", "!!str ", "|", ">", "'", "\"", "%TAG ! x\n", "@", "`",
            "\n", "\n  ", "\n    ", "\t", "---\n", "...\n", "a", "1", "é", "<<: ", "\\", "\r", "\u{2028}", " ",
        ].map { Array($0.utf8) }
        for _ in 0..<8_000 {
            let count = Int.random(in: 1...60, using: &generator)
            check((0..<count).flatMap { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] })
        }
    }

    @Test func `alias bombs of any shape are answered`() {
        var generator = SeededGenerator(seed: 0xB0B)
        for _ in 0..<200 {
            var text = "a0: &a0 {k: v, l: [1, 2]}\n"
            for level in 1...Int.random(in: 2...40, using: &generator) {
                let fan = Int.random(in: 1...12, using: &generator)
                let below = Int.random(in: 0..<level, using: &generator)
                let aliases = Array(repeating: "*a\(below)", count: fan)
                text += Bool.random(using: &generator)
                    ? "a\(level): &a\(level) [\(aliases.joined(separator: ", "))]\n"
                    : "a\(level): &a\(level)\n  <<: *a\(below)\n"
                        + aliases.enumerated().map { "  k\(level)x\($0): \($1)\n" }.joined()
            }
            check(Array(text.utf8))
        }
    }

    @Test func `inputs that were once trouble are answered`() throws {
        let folder = packageRoot.appending(path: "Fixtures/regressions/fuzz/yaml")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        for file in files { check(Array(try Data(contentsOf: file))) }
    }

    private func check(_ bytes: [UInt8]) {
        let file = SourceFile(path: "fuzz", bytes: bytes)
        let (documents, diagnostics) = parseYAML(file)
        var nodes = 0
        for document in documents { nodes += countNodes(document.root, in: file) }
        #expect(nodes <= bytes.count * 2 + YAMLLimits().maximumAliasedNodes + 2)
        #expect(diagnostics.count <= YAMLLimits().maximumDiagnostics + 1)
        for diagnostic in diagnostics {
            let ranges = [diagnostic.range].compactMap { $0 } + diagnostic.secondary.map(\.range) + diagnostic.fixIts.map(\.range)
            for range in ranges where !isSound(range, in: file) {
                Issue.record("\(show(file)): \(show(range)) of '\(diagnostic.message)'")
            }
        }
        let text = TextRenderer().render(DiagnosticReport(diagnostics))
        #expect(!text.isEmpty)
    }

    private func countNodes(_ node: YAMLNode, in file: SourceFile) -> Int {
        if !isSound(node.range, in: file) { Issue.record("\(show(file)): \(show(node.range))") }
        switch node.content {
        case .scalar: return 1
        case .sequence(let nodes): return nodes.reduce(1) { $0 + countNodes($1, in: file) }
        case .mapping(let entries):
            return entries.reduce(1) { $0 + countNodes($1.key, in: file) + countNodes($1.value, in: file) }
        }
    }

    private func isSound(_ range: SourceRange, in file: SourceFile) -> Bool {
        range.start <= range.end && Int(range.end.offset) <= file.bytes.count && range.start.line >= 1
            && range.start.column >= 1
    }

    private func show(_ file: SourceFile) -> String { String(decoding: file.bytes, as: UTF8.self).debugDescription }

    private func show(_ range: SourceRange) -> String { "\(range.start) to \(range.end)" }

    private func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        let other = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(Array("[]{}:,-?#&*!|>'\"%@ \n\t\\".utf8).randomElement(using: &generator) ?? 0, at: index)
        case 3: bytes.removeSubrange(min(index, other)..<max(index, other))
        case 4: bytes.insert(contentsOf: bytes[min(index, other)..<max(index, other)], at: index)
        default: bytes.swapAt(index, other)
        }
    }
}
