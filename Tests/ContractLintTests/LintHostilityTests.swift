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

    @Test func `names without end, branches within branches and one long line come to an end`() {
        let unknown = (0..<5_000).map { "\"w\($0)\": 0" }.joined(separator: ", ")
        #expect(lintContract(SourceFile(path: "a", text: "{\(unknown)}"), as: .jsonSchema).count == 501)
        let attributes = (0..<5_000).map { "\"w\($0)\": 0" }.joined(separator: ", ")
        let record = #"{"type": "record", "name": "A", "namespace": "n", "doc": "d", \#(attributes), "fields": []}"#
        #expect(lintContract(SourceFile(path: "a", text: record), as: .avro).isEmpty)
        let deep = String(repeating: #"{"anyOf": [{"minLength": 1}, "#, count: 80) + "true" + String(repeating: "]}", count: 80)
        #expect(!lintContract(SourceFile(path: "a", text: deep), as: .jsonSchema).isEmpty)
        let closed = (0..<1_000).map { #"{"properties": {"p\#($0)": true}, "additionalProperties": false}"# }.joined(separator: ",")
        #expect(lintContract(SourceFile(path: "a", text: #"{"allOf": [\#(closed)]}"#), as: .jsonSchema).count > 500)
        let fields = (0..<5_000).map { "string fieldName\($0) = \($0 + 1);" }.joined(separator: " ")
        let proto = SourceFile(path: "a.proto", text: "syntax = \"proto3\"; package a; message A { \(fields) }")
        #expect(lintContract(proto, as: .protobuf).count == 501)
    }

    /// The pages' examples, with bytes exchanged, taken away and put in: an answer each, and no crash.
    @Test(arguments: LintRule.allCases)
    func `mutilated schemas are answered`(_ rule: LintRule) throws {
        guard let format = ContractFormat.allCases.first(where: { rule.rawValue.hasPrefix("lint/\($0.rawValue)-") }) else { return }
        let page = try String(contentsOf: packageRoot.appending(path: "Specs/diagnostics/\(rule.rawValue).md"), encoding: .utf8)
        let text = try #require(page.firstMatch(of: /```[a-z]+\n([\s\S]*?)\n```/)).1
        var random = SeededGenerator(seed: UInt64(rule.rawValue.utf8.reduce(0) { $0 &* 31 &+ Int($1) } & 0xFFFF))
        for _ in 0..<(format == .jsonSchema ? 20 : 120) {
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
