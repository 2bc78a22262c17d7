import ContractCompatibility
import ContractModel
import ContractSampling
import Diagnostics
import Foundation
import LocatedJSON
import TestSupport
import Testing

/// For how many of the changes that break a counter-example is found, and that none is found where none should be.
struct CounterExampleCoverageTests {
    /// Nil where a version cannot be read.
    struct Judged {
        var isBreaking: Bool
        var example: CounterExample?
    }

    private func judge(_ format: ContractFormat, _ pair: ContractPair, _ victim: Difference.Victim, level: ProtobufLevel = .wire) -> Judged?
    {
        let mode: CompatibilityMode = victim == .newReaders ? .backward : .forward
        let comparison = compareContracts(format, old: pair.old, new: pair.new, mode: mode, level: level)
        guard comparison.isReadable else { return nil }
        let breaking = comparison.findings.map(\.difference).filter(\.isBreaking)
        let difference = breaking.first
        let example = counterExample(
            format, old: pair.old, new: pair.new, victim: victim, difference: difference, level: level,
            attempts: format == .protobuf ? 100 : difference == nil ? 60 : 300)
        return Judged(isBreaking: difference != nil, example: example)
    }

    private func check(
        _ format: ContractFormat, _ pairs: [ContractPair], _ victims: [Difference.Victim], level: ProtobufLevel = .wire,
        allowed: [String: String] = [:]
    ) -> (breaking: Int, found: Int, missed: [String]) {
        var (breaking, found, missed) = (0, 0, [String]())
        var used: Set<String> = []
        for pair in pairs {
            for victim in victims {
                guard let judged = judge(format, pair, victim, level: level) else { continue }
                let id = "\(victim.rawValue) \(pair.name)"
                if judged.isBreaking {
                    breaking += 1
                    if judged.example == nil { missed.append(id) } else { found += 1 }
                } else if let example = judged.example {
                    used.insert(id)
                    if allowed[id] == nil { Issue.record("\(id) is called compatible: \(example.payload): \(example.explanation)") }
                }
            }
        }
        for id in allowed.keys.sorted() where !used.contains(id) {
            Issue.record("\(id) has no counter-example any more: take it off the list")
        }
        return (breaking, found, missed)
    }

    @Test func `each avro fixture that breaks has one`() throws {
        let result = check(.avro, try fixturePairs(.avro, "avsc"), [.newReaders, .oldReaders])
        print("Counter-examples, Avro fixtures: \(result.found) of \(result.breaking); none for \(result.missed)")
        #expect(result.missed == [])
        #expect(result.breaking >= 10)
    }

    @Test func `each json schema fixture that breaks has one`() throws {
        let result = check(.jsonSchema, try fixturePairs(.jsonSchema, "json"), [.newReaders, .oldReaders])
        print("Counter-examples, JSON Schema fixtures: \(result.found) of \(result.breaking); none for \(result.missed)")
        #expect(result.found * 100 >= result.breaking * 92)
    }

    @Test func `protobuf fixtures have one where bytes are refused or taken for others`() throws {
        // As buf has it, 64-bit numbers and 32-bit numbers are one kind on the wire, though large ones lose their upper half.
        let narrowing = ["field-json-type-changed", "field-type-changed"].map { ("old-readers \($0)", "an int64 is read as an int32") }
        for level in [ProtobufLevel.wire, .wireJSON] {
            let result = check(
                .protobuf, try fixturePairs(.protobuf, "proto"), [.newReaders, .oldReaders], level: level,
                allowed: level == .wire ? Dictionary(uniqueKeysWithValues: narrowing) : [:])
            print(
                "Counter-examples, Protobuf fixtures, \(level.rawValue): \(result.found) of \(result.breaking); none for \(result.missed)")
            // Most of the others free a name or a number for another use, which no payload of these versions shows.
            #expect(result.found >= (level == .wire ? 9 : 18))
        }
    }

    private static let avroCorpus = conformanceFolder("avro-compat")

    @Test(.enabled("the corpus is not there: set HEDDLE_CONFORMANCE") { avroCorpus != nil })
    func `each pair of the avro corpus that breaks has one`() throws {
        let folder = try #require(Self.avroCorpus)
        let root = try parseJSONPayload(Array(Data(contentsOf: folder.appending(path: "pairs.json"))))
        let pairs = try #require(root.array).map { pair in
            ContractPair(pair["name"]?.string ?? "", old: pair["writer"]?.compactText ?? "", new: pair["reader"]?.compactText ?? "")
        }
        let result = check(.avro, pairs, [.newReaders])
        print("Counter-examples, avro-compat: \(result.found) of \(result.breaking); none for \(result.missed)")
        // A list that has no end has no value.
        #expect(result.missed == ["new-readers java recursive list int/long"])
    }

    private static let jsonCorpus = conformanceFolder("confluent-json-diff")

    @Test(.enabled("the corpus is not there: set HEDDLE_CONFORMANCE") { jsonCorpus != nil })
    func `pairs of the json schema corpus that break mostly have one`() throws {
        let folder = try #require(Self.jsonCorpus)
        var pairs: [ContractPair] = []
        for name in [
            "diff-schema-examples", "diff-schema-examples-2020-12", "diff-combined-schema-examples",
            "diff-combined-schema-examples-2020-12",
        ] {
            let root = try parseJSONPayload(Array(Data(contentsOf: folder.appending(path: "\(name).json"))))
            for (number, pair) in try #require(root.array).enumerated() {
                guard let old = pair["original_schema"], let new = pair["update_schema"] else { continue }
                pairs.append(
                    ContractPair("\(name) \(number) \(pair["description"]?.string ?? "")", old: old.compactText, new: new.compactText))
            }
        }
        let result = check(.jsonSchema, pairs, [.newReaders])
        print(
            "Counter-examples, confluent-json-diff: \(result.found) of \(result.breaking); none for \(result.missed.joined(separator: "\n  "))"
        )
        #expect(result.found * 100 >= result.breaking * 95)
    }
}
