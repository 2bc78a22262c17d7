import Determinism
import EngineInterface
import MeshModel
import NIOCore
import Testing

@testable import KafkaEngine

@Suite struct `The history in the ledger's topic` {
    private let run = ApplyRecord(
        number: 12, purpose: "rollback to 11", startedAt: Instant(millisecondsSinceEpoch: 5), endedAt: Instant(millisecondsSinceEpoch: 9),
        author: ApplyAuthor(user: "ada", host: "ci-7", job: ["GITHUB_RUN_ID": "77"]), mesh: "shop", environment: "prod",
        source: SourceStamp(repository: "github.com/acme/mesh", revision: "0f3c"), planDigest: "9a", counts: .init(done: 1, failed: 2, unknown: 3, notDone: 4),
        version: "0.1.0")

    @Test func `a run is written and read back, and says it all in JSON`() throws {
        let json = RunDocument(run: run).json
        #expect(
            String(decoding: json, as: UTF8.self)
                == #"{"counts":{"done":1,"failed":2,"notDone":4,"unknown":3},"endedAt":9,"environment":"prod","heddle":"0.1.0","#
                + #""host":"ci-7","job":{"GITHUB_RUN_ID":"77"},"kind":"apply","mesh":"shop","number":12,"plan":"9a","purpose":"rollback to 11","#
                + #""source":{"repository":"github.com/acme/mesh","revision":"0f3c"},"startedAt":5,"user":"ada","version":1}"#)
        #expect(try RunDocument(try #require(JSONText(parsing: json))).run == run)
    }

    @Test func `changes are written and read back, in chunks below the limit`() throws {
        var chance = SeededGenerator(seed: 5)
        let changes = (0..<300).map { index -> AppliedChange in
            let after = chance.ledgerUpdate(isRemoval: index % 5 == 0)
            let before = index % 3 == 0 && index % 5 != 0 ? after.removal : LedgerUpdate(entryOf: chance, like: after)
            return AppliedChange(address: .topic("t\(index)", on: "eu"), action: "update", status: .done, before: before, after: after)
        }.filter { $0.before?.entry != nil || $0.after?.entry != nil }
        let values = ChangesDocument.values(of: changes, inRun: 12, mostBytes: 2000)
        #expect(values.count > 20)
        let read = try values.flatMap { try ChangesDocument(try #require(JSONText(parsing: $0))).changes }
        #expect(read == changes)
        #expect(ChangesDocument.values(of: [], inRun: 1).isEmpty)
    }

    @Test func `what is old goes: changes after a hundred runs or too many bytes, runs after a thousand`() {
        var index = RunIndex()
        for number in 1...1200 {
            index.add("apply/eu/\(number)", value: ByteBuffer(string: "{}"))
            if number > 1050 { index.add("apply/eu/\(number)/0", value: ByteBuffer(string: "{}")) }
        }
        #expect(index.nextNumber == 1201)
        let keys = index.outdatedKeys(afterRun: 1201, bytes: 0, on: "eu")
        #expect(keys.contains("apply/eu/201") && !keys.contains("apply/eu/202"))
        #expect(keys.contains("apply/eu/1101/0") && !keys.contains("apply/eu/1102/0"))
        #expect(index.outdatedKeys(afterRun: 1201, bytes: RunIndex.mostBytesOfChanges, on: "eu").contains("apply/eu/1200/0"))
    }

    @Test func `keys that are no run's are passed over`() {
        var index = RunIndex()
        for key in ["apply/", "apply/eu", "apply/eu/x", "apply/eu/0", "apply/eu/-1", "apply/eu/9223372036854775807", "apply/a/b/c/d"] {
            index.add(key, value: ByteBuffer(string: "{}"))
        }
        #expect(index == RunIndex() && index.nextNumber == 1)
    }

    @Test func `JSON of others is read or refused, and never more`() {
        var chance = SeededGenerator(seed: 6)
        let seeds = [RunDocument(run: run).json, Array(#"{"a":[1,-2,true,null,"\u00e9\ud83d\ude00\n"],"b":{"c":1.5e3}}"#.utf8)]
        for seed in seeds { #expect(JSONText(parsing: seed) != nil) }
        for _ in 0..<5000 {
            var bytes = seeds.randomElement(using: &chance) ?? []
            for _ in 0..<Int.random(in: 1...4, using: &chance) where !bytes.isEmpty {
                let place = bytes.indices.randomElement(using: &chance) ?? 0
                switch Int.random(in: 0...2, using: &chance) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
                case 1: bytes.remove(at: place)
                default: bytes.insert(bytes.randomElement(using: &chance) ?? 0, at: place)
                }
            }
            if let json = JSONText(parsing: bytes) {
                _ = try? RunDocument(json)
                _ = try? LeaseDocument(json)
                _ = try? LedgerEntry(json)
            }
        }
        #expect(JSONText(parsing: Array(repeating: UInt8(ascii: "["), count: 100_000)) == nil)
        for text in ["", "{", "{\"a\"}", "[1,]", "01x", "\"\\ud800\"", "\"\u{1}\"", "{} {}", "nul", "-"] {
            #expect(JSONText(parsing: Array(text.utf8)) == nil, "\(text)")
        }
        #expect(JSONText(parsing: Array(#""\ud83d\ude00\/""#.utf8)) == .string("😀/"))
    }
}

extension LedgerUpdate {
    /// Another entry of the same item, or none.
    fileprivate init(entryOf chance: SeededGenerator, like update: LedgerUpdate) {
        let stewardship = Stewardship(mesh: "shop", owner: "quote\"back\\slash\u{7}")
        switch update {
        case .topic(let name, _): self = .topic(name, LedgerTopic(phase: .applied, stewardship: stewardship, partitions: 2))
        case .access(let rule, _): self = .access(rule, LedgerAccess(phase: .applied, stewardship: stewardship))
        case .subject(let name, _):
            self = .subject(name, LedgerSubject(phase: .applied, stewardship: stewardship, contract: "c", format: .avro, model: "m", text: "t"))
        case .claim(let mesh, _): self = .claim(mesh, LedgerClaim(prefixes: ["a."]))
        }
    }
}
