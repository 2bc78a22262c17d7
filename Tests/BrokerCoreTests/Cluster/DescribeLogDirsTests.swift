import KafkaWire
import Testing
@testable import BrokerCore

struct DescribeLogDirsTests {
    @Test func `partitions are told with what they take`() throws {
        let world = try BrokerWorld { $0.dataDirectory = "/data" }
        try world.makeTopic("orders", partitions: 2)
        try world.makeTopic("stock")
        let batch = world.batch(["one", "two"])
        try world.produce(world.produceRequest(batch, to: "orders", partition: 1))
        try world.produce(world.produceRequest(batch, to: "orders", partition: 1))
        for version in DescribeLogDirsRequest.versions {
            let answer = try world.call(DescribeLogDirsRequest(topics: nil), version: version)
            #expect(answer.errorCode == .none)
            let directory = try #require(answer.results.first)
            #expect(answer.results.count == 1 && directory.logDir == "/data" && directory.errorCode == .none)
            let topics = directory.topics.filter { !$0.name.hasPrefix("__") }
            #expect(topics.map(\.name) == ["orders", "stock"])
            #expect(topics.flatMap(\.partitions).map(\.partitionSize) == [0, Int64(2 * batch.readableBytes), 0])
            #expect(topics.flatMap(\.partitions).allSatisfy { $0.offsetLag == 0 && !$0.isFutureKey })
        }
    }

    @Test func `of the topics and partitions that are named, those that are there are told`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders", partitions: 2)
        let asked = DescribeLogDirsRequest(topics: [
            .init(topic: "orders", partitions: [1, 9]), .init(topic: "none", partitions: [0]),
        ])
        let topics = try world.call(asked).results.flatMap(\.topics)
        #expect(topics.map(\.name) == ["orders"])
        #expect(topics.flatMap(\.partitions).map(\.partitionIndex) == [1])
    }

    @Test func `the cluster must be one's to describe`() throws {
        let world = try BrokerWorld()
        try world.deny(.describe, on: .cluster, AclBinding.clusterName)
        let answer = try world.call(DescribeLogDirsRequest(topics: nil))
        #expect(answer.errorCode == .clusterAuthorizationFailed && answer.results.isEmpty)
    }
}
