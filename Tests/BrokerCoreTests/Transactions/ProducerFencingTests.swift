import Determinism
import KafkaWire
import Testing
@testable import BrokerCore

/// Who may use a transactional id: the last that asked for it.
struct ProducerFencingTests {
    private func stocked(_ configure: (inout BrokerSettings) -> Void = { _ in }) throws -> BrokerWorld {
        let world = try BrokerWorld(configure)
        try world.makeTopic("orders")
        return world
    }

    @Test func `a second producer fences the first`() throws {
        let world = try stocked()
        let first = TransactionClient(world)
        let second = TransactionClient(world)
        #expect(try first.begin() == .none)
        #expect(try second.begin() == .none)
        #expect(second.producer == ProducerIdentity(id: first.producer.id, epoch: first.producer.epoch + 1))
        #expect(try first.add() == .producerFenced)
        #expect(try first.add(version: 1) == .invalidProducerEpoch)
        #expect(try first.addOffsets() == .producerFenced)
        #expect(try first.addOffsets(version: 1) == .invalidProducerEpoch)
        #expect(try first.commit() == .producerFenced)
        #expect(try first.write("x") == .invalidProducerEpoch)
        #expect(try first.commitOffset(1) == .invalidProducerEpoch)
        #expect(try second.add() == .none)
    }

    @Test func `a transaction under way is aborted before the newcomer gets its epoch`() throws {
        let world = try stocked()
        let first = TransactionClient(world)
        try first.begin()
        try first.add()
        try first.write("x")
        let second = TransactionClient(world)
        #expect(try second.begin() == .concurrentTransactions)
        #expect(try second.begin() == .none)
        // One epoch for the abort, one for the newcomer.
        #expect(second.producer.epoch == first.producer.epoch + 2)
        #expect(try world.committedValues() == [] && world.lastStableOffset() == 2)
        #expect(try first.commit() == .producerFenced)
    }

    @Test func `a producer that says who it was goes on only if nobody came between (KIP-360)`() throws {
        let world = try stocked()
        let client = TransactionClient(world)
        try client.begin()
        let before = client.producer
        #expect(try client.begin(expecting: before) == .none)
        #expect(client.producer.epoch == before.epoch + 1)
        // The same again: the answer was lost.
        #expect(try client.begin(expecting: before) == .none)
        #expect(client.producer.epoch == before.epoch + 1)
        let other = TransactionClient(world)
        try other.begin()
        #expect(try client.begin(expecting: client.producer) == .producerFenced)
        #expect(try client.begin(version: 3, expecting: client.producer) == .invalidProducerEpoch)
        #expect(try client.begin(expecting: .init(id: 12345, epoch: 0)) == .producerFenced)
        #expect(try client.begin(expecting: .init(id: 12345, epoch: -1)) == .invalidRequest)
        // A new transactional id takes whatever is expected.
        #expect(try TransactionClient(world, "new").begin(expecting: .init(id: 99, epoch: 9)) == .none)
    }

    @Test func `timeouts are bounded`() throws {
        let world = try stocked()
        let client = TransactionClient(world)
        for bad in [0, -1, 900_001] as [Int32] {
            client.timeout = bad
            #expect(try client.begin() == .invalidTransactionTimeout)
        }
        client.timeout = 900_000
        #expect(try client.begin() == .none)
        #expect(try TransactionClient(world, "").begin() == .invalidRequest)
    }

    @Test func `a transaction that takes too long is aborted, and its producer fenced`() throws {
        let world = try stocked()
        let client = TransactionClient(world)
        client.timeout = 5000
        try client.begin()
        try client.add()
        try client.write("x")
        world.advance(by: .milliseconds(4900))
        #expect(try client.write("y") == .none)
        world.advance(by: .milliseconds(200))
        #expect(try client.state == "CompleteAbort")
        #expect(try world.committedValues() == [] && world.lastStableOffset() == 3)
        #expect(try client.commit() == .producerFenced)
        #expect(try client.write("z") == .invalidProducerEpoch)
        #expect(try client.begin() == .none)
        #expect(client.producer.epoch == 2)
        // The next transaction has its own time, also over a restart.
        try client.add()
        world.advance(by: .milliseconds(4000))
        try world.restart()
        #expect(try client.state == "Ongoing")
        world.advance(by: .milliseconds(1100))
        #expect(try client.state == "CompleteAbort")
    }

    @Test func `where epochs run out the producer gets a new id`() {
        var transaction = Transaction(id: "t", producerID: 5, timeout: 1, changedAt: 0)
        transaction.epoch = .max - 1
        guard case .become(let next) = transaction.initialize(expected: nil, timeout: 1, at: 0, freshID: { 6 }) else {
            Issue.record("a new id")
            return
        }
        #expect(next.producer == ProducerIdentity(id: 6, epoch: 0) && next.previousProducerID == 5)
        // A retry of it, by a producer that says who it was.
        guard case .become(let known) = transaction.initialize(
            expected: transaction.producer, timeout: 1, at: 0, freshID: { 6 }) else {
            Issue.record("a new id")
            return
        }
        #expect(known.initialize(expected: transaction.producer, timeout: 1, at: 0, freshID: { nil }) == .become(known))
        #expect(next.initialize(expected: .init(id: 5, epoch: 3), timeout: 1, at: 0, freshID: { nil }) == .refuse(.producerFenced))

        // KIP-890: at the end of a transaction.
        let ongoing = transaction.adding(partitions: ["a": [0]], at: 0)
        guard case .prepare(let prepared) = ongoing.endRaisingEpoch(
            committed: true, by: ongoing.producer, at: 0, freshID: { 6 }) else {
            Issue.record("it ends")
            return
        }
        #expect(prepared.producer == ProducerIdentity(id: 5, epoch: .max) && prepared.nextProducerID == 6)
        let completed = prepared.completed(at: 0)
        #expect(completed.producer == ProducerIdentity(id: 6, epoch: 0))
        #expect(completed.endRaisingEpoch(committed: true, by: ongoing.producer, at: 0, freshID: { nil }) == .ended)
        // Fencing uses the last epoch, after which there is a new id.
        let fenced = ongoing.fenced(at: 0)
        #expect(fenced.epoch == .max && fenced.fenced(at: 0).epoch == .max)
        guard case .become(let after) = fenced.completed(at: 0).initialize(expected: nil, timeout: 1, at: 0, freshID: { 7 }) else {
            Issue.record("a new id")
            return
        }
        #expect(after.producer == ProducerIdentity(id: 7, epoch: 0))
    }

    @Test func `ids that are not used are forgotten, those with a transaction are not`() throws {
        let world = try stocked {
            $0.transactionalIDExpiration = .seconds(600)
            $0.retentionCheckInterval = .seconds(60)
        }
        let idle = TransactionClient(world, "idle")
        try idle.begin()
        let busy = TransactionClient(world, "busy")
        busy.timeout = 900_000
        try busy.begin()
        try busy.add()
        world.advance(by: .seconds(700))
        #expect(try idle.described.errorCode == .transactionalIdNotFound)
        #expect(try busy.state == "Ongoing")
        #expect(try idle.commit() == .invalidProducerIdMapping)
        try world.restart()
        #expect(try idle.described.errorCode == .transactionalIdNotFound)
    }

    @Test func `there is an end to how many ids are known`() throws {
        let world = try stocked { $0.transactionalIDMaxCount = 2 }
        #expect(try TransactionClient(world, "a").begin() == .none)
        #expect(try TransactionClient(world, "b").begin() == .none)
        #expect(try TransactionClient(world, "c").begin() == .coordinatorNotAvailable)
        #expect(try TransactionClient(world, "a").begin() == .none)
    }
}
