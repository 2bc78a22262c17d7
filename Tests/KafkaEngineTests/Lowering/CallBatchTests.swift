import EngineInterface
import KafkaWire
import MeshModel
import Testing

@testable import KafkaEngine

struct CallBatchTests {
    private func create(_ name: String, partitions: Int = 1) -> EngineOperation {
        .createTopic(name: name, partitions: partitions, replication: nil, config: [:])
    }

    @Test func `a thousand topics go in one request`() {
        let operations = (0..<2500).map { create("t\($0)") }
        let counts = batches(of: CreateTopicsCall.self, from: operations).map(\.entries.count)
        #expect(counts == [1000, 1000, 500])
    }

    @Test func `topics with many partitions share a request with fewer`() {
        let operations = (0..<10).map { create("t\($0)", partitions: 3000) }
        let found = batches(of: CreateTopicsCall.self, from: operations)
        #expect(found.map(\.entries.count) == [2, 2, 2, 2, 2])
        #expect(batches(of: CreateTopicsCall.self, from: [create("huge", partitions: .max)]).count == 1)
    }

    @Test func `a name comes once in a request`() {
        let found = batches(of: CreateTopicsCall.self, from: [create("a"), create("b"), create("a")])
        #expect(found.map { $0.entries.map(\.index) } == [[0, 1], [2]])
    }

    @Test func `each call takes its own operations, and they know their places`() {
        let rule = AccessRule(resourceType: .topic, pattern: .any, principal: "User:a", operation: .read)
        let operations: [EngineOperation] = [
            create("a"), .deleteTopic(name: "b"), .grant(rule), .revoke(rule), .setPartitions(topic: "c", total: 3),
            .alterConfig(topic: "d", set: ["k": "v"], unset: ["u"]),
        ]
        #expect(batches(of: CreateTopicsCall.self, from: operations).first?.entries.map(\.index) == [0])
        #expect(batches(of: DeleteTopicsCall.self, from: operations).first?.entries.map(\.index) == [1])
        #expect(batches(of: GrantCall.self, from: operations).first?.entries.map(\.index) == [2])
        #expect(batches(of: RevokeCall.self, from: operations).first?.entries.map(\.index) == [3])
        #expect(batches(of: CreatePartitionsCall.self, from: operations).first?.entries.map(\.index) == [4])
        #expect(batches(of: AlterConfigsCall.self, from: operations).first?.entries.map(\.index) == [5])
        #expect(batches(of: AlterConfigsCall.self, from: []).isEmpty)
    }

    @Test func `a change of config names what is set and what is unset, in a fixed order`() throws {
        let item = try #require(AlterConfigsCall.item(for: .alterConfig(topic: "t", set: ["b": "2", "a": "1"], unset: ["z", "y"])))
        #expect(item.resourceType == 2)
        #expect(item.configs.map(\.name) == ["a", "b", "y", "z"])
        #expect(item.configs.map(\.configOperation) == [0, 0, 1, 1])
        #expect(item.configs.map(\.value) == ["1", "2", nil, nil])
    }

    @Test func `deletion speaks of topics in the way of the version`() {
        #expect(DeleteTopicsCall.request(["a"], version: 5, timeoutMs: 1) == DeleteTopicsRequest(topicNames: ["a"], timeoutMs: 1))
        #expect(DeleteTopicsCall.request(["a"], version: 6, timeoutMs: 1) == DeleteTopicsRequest(topics: [.init(name: "a")], timeoutMs: 1))
    }

    @Test func `a replication that nobody said is left to the cluster`() throws {
        let item = try #require(CreateTopicsCall.item(for: create("a")))
        #expect(item.replicationFactor == -1)
        #expect(CreateTopicsCall.item(for: .createTopic(name: "a", partitions: 1, replication: 3, config: [:]))?.replicationFactor == 3)
    }

    @Test func `every lowered request can be written in every version`() throws {
        let rule = AccessRule(resourceType: .topic, pattern: .prefix("a"), principal: "User:a", operation: .read)
        let operations: [EngineOperation] = [
            .createTopic(name: "a", partitions: 3, replication: 1, config: ["k": "v"]), .deleteTopic(name: "b"), .grant(rule), .revoke(rule),
            .setPartitions(topic: "c", total: 3), .alterConfig(topic: "d", set: ["k": "v"], unset: ["u"]),
        ]
        func check<Call: LoweredCall>(_ call: Call.Type) throws {
            let batch = try #require(batches(of: call, from: operations).first)
            for version in Call.Request.versions {
                let request = Call.request(batch.items, version: version, timeoutMs: 1)
                #expect(throws: Never.self, "\(Call.Request.apiKey) \(version)") {
                    try encodeRequest(correlationId: 1, clientId: nil, message: request, version: version)
                }
            }
        }
        try check(CreateTopicsCall.self)
        try check(CreatePartitionsCall.self)
        try check(AlterConfigsCall.self)
        try check(DeleteTopicsCall.self)
        try check(GrantCall.self)
        try check(RevokeCall.self)
    }
}
