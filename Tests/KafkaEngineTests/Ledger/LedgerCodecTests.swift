import Determinism
import EngineInterface
import KafkaWire
import MeshModel
import NIOCore
import Testing

@testable import KafkaEngine

struct LedgerCodecTests {
    /// Writes the updates as records, and reads those back.
    private func roundTrip(_ updates: [LedgerUpdate], cluster: String = "eu") throws -> LedgerReading.Outcome {
        var reading = LedgerReading()
        for (offset, record) in ledgerRecords(for: updates, on: cluster, keys: [:], timestamp: 1).enumerated() {
            reading.add(Record(offset: Int64(offset), timestamp: 1, key: record.key, value: record.value))
        }
        return reading.finish()
    }

    private func ledger(after updates: [LedgerUpdate]) -> Ledger {
        var ledger = Ledger()
        for update in updates { ledger.apply(update) }
        return ledger
    }

    @Test func `what is written is read back, whatever the names`() throws {
        var chance = SeededGenerator(seed: 1)
        for _ in 0..<60 {
            let updates = (0..<30).map { _ in chance.ledgerUpdate(isRemoval: Int.random(in: 0...4, using: &chance) == 0) }
            let outcome = try roundTrip(updates)
            #expect(outcome.misunderstood.isEmpty)
            #expect(outcome.ledger == ledger(after: updates))
        }
    }

    @Test func `two items never share a key`() {
        var chance = SeededGenerator(seed: 2)
        var items: [String: LedgerItem] = [:]
        for _ in 0..<5000 {
            let item = LedgerItem(chance.ledgerUpdate(isRemoval: true))
            let key = item.key(on: "eu")
            #expect(items[key] == nil || items[key] == item, "\(key)")
            items[key] = item
        }
    }

    @Test func `keys are printed addresses`() {
        let rule = AccessRule(resourceType: .topic, pattern: .literal("orders"), principal: "User:checkout", operation: .write)
        #expect(LedgerItem.topic("orders").key(on: "eu") == "topic/eu/orders")
        #expect(LedgerItem.subject("shop/order.proto").key(on: "eu") == "subject/eu/shop/order.proto")
        #expect(LedgerItem.access(rule).key(on: "eu") == "access/eu/User:checkout/topic:orders/write")
    }

    @Test func `the later record counts, and a removal removes`() throws {
        let steward = Stewardship(mesh: "shop")
        let first = LedgerTopic(phase: .intended, stewardship: steward, partitions: 1)
        let second = LedgerTopic(phase: .applied, stewardship: steward, partitions: 2)
        #expect(try roundTrip([.topic("a", first), .topic("a", second)]).ledger.topics == ["a": second])
        #expect(try roundTrip([.topic("a", first), .topic("a", nil)]).ledger == Ledger())
        #expect(try roundTrip([.topic("a", first), .topic("a", nil), .topic("a", second)]).ledger.topics == ["a": second])
    }

    @Test func `the values are JSON that stays the same`() throws {
        let topic = LedgerTopic(
            phase: .applied, stewardship: Stewardship(mesh: "shop", owner: "team-checkout", deletionProtection: true), partitions: 6,
            replication: 3, config: ["retention.ms": "604800000"])
        #expect(
            String(buffer: encodeLedgerEntry(.topic("orders", topic)))
                == #"{"deletionProtection":true,"kind":"topic","mesh":"shop","owner":"team-checkout","phase":"applied","#
                + #""topic":{"config":{"retention.ms":"604800000"},"name":"orders","partitions":6,"replication":3},"version":1}"#)
        let rule = AccessRule(resourceType: .transactionalId, pattern: .prefix("pay/"), principal: "User:p", host: "10.0.0.1", operation: .describeConfigs, permission: .deny)
        let access = LedgerAccess(phase: .intended, stewardship: Stewardship(mesh: "shop"))
        #expect(
            String(buffer: encodeLedgerEntry(.access(rule, access)))
                == #"{"deletionProtection":false,"kind":"access","mesh":"shop","phase":"intended","#
                + #""rule":{"host":"10.0.0.1","name":"pay/","operation":"describe-configs","patternType":"prefix","#
                + #""permission":"deny","principal":"User:p","resourceType":"transactional-id"},"version":1}"#)
    }

    @Test func `the value of a subject is JSON that stays the same`() throws {
        let subject = LedgerSubject(
            phase: .applied, stewardship: Stewardship(mesh: "shop", owner: "team"), contract: "order-created", format: .jsonSchema,
            model: "0a", text: "0b", compatibility: .backwardTransitive)
        #expect(
            String(buffer: encodeLedgerEntry(.subject("orders-value", subject)))
                == #"{"deletionProtection":false,"kind":"subject","mesh":"shop","owner":"team","phase":"applied","#
                + #""subject":{"compatibility":"backward-transitive","contract":"order-created","format":"json-schema","#
                + #""model":"0a","name":"orders-value","text":"0b"},"version":1}"#)
    }

    @Test func `a cluster that was renamed keeps its ledger, and the old keys go with the next write`() throws {
        let steward = Stewardship(mesh: "shop")
        let old = LedgerTopic(phase: .applied, stewardship: steward, partitions: 1)
        let new = LedgerTopic(phase: .applied, stewardship: steward, partitions: 2)
        let before = try roundTrip([.topic("a", old)], cluster: "europe")
        #expect(before.ledger.topics == ["a": old])

        let records = ledgerRecords(for: [.topic("a", new)], on: "eu", keys: before.keys, timestamp: 1)
        #expect(records.map { $0.key.map { String(buffer: $0) } } == ["topic/eu/a", "topic/europe/a"])
        #expect(records.map { $0.value == nil } == [false, true])

        let removal = ledgerRecords(for: [.topic("a", nil)], on: "eu", keys: before.keys, timestamp: 1)
        #expect(removal.allSatisfy { $0.value == nil })
        #expect(removal.count == 2)
    }

    @Test func `records are cut into batches in order, none above the limit but single ones`() throws {
        var chance = SeededGenerator(seed: 3)
        let updates = (0..<200).map { _ in chance.ledgerUpdate(isRemoval: false) }
        let records = ledgerRecords(for: updates, on: "eu", keys: [:], timestamp: 1)
        let batches = ledgerBatches(records, batchBytes: 1000)
        #expect(Array(batches.joined()) == records)
        for batch in batches where batch.count > 1 {
            #expect(batch.reduce(0) { $0 + ($1.key?.readableBytes ?? 0) + ($1.value?.readableBytes ?? 0) } <= 1000)
        }
        #expect(ledgerBatches([]).isEmpty)
    }
}
