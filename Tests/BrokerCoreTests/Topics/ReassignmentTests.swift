import KafkaWire
import Testing
@testable import BrokerCore

struct ReassignmentTests {
    private func move(_ world: BrokerWorld, _ replicas: [Int32]?, topic: String = "orders", partition: Int32 = 0) throws -> ErrorCode {
        let answer = try world.call(AlterPartitionReassignmentsRequest(topics: [
            .init(name: topic, partitions: [.init(partitionIndex: partition, replicas: replicas)]),
        ]))
        #expect(answer.errorCode == .none)
        return try #require(answer.responses.first?.partitions.first).errorCode
    }

    @Test func `replicas may be moved to where they are, and nowhere else`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        #expect(try move(world, [1]) == .none)
        #expect(try move(world, [2]) == .invalidReplicaAssignment)
        #expect(try move(world, [1, 2]) == .invalidReplicaAssignment)
        #expect(try move(world, []) == .invalidReplicaAssignment)
        #expect(try move(world, nil) == .noReassignmentInProgress)
        #expect(try move(world, [1], partition: 1) == .unknownTopicOrPartition)
        #expect(try move(world, [1], topic: "none") == .unknownTopicOrPartition)
    }

    @Test func `no move is ever under way`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        let answer = try world.call(ListPartitionReassignmentsRequest(topics: nil))
        #expect(answer.errorCode == .none && answer.topics.isEmpty)
    }

    @Test func `moves are the cluster's to alter and to describe`() throws {
        let world = try BrokerWorld()
        try world.deny(.all, on: .cluster, AclBinding.clusterName)
        #expect(try world.call(AlterPartitionReassignmentsRequest()).errorCode == .clusterAuthorizationFailed)
        #expect(try world.call(ListPartitionReassignmentsRequest(topics: nil)).errorCode == .clusterAuthorizationFailed)
    }
}
