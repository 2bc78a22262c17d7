import BrokerLog
import KafkaWire
import Testing
@testable import BrokerCore

struct GroupCommitTests {
    @Test func `a Produce is answered when the disk has it, and its records are seen then`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        let consumer = world.connect()
        let fetch = try world.send(world.fetchRequest("orders", maxWait: 10_000), version: 12, on: consumer)
        world.holdsSyncs = true
        let produce = try world.send(world.produceRequest(["a"], to: "orders"), version: 9)
        #expect(!world.hasAnswer(produce) && !world.hasAnswer(fetch))
        world.finishSync()
        #expect(try world.answer(produce)?.responses[0].partitionResponses[0].baseOffset == 0)
        #expect(try world.answer(fetch)?.responses[0].partitions[0].highWatermark == 1)
    }

    @Test func `with durability os a Produce is answered at once`() throws {
        let world = try BrokerWorld { $0.durability = .os }
        try world.makeTopic("orders")
        world.holdsSyncs = true
        #expect(try world.produce(["a"], to: "orders").baseOffset == 0)
        #expect(world.heldSyncs.isEmpty)
        #expect(try world.fetch("orders").highWatermark == 1)
        // Now and then the logs are brought to disk all the same.
        world.advance(by: world.settings.backgroundSyncInterval)
        #expect(world.heldSyncs.count == 1)
    }

    @Test func `all that comes while the disk works shares the next sync`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders", partitions: 4)
        world.holdsSyncs = true
        let clients = (0..<20).map { _ in world.connect() }
        let pending = try clients.enumerated().map { index, client in
            try world.send(world.produceRequest(["\(index)"], to: "orders", partition: Int32(index % 4)), version: 9, on: client)
        }
        #expect(world.heldSyncs.count == 1)
        world.finishSync()
        #expect(pending.filter { world.hasAnswer($0) }.count == 1)
        #expect(world.heldSyncs.count == 1)
        #expect(world.heldSyncs[0].tickets.count == 4)
        world.finishSync()
        #expect(pending.allSatisfy { world.hasAnswer($0) })
        #expect(world.heldSyncs.isEmpty)
    }

    @Test func `requests that come together share the very first sync`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        world.holdsSyncs = true
        let frames = try (0..<10).map {
            try world.frame(world.produceRequest(["\($0)"], to: "orders"), version: 9, correlation: Int32($0))
        }
        world.receive(frames, on: world.client)
        world.finishSync()
        #expect(world.takeInbox(world.client).count == 10)
        #expect(world.heldSyncs.isEmpty)
    }

    @Test func `answers leave in the order of their requests`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        world.holdsSyncs = true
        let produce = try world.send(world.produceRequest(["a"], to: "orders"), version: 9)
        let metadata = try world.send(MetadataRequest(topics: []))
        #expect(!world.hasAnswer(metadata))
        world.finishSync()
        #expect(try world.answer(produce) != nil)
        #expect(try world.answer(metadata) != nil)
    }

    @Test func `topics, configs, ACLs and commits are answered when the disk has them`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        world.holdsSyncs = true
        let create = try world.send(CreateTopicsRequest(topics: [.init(name: "a", numPartitions: 1, replicationFactor: 1)]))
        #expect(!world.hasAnswer(create))
        world.finishSync()
        #expect(world.hasAnswer(create))
        let alter = try world.send(IncrementalAlterConfigsRequest(resources: [
            .init(resourceType: 2, resourceName: "a", configs: [.init(name: "retention.ms", configOperation: 0, value: "1")]),
        ]), on: world.connect())
        let acl = try world.send(CreateAclsRequest(creations: [
            .init(resourceType: 2, resourceName: "a", resourcePatternType: 3, principal: "User:a", host: "*", operation: 3, permissionType: 3),
        ]), on: world.connect())
        let commit = try world.send(OffsetCommitRequest(groupId: "g", generationIdOrMemberEpoch: -1, topics: [
            .init(name: "a", partitions: [.init(partitionIndex: 0, committedOffset: 1)]),
        ]), version: 8, on: world.connect())
        #expect(!world.hasAnswer(alter) && !world.hasAnswer(acl) && !world.hasAnswer(commit))
        while !world.heldSyncs.isEmpty { world.finishSync() }
        #expect(world.hasAnswer(alter) && world.hasAnswer(acl) && world.hasAnswer(commit))
    }

    @Test func `what the disk could not keep is never acknowledged`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        try world.makeTopic("other")
        try world.produce(["kept"], to: "orders")
        world.holdsSyncs = true
        let lost = try world.send(world.produceRequest(["lost"], to: "orders"), version: 9)
        world.storage.setFault { operation, path in operation == .sync && path.hasPrefix("topics/") ? .inputOutput : nil }
        world.finishSync()
        world.storage.setFault(nil)
        world.holdsSyncs = false
        #expect(!world.hasAnswer(lost))
        #expect(world.closed[world.client] != nil)
        let next = world.connect()
        let refused = try world.call(world.produceRequest(["more"], to: "orders"), version: 9, on: next)
        #expect(refused.responses[0].partitionResponses[0].errorCode == .kafkaStorageError)
        let fine = try world.call(world.produceRequest(["more"], to: "other"), version: 9, on: next)
        #expect(fine.responses[0].partitionResponses[0].errorCode == .none)
        #expect(world.failure == nil)
    }

    @Test func `a full disk refuses records and keeps serving`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        try world.produce(["a"], to: "orders")
        world.storage.setFault { operation, path in operation == .write && path.hasPrefix("topics/") ? .outOfSpace : nil }
        #expect(try world.produce(["b"], to: "orders").errorCode == .kafkaStorageError)
        world.storage.setFault(nil)
        #expect(try world.produce(["c"], to: "orders").baseOffset == 1)
        #expect(try world.values(of: "orders").map(\.value) == ["a", "c"])
    }

    @Test func `a journal that cannot be written refuses the change and changes nothing`() throws {
        let world = try BrokerWorld()
        world.storage.setFault { operation, path in operation == .write && path.hasSuffix(".journal") ? .outOfSpace : nil }
        let answer = try world.call(CreateTopicsRequest(topics: [.init(name: "a", numPartitions: 1, replicationFactor: 1)]))
        #expect(answer.topics[0].errorCode == .kafkaStorageError)
        #expect(world.topicNames.count == 0)
        world.storage.setFault(nil)
        try world.makeTopic("a")
    }

    @Test func `a journal that cannot be synced stops the broker`() throws {
        let world = try BrokerWorld()
        world.storage.setFault { operation, path in operation == .sync && path.hasSuffix(".journal") ? .inputOutput : nil }
        let pending = try world.send(CreateTopicsRequest(topics: [.init(name: "a", numPartitions: 1, replicationFactor: 1)]))
        #expect(!world.hasAnswer(pending))
        #expect(world.failure != nil)
    }
}
