import BrokerLog
import KafkaWire
import Testing
@testable import BrokerCore

struct ChangeStreamTests {
    private let topic = ChangeStream.topicName

    @Test func `each kind of change is told, by whoever it was made`() throws {
        let world = try BrokerWorld()
        #expect(try world.keysTold { try world.makeTopic("orders") } == ["topic:orders"])
        #expect(try world.keysTold { try world.setConfigs("orders", ["retention.ms": "1000"]) } == ["config:orders"])
        #expect(try world.keysTold {
            _ = try world.call(AlterConfigsRequest(resources: [.init(resourceType: 2, resourceName: "orders", configs: [])]))
        } == ["config:orders"])
        #expect(try world.keysTold {
            _ = try world.call(CreatePartitionsRequest(topics: [.init(name: "orders", count: 3, assignments: nil)]))
        } == ["topic:orders"])
        #expect(try world.keysTold { try world.deny(.read, on: .topic, "secret") } == ["acl"])
        #expect(try world.keysTold { try world.lift("secret") } == ["acl"])
        #expect(try world.keysTold {
            _ = try world.call(DeleteTopicsRequest(topicNames: ["orders"]), version: 5)
        } == ["topic:orders"])
        #expect(try world.keysTold {
            try world.setConfigs("", ["log.roll.ms": "9000"], type: ConfigResource.brokerType)
        } == ["everything"])
        let words = try world.changes().map { $0.value.split(separator: "\"")[5] }
        #expect(words == ["start", "created", "config", "config", "partitions", "access", "access", "deleted", "config"])
    }

    @Test func `a record is JSON with the broker's time`() throws {
        let world = try BrokerWorld()
        world.advance(by: .milliseconds(1234))
        try world.makeTopic("orders.a-b_c")
        try world.deny(.read, on: .topic, "secret")
        let told = try world.changes(from: 1)
        let moment = world.now.millisecondsSinceEpoch
        #expect(told.map(\.value) == [
            #"{"version":1,"change":"created","topic":"orders.a-b_c","at":\#(moment)}"#,
            #"{"version":1,"change":"access","at":\#(moment)}"#,
        ])
        #expect(told.map(\.timestamp) == [moment, moment])
    }

    @Test func `what changes nothing is not told`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders", configs: ["retention.ms": "1000"])
        try world.deny(.read, on: .topic, "secret")
        #expect(try world.keysTold {
            _ = try world.call(CreateTopicsRequest(
                topics: [.init(name: "a", numPartitions: 1, replicationFactor: 1)], validateOnly: true))
            _ = try world.call(CreateTopicsRequest(topics: [.init(name: "orders", numPartitions: 1, replicationFactor: 1)]))
            _ = try world.call(CreatePartitionsRequest(topics: [.init(name: "orders", count: 3, assignments: nil)], validateOnly: true))
            _ = try world.call(DeleteTopicsRequest(topicNames: ["none"]), version: 5)
            try world.setConfigs("orders", ["retention.ms": "1000"])
            try world.setConfigs("orders", ["retention.ms": "7"], validateOnly: true)
            try world.setConfigs("orders", ["retention.ms": "soon"])
            try world.deny(.read, on: .topic, "secret")
            try world.lift("nothing")
            try world.produce(["a"], to: "orders")
            _ = try world.call(DeleteRecordsRequest(topics: [
                .init(name: "orders", partitions: [.init(partitionIndex: 0, offset: 1)]),
            ]))
        } == [])
    }

    @Test func `what the engine and its tools keep for themselves is not told`() throws {
        let world = try BrokerWorld()
        #expect(try world.keysTold {
            try world.makeTopic("__heddle.state", configs: ["cleanup.policy": "compact"])
            try world.setConfigs("__heddle.state", ["retention.ms": "1000"])
            _ = try world.call(DeleteTopicsRequest(topicNames: ["__heddle.state"]), version: 5)
        } == [])
        #expect(try world.keysTold { try world.makeTopic("_schemas") } == ["topic:_schemas"])
    }

    @Test func `a thousand topics are a thousand records in one batch, and one sync`() throws {
        let world = try BrokerWorld()
        let before = world.syncCount
        let names = (0..<1000).map { "t\($0)" }
        _ = try world.call(CreateTopicsRequest(topics: names.map { .init(name: $0, numPartitions: 1, replicationFactor: 1) }))
        #expect(world.syncCount == before + 1)
        #expect(try world.changes(from: 1).map(\.key) == names.map { "topic:\($0)" })
        let bytes = try #require(try world.fetch(topic, from: 1).records)
        #expect(try RecordReader(batchAt: bytes.readerIndex, in: bytes).header.sizeInBytes == bytes.readableBytes)

        let longNames = (0..<3000).map { "\($0)-" + String(repeating: "x", count: 230) }
        _ = try world.call(CreateTopicsRequest(topics: longNames.map { .init(name: $0, numPartitions: 1, replicationFactor: 1) }))
        #expect(try world.changes(from: 1001).map(\.key) == longNames.map { "topic:\($0)" })
    }

    @Test func `many rules of one request are one record`() throws {
        let world = try BrokerWorld()
        #expect(try world.keysTold {
            _ = try world.call(CreateAclsRequest(creations: (0..<100).map {
                .init(
                    resourceType: 2, resourceName: "t\($0)", resourcePatternType: 3, principal: "User:a", host: "*", operation: 3,
                    permissionType: 3)
            }))
        } == ["acl"])
    }

    @Test func `a reader that waits is told when the change is on disk`() throws {
        let world = try BrokerWorld()
        let reader = world.connect()
        let fetch = try world.send(world.fetchRequest(topic, from: 1, maxWait: 30_000), version: 12, on: reader)
        world.holdsSyncs = true
        let create = try world.send(CreateTopicsRequest(topics: [.init(name: "a", numPartitions: 1, replicationFactor: 1)]))
        #expect(!world.hasAnswer(fetch) && !world.hasAnswer(create))
        world.finishSync()
        #expect(world.heldSyncs.isEmpty)
        #expect(try world.answer(fetch)?.responses[0].partitions[0].values().count == 1)
        #expect(world.hasAnswer(create))
    }

    // MARK: The topic

    @Test func `the topic is shown as internal, described and read like any other`() throws {
        let world = try BrokerWorld()
        let told = try #require(try world.call(MetadataRequest(topics: nil)).topics.first)
        #expect(told.name == topic && told.isInternal && told.partitions.count == 1)
        try world.makeTopic("orders")
        #expect(try world.call(MetadataRequest(topics: [.init(name: "orders")])).topics.map(\.isInternal) == [false])
        let configs = try #require(try world.call(DescribeConfigsRequest(resources: [
            .init(resourceType: 2, resourceName: topic, configurationKeys: nil),
        ])).results.first?.configs)
        let own = configs.filter { $0.configSource == ConfigSource.topic.rawValue }
        #expect(Dictionary(uniqueKeysWithValues: own.map { ($0.name, $0.value) }) == ChangeStream.configs)
        try world.deny(.read, on: .topic, topic)
        #expect(try world.fetch(topic).errorCode == .topicAuthorizationFailed)
    }

    @Test func `nobody else writes or changes it`() throws {
        let world = try BrokerWorld { $0.authorization.superPrincipals = ["User:admin"] }
        for client in [world.client, world.admin] {
            let produced = try world.call(world.produceRequest(["x"], to: topic), version: 9, on: client)
            #expect(produced.responses[0].partitionResponses[0].errorCode == .invalidTopicException)
            let deleted = try world.call(DeleteTopicsRequest(topicNames: [topic]), version: 5, on: client)
            #expect(deleted.responses.map(\.errorCode) == [.invalidTopicException])
            let id = try #require(world.broker.topics[topic]?.id)
            let byID = try world.call(DeleteTopicsRequest(topics: [.init(name: nil, topicId: id)]), on: client)
            #expect(byID.responses.map(\.errorCode) == [.invalidTopicException])
            let grown = try world.call(CreatePartitionsRequest(topics: [.init(name: topic, count: 3, assignments: nil)]), on: client)
            #expect(grown.results.map(\.errorCode) == [.invalidTopicException])
            let altered = try world.call(AlterConfigsRequest(resources: [.init(resourceType: 2, resourceName: topic, configs: [])]), on: client)
            #expect(altered.responses.map(\.errorCode) == [.invalidTopicException])
            let cut = try world.call(DeleteRecordsRequest(topics: [
                .init(name: topic, partitions: [.init(partitionIndex: 0, offset: -1)]),
            ]), on: client)
            #expect(cut.topics.flatMap(\.partitions).map(\.errorCode) == [.invalidTopicException])
            let made = try world.call(
                CreateTopicsRequest(topics: [.init(name: topic, numPartitions: 1, replicationFactor: 1)]), on: client)
            #expect(made.topics.map(\.errorCode) == [.topicAlreadyExists])
        }
        #expect(try world.setConfigs(topic, ["retention.ms": "1"]) == .invalidTopicException)
        #expect(try world.changes().map(\.key) == ["everything"])
        let unanswered = world.connect()
        _ = try world.send(world.produceRequest(["x"], to: topic, acks: 0), version: 9, on: unanswered)
        #expect(world.closed[unanswered] != nil)
    }

    @Test func `it takes none of the room that clients' partitions have`() throws {
        let world = try BrokerWorld { $0.maxPartitions = 1 }
        try world.makeTopic("orders")
        let full = try world.call(CreateTopicsRequest(topics: [.init(name: "a", numPartitions: 1, replicationFactor: 1)]))
        #expect(full.topics.map(\.errorCode) == [.policyViolation])
        try world.restart()
        _ = try world.call(DeleteTopicsRequest(topicNames: ["orders"]), version: 5)
        try world.makeTopic("a")
    }

    @Test func `it stays small, however much is told`() throws {
        let world = try BrokerWorld { $0.durability = .os }
        let name = String(repeating: "x", count: 249)
        for _ in 0..<20 {
            for _ in 0..<2000 { world.broker.changes.add(.created(topic: name)) }
            world.broker.tellChanges()
        }
        let log = try #require(world.broker.topics[topic]?.partition(0)?.log)
        let before = log.sizeInBytes
        world.advance(by: world.settings.retentionCheckInterval)
        #expect(before > 20 << 20 && log.sizeInBytes < 21 << 20 && log.sizeInBytes >= 16 << 20)
        #expect(log.logEndOffset == 40_001)
    }
}
