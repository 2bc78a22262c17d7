import KafkaWire
import Testing
@testable import BrokerCore

struct GroupConfigTests {
    private func set(_ world: BrokerWorld, _ name: String, _ value: String?, group: String = "g") throws -> ErrorCode? {
        try world.call(IncrementalAlterConfigsRequest(resources: [
            .init(resourceType: 32, resourceName: group, configs: [.init(name: name, configOperation: value == nil ? 1 : 0, value: value)]),
        ])).responses.first?.errorCode
    }

    @Test func `a group's intervals are its own, are described, and outlive a restart`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        #expect(try set(world, "consumer.heartbeat.interval.ms", "500") == ErrorCode.none)
        #expect(try set(world, "consumer.session.timeout.ms", "2000") == ErrorCode.none)
        #expect(try set(world, "consumer.session.timeout.ms", "5") == .invalidConfig)
        #expect(try set(world, "retention.ms", "5") == .invalidConfig)
        #expect(try set(world, "consumer.session.timeout.ms", "2000", group: "") == .invalidRequest)
        try world.restart()
        let member = AssignedClient(world, "a")
        #expect(try member.join().heartbeatIntervalMs == 500)
        world.advance(by: .milliseconds(2100))
        #expect(try member.beat().errorCode == .groupIdNotFound)
        let described = try world.call(DescribeConfigsRequest(resources: [.init(resourceType: 32, resourceName: "g", configurationKeys: nil)]))
        #expect(described.results[0].configs.map(\.value) == ["500", "2000"])
        #expect(described.results[0].configs.map(\.configSource) == [8, 8])
    }

    @Test func `what has configs is listed by its type`() throws {
        let world = try BrokerWorld { $0.brokerCount = 2 }
        try world.makeTopic("orders")
        _ = try set(world, "consumer.session.timeout.ms", "2000")
        func list(_ types: [Int8], version: Int16 = 1) throws -> ListConfigResourcesResponse {
            try world.call(ListConfigResourcesRequest(resourceTypes: types), version: version)
        }
        #expect(try list([32]).configResources.map(\.resourceName) == ["g"])
        #expect(try list([4]).configResources.map(\.resourceName) == ["1", "2"])
        #expect(try list([2]).configResources.map(\.resourceName).contains("orders"))
        #expect(Set(try list([]).configResources.map(\.resourceType)) == [2, 4, 32])
        #expect(try list([3]).errorCode == .unsupportedVersion)
        #expect(try list([], version: 0).configResources.isEmpty)
        _ = try set(world, "consumer.session.timeout.ms", nil)
        #expect(try list([32]).configResources.isEmpty)
        try world.deny(.describeConfigs, on: .cluster, AclBinding.clusterName)
        #expect(try list([]).errorCode == .clusterAuthorizationFailed)
    }
}
