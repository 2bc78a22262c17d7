import KafkaWire
import Testing
@testable import BrokerCore

/// One process that shows three brokers.
struct ShownBrokersTests {
    private func world() throws -> BrokerWorld { try BrokerWorld { $0.brokerCount = 3 } }

    private func create(
        _ world: BrokerWorld, _ name: String, partitions: Int32 = -1, factor: Int16 = -1, _ assignments: [[Int32]] = []
    ) throws -> CreateTopicsResponse.CreatableTopicResult {
        try #require(try world.call(CreateTopicsRequest(topics: [
            .init(
                name: name, numPartitions: partitions, replicationFactor: factor,
                assignments: assignments.enumerated().map { .init(partitionIndex: Int32($0), brokerIds: $1) }),
        ])).topics.first)
    }

    private func replicas(_ world: BrokerWorld, _ name: String) throws -> [[Int32]] {
        let topic = try #require(try world.call(MetadataRequest(topics: [.init(name: name)])).topics.first)
        for partition in topic.partitions {
            #expect(partition.leaderId == partition.replicaNodes.first)
            #expect(partition.isrNodes == partition.replicaNodes)
        }
        return topic.partitions.map(\.replicaNodes)
    }

    @Test func `leaders are spread evenly, and replicas are told as they were asked for`() throws {
        let world = try world()
        #expect(try create(world, "a", partitions: 6, factor: 2).replicationFactor == 2)
        let placed = try replicas(world, "a")
        #expect(placed.allSatisfy { $0.count == 2 && Set($0).count == 2 && Set($0).isSubset(of: [1, 2, 3]) })
        for node in Int32(1)...3 { #expect(placed.filter { $0[0] == node }.count == 2) }
        #expect(try create(world, "b", partitions: 1, factor: 4).errorCode == .invalidReplicationFactor)
        #expect(try create(world, "c", [[3, 1], [2, 3]]).errorCode == .none)
        #expect(try replicas(world, "c") == [[3, 1], [2, 3]])
        for wrong: [[Int32]] in [[[1, 1]], [[4]], [[]], [[1], [1, 2]]] {
            #expect(try create(world, "d", wrong).errorCode == .invalidReplicaAssignment)
        }
        try world.restart()
        #expect(try replicas(world, "a") == placed)
        #expect(try replicas(world, "c") == [[3, 1], [2, 3]])
    }

    @Test func `topics that grow and replicas that move are kept`() throws {
        let world = try world()
        _ = try create(world, "a", partitions: 1, factor: 3)
        _ = try world.call(CreatePartitionsRequest(topics: [.init(name: "a", count: 3, assignments: [.init(brokerIds: [2, 1]), .init(brokerIds: [3, 2])])]))
        #expect(try replicas(world, "a").suffix(2) == [[2, 1], [3, 2]])
        let moved = try world.call(AlterPartitionReassignmentsRequest(topics: [
            .init(name: "a", partitions: [.init(partitionIndex: 0, replicas: [3]), .init(partitionIndex: 1, replicas: [5])]),
        ]))
        #expect(moved.responses[0].partitions.map(\.errorCode) == [.none, .invalidReplicaAssignment])
        try world.restart()
        #expect(try replicas(world, "a") == [[3], [2, 1], [3, 2]])
        // A cluster that shows fewer brokers than before still has somebody to lead everything.
        try world.restart { $0.brokerCount = 1 }
        #expect(try replicas(world, "a") == [[1], [1], [1]])
    }

    @Test func `each broker is met where its listener is, and each group has one of them`() throws {
        let world = try world()
        let nodes = (Int32(1)...3).map { BrokerNode(id: $0, host: "broker.test", port: 9000 + $0) }
        let connection = world.connect(nodes: nodes, nodeID: 2)
        let told = try world.call(MetadataRequest(topics: []), on: connection)
        #expect(told.brokers.map(\.port) == [9001, 9002, 9003] && told.controllerId == 1)
        #expect(try world.call(DescribeClusterRequest(), on: connection).brokers.map(\.brokerId) == [1, 2, 3])
        let keys = (0..<60).map { "group-\($0)" }
        let found = try world.call(FindCoordinatorRequest(coordinatorKeys: keys), on: connection).coordinators
        #expect(Set(found.map(\.nodeId)) == [1, 2, 3])
        #expect(found.allSatisfy { $0.port == 9000 + $0.nodeId })
        let again = try world.call(FindCoordinatorRequest(key: keys[7]), version: 3, on: connection)
        #expect(again.nodeId == found[7].nodeId)
        _ = try create(world, "a", partitions: 6, factor: 1)
        let sizes = try world.call(DescribeLogDirsRequest(topics: nil), on: connection).results[0].topics
        #expect(sizes.first { $0.name == "a" }?.partitions.count == 2, "a broker tells of its own replicas")
        let configs = try world.call(DescribeConfigsRequest(resources: ["1", "3", "4"].map { .init(resourceType: 4, resourceName: $0, configurationKeys: nil) }))
        #expect(configs.results.map(\.errorCode) == [.none, .none, .invalidRequest])
    }
}
