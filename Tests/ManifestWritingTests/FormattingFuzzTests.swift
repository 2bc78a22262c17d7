import Determinism
import Diagnostics
import Foundation
import LocatedYAML
import ManifestWriting
import TestSupport
import Testing

/// Whatever the text: formatted once for all, or refused; never a crash.
struct FormattingFuzzTests {
    @Test func `comments, blank lines and blanks put anywhere stay, and once is enough`() {
        var generator = Determinism.SeededGenerator(seed: 0xC0FFEE)
        let texts = Self.examples()
        var formattedCount = 0
        for round in 0..<600 {
            var lines = texts[round % texts.count].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            for number in 0..<Int.random(in: 1...8, using: &generator) {
                let place = Int.random(in: 0..<lines.count, using: &generator)
                switch Int.random(in: 0..<6, using: &generator) {
                case 0, 1: lines.insert(String(repeating: " ", count: Int.random(in: 0...8, using: &generator)) + "# remark \(number)", at: place)
                case 2: lines.insert("", at: place)
                case 3 where !lines[place].isEmpty: lines[place] += "  # behind \(number)"
                case 4: lines[place] = lines[place].replacing(", ", with: " ,  # inside \(number)\n          ", maxReplacements: 1)
                default: lines[place] = lines[place].replacing(": ", with: ":   ", maxReplacements: 1)
                }
            }
            let text = lines.joined(separator: "\n")
            guard case .text(let once) = format(text) else { continue }
            formattedCount += 1
            let comments = text.components(separatedBy: "# ").count
            #expect(String(decoding: once, as: UTF8.self).components(separatedBy: "# ").count == comments)
            guard case .text(let twice) = format(String(decoding: once, as: UTF8.self)), once == twice else {
                Issue.record("\(text)\n→\n\(String(decoding: once, as: UTF8.self))")
                return
            }
        }
        #expect(formattedCount > 300)
    }

    @Test func `mutated files are answered`() {
        var generator = Determinism.SeededGenerator(seed: 0xF0E)
        let seeds = [
            "# a\nkind: Topic\nmetadata: { name: a, labels: { a: b } } # b\nspec:\n  clusters: [eu, # c\n   us]\n  # d\n---\n- a\n- b: |2+\n    text\n\n  c: >-\n    more\n",
            "base: &b {x: 1, y: [1, 2]}\nuse:\n  <<: *b\n  k: \"q\\u00e9\\n\" # c\n  ? [a, b] # d\n  : 'it''s\n    on'\n...\n%TAG !e! tag:x,2026:\n--- !e!t\n&k a: *k\n",
            "日本: {語: \"🦊\"}\r\nü:\r\n - x\r\n - - y\r\n   - !!str\r\n? \r\n: z\r\n",
        ]
        for round in 0..<4_000 {
            var bytes = Array(seeds[round % seeds.count].utf8)
            for _ in 0..<Int.random(in: 1...5, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[place] = Array("[]{}:,-?#&*!|>'\"%@ \n\t\\+2a".utf8).randomElement(using: &generator) ?? 0
                case 1 where bytes.count > 1: bytes.remove(at: place)
                case 2: bytes.insert(Array("[]{}:,-?#&*!|>'\"%@ \n\t\\".utf8).randomElement(using: &generator) ?? 0, at: place)
                default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &generator))
                }
            }
            guard case .text(let once) = formatManifests(SourceFile(path: "fuzz", bytes: bytes)) else { continue }
            guard case .text = formatManifests(SourceFile(path: "fuzz", bytes: once)) else {
                Issue.record("\(String(decoding: bytes, as: UTF8.self).debugDescription) → \(String(decoding: once, as: UTF8.self).debugDescription)")
                return
            }
        }
    }

    private func format(_ text: String) -> FormattedManifests { formatManifests(SourceFile(path: "fuzz.yaml", text: text)) }

    private static func examples() -> [String] {
        let folder = packageRoot.appending(path: "Examples/orders")
        return ["heddle.yaml", "manifests/orders.yaml", "manifests/payments.yaml", "manifests/access.yaml", "manifests/clusters.yaml"]
            .compactMap { try? String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
    }
}
