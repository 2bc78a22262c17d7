import KafkaWire
import NIOCore
import Testing
@testable import BrokerCore

struct TransactionTests {
    private func stocked(_ configure: (inout BrokerSettings) -> Void = { _ in }) throws -> BrokerWorld {
        let world = try BrokerWorld(configure)
        try world.makeTopic("orders", partitions: 2)
        try world.makeTopic("bills")
        return world
    }

    @Test(arguments: [false, true], Durability.allCases)
    func `what is committed is seen, what is aborted is not`(raisesEpochs: Bool, durability: Durability) throws {
        let world = try stocked { $0.durability = durability }
        let client = TransactionClient(world, raisesEpochs: raisesEpochs)
        #expect(try client.begin() == .none)
        for round in 0..<4 {
            if !raisesEpochs { #expect(try client.addResults([("orders", [0, 1]), ("bills", [0])]) == [.none, .none, .none]) }
            #expect(try client.write("a\(round)", "b\(round)") == .none)
            #expect(try client.write("c\(round)", to: "orders", 1) == .none)
            #expect(try client.write("d\(round)", to: "bills") == .none)
            #expect(try client.state == "Ongoing")
            #expect(try client.end(committed: round.isMultiple(of: 2)) == .none)
            #expect(try client.state == (round.isMultiple(of: 2) ? "CompleteCommit" : "CompleteAbort"))
        }
        #expect(try world.committedValues() == ["a0", "b0", "a2", "b2"])
        #expect(try world.committedValues(partition: 1) == ["c0", "c2"])
        #expect(try world.committedValues(of: "bills") == ["d0", "d2"])
        #expect(try world.values(of: "bills").map(\.value).filter { $0.hasPrefix("d") } == ["d0", "d1", "d2", "d3"])
        // Each transaction has one marker in each partition.
        #expect(try world.latestOffset(of: "orders") == 12)
        #expect(try world.lastStableOffset() == 12)
        #expect(client.producer.epoch == (raisesEpochs ? 4 : 0))
    }

    @Test func `readers of committed records stop before the first open transaction`() throws {
        let world = try stocked()
        try world.produce(["plain"], to: "orders")
        let first = TransactionClient(world, "first")
        let second = TransactionClient(world, "second")
        for client in [first, second] {
            try client.begin()
            try client.add()
        }
        try first.write("1")
        try second.write("2")
        try world.produce(["later"], to: "orders")
        #expect(try world.lastStableOffset() == 1)
        #expect(try world.latestOffset(of: "orders") == 4)
        #expect(try world.committedValues() == ["plain"])
        let fetched = try world.fetchCommitted(from: 1)
        #expect(fetched.lastStableOffset == 1 && fetched.highWatermark == 4 && fetched.records?.readableBytes == 0)
        try second.commit()
        #expect(try world.committedValues() == ["plain"])
        try first.abort()
        #expect(try world.committedValues() == ["plain", "2", "later"])
        // Whoever reads everything saw it at once, and is told of no aborted ones.
        #expect(try world.fetch("orders").abortedTransactions == nil)
    }

    @Test func `the aborted list holds what bears on the records fetched`() throws {
        let world = try stocked()
        let client = TransactionClient(world)
        try client.begin()
        for round in 0..<20 {
            try client.add()
            try client.write("v\(round)")
            try client.end(committed: round % 2 == 0)
        }
        // Offsets: v0 0, marker 1, v1 2, marker 3, …
        let all = try world.fetchCommitted()
        #expect(all.abortedTransactions?.map(\.firstOffset) == (0..<10).map { Int64($0 * 4 + 2) })
        #expect(try world.fetchCommitted(from: 20).abortedTransactions?.map(\.firstOffset) == [22, 26, 30, 34, 38])
        // Within an aborted transaction, its list entry is still needed.
        #expect(try world.fetchCommitted(from: 23).abortedTransactions?.first?.firstOffset == 22)
        let one = try world.fetchCommitted(from: 4, maxBytes: 1)
        #expect(one.abortedTransactions == [])
        #expect(try world.committedValues() == (0..<10).map { "v\($0 * 2)" })
        // What is below the log's start is remembered no longer.
        _ = try world.call(DeleteRecordsRequest(topics: [.init(name: "orders", partitions: [.init(partitionIndex: 0, offset: 30)])]))
        #expect(world.broker.topics["orders"]?.partition(0)?.producers.aborted.map(\.firstOffset) == [30, 34, 38])
    }

    @Test func `long transactions that overlap leave each other's records alone`() throws {
        let world = try stocked()
        let long = TransactionClient(world, "long")
        try long.begin()
        try long.add()
        try long.write("long1")
        for round in 0..<5 {
            let short = TransactionClient(world, "short\(round)")
            try short.begin()
            try short.add()
            try short.write("s\(round)")
            try short.end(committed: round != 2)
        }
        try long.write("long2")
        try long.abort()
        #expect(try world.committedValues() == ["s0", "s1", "s3", "s4"])
        try world.restart()
        #expect(try world.committedValues() == ["s0", "s1", "s3", "s4"])
        #expect(try world.fetchCommitted(from: 8, maxBytes: 1).abortedTransactions?.map(\.firstOffset) == [0])
    }

    @Test func `a waiting fetch is woken by the marker that lets its records be seen`() throws {
        for durability in Durability.allCases {
            let world = try stocked { $0.durability = durability }
            let client = TransactionClient(world)
            try client.begin()
            try client.add()
            let large = String(repeating: "x", count: 5000)
            try client.write(large)
            let request = world.fetchCommittedRequest("orders", from: 0, minBytes: 4000, maxWait: 20_000)
            let pending = try world.send(request, version: 12, on: world.connect())
            #expect(!world.hasAnswer(pending))
            try client.write("more")
            #expect(!world.hasAnswer(pending))
            try client.commit()
            #expect(try world.answer(pending)?.responses[0].partitions[0].values().first?.value == large)
        }
    }

    @Test func `records outside of the transaction are refused`() throws {
        let world = try stocked()
        let client = TransactionClient(world)
        client.become(.init(id: 4711, epoch: 0))
        #expect(try client.write("x") == .invalidProducerIdMapping)
        client.become(.none)
        #expect(try client.write("x") == .invalidRecord)
        try client.begin()
        #expect(try client.write("x") == .invalidTxnState)
        #expect(try client.write("x", version: 11) == .transactionAbortable)
        try client.add()
        #expect(try client.write("x", to: "bills") == .invalidTxnState)
        client.become(.init(id: client.producer.id, epoch: 0))
        let other = TransactionClient(world)
        try other.begin()
        // The first is fenced before it wrote anything: its transaction was aborted first.
        try other.begin()
        #expect(try client.write("x") == .invalidProducerEpoch)
        // Without a transactional id.
        var request = client.writeRequest(["x"])
        request.transactionalId = nil
        #expect(try world.produce(request).errorCode == .transactionalIdAuthorizationFailed)
        #expect(try world.latestOffset(of: "bills") == 0)
    }

    @Test func `plain records of a producer within its transaction are refused`() throws {
        let world = try stocked()
        let client = TransactionClient(world)
        try client.begin()
        try client.add()
        try client.write("a")
        let plain = world.produceRequest(
            ["b"], to: "orders", producer: .init(id: client.producer.id, epoch: client.producer.epoch, baseSequence: 1))
        #expect(try world.produce(plain).errorCode == .invalidTxnState)
    }

    @Test func `if one partition cannot be added, none is`() throws {
        let world = try stocked()
        let client = TransactionClient(world)
        try client.begin()
        #expect(try client.addResults([("orders", [0, 7]), ("none", [0])])
            == [.operationNotAttempted, .unknownTopicOrPartition, .unknownTopicOrPartition])
        #expect(try client.addResults([("orders", [0]), (ChangeStream.topicName, [0])])
            == [.operationNotAttempted, .topicAuthorizationFailed])
        #expect(try client.state == "Empty")
        #expect(try client.write("x") == .invalidTxnState)
    }

    @Test func `brokers add and verify several transactions at once`() throws {
        let world = try stocked()
        let client = TransactionClient(world)
        try client.begin()
        func ask(_ verifyOnly: Bool, epoch: Int16 = 0) throws -> ErrorCode {
            try world.call(AddPartitionsToTxnRequest(transactions: [
                .init(
                    transactionalId: "t", producerId: client.producer.id, producerEpoch: epoch, verifyOnly: verifyOnly,
                    topics: [.init(name: "orders", partitions: [1])]),
            ]), version: 5).resultsByTransaction[0].topicResults[0].resultsByPartition[0].partitionErrorCode
        }
        #expect(try ask(true) == .transactionAbortable)
        #expect(try ask(false) == .none)
        #expect(try ask(true) == .none)
        #expect(try ask(true, epoch: 3) == .producerFenced)
    }

    @Test func `ends are idempotent, and what cannot be is INVALID_TXN_STATE`() throws {
        let world = try stocked()
        let client = TransactionClient(world)
        #expect(try client.commit() == .invalidProducerIdMapping)
        try client.begin()
        #expect(try client.commit() == .invalidTxnState)
        #expect(try client.abort() == .invalidTxnState)
        try client.add()
        try client.write("a")
        #expect(try client.commit() == .none)
        #expect(try client.commit() == .none)
        #expect(try client.abort() == .invalidTxnState)
        try client.add()
        #expect(try client.abort() == .none)
        #expect(try client.abort() == .none)
        #expect(try client.commit() == .invalidTxnState)
        client.producer.epoch += 1
        #expect(try client.commit() == .producerFenced)
        #expect(try client.end(committed: true, version: 1) == .invalidProducerEpoch)
        client.producer.id += 1
        #expect(try client.commit() == .invalidProducerIdMapping)
        #expect(try world.latestOffset(of: "orders") == 3)
    }

    @Test func `with KIP-890 an end that is asked again is answered again, and nothing may be aborted`() throws {
        let world = try stocked()
        let client = TransactionClient(world, raisesEpochs: true)
        try client.begin()
        let before = client.producer
        try client.write("a")
        #expect(try client.commit() == .none)
        let after = client.producer
        #expect(after == ProducerIdentity(id: before.id, epoch: before.epoch + 1))
        client.producer = before
        #expect(try client.abort() == .invalidTxnState)
        #expect(try client.commit() == .none)
        #expect(client.producer == after)
        // To abort what was never begun raises the epoch all the same; to commit it is an error.
        #expect(try client.commit() == .invalidTxnState)
        #expect(try client.abort() == .none)
        #expect(client.producer.epoch == after.epoch + 1)
        // What comes late from the transaction before is refused.
        client.producer = before
        #expect(try client.write("late") == .invalidProducerEpoch)
        #expect(try world.committedValues() == ["a"])
    }

    @Test func `nothing may be added while a transaction ends`() throws {
        let world = try stocked()
        let client = TransactionClient(world)
        try client.begin()
        try client.add()
        try client.write("a")
        world.holdsSyncs = true
        let ending = try world.send(client.endRequest(committed: true), version: 4, on: client.connection)
        #expect(!world.hasAnswer(ending))
        #expect(try client.state == "PrepareCommit")
        let admin = world.connect()
        func add() throws -> ErrorCode {
            try world.call(
                AddPartitionsToTxnRequest(
                    transactionalId: "t", producerId: client.producer.id, producerEpoch: 0,
                    topics: [.init(name: "orders", partitions: [0])]), version: 3, on: admin)
                .resultsByTopic[0].resultsByPartition[0].partitionErrorCode
        }
        // Answers wait for the disk: they come with the rounds.
        let added = try world.send(
            AddPartitionsToTxnRequest(
                transactionalId: "t", producerId: client.producer.id, producerEpoch: 0,
                topics: [.init(name: "orders", partitions: [0])]), version: 3, on: admin)
        let again = try world.send(client.endRequest(committed: true), version: 4, on: admin)
        let other = try world.send(client.endRequest(committed: false), version: 4, on: admin)
        let begun = try world.send(
            InitProducerIdRequest(transactionalId: "t", transactionTimeoutMs: 1000), version: 4, on: admin)
        world.holdsSyncs = false
        while !world.heldSyncs.isEmpty { world.finishSync() }
        #expect(try world.answer(added)?.resultsByTopic[0].resultsByPartition[0].partitionErrorCode == .concurrentTransactions)
        #expect(try world.answer(again)?.errorCode == .concurrentTransactions)
        #expect(try world.answer(other)?.errorCode == .invalidTxnState)
        #expect(try world.answer(begun)?.errorCode == .concurrentTransactions)
        #expect(try world.answer(ending)?.errorCode == ErrorCode.none)
        #expect(try client.state == "CompleteCommit")
        #expect(try add() == .none)
    }
}
