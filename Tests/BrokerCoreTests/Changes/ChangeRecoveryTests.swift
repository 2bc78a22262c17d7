import BrokerLog
import Determinism
import KafkaWire
import Testing
@testable import BrokerCore

struct ChangeRecoveryTests {
    @Test func `the stream goes on after a restart, which is told as everything`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        for step in 0..<3 {
            switch step {
            case 0: try world.restart()
            case 1: try world.kill()
            default: try world.crash(seed: 3)
            }
        }
        #expect(try world.changes().map(\.key) == ["everything", "topic:orders", "everything", "everything", "everything"])
        #expect(try world.changes().map(\.offset) == [0, 1, 2, 3, 4])
        #expect(try world.changes().last?.value.contains(#""change":"start""#) == true)
    }

    @Test func `what could not be told is made good by everything, once the disk has room`() throws {
        let world = try BrokerWorld()
        world.storage.setFault { operation, path in operation == .write && path.hasPrefix("topics/") ? .outOfSpace : nil }
        try world.makeTopic("a")
        try world.makeTopic("b")
        #expect(world.notes.filter { $0.contains("changes cannot be told") }.count == 1)
        world.storage.setFault(nil)
        #expect(try world.changes(from: 1).isEmpty)
        world.advance(by: world.settings.retentionCheckInterval)
        #expect(try world.changes(from: 1).map(\.key) == ["everything"])
        try world.makeTopic("c")
        #expect(try world.changes(from: 2).map(\.key) == ["topic:c"])
    }

    @Test func `a broker whose disk refuses the stream at the start serves all the same`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        world.storage.setFault { operation, path in operation == .write && path.hasPrefix("topics/") ? .outOfSpace : nil }
        try world.kill()
        #expect(world.topicNames == ["orders"])
        try world.setConfigs("orders", ["retention.ms": "1000"])
        // Readers are not left to believe that all is quiet.
        #expect(try world.fetch(ChangeStream.topicName, from: 2).errorCode == .kafkaStorageError)
        world.storage.setFault(nil)
        try world.kill()
        try world.setConfigs("orders", ["retention.ms": "2000"])
        #expect(try world.changes(from: 2).map(\.key) == ["everything", "config:orders"])
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `who follows the stream knows what the broker knows, whatever crashes`(seed: UInt64) throws {
        var simulation = try FollowedBroker(seed: seed)
        for _ in 0..<300 { try simulation.step() }
        try simulation.settle()
        #expect(simulation.readingsOfOne > 10, "the follower must live by single readings, not by reading everything alone")
    }
}

/// A broker that is changed at random and stopped in the middle, and a reader that reads again what it is told, and that alone.
private struct FollowedBroker {
    struct Seen: Equatable {
        var topics: [String: TopicSeen] = [:]
        var rules: Set<AclBinding> = []
    }

    struct TopicSeen: Equatable {
        var id: KafkaUUID
        var partitions: Int
        var configs: [String: String]
    }

    let world: BrokerWorld
    var chance: SeededGenerator
    var seen = Seen()
    var position: Int64 = 0
    var readingsOfOne = 0

    init(seed: UInt64) throws {
        chance = SeededGenerator(seed: seed)
        world = try BrokerWorld(seed: seed)
        world.holdsSyncs = true
    }

    mutating func step() throws {
        switch Int.random(in: 0..<100, using: &chance) {
        case 0..<55: try change()
        case 55..<80: world.finishSync()
        case 80..<95: try follow()
        case 95..<97: try world.kill()
        default: try world.crash(seed: chance.next())
        }
    }

    /// All is brought to disk and read: then the two must agree.
    mutating func settle() throws {
        while !world.heldSyncs.isEmpty { world.finishSync() }
        try follow()
        try #require(seen == all)
        try world.crash(seed: chance.next())
        while !world.heldSyncs.isEmpty { world.finishSync() }
        try follow()
        try #require(seen == all)
    }

    private mutating func change() throws {
        let name = "t\(Int.random(in: 0..<6, using: &chance))"
        // The answers of changes that no sync has kept are not waited for.
        let connection = world.connect()
        switch Int.random(in: 0..<6, using: &chance) {
        case 0, 1:
            _ = try world.send(CreateTopicsRequest(topics: [.init(name: name, numPartitions: 1, replicationFactor: 1)]), on: connection)
        case 2:
            _ = try world.send(DeleteTopicsRequest(topicNames: [name]), version: 5, on: connection)
        case 3:
            let count = Int32((world.broker.topics[name]?.partitions.count ?? 0) + 1)
            _ = try world.send(CreatePartitionsRequest(topics: [.init(name: name, count: count, assignments: nil)]), on: connection)
        case 4:
            _ = try world.send(IncrementalAlterConfigsRequest(resources: [
                .init(resourceType: 2, resourceName: name, configs: [
                    .init(name: "retention.ms", configOperation: 0, value: "\(Int.random(in: 1...3, using: &chance))"),
                ]),
            ]), on: connection)
        default:
            let isNew = Bool.random(using: &chance)
            if isNew {
                _ = try world.send(CreateAclsRequest(creations: [
                    .init(
                        resourceType: 2, resourceName: name, resourcePatternType: 3, principal: "User:a", host: "*", operation: 3,
                        permissionType: 3),
                ]), on: connection)
            } else {
                _ = try world.send(DeleteAclsRequest(filters: [
                    .init(
                        resourceTypeFilter: 2, resourceNameFilter: name, patternTypeFilter: 1, principalFilter: nil, hostFilter: nil,
                        operation: 1, permissionType: 1),
                ]), on: connection)
            }
        }
    }

    private mutating func follow() throws {
        for told in try world.changes(from: position) {
            try #require(told.offset == position)
            position += 1
            if let name = told.key.split(separator: ":").dropFirst().first.map(String.init) {
                seen.topics[name] = all.topics[name]
                readingsOfOne += 1
            } else if told.key == "acl" {
                seen.rules = all.rules
            } else {
                seen = all
            }
        }
    }

    private var all: Seen {
        Seen(
            topics: Dictionary(uniqueKeysWithValues: world.broker.topics.all.filter { !$0.isInternal }.map {
                ($0.name, TopicSeen(id: $0.id, partitions: $0.partitions.count, configs: $0.overrides))
            }),
            rules: Set(world.broker.acls.bindings))
    }
}
