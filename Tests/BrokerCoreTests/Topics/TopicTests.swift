import KafkaWire
import Testing
@testable import BrokerCore

struct TopicTests {
    private func create(
        _ world: BrokerWorld, _ topic: CreateTopicsRequest.CreatableTopic, validateOnly: Bool = false
    ) throws -> CreateTopicsResponse.CreatableTopicResult {
        try #require(try world.call(CreateTopicsRequest(topics: [topic], validateOnly: validateOnly)).topics.first)
    }

    @Test func `a topic is made with the broker's defaults where it asks for none`() throws {
        let world = try BrokerWorld { $0.defaultPartitions = 3 }
        let result = try create(world, .init(name: "orders", numPartitions: -1, replicationFactor: -1))
        #expect(result.errorCode == .none)
        #expect(result.numPartitions == 3 && result.replicationFactor == 1)
        #expect(result.topicId != .zero)
        #expect(result.configs?.contains { $0.name == "retention.ms" && $0.value == "604800000" } == true)
    }

    @Test func `what cannot be is refused with Kafka's error`() throws {
        let world = try BrokerWorld { $0.maxPartitions = 100 }
        try world.makeTopic("orders.eu")
        func error(_ topic: CreateTopicsRequest.CreatableTopic) throws -> ErrorCode { try create(world, topic).errorCode }
        #expect(try error(.init(name: "a b", numPartitions: 1, replicationFactor: 1)) == .invalidTopicException)
        #expect(try error(.init(name: "orders.eu", numPartitions: 1, replicationFactor: 1)) == .topicAlreadyExists)
        #expect(try error(.init(name: "orders_eu", numPartitions: 1, replicationFactor: 1)) == .invalidTopicException)
        #expect(try error(.init(name: "a", numPartitions: 0, replicationFactor: 1)) == .invalidPartitions)
        #expect(try error(.init(name: "a", numPartitions: 1, replicationFactor: 2)) == .invalidReplicationFactor)
        #expect(try error(.init(name: "a", numPartitions: 1, replicationFactor: 0)) == .invalidReplicationFactor)
        #expect(try error(.init(name: "a", numPartitions: .max, replicationFactor: 1)) == .policyViolation)
        let config = CreateTopicsRequest.CreatableTopicConfig(name: "retention.ms", value: "soon")
        #expect(try error(.init(name: "a", numPartitions: 1, replicationFactor: 1, configs: [config])) == .invalidConfig)
        let unknown = CreateTopicsRequest.CreatableTopicConfig(name: "retention", value: "1")
        #expect(try error(.init(name: "a", numPartitions: 1, replicationFactor: 1, configs: [unknown])) == .invalidConfig)
        #expect(world.topicNames.count == 1)
    }

    @Test func `replicas can be assigned by hand, to this broker only`() throws {
        let world = try BrokerWorld()
        func assigned(_ name: String, _ partitions: [(Int32, [Int32])], count: Int32 = -1) throws -> ErrorCode {
            try create(world, .init(
                name: name, numPartitions: count, replicationFactor: -1,
                assignments: partitions.map { .init(partitionIndex: $0.0, brokerIds: $0.1) })).errorCode
        }
        #expect(try assigned("a", [(0, [1]), (1, [1])]) == .none)
        #expect(world.broker.topics["a"]?.partitions.count == 2)
        #expect(try assigned("b", [(0, [2])]) == .invalidReplicaAssignment)
        #expect(try assigned("b", [(0, [1, 1])]) == .invalidReplicaAssignment)
        #expect(try assigned("b", [(0, [])]) == .invalidReplicaAssignment)
        #expect(try assigned("b", [(1, [1])]) == .invalidReplicaAssignment)
        #expect(try assigned("b", [(0, [1]), (0, [1])]) == .invalidReplicaAssignment)
        #expect(try assigned("b", [(0, [1])], count: 1) == .invalidRequest)
    }

    @Test func `validateOnly checks everything and makes nothing`() throws {
        let world = try BrokerWorld()
        let good = try create(world, .init(name: "a", numPartitions: 2, replicationFactor: 1), validateOnly: true)
        #expect(good.errorCode == .none && good.numPartitions == 2)
        #expect(try create(world, .init(name: "a", numPartitions: 0, replicationFactor: 1), validateOnly: true).errorCode == .invalidPartitions)
        #expect(world.topicNames.count == 0)
    }

    @Test func `a topic named twice in one request is not made`() throws {
        let world = try BrokerWorld()
        let twice = CreateTopicsRequest.CreatableTopic(name: "a", numPartitions: 1, replicationFactor: 1)
        let answer = try world.call(CreateTopicsRequest(topics: [twice, twice]))
        #expect(answer.topics.map(\.errorCode) == [.invalidRequest])
        #expect(world.topicNames.count == 0)
    }

    @Test(arguments: [false, true]) func `topics of one request are held against one another`(validateOnly: Bool) throws {
        let world = try BrokerWorld { $0.maxPartitions = 10 }
        let answer = try world.call(CreateTopicsRequest(
            topics: [("a.b", 4), ("a_b", 4), ("c", 4), ("d", 4), ("c", 1), ("e", 2)].map {
                .init(name: $0.0, numPartitions: $0.1, replicationFactor: 1)
            }, validateOnly: validateOnly))
        #expect(answer.topics.map(\.name) == ["a.b", "a_b", "c", "d", "e"])
        #expect(answer.topics.map(\.errorCode) == [.none, .invalidTopicException, .invalidRequest, .none, .none])
        #expect(answer.topics[1].errorMessage?.contains("a.b") == true)
        #expect(world.topicNames == (validateOnly ? [] : ["a.b", "d", "e"]))
        #expect(world.broker.topics.partitionCount == (validateOnly ? 0 : 10))
        try world.restart()
        #expect(world.topicNames.count == (validateOnly ? 0 : 3))
    }

    @Test func `where the disk refuses, none of a request's topics is made or deleted`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("old")
        world.storage.setFault { operation, path in operation == .write && path.hasSuffix(".journal") ? .outOfSpace : nil }
        let made = try world.call(CreateTopicsRequest(topics: ["a", "old", "b"].map {
            .init(name: $0, numPartitions: 1, replicationFactor: 1)
        }))
        #expect(made.topics.map(\.errorCode) == [.kafkaStorageError, .topicAlreadyExists, .kafkaStorageError])
        let deleted = try world.call(DeleteTopicsRequest(topicNames: ["old", "none"]), version: 5)
        #expect(deleted.responses.map(\.errorCode) == [.kafkaStorageError, .unknownTopicOrPartition])
        #expect(world.topicNames == ["old"])
        world.storage.setFault(nil)
        try world.makeTopic("a")
        try world.restart()
        #expect(world.topicNames == ["old", "a"])
    }

    @Test func `a made topic's configs are told, its own and those that it inherits`() throws {
        let world = try BrokerWorld { $0.topicDefaults = ["segment.ms": "7000"] }
        func told(_ configs: [String: String]) throws -> [String: (String?, Int8)] {
            let result = try create(world, .init(
                name: "t\(configs.count)", numPartitions: 1, replicationFactor: 1,
                configs: configs.map { .init(name: $0.key, value: $0.value) }))
            return Dictionary(uniqueKeysWithValues: (result.configs ?? []).map { ($0.name, ($0.value, $0.configSource)) })
        }
        let plain = try told([:])
        #expect(plain.count == ConfigTable.topic.keys.count)
        #expect(plain["segment.ms"]?.0 == "7000" && plain["segment.ms"]?.1 == ConfigSource.staticBroker.rawValue)
        let own = try told(["retention.ms": "5", "cleanup.policy": "compact"])
        #expect(own["retention.ms"]?.0 == "5" && own["retention.ms"]?.1 == ConfigSource.topic.rawValue)
        #expect(own["segment.ms"]?.0 == "7000" && own.count == plain.count)
        // What all brokers are told counts for the next.
        _ = try world.call(IncrementalAlterConfigsRequest(resources: [
            .init(resourceType: 4, resourceName: "", configs: [.init(name: "log.roll.ms", configOperation: 0, value: "9000")]),
        ]))
        let later = try told(["retention.ms": "5"])
        #expect(later["segment.ms"]?.0 == "9000")
        #expect(world.broker.topics["t1"]?.settings.log.segmentAge == .milliseconds(9000))
    }

    @Test func `a thousand topics in one request cost one sync and no files`() throws {
        let world = try BrokerWorld()
        let before = world.syncCount
        let topics = (0..<1000).map {
            CreateTopicsRequest.CreatableTopic(name: "t\($0)", numPartitions: 4, replicationFactor: 1)
        }
        let answer = try world.call(CreateTopicsRequest(topics: topics))
        #expect(answer.topics.allSatisfy { $0.errorCode == .none })
        #expect(world.syncCount == before + 1)
        #expect(world.topicFiles.isEmpty)
        try world.restart()
        #expect(world.topicNames.count == 1000)
    }

    @Test func `a topic is deleted by name and by id`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("a")
        let id = try world.makeTopic("b")
        let byName = try world.call(DeleteTopicsRequest(topicNames: ["a", "none"]), version: 5)
        #expect(byName.responses.map(\.errorCode) == [.none, .unknownTopicOrPartition])
        let byID = try world.call(DeleteTopicsRequest(topics: [
            .init(name: nil, topicId: id), .init(name: nil, topicId: KafkaUUID(high: 9, low: 9)),
            .init(name: "b", topicId: id),
        ]))
        #expect(byID.responses.map(\.errorCode) == [.none, .unknownTopicId, .invalidRequest])
        #expect(byID.responses.first?.name == "b")
        #expect(world.topicNames.count == 0)
    }

    @Test func `a topic made anew begins empty and has another id`() throws {
        let world = try BrokerWorld()
        let old = try world.makeTopic("orders")
        try world.produce(["one", "two"], to: "orders")
        _ = try world.call(DeleteTopicsRequest(topicNames: ["orders"]), version: 5)
        let new = try world.makeTopic("orders")
        #expect(old != new)
        #expect(try world.latestOffset(of: "orders") == 0)
        #expect(try world.values(of: "orders").isEmpty)

        // Whoever still knows the old id is told so, and is not given the new topic.
        var fetch = world.fetchRequest("orders", minBytes: 0, maxWait: 0)
        fetch.topics[0].topicId = old
        #expect(try world.call(fetch, version: 13).responses.first?.partitions.first?.errorCode == .unknownTopicId)
        var produce = world.produceRequest(["x"], to: "orders")
        produce.topicData[0].topicId = old
        #expect(try world.produce(produce, version: 13).errorCode == .unknownTopicId)
    }

    @Test func `the files of deleted topics go`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        try world.produce(["one"], to: "orders")
        #expect(!world.topicFiles.isEmpty)
        _ = try world.call(DeleteTopicsRequest(topicNames: ["orders"]), version: 5)
        #expect(world.topicFiles.isEmpty)
    }

    @Test func `topics grow and do not shrink`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders", partitions: 2)
        func grow(_ count: Int32, validateOnly: Bool = false, assignments: [[Int32]]? = nil) throws -> ErrorCode {
            try #require(try world.call(CreatePartitionsRequest(
                topics: [.init(name: "orders", count: count, assignments: assignments?.map { .init(brokerIds: $0) })],
                timeoutMs: 0, validateOnly: validateOnly)).results.first).errorCode
        }
        #expect(try grow(4, validateOnly: true) == .none)
        #expect(world.broker.topics["orders"]?.partitions.count == 2)
        #expect(try grow(2) == .invalidPartitions)
        #expect(try grow(1) == .invalidPartitions)
        #expect(try grow(-1) == .invalidPartitions)
        #expect(try grow(3, assignments: [[2]]) == .invalidReplicaAssignment)
        #expect(try grow(3, assignments: [[1], [1]]) == .invalidReplicaAssignment)
        #expect(try grow(4, assignments: [[1], [1]]) == .none)
        #expect(world.broker.topics["orders"]?.partitions.count == 4)
        let unknown = try world.call(CreatePartitionsRequest(topics: [.init(name: "none", count: 3, assignments: nil)]))
        #expect(unknown.results.first?.errorCode == .unknownTopicOrPartition)
    }
}
