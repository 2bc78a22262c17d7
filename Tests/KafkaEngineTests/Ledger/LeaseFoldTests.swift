import Determinism
import EngineInterface
import KafkaWire
import MeshModel
import NIOCore
import Testing

@testable import KafkaEngine

@Suite struct `The lease as the log tells it` {
    private func claim(_ id: String, breaks: Int64? = nil) -> LeaseDocument {
        LeaseDocument(act: .claim, id: id, holder: id, purpose: "apply", duration: 30_000, since: 0, breaks: breaks)
    }

    private func later(_ act: LeaseDocument.Act, _ id: String, epoch: Int64) -> LeaseDocument {
        LeaseDocument(act: act, id: id, holder: id, purpose: "apply", duration: 30_000, since: 0, epoch: epoch)
    }

    /// Each with its offset and, in seconds, its timestamp.
    private func fold(_ records: [(LeaseDocument, offset: Int64, at: Int64)]) -> LeaseFold {
        var fold = LeaseFold()
        for record in records { fold.add(record.0, offset: record.offset, timestamp: record.at * 1000) }
        return fold
    }

    @Test func `of two claims the first in the log wins`() {
        let fold = fold([(claim("a"), 10, 0), (claim("b"), 11, 0)])
        #expect(fold.last?.document.id == "a" && fold.last?.epoch == 10)
    }

    @Test func `a lease that nobody renewed ends after its duration and the margin`() {
        #expect(fold([(claim("a"), 10, 0), (claim("b"), 11, 35)]).last?.document.id == "a")
        #expect(fold([(claim("a"), 10, 0), (claim("b"), 11, 36)]).last?.document.id == "b")
        #expect(fold([(claim("a"), 10, 0), (later(.renew, "a", epoch: 10), 11, 20), (claim("b"), 12, 36)]).last?.document.id == "a")
    }

    @Test func `a lease that was given back is free, and not taken up again`() {
        let released: [(LeaseDocument, offset: Int64, at: Int64)] = [(claim("a"), 10, 0), (later(.release, "a", epoch: 10), 11, 1)]
        #expect(fold(released + [(claim("b"), 12, 2)]).last?.document.id == "b")
        #expect(fold(released + [(later(.renew, "a", epoch: 10), 12, 2)]).last?.isReleased == true)
    }

    @Test func `a claim that was refused does not come true when the lease ends`() {
        let fold = fold([(claim("a"), 10, 0), (claim("b"), 11, 1), (later(.release, "a", epoch: 10), 12, 2)])
        #expect(fold.last?.document.id == "a" && fold.last?.isReleased == true)
    }

    @Test func `it can be broken, but only that one which the breaker saw`() {
        #expect(fold([(claim("a"), 10, 0), (claim("b", breaks: 10), 11, 1)]).last?.document.id == "b")
        #expect(fold([(claim("a"), 10, 0), (claim("b", breaks: 10), 11, 1), (claim("c", breaks: 10), 12, 1)]).last?.document.id == "b")
    }

    @Test func `whoever was succeeded does not get it back by renewing`() {
        let fold = fold([(claim("a"), 10, 0), (claim("b"), 11, 40), (later(.renew, "a", epoch: 10), 12, 41), (later(.release, "a", epoch: 10), 13, 41)])
        #expect(fold.last?.document.id == "b" && fold.last?.isReleased == false)
        #expect(!fold.accepts(epoch: 10) && fold.accepts(epoch: 11) && fold.accepts(epoch: nil))
    }

    @Test func `once compaction took its claim, a renewal tells it all`() {
        let fold = fold([(later(.renew, "a", epoch: 10), 40, 0), (claim("b"), 41, 1)])
        #expect(fold.last?.document.id == "a" && fold.last?.epoch == 10)
        #expect(self.fold([(later(.release, "a", epoch: 10), 40, 0)]).accepts(epoch: 9) == false)
    }

    /// Whatever claims, renewals and releases come in whatever order, as each writer knows the log: never two at once.
    @Test func `readers of any prefix agree with readers of the whole`() {
        var chance = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            var fold = LeaseFold()
            var time: Int64 = 0
            var grants: [Int64] = []
            for offset in Int64(0)..<40 {
                time += Int64.random(in: 0...15_000, using: &chance)
                let before = fold.last
                switch Int.random(in: 0...3, using: &chance) {
                case 0, 1: fold.add(claim("\(offset)"), offset: offset, timestamp: time)
                case 2: fold.add(later(.renew, "x", epoch: grants.randomElement(using: &chance) ?? offset), offset: offset, timestamp: time)
                default: fold.add(later(.release, "x", epoch: grants.randomElement(using: &chance) ?? offset), offset: offset, timestamp: time)
                }
                guard let last = fold.last else { continue }
                if last.epoch != before?.epoch {
                    if let before, last.document.act == .claim { #expect(!before.isInForce(at: time), "one at a time") }
                    grants.append(last.epoch)
                }
            }
            #expect(grants == grants.sorted(), "epochs only rise")
        }
    }

    // MARK: Fencing

    private func reading(_ records: [(key: String, value: String?, epoch: Int64?)]) -> LedgerReading.Outcome {
        var reading = LedgerReading()
        for (offset, record) in records.enumerated() {
            reading.add(
                Record(
                    offset: Int64(offset), timestamp: 0, key: ByteBuffer(string: record.key), value: record.value.map { ByteBuffer(string: $0) },
                    headers: record.epoch.map { [RecordHeader(name: "heddle-lease", value: ByteBuffer(string: "\($0)"))] } ?? []))
        }
        return reading.finish()
    }

    private func text(_ document: LeaseDocument) -> String { String(decoding: document.json, as: UTF8.self) }

    private func topic(_ name: String, partitions: Int) -> String {
        String(buffer: encodeLedgerEntry(.topic(name, LedgerTopic(phase: .applied, stewardship: Stewardship(mesh: "shop"), partitions: partitions))))
    }

    @Test func `what a writer wrote after it was succeeded is not read, and the right entry is to be written again`() {
        let outcome = reading([
            ("lease/eu", text(claim("a")), nil), ("topic/eu/x", topic("x", partitions: 1), 0), ("topic/eu/y", topic("y", partitions: 1), 0),
            ("lease/eu", text(claim("b", breaks: 0)), nil), ("topic/eu/x", topic("x", partitions: 2), 3),
            ("topic/eu/x", topic("x", partitions: 9), 0), ("topic/eu/y", nil, 0), ("topic/eu/z", topic("z", partitions: 9), 0),
        ])
        #expect(outcome.misunderstood.isEmpty)
        #expect(outcome.ledger.topics.mapValues(\.partitions) == ["x": 2, "y": 1])
        #expect(outcome.repairs == [
            "topic/eu/x": Array(topic("x", partitions: 2).utf8), "topic/eu/y": Array(topic("y", partitions: 1).utf8), "topic/eu/z": Optional<[UInt8]>.none,
        ])
    }

    @Test func `an entry that was mended since needs no mending`() {
        let outcome = reading([
            ("lease/eu", text(claim("a")), nil), ("lease/eu", text(claim("b", breaks: 0)), nil), ("topic/eu/x", topic("x", partitions: 9), 0),
            ("topic/eu/x", topic("x", partitions: 2), 1),
        ])
        #expect(outcome.repairs.isEmpty && outcome.ledger.topics["x"]?.partitions == 2)
    }

    @Test func `a lease of the future is not guessed at`() {
        let outcome = reading([("lease/eu", #"{"version":2,"kind":"lease"}"#, nil), ("lease/eu", "garbage", nil)])
        #expect(outcome.misunderstood.map(\.problem) == [.unknownVersion(2, kind: "lease"), .notLedgerJSON])
    }
}
