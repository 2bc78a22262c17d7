import Determinism
import EngineInterface
import KafkaWire
import MeshModel
import NIOCore
import Testing

@testable import KafkaEngine

/// A ledger's log as several writers would leave it, good and bad.
private struct RandomLog {
    var chance: SeededGenerator
    private(set) var records: [Record] = []
    private var names: [LedgerUpdate] = []
    private var epochs: [Int64] = [0]

    init(seed: UInt64) {
        chance = SeededGenerator(seed: seed)
        names = (0..<8).map { _ in chance.ledgerUpdate(isRemoval: false) }
    }

    mutating func add(_ count: Int, leases: Bool = true) {
        for _ in 0..<count {
            switch Int.random(in: 0...19, using: &chance) {
            case 0 where leases: addLease(.lease, HistoryKey.lease(on: "eu"))
            case 1 where leases: addLease(.leadership, HistoryKey.leadership(on: "eu"))
            case 2: add(HistoryKey.run(Int.random(in: 1...4, using: &chance), on: "eu"), Bool.random(using: &chance) ? "{}" : nil)
            case 3: add(HistoryKey.changes(0, ofRun: Int.random(in: 1...4, using: &chance), on: "eu"), Bool.random(using: &chance) ? "[]" : nil)
            case 4: add("topic/eu/\(Int.random(in: 0...2, using: &chance))", ["garbage", "{\"version\":9,\"kind\":\"topic\"}", nil].randomElement(using: &chance) ?? nil)
            default: addEntry(leases: leases)
            }
        }
    }

    private mutating func addEntry(leases: Bool) {
        guard var update = names.randomElement(using: &chance) else { return }
        if case .topic(let name, _) = update { update = .topic(name, chance.ledgerTopic()) }
        if Int.random(in: 0...4, using: &chance) == 0 { update = update.removal }
        // A cluster that was renamed.
        var key = LedgerItem(update).key(on: ["eu", "eu", "europe"].randomElement(using: &chance) ?? "eu")
        // No writer of ours does that, but whoever writes by hand may: a key that speaks of another item than before.
        if Int.random(in: 0...9, using: &chance) == 0 { key = "topic/eu/\(Int.random(in: 0...2, using: &chance))" }
        let epoch = leases && Bool.random(using: &chance) ? epochs.suffix(2).randomElement(using: &chance) : nil
        add(key, update.entry.map { String(buffer: encodeLedgerEntry($0)) }, epoch: epoch)
    }

    private mutating func addLease(_ kind: LeaseDocument.Kind, _ key: String) {
        let act: LeaseDocument.Act = [.claim, .claim, .renew, .release].randomElement(using: &chance) ?? .claim
        var document = LeaseDocument(
            kind: kind, act: act, id: "\(records.count)", holder: "h", purpose: "apply", duration: 30_000, since: 0)
        if act == .claim { document.breaks = epochs.last } else { document.epoch = epochs.randomElement(using: &chance) }
        if kind == .lease, act == .claim { epochs.append(Int64(records.count)) }
        add(key, String(decoding: document.json, as: UTF8.self))
    }

    private mutating func add(_ key: String, _ value: String?, epoch: Int64? = nil) {
        records.append(
            Record(
                offset: Int64(records.count), timestamp: Int64(records.count) * 1000, key: ByteBuffer(string: key), value: value.map { ByteBuffer(string: $0) },
                headers: epoch.map { [RecordHeader(name: LedgerLog.leaseHeader, value: ByteBuffer(string: "\($0)"))] } ?? []))
    }
}

@Suite struct `Reading a ledger by and by` {
    private func whole(_ records: some Sequence<Record>) -> LedgerReading.Outcome {
        var reading = LedgerReading()
        for record in records { reading.add(record) }
        return reading.finish()
    }

    @Test func `comes to what reading it at once comes to, wherever it is cut`() {
        var misunderstood = 0, repaired = 0
        for seed in UInt64(0)..<150 {
            var log = RandomLog(seed: seed)
            var reading = LedgerReading()
            for _ in 0..<12 {
                let before = log.records.count
                log.add(Int.random(in: 0...25, using: &log.chance))
                for record in log.records[before...] { reading.add(record) }
                let outcome = reading.finish()
                let expected = whole(log.records)
                #expect(outcome == expected, "seed \(seed), \(log.records.count) records")
                misunderstood += expected.misunderstood.count
                repaired += expected.repairs.count
            }
        }
        #expect(misunderstood > 100 && repaired > 100, "the logs are as bad as they were meant to be")
    }

    @Test func `what compaction took beyond the place that is known makes no difference`() {
        for seed in UInt64(1000)..<1150 {
            var log = RandomLog(seed: seed)
            log.add(60, leases: false)
            let known = log.records.count
            log.add(60, leases: false)
            var last: [String: Int64] = [:]
            for record in log.records { last[record.key.map { String(buffer: $0) } ?? ""] = record.offset }
            let kept = log.records.filter { last[$0.key.map { String(buffer: $0) } ?? ""] == $0.offset }
            var reading = LedgerReading()
            for record in log.records[..<known] { reading.add(record) }
            _ = reading.finish()
            for record in kept where record.offset >= known { reading.add(record) }
            let outcome = reading.finish()
            #expect(outcome == whole(kept), "seed \(seed)")
        }
    }
}
