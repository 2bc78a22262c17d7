import KafkaWire
import Testing

@testable import KafkaClient

struct ClusterMapTests {
    private let orders = TopicPartition(topic: "orders", partition: 0)

    private func metadata(leader: Int32 = 2, controller: Int32 = 1, brokers: [Int32] = [1, 2]) -> MetadataResponse {
        MetadataResponse(
            brokers: brokers.map { .init(nodeId: $0, host: "broker\($0)", port: 9000 + $0) }, clusterId: "c",
            controllerId: controller,
            topics: [.init(name: "orders", topicId: KafkaUUID(high: 1, low: 2), partitions: [.init(partitionIndex: 0, leaderId: leader)])])
    }

    @Test func `what was learned leads to leaders and to the controller`() {
        var map = ClusterMap()
        map.learn(metadata())
        #expect(map.route(to: .leader(orders)) == .at(BrokerAddress(host: "broker2", port: 9002)))
        #expect(map.route(to: .controller) == .at(BrokerAddress(host: "broker1", port: 9001)))
        #expect(map.route(to: .broker(2)) == .at(BrokerAddress(host: "broker2", port: 9002)))
        #expect(map.route(to: .any) == .anywhere)
        #expect(map.topicIds["orders"] == KafkaUUID(high: 1, low: 2))
        #expect(map.clusterId == "c")
    }

    @Test func `what is not known says what to ask`() {
        var map = ClusterMap()
        #expect(map.route(to: .leader(orders)) == .unknown(.leader(orders)))
        map.learn(metadata(leader: -1, controller: -1))
        #expect(map.route(to: .leader(orders)) == .unknown(.leader(orders)))
        #expect(map.route(to: .controller) == .unknown(.controller))
        #expect(map.route(to: .broker(9)) == .unknown(.broker(9)))
        #expect(map.route(to: .coordinator(group: "g")) == .unknown(.coordinator(group: "g")))
    }

    @Test func `a leader that is no broker of the cluster is unknown`() {
        var map = ClusterMap()
        map.learn(metadata(leader: 5))
        #expect(map.route(to: .leader(orders)) == .unknown(.leader(orders)))
    }

    @Test func `any broker is first the last that answered, then those that were named, each once`() {
        var map = ClusterMap()
        let named = [BrokerAddress(host: "named", port: 1), BrokerAddress(host: "broker2", port: 9002)]
        #expect(map.candidates(bootstrap: named) == named)
        map.learn(metadata())
        map.lastReached = BrokerAddress(host: "broker2", port: 9002)
        #expect(map.candidates(bootstrap: named).map(\.host) == ["broker2", "named", "broker1"])
    }

    @Test func `what is forgotten is asked again`() {
        var map = ClusterMap()
        map.learn(metadata())
        map.learnCoordinator(of: "g", id: 7, at: BrokerAddress(host: "broker7", port: 9007))
        #expect(map.route(to: .coordinator(group: "g")) == .at(BrokerAddress(host: "broker7", port: 9007)))
        for destination: Destination in [.leader(orders), .controller, .coordinator(group: "g")] {
            map.forget(destination)
            guard case .unknown = map.route(to: destination) else {
                Issue.record("\(destination) is still known")
                continue
            }
        }
        #expect(map.topicIds["orders"] == nil, "a topic that moved may be another topic of that name")
    }
}
