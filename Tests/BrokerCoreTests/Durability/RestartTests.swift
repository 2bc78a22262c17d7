import BrokerLog
import KafkaWire
import NIOCore
import Testing
@testable import BrokerCore

struct RestartTests {
    @Test func `everything is there again after a shutdown, a kill and a crash`() throws {
        let world = try BrokerWorld()
        let id = try world.makeTopic("orders", partitions: 2, configs: ["retention.ms": "86400000"])
        try world.makeTopic("gone")
        _ = try world.call(DeleteTopicsRequest(topicNames: ["gone"]), version: 5)
        _ = try world.call(CreatePartitionsRequest(topics: [.init(name: "orders", count: 3, assignments: nil)]))
        try world.produce(["a", "b"], to: "orders", partition: 2)
        for step in 0..<3 {
            switch step {
            case 0: try world.restart()
            case 1: try world.kill()
            default: try world.crash(seed: 9)
            }
            #expect(world.topicNames == ["orders"])
            #expect(world.broker.topics["orders"]?.id == id)
            #expect(world.broker.topics["orders"]?.partitions.count == 3)
            #expect(world.broker.topics["orders"]?.overrides == ["retention.ms": "86400000"])
            #expect(try world.values(of: "orders", partition: 2).map(\.value) == ["a", "b"])
        }
    }

    @Test func `files of a topic whose deletion was cut short are removed at the start`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        try world.produce(["a"], to: "orders")
        world.storage.setFault { operation, path in operation == .remove && path.hasPrefix("topics/") ? .inputOutput : nil }
        _ = try world.call(DeleteTopicsRequest(topicNames: ["orders"]), version: 5)
        #expect(!world.topicFiles.isEmpty)
        world.storage.setFault(nil)
        try world.kill()
        #expect(world.topicFiles.isEmpty)
    }

    @Test func `one damaged partition does not keep the others from being served`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("bad")
        try world.makeTopic("good")
        try world.produce(["a"], to: "bad")
        try world.produce(["b"], to: "good")
        let directory = try #require(world.broker.topics["bad"]?.partition(0)?.directory)
        world.storage.setFault { operation, path in operation == .read && path.hasPrefix(directory) ? .inputOutput : nil }
        try world.kill()
        #expect(try world.values(of: "good").map(\.value) == ["b"])
        #expect(try world.produce(["c"], to: "bad").errorCode == .kafkaStorageError)
        #expect(world.notes.contains { $0.contains("bad-0 is offline") })
        #expect(try world.fetch("bad").errorCode == .kafkaStorageError)
    }

    @Test func `a journal from a later release is not taken over`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        let (journal, _) = try Journal.open(storage: world.storage, path: Broker.metadataJournalPath) { _ in }
        try journal.append(ByteBuffer(bytes: [99, 0, 1, 2]))
        #expect(throws: BrokerOpenError.self) { try world.kill() }
    }

    @Test func `every entry reads back as it was written`() throws {
        let binding = AclBinding(
            resourceType: .group, resourceName: "g", patternType: .prefixed, principal: "User:a", host: "*",
            operation: .read, permission: .deny)
        let id = KafkaUUID(high: 3, low: 4)
        for entry in [
            .identity(clusterID: id, nodeID: 7), .topicCreated(name: "t", id: id, partitions: 3, configs: ["a": "b", "c": ""]),
            .topicDeleted(id: id), .partitionsGrown(id: id, partitions: 9), .topicConfigs(id: id, configs: [:]),
            .brokerConfigs(clusterWide: true, configs: ["x": "y"]), .aclAdded(binding), .aclRemoved(binding),
            .producerIDsReserved(end: 5000),
        ] as [MetadataEntry] {
            #expect(try MetadataEntry(entry.encoded()) == entry)
        }
        for entry in [
            .committed(group: "g", topic: "t", partition: 4, CommittedOffset(
                offset: 5, leaderEpoch: -1, metadata: "m", committedAt: .epoch)),
            .offsetRemoved(group: "g", topic: "t", partition: 4), .groupRemoved(group: "g"),
            .protocolType(group: "g", type: "consumer"),
        ] as [GroupEntry] {
            #expect(try GroupEntry(entry.encoded()) == entry)
        }
    }

    @Test func `journals that grow far beyond what they say are rewritten`() throws {
        let world = try BrokerWorld { $0.durability = .os }
        try world.makeTopic("orders")
        let client = GroupClient(world)
        for offset in 0..<10_100 { #expect(try client.commit(Int64(offset), generation: -1) == .none) }
        let before = world.broker.groupJournal.sizeInBytes
        world.advance(by: world.settings.retentionCheckInterval)
        #expect(world.broker.groupJournal.sizeInBytes < before / 100)
        #expect(try client.commit(77_777, generation: -1) == .none)
        try world.restart()
        #expect(try world.committed("g") == 77_777)
    }
}
