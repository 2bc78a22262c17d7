import Determinism
import Foundation
import KafkaWire
import MeshModel
import NIOCore
import Testing

@testable import KafkaEngine

struct HostileLedgerTests {
    private func problem(of value: String) -> LedgerEntryProblem? {
        do throws(LedgerEntryProblem) {
            _ = try decodeLedgerEntry(Array(value.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test func `a newer version is not guessed at`() {
        #expect(problem(of: #"{"version":2,"kind":"topic","what":"ever"}"#) == .unknownVersion(2, kind: "topic"))
        #expect(problem(of: #"{"version":1,"kind":"route"}"#) == .unknownKind("route"))
        #expect(problem(of: #"{"version":2,"kind":"route"}"#)?.description.contains("a newer one wrote it") == true)
    }

    @Test(arguments: [
        "", "null", "[]", "7", #""text""#, "{}", "{\"version\":1}", #"{"version":"1","kind":"topic"}"#,
        #"{"version":1,"kind":"topic","phase":"applied","mesh":"m","deletionProtection":false}"#,
        #"{"version":1,"kind":"topic","phase":"done","mesh":"m","deletionProtection":false,"topic":{"name":"a","partitions":1,"config":{}}}"#,
        #"{"version":1,"kind":"topic","phase":"applied","mesh":"m","deletionProtection":false,"topic":{"name":"a","partitions":0,"config":{}}}"#,
        #"{"version":1,"kind":"topic","phase":"applied","mesh":"m","deletionProtection":false,"topic":{"name":"a","partitions":1e99,"config":{}}}"#,
        #"{"version":1,"kind":"topic","phase":"applied","mesh":"m","deletionProtection":false,"topic":{"name":"","partitions":1,"config":{}}}"#,
        #"{"version":1,"kind":"subject","phase":"applied","mesh":"m","deletionProtection":false}"#,
        #"{"version":1,"kind":"subject","phase":"applied","mesh":"m","deletionProtection":false,"subject":{"name":"","contract":"c","format":"avro","model":"a","text":"b"}}"#,
        #"{"version":1,"kind":"subject","phase":"applied","mesh":"m","deletionProtection":false,"subject":{"name":"s","contract":"c","format":"thrift","model":"a","text":"b"}}"#,
        #"{"version":1,"kind":"subject","phase":"applied","mesh":"m","deletionProtection":false,"subject":{"name":"s","contract":"c","format":"avro","model":"a","text":"b","compatibility":"sideways"}}"#,
        #"{"version":1,"kind":"access","phase":"applied","mesh":"m","deletionProtection":false,"topic":{"name":"a","partitions":1,"config":{}}}"#,
        #"{"version":1,"kind":"access","phase":"applied","mesh":"m","deletionProtection":false,"rule":{"resourceType":"topic","patternType":"any","name":"x","principal":"User:a","host":"*","operation":"read","permission":"allow"}}"#,
        #"{"version":1,"kind":"access","phase":"applied","mesh":"m","deletionProtection":false,"rule":{"resourceType":"broker","patternType":"any","principal":"User:a","host":"*","operation":"read","permission":"allow"}}"#,
    ])
    func `what Heddle would not write is refused`(_ value: String) {
        #expect(problem(of: value) == .notLedgerJSON)
    }

    @Test func `nesting without end is refused`() {
        let deep = #"{"version":1,"kind":"topic","x":"# + String(repeating: "[", count: 200_000)
        #expect(problem(of: deep) == .notLedgerJSON)
    }

    @Test func `misunderstood entries are kept out and named`() {
        var reading = LedgerReading()
        func add(_ key: String?, _ value: String?) {
            reading.add(Record(offset: 0, timestamp: 0, key: key.map { ByteBuffer(string: $0) }, value: value.map { ByteBuffer(string: $0) }))
        }
        add("topic/eu/a", "garbage")
        add("contract/b", #"{"version":1,"kind":"contract"}"#)
        add("topic/eu/c", "garbage, but removed")
        add("topic/eu/c", nil)
        add(nil, #"{"version":9,"kind":"topic"}"#)
        let outcome = reading.finish()
        #expect(outcome.ledger == Ledger())
        #expect(outcome.misunderstood.map(\.key) == ["topic/eu/a", "contract/b", ""])
        #expect(outcome.misunderstood.map(\.problem) == [.notLedgerJSON, .unknownKind("contract"), .unknownVersion(9, kind: "topic")])
    }

    @Test func `mutated values end in an entry or in a problem, never in a trap`() throws {
        let folder = URL(filePath: #filePath).appending(path: "../../../../Fixtures/regressions/fuzz/ledger").standardized
        let seeds = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).sorted { $0.path < $1.path }
        #expect(!seeds.isEmpty)
        var chance = SeededGenerator(seed: 0xBAD)
        for seed in seeds {
            let good = Array(try Data(contentsOf: seed))
            _ = try? decodeLedgerEntry(good)
            for _ in 0..<600 {
                var bytes = good
                for _ in 0..<Int.random(in: 1...4, using: &chance) where !bytes.isEmpty {
                    let index = Int.random(in: 0..<bytes.count, using: &chance)
                    switch Int.random(in: 0...2, using: &chance) {
                    case 0: bytes[index] = UInt8.random(in: 0...255, using: &chance)
                    case 1: bytes.remove(at: index)
                    default: bytes.insert(contentsOf: bytes[index..<min(index + 8, bytes.count)], at: index)
                    }
                }
                if let entry = try? decodeLedgerEntry(bytes) {
                    // What was understood can be written, and means the same then.
                    let again = encodeLedgerEntry(entry)
                    #expect(try decodeLedgerEntry(Array(again.readableBytesView)) == entry)
                }
            }
        }
    }
}
