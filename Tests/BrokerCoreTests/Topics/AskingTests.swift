import KafkaWire
import Testing
@testable import BrokerCore

/// Topics that are made because somebody asks, and topics that are told page by page.
struct AskingTests {
    private func ask(_ world: BrokerWorld, _ name: String, allows: Bool = true, version: Int16 = 12) throws -> MetadataResponse.MetadataResponseTopic {
        try #require(try world.call(MetadataRequest(topics: [.init(name: name)], allowAutoTopicCreation: allows), version: version).topics.first)
    }

    @Test func `asking for a topic makes it only where the broker is told so and the client wants it`() throws {
        let off = try BrokerWorld()
        #expect(try ask(off, "a").errorCode == .unknownTopicOrPartition)
        let world = try BrokerWorld {
            $0.autoCreateTopics = true
            $0.defaultPartitions = 3
        }
        #expect(try ask(world, "a", allows: false).errorCode == .unknownTopicOrPartition)
        let made = try ask(world, "a")
        #expect(made.errorCode == .none && made.partitions.count == 3 && made.topicId != .zero)
        #expect(try ask(world, "a").topicId == made.topicId)
        #expect(try ask(world, "bad name").errorCode == .invalidTopicException)
        #expect(try ask(world, "old", version: 3).errorCode == .none, "before version 4 every client wants it")
        try world.restart()
        #expect(world.topicNames == ["a", "old"])
    }

    @Test func `who may not create topics makes none by asking`() throws {
        let world = try BrokerWorld { $0.autoCreateTopics = true }
        try world.deny(.create, on: .cluster, AclBinding.clusterName)
        try world.deny(.create, on: .topic, "a")
        #expect(try ask(world, "a").errorCode == .topicAuthorizationFailed)
        #expect(world.topicNames == [])
        #expect(try ask(world, "b").errorCode == .none, "a right to the topic is enough")
    }

    @Test func `topics are described page by page, in the order of their names`() throws {
        let world = try BrokerWorld()
        for (name, count) in [("b", Int32(3)), ("a", 2), ("c", 1)] { try world.makeTopic(name, partitions: count) }
        var told: [String] = []
        var cursor: DescribeTopicPartitionsRequest.Cursor?
        var pages = 0
        repeat {
            let answer = try world.call(DescribeTopicPartitionsRequest(
                topics: ["c", "b", "a", "none"].map { .init(name: $0) }, responsePartitionLimit: 2, cursor: cursor))
            for topic in answer.topics {
                told += topic.partitions.map { "\(topic.name ?? "")-\($0.partitionIndex)" }
                if topic.errorCode != .none { told.append("\(topic.name ?? ""): \(topic.errorCode)") }
            }
            cursor = answer.nextCursor.map { .init(topicName: $0.topicName, partitionIndex: $0.partitionIndex) }
            pages += 1
        } while cursor != nil && pages < 10
        #expect(told == ["a-0", "a-1", "b-0", "b-1", "b-2", "c-0", "none: \(ErrorCode.unknownTopicOrPartition)"])
        #expect(pages == 4)
        let all = try world.call(DescribeTopicPartitionsRequest(topics: [], responsePartitionLimit: 2000, cursor: nil))
        #expect(all.nextCursor == nil && all.topics.contains { $0.name == "b" })
        let wrong = try world.call(DescribeTopicPartitionsRequest(topics: [], responsePartitionLimit: 1, cursor: .init(topicName: "a", partitionIndex: -1)))
        #expect(wrong.topics.map(\.errorCode) == [.invalidRequest])
    }

    @Test func `no leader need be elected`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("a")
        func elect(_ topics: [ElectLeadersRequest.Topic]?, type: Int8 = 0) throws -> ElectLeadersResponse {
            try world.call(ElectLeadersRequest(electionType: type, topicPartitions: topics))
        }
        let answer = try elect([.init(topic: "a", partitions: [0, 1])], type: 1)
        #expect(answer.errorCode == .none)
        #expect(answer.replicaElectionResults[0].partitionResult.map(\.errorCode) == [.electionNotNeeded, .unknownTopicOrPartition])
        #expect(try elect(nil).replicaElectionResults.isEmpty)
        #expect(try elect(nil, type: 7).errorCode == .invalidRequest)
        try world.deny(.alter, on: .cluster, AclBinding.clusterName)
        #expect(try elect([.init(topic: "a", partitions: [0])]).replicaElectionResults[0].partitionResult.map(\.errorCode) == [.clusterAuthorizationFailed])
    }
}
