import ContractCompatibility
import ContractModel
import Diagnostics
import TestSupport
import Testing

struct ProtobufHostileContractTests {
    @Test func `what is told is bounded, and the rest is taken to break`() throws {
        let name = String(repeating: "n", count: 60_000)
        let fields = (1...400).map { "int32 f\($0) = \($0);" }.joined()
        let found = compareProtobuf(
            old: protobuf("message \(name) { \(fields) }").schema,
            new: protobuf("message \(name) {}").schema, level: .wire)
        let last = try #require(found.last)
        #expect(last.rule == ProtobufRule.tooManyDifferences.rawValue && last.isBreaking)
        #expect(found.count < 400)
    }

    @Test func `many deletions are held against many reservations`() {
        let numbers = 1...40_000
        let old = "message M {" + numbers.map { "int32 f\($0) = \($0 * 2);" }.joined() + "}"
        let new = "message M {" + numbers.map { "reserved \($0 * 2);" }.joined() + "}"
        #expect(protobufChanges(old, new) == [])
        #expect(protobufChanges(new, old).count == numbers.count)
    }

    @Test func `many differences in one long line are told, the first of them with places`() {
        let count = 18_000
        let old = "message M {" + (1...count).map { "int32 f\($0) = \($0);" }.joined() + "}"
        let found = compareProtobuf(
            old: protobuf(old).schema, new: protobuf(old.replacing("int32", with: "string")).schema,
            level: .wire)
        #expect(found.count == count)
        #expect(found[0].oldRange != nil && found[found.count - 1].oldRange == nil)
    }

    @Test func `mutated contracts are compared, and each level holds what the one before it holds`() {
        let seed = """
            syntax = "proto2"; package p; import "google/protobuf/timestamp.proto"; option java_package = "x";
            message M { required int32 a = 1; optional group G = 2 { optional E e = 1 [default = B]; } map<string, M> m = 3;
            oneof o { string s = 4; google.protobuf.Timestamp t = 5; } reserved 7 to 9; reserved "z"; extensions 100 to max;
            enum E { A = 0; B = 1; reserved 5; } } extend M { repeated M.E x = 100 [packed = true]; }
            service S { rpc R(stream M) returns (M) { option idempotency_level = IDEMPOTENT; } }
            """
        /// Words that may stand for each other, so that many mutants are still contracts.
        let families = [
            ["int32", "uint32", "int64", "string", "bytes", "M"], ["required", "optional", "repeated"],
            ["4;", "6;", "11;"],
            ["=", "= 1"], ["s", "s2", "z2"], ["IDEMPOTENT;", "NO_SIDE_EFFECTS;"], ["5;", "12;"],
            ["B", "A"], ["m", "n"],
        ]
        let words = seed.split(separator: " ").map(String.init)
        let original = protobuf(seed).schema
        var random = SeededGenerator(seed: 20)
        var clean = 0
        for _ in 0..<800 {
            var mutated = words
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<mutated.count, using: &random)
                switch Int.random(in: 0..<8, using: &random) {
                case 0: mutated.remove(at: place)
                case 1: mutated.insert(words[Int.random(in: 0..<words.count, using: &random)], at: place)
                default:
                    guard let family = families.first(where: { $0.contains(mutated[place]) }) else {
                        continue
                    }
                    mutated[place] = family[Int.random(in: 0..<family.count, using: &random)]
                }
            }
            let text = mutated.joined(separator: " ")
            let result = protobuf(text)
            let verdicts = ProtobufLevel.allCases.map { level in
                _ = compareProtobuf(old: result.schema, new: original, level: level, for: .oldReaders)
                return compareProtobuf(old: original, new: result.schema, level: level).contains(
                    where: \.isBreaking)
            }
            if result.hasErrors { continue }
            clean += 1
            #expect(!verdicts[0] || verdicts[1], "breaks binary data, but not JSON: \(text)")
            #expect(!verdicts[1] || verdicts[2], "breaks JSON, but not source: \(text)")
            #expect(
                ProtobufLevel.allCases.allSatisfy {
                    compareProtobuf(old: result.schema, new: result.schema, level: $0) == []
                })
        }
        #expect(clean > 100)
    }
}
