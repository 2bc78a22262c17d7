import ContractLint
import ContractModel
import Diagnostics
import Foundation
import TestSupport
import Testing

struct LintHostilityTests {
    @Test func `findings are bounded, and the rest is said to be there`() {
        let fields = (0..<2_000).map { #"{"name": "F\#($0)", "type": "int"}"# }.joined(separator: ",")
        let found = lintContract(
            SourceFile(path: "a", text: #"{"type": "record", "name": "A", "namespace": "n", "doc": "d", "fields": [\#(fields)]}"#), as: .avro)
        #expect(found.count == 501)
        #expect(found.last?.code == LintRule.tooManyFindings.rawValue)
    }

    @Test func `a schema that cannot be read gives its errors and no findings`() {
        for (format, text) in [(ContractFormat.avro, "{"), (.jsonSchema, #"{"type": 3}"#), (.protobuf, "syntax = \"proto3\"; message order {")] {
            let found = lintContract(SourceFile(path: "a", text: text), as: format)
            #expect(found.contains { $0.severity == .error }, "\(format)")
            #expect(!found.contains { $0.code.hasPrefix("lint/") }, "\(format)")
        }
    }

    /// The pages' examples, with bytes exchanged, taken away and put in: an answer each, and no crash.
    @Test(arguments: LintRule.allCases)
    func `mutilated schemas are answered`(_ rule: LintRule) throws {
        guard let format = ContractFormat.allCases.first(where: { rule.rawValue.hasPrefix("lint/\($0.rawValue)-") }) else { return }
        let page = try String(contentsOf: packageRoot.appending(path: "Specs/diagnostics/\(rule.rawValue).md"), encoding: .utf8)
        let text = try #require(page.firstMatch(of: /```[a-z]+\n([\s\S]*?)\n```/)).1
        var random = SeededGenerator(seed: UInt64(rule.rawValue.utf8.reduce(0) { $0 &* 31 &+ Int($1) } & 0xFFFF))
        for _ in 0..<(format == .jsonSchema ? 40 : 120) {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 20)], at: place)
                }
            }
            let found = lintContract(SourceFile(path: "a", bytes: bytes), as: format)
            #expect(found.allSatisfy { !$0.message.isEmpty })
        }
    }
}
