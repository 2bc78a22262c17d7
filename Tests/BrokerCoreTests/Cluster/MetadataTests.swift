import KafkaWire
import Testing
@testable import BrokerCore

struct MetadataTests {
    @Test func `asking for a topic does not make it`() throws {
        let world = try BrokerWorld()
        for version in MetadataRequest.versions {
            let answer = try world.call(
                MetadataRequest(topics: [.init(name: "orders")], allowAutoTopicCreation: true), version: version)
            #expect(answer.topics.map(\.errorCode) == [.unknownTopicOrPartition])
        }
        #expect(try world.call(MetadataRequest(topics: nil), version: 1).topics.allSatisfy(\.isInternal))
    }

    @Test func `an invalid name is answered with INVALID_TOPIC_EXCEPTION`() throws {
        let world = try BrokerWorld()
        for bad in ["", ".", "..", "a b", "ü", String(repeating: "x", count: 250)] {
            let answer = try world.call(MetadataRequest(topics: [.init(name: bad)]), version: 9)
            #expect(answer.topics.first?.errorCode == .invalidTopicException)
        }
    }

    @Test func `version 0 means all topics by none, later versions by null`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders", partitions: 2)
        #expect(try world.call(MetadataRequest(topics: []), version: 0).topics.map(\.name).contains("orders"))
        #expect(try world.call(MetadataRequest(topics: []), version: 1).topics.isEmpty)
        #expect(try world.call(MetadataRequest(topics: nil), version: 1).topics.first { $0.name == "orders" }?.partitions.count == 2)
    }

    @Test func `topics are found by id from version 10 on`() throws {
        let world = try BrokerWorld()
        let id = try world.makeTopic("orders")
        let found = try world.call(MetadataRequest(topics: [.init(topicId: id, name: nil)]), version: 12)
        #expect(found.topics.first?.name == "orders")
        let unknown = try world.call(
            MetadataRequest(topics: [.init(topicId: KafkaUUID(high: 1, low: 2), name: nil)]), version: 12)
        #expect(unknown.topics.first?.errorCode == .unknownTopicId)
        #expect(unknown.topics.first?.name == nil)
    }

    @Test func `clients are told the address by which they came`() throws {
        let world = try BrokerWorld()
        let outside = world.connect(host: "203.0.113.9", port: 19_092)
        let broker = try #require(try world.call(MetadataRequest(topics: []), on: outside).brokers.first)
        #expect(broker.host == "203.0.113.9" && broker.port == 19_092 && broker.nodeId == 1)
        let coordinator = try world.call(FindCoordinatorRequest(key: "g"), version: 3, on: outside)
        #expect(coordinator.host == "203.0.113.9" && coordinator.port == 19_092)
        let cluster = try world.call(DescribeClusterRequest(), on: outside)
        #expect(cluster.brokers.first?.host == "203.0.113.9")
    }

    @Test func `the cluster id is 22 characters and survives restarts`() throws {
        let world = try BrokerWorld()
        let before = try world.call(DescribeClusterRequest()).clusterId
        #expect(before.utf8.count == 22)
        #expect(try world.call(MetadataRequest(topics: [])).clusterId == before)
        try world.restart()
        #expect(try world.call(DescribeClusterRequest()).clusterId == before)
    }

    @Test func `controllers cannot be asked for`() throws {
        let world = try BrokerWorld()
        #expect(try world.call(DescribeClusterRequest(endpointType: 2)).errorCode == .mismatchedEndpointType)
        #expect(try world.call(DescribeClusterRequest(endpointType: 9)).errorCode == .unsupportedEndpointType)
    }

    @Test func `coordinators are found for groups in every version`() throws {
        let world = try BrokerWorld()
        for version in FindCoordinatorRequest.versions {
            let answer = try world.call(FindCoordinatorRequest(key: version < 4 ? "g" : "", coordinatorKeys: version < 4 ? [] : ["g", ""]), version: version)
            if version < 4 {
                #expect(answer.nodeId == 1 && answer.errorCode == .none)
            } else {
                #expect(answer.coordinators.map(\.errorCode) == [.none, .invalidGroupId])
                #expect(answer.coordinators.map(\.nodeId) == [1, -1])
            }
        }
    }
}
