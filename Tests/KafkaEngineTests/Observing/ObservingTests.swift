import KafkaWire
import MeshModel
import Testing

@testable import KafkaEngine

struct ObservingTests {
    @Test func `topics are read with their ids, and the weakest replication counts`() throws {
        let response = MetadataResponse(topics: [
            .init(
                name: "orders", topicId: KafkaUUID(high: 0, low: 1),
                partitions: [.init(partitionIndex: 0, replicaNodes: [1, 2, 3]), .init(partitionIndex: 1, replicaNodes: [1, 2])]),
            .init(name: "__consumer_offsets", isInternal: true, partitions: [.init(replicaNodes: [1])]),
        ])
        let topics = try readTopics(response)
        #expect(topics["orders"] == ObservedTopic(id: KafkaUUID(high: 0, low: 1).description, partitions: 2, replication: 2, replicas: [[1, 2, 3], [1, 2]]))
        #expect(topics["__consumer_offsets"] == ObservedTopic(partitions: 1, replication: 1, isInternal: true, replicas: [[1]]))
    }

    @Test func `a topic that cannot be told makes the reading fail`() {
        let response = MetadataResponse(topics: [.init(name: "a"), .init(errorCode: .leaderNotAvailable, name: "b")])
        #expect(throws: TopicNotTold(topic: "b", code: .leaderNotAvailable)) { try readTopics(response) }
    }

    @Test func `only what was set on the topic itself counts as set`() throws {
        let response = DescribeConfigsResponse(results: [
            .init(
                resourceType: 2, resourceName: "t",
                configs: [
                    .init(name: "retention.ms", value: "1", configSource: 1), .init(name: "segment.bytes", value: "2", configSource: 5),
                    .init(name: "cleanup.policy", value: "delete", configSource: 4), .init(name: "secret", value: nil, configSource: 1),
                ])
        ])
        let config = try #require(try readTopicConfigs(response)["t"])
        #expect(config["retention.ms"] == .init(value: "1", isSetOnTopic: true))
        #expect(config["segment.bytes"] == .init(value: "2", isSetOnTopic: false))
        #expect(config["cleanup.policy"] == .init(value: "delete", isSetOnTopic: false))
        #expect(config["secret"] == .init(value: nil, isSetOnTopic: true))
    }

    @Test func `a topic whose config is refused makes the reading fail`() {
        let response = DescribeConfigsResponse(results: [
            .init(errorCode: .topicAuthorizationFailed, errorMessage: "no", resourceType: 2, resourceName: "t")
        ])
        #expect(throws: TopicNotTold(topic: "t", code: .topicAuthorizationFailed, message: "no")) { try readTopicConfigs(response) }
    }

    @Test func `the default number of partitions is told or not`() {
        func response(_ value: String?, code: ErrorCode = .none) -> DescribeConfigsResponse {
            DescribeConfigsResponse(results: [.init(errorCode: code, resourceType: 4, configs: [.init(name: "num.partitions", value: value)])])
        }
        #expect(readDefaultPartitions(response("6")) == 6)
        #expect(readDefaultPartitions(response("six")) == nil)
        #expect(readDefaultPartitions(response("6", code: .clusterAuthorizationFailed)) == nil)
        #expect(readDefaultPartitions(DescribeConfigsResponse()) == nil)
    }

    @Test func `ACLs of unknown kinds are left out, the others stay`() {
        let response = DescribeAclsResponse(resources: [
            .init(
                resourceType: 2, resourceName: "orders", patternType: 3,
                acls: [
                    .init(principal: "User:a", host: "*", operation: 3, permissionType: 3),
                    .init(principal: "User:a", host: "*", operation: 77, permissionType: 3),
                ]),
            .init(resourceType: 42, resourceName: "x", patternType: 3, acls: [.init(principal: "User:a", host: "*", operation: 3, permissionType: 3)]),
        ])
        #expect(readAccess(response) == [AccessRule(resourceType: .topic, pattern: .literal("orders"), principal: "User:a", operation: .read)])
    }
}
