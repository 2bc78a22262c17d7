import KafkaWire
import NIOCore
import Testing
@testable import BrokerCore

struct OffsetDeleteTests {
    private func delete(
        _ world: BrokerWorld, _ partitions: [Int32] = [0], of topic: String = "orders", group: String = "g"
    ) throws -> (ErrorCode, [ErrorCode]) {
        let answer = try world.call(OffsetDeleteRequest(groupId: group, topics: [
            .init(name: topic, partitions: partitions.map { .init(partitionIndex: $0) }),
        ]))
        return (answer.errorCode, answer.topics.flatMap(\.partitions).map(\.errorCode))
    }

    /// A ConsumerProtocolSubscription of version 1.
    private func subscription(_ topics: [String]) throws -> ByteBuffer {
        var writer = WireWriter(capacity: 64)
        writer.writeInt16(1)
        writer.writeInt32(Int32(topics.count))
        for topic in topics { try writer.writeString(topic, flexible: false) }
        writer.writeInt32(-1)
        writer.writeInt32(0)
        return writer.buffer
    }

    @Test func `an idle group's offsets go, and stay gone`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        try world.makeTopic("stock")
        #expect(try GroupClient(world).commit(5, generation: -1) == .none)
        #expect(try GroupClient(world).commit(6, topic: "stock", generation: -1) == .none)
        #expect(try delete(world, [0, 7]) == (.none, [.none, .unknownTopicOrPartition]))
        #expect(try world.committed("g") == -1)
        try world.restart()
        #expect(try world.committed("g") == -1)
        #expect(world.broker.groups["g"]?.offsets["stock", 0]?.offset == 6)
        #expect(try delete(world, of: "stock") == (.none, [.none]))
        #expect(world.broker.groups["g"] == nil, "nothing is left to be known of it")
        #expect(try delete(world) == (.groupIdNotFound, []))
        #expect(try delete(world, group: "") == (.invalidGroupId, []))
    }

    @Test func `what members read now is kept, and what they have left goes`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        try world.makeTopic("stock")
        #expect(try GroupClient(world).commit(5, generation: -1) == .none)
        #expect(try GroupClient(world).commit(6, topic: "stock", generation: -1) == .none)
        let metadata = try subscription(["orders"])
        let member = try world.stableGroup(1) { $0.metadata = metadata }[0]
        #expect(try delete(world) == (.none, [.groupSubscribedToTopic]))
        #expect(try delete(world, of: "stock") == (.none, [.none]))
        #expect(world.broker.groups["g"]?.offsets["stock", 0] == nil)
        #expect(try member.heartbeat() == .none)
    }

    @Test func `nothing goes while it cannot be known what members read`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        #expect(try GroupClient(world).commit(5, generation: -1) == .none)
        _ = try world.stableGroup(1)
        #expect(try delete(world) == (.none, [.groupSubscribedToTopic]))
        #expect(try world.committed("g") == 5)
    }

    @Test func `the group must be one's to delete, and the topic one's to read`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        #expect(try GroupClient(world).commit(5, generation: -1) == .none)
        try world.deny(.read, on: .topic, "orders")
        #expect(try delete(world) == (.none, [.topicAuthorizationFailed]))
        try world.deny(.delete, on: .group, "g")
        #expect(try delete(world) == (.groupAuthorizationFailed, []))
    }
}
