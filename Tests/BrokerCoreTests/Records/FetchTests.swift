import KafkaWire
import Testing
@testable import BrokerCore

struct FetchTests {
    @Test func `records come back as they were, in every version`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        try world.produce(["a", "b"], to: "orders")
        try world.produce(["c"], to: "orders")
        for version in FetchRequest.versions {
            let data = try world.fetch("orders", version: version)
            #expect(data.errorCode == .none && data.highWatermark == 3)
            #expect(try data.values().map(\.value) == ["a", "b", "c"])
            #expect(try data.values().map(\.offset) == [0, 1, 2])
        }
    }

    @Test func `limits are honoured but for the first batch`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders", partitions: 2)
        let large = String(repeating: "x", count: 1000)
        for partition in 0..<2 {
            for index in 0..<3 { try world.produce(["\(partition)-\(index)-" + large], to: "orders", partition: Int32(partition)) }
        }
        // KIP-74: a limit below the first batch still gives that batch, and no second one.
        #expect(try world.fetch("orders", maxBytes: 1).values().count == 1)
        #expect(try world.fetch("orders", maxBytes: 2500).values().count == 2)

        var both = world.fetchRequest("orders", minBytes: 0, maxWait: 0, maxBytes: 1, partitionMaxBytes: 1)
        both.topics[0].partitions.append(.init(
            partition: 1, currentLeaderEpoch: -1, fetchOffset: 0, partitionMaxBytes: 1))
        let answer = try world.call(both, version: 12)
        #expect(try answer.responses[0].partitions.map { try $0.values().count } == [1, 0])
        both.maxBytes = 10_000
        let generous = try world.call(both, version: 12)
        // Only the very first batch of an answer may exceed its partition's limit.
        #expect(try generous.responses[0].partitions.map { try $0.values().count } == [1, 0])
    }

    @Test func `a fetch that finds nothing waits, and a Produce wakes it`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        let consumer = world.connect()
        let pending = try world.send(world.fetchRequest("orders"), version: 12, on: consumer)
        #expect(!world.hasAnswer(pending))
        try world.produce(["a"], to: "orders")
        let answer = try #require(try world.answer(pending))
        #expect(try answer.responses[0].partitions[0].values().map(\.value) == ["a"])
    }

    @Test func `a fetch that waits in vain is answered at its deadline`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        let pending = try world.send(world.fetchRequest("orders", maxWait: 500), version: 12)
        world.advance(by: .milliseconds(499))
        #expect(!world.hasAnswer(pending))
        world.advance(by: .milliseconds(1))
        let answer = try #require(try world.answer(pending))
        #expect(answer.responses[0].partitions[0].errorCode == .none)
        #expect(try answer.responses[0].partitions[0].values().isEmpty)
    }

    @Test func `minBytes is waited for`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        let consumer = world.connect()
        let pending = try world.send(world.fetchRequest("orders", minBytes: 200), version: 12, on: consumer)
        try world.produce(["a"], to: "orders")
        #expect(!world.hasAnswer(pending))
        try world.produce([String(repeating: "b", count: 150)], to: "orders")
        let answer = try #require(try world.answer(pending))
        #expect(try answer.responses[0].partitions[0].values().count == 2)
    }

    @Test func `records that come while the disk works are given out by the next sync`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        let consumer = world.connect(), first = world.connect(), second = world.connect()
        world.holdsSyncs = true
        var pending = try world.send(world.fetchRequest("orders"), version: 12, on: consumer)
        _ = try world.send(world.produceRequest(["a"], to: "orders"), version: 9, on: first)
        _ = try world.send(world.produceRequest(["b"], to: "orders"), version: 9, on: second)
        world.finishSync()
        #expect(try world.answer(pending)?.responses[0].partitions[0].values().map(\.value) == ["a"])
        pending = try world.send(world.fetchRequest("orders", from: 1), version: 12, on: consumer)
        #expect(!world.hasAnswer(pending))
        world.finishSync()
        #expect(try world.answer(pending)?.responses[0].partitions[0].values().map(\.value) == ["b"])
    }

    @Test func `few fetches of a connection wait at a time`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        for _ in 0..<10 { _ = try world.send(world.fetchRequest("orders", maxWait: 30_000), version: 12) }
        #expect(world.broker.fetches.count == 2)
        world.advance(by: .seconds(30))
        #expect(world.takeInbox(world.client).count == 10)
    }

    @Test func `requests behind a waiting fetch are answered after it`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        let fetch = try world.send(world.fetchRequest("orders", maxWait: 100), version: 12)
        let metadata = try world.send(MetadataRequest(topics: []))
        #expect(!world.hasAnswer(metadata))
        world.advance(by: .milliseconds(100))
        #expect(try world.answer(fetch) != nil)
        #expect(try world.answer(metadata) != nil)
    }

    @Test func `what is outside of the log is OFFSET_OUT_OF_RANGE`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        #expect(try world.fetch("orders", from: 1).errorCode == .offsetOutOfRange)
        try world.produce(["a", "b", "c"], to: "orders")
        #expect(try world.fetch("orders", from: 3).errorCode == .none)
        #expect(try world.fetch("orders", from: 4).errorCode == .offsetOutOfRange)
        #expect(try world.fetch("orders", from: -1).errorCode == .offsetOutOfRange)
        let deleted = try world.call(DeleteRecordsRequest(topics: [
            .init(name: "orders", partitions: [.init(partitionIndex: 0, offset: 2)]),
        ]))
        #expect(deleted.topics[0].partitions[0].lowWatermark == 2)
        #expect(try world.fetch("orders", from: 1).errorCode == .offsetOutOfRange)
        #expect(try world.fetch("orders", from: 2).logStartOffset == 2)
    }

    @Test func `another leader epoch than ours is told apart`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        var request = world.fetchRequest("orders", minBytes: 0, maxWait: 0)
        request.topics[0].partitions[0].currentLeaderEpoch = 3
        #expect(try world.call(request, version: 12).responses[0].partitions[0].errorCode == .unknownLeaderEpoch)
        let ends = try world.call(OffsetForLeaderEpochRequest(replicaId: -1, topics: [
            .init(topic: "orders", partitions: [.init(partition: 0, currentLeaderEpoch: 0, leaderEpoch: 0)]),
        ]))
        #expect(ends.topics[0].partitions[0].endOffset == 0)
    }

    @Test func `deleting a topic ends the fetches that wait for it`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        let consumer = world.connect()
        let pending = try world.send(world.fetchRequest("orders", maxWait: 30_000), version: 12, on: consumer)
        _ = try world.call(DeleteTopicsRequest(topicNames: ["orders"]), version: 5)
        #expect(try world.answer(pending)?.responses[0].partitions[0].errorCode == .unknownTopicOrPartition)
    }

    @Test func `a client that goes away leaves nothing waiting`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        let consumer = world.connect()
        _ = try world.send(world.fetchRequest("orders", maxWait: 30_000), version: 12, on: consumer)
        #expect(world.broker.fetches.count == 1)
        world.disconnect(consumer)
        #expect(world.broker.fetches.count == 0)
        #expect(world.broker.topics["orders"]?.partition(0)?.waitingFetches.isEmpty == true)
    }

    @Test func `no fetch waits longer than a minute, whatever it asks for`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        let pending = try world.send(world.fetchRequest("orders", maxWait: .max), version: 12)
        world.advance(by: .seconds(60))
        #expect(world.hasAnswer(pending))
    }
}
