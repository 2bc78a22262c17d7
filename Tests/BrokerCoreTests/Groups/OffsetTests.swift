import KafkaWire
import Testing
@testable import BrokerCore

struct OffsetTests {
    @Test func `what a group committed is told in every version`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        let client = try world.stableGroup(1)[0]
        #expect(try client.commit(42) == .none)
        for version in OffsetFetchRequest.versions {
            if version < 8 {
                let answer = try world.call(
                    OffsetFetchRequest(groupId: "g", topics: [.init(name: "orders", partitionIndexes: [0, 1])]), version: version)
                #expect(answer.topics[0].partitions.map(\.committedOffset) == [42, -1])
                #expect(answer.topics[0].partitions.map(\.metadata) == ["m", ""])
                #expect(answer.topics[0].partitions.allSatisfy { $0.errorCode == .none })
            } else {
                let answer = try world.call(
                    OffsetFetchRequest(groups: [
                        .init(groupId: "g", topics: nil),
                        .init(groupId: "unknown", topics: [.init(name: "orders", partitionIndexes: [0])]),
                    ]), version: version)
                #expect(answer.groups[0].topics[0].partitions.map(\.committedOffset) == [42])
                #expect(answer.groups[1].topics[0].partitions.map(\.committedOffset) == [-1])
                #expect(answer.groups.map(\.errorCode) == [.none, .none])
            }
        }
    }

    @Test func `an unknown group has committed nothing, which is no error`() throws {
        let world = try BrokerWorld()
        #expect(try world.committed("unknown") == -1)
        let all = try world.call(OffsetFetchRequest(groupId: "unknown", topics: nil), version: 7)
        #expect(all.errorCode == .none && all.topics.isEmpty)
    }

    @Test func `a member epoch for a group that is not there is no error`() throws {
        let world = try BrokerWorld()
        let answer = try world.call(OffsetFetchRequest(groups: [.init(groupId: "g", memberId: "m", memberEpoch: 1, topics: nil)]), version: 9)
        #expect(answer.groups.map(\.errorCode) == [.none], "as Kafka answers for a group that it does not know")
    }

    @Test func `an idle group takes commits from everybody, a busy one from its members`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        let loner = GroupClient(world)
        #expect(try loner.commit(1, generation: -1, memberID: "") == .none)
        #expect(try loner.commit(1, generation: 3, memberID: "x") == .unknownMemberId)
        let member = try world.stableGroup(1)[0]
        #expect(try loner.commit(2, generation: -1, memberID: "") == .unknownMemberId)
        #expect(try member.commit(3, generation: 9) == .illegalGeneration)
        #expect(try member.commit(3) == .none)
        #expect(try world.committed("g") == 3)
        #expect(try GroupClient(world, group: "none").commit(1, generation: 5, memberID: "x") == .illegalGeneration)
    }

    @Test func `what cannot be committed is refused`() throws {
        let world = try BrokerWorld { $0.offsetMetadataMaxBytes = 4 }
        try world.makeTopic("orders")
        let client = GroupClient(world)
        #expect(try client.commit(1, topic: "none", generation: -1) == .unknownTopicOrPartition)
        let long = OffsetCommitRequest(groupId: "g", generationIdOrMemberEpoch: -1, topics: [
            .init(name: "orders", partitions: [.init(partitionIndex: 0, committedOffset: 1, committedMetadata: "12345")]),
        ])
        #expect(try world.call(long, version: 8).topics[0].partitions[0].errorCode == .offsetMetadataTooLarge)
        #expect(try GroupClient(world, group: "").commit(1, generation: -1) == .invalidGroupId)
    }

    @Test func `commits survive restarts and crashes`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        #expect(try GroupClient(world).commit(5, generation: -1) == .none)
        try world.restart()
        #expect(try world.committed("g") == 5)
        #expect(try GroupClient(world).commit(6, generation: -1) == .none)
        try world.crash(seed: 4)
        #expect(try world.committed("g") == 6)
        // Members are not remembered: they are told to join again.
        #expect(try world.call(HeartbeatRequest(groupId: "g", generationId: 1, memberId: "m")).errorCode == .unknownMemberId)
    }

    @Test func `what was committed for a topic goes with the topic`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        #expect(try GroupClient(world).commit(5, generation: -1) == .none)
        _ = try world.call(DeleteTopicsRequest(topicNames: ["orders"]), version: 5)
        try world.makeTopic("orders")
        #expect(try world.committed("g") == -1)
        try world.restart()
        #expect(try world.committed("g") == -1)
    }

    @Test func `groups are listed, described and deleted`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        let client = try world.stableGroup(1)[0]
        #expect(try client.commit(1) == .none)
        _ = try GroupClient(world, group: "idle").commit(1, generation: -1)
        let listed = try world.call(ListGroupsRequest())
        #expect(listed.groups.map(\.groupId) == ["g", "idle"])
        #expect(listed.groups.map(\.groupState) == ["Stable", "Empty"])
        #expect(listed.groups.map(\.groupType) == ["classic", "classic"])
        #expect(try world.call(ListGroupsRequest(statesFilter: ["stable"])).groups.map(\.groupId) == ["g"])
        #expect(try world.call(ListGroupsRequest(typesFilter: ["consumer"])).groups.isEmpty)
        let described = try world.call(DescribeGroupsRequest(groups: ["g", "none"]))
        #expect(described.groups[0].members.map(\.memberId) == [client.memberID])
        #expect(described.groups[0].members.map(\.clientHost) == ["/10.0.0.7"])
        #expect(described.groups[0].protocolData == "range")
        #expect(described.groups[1].errorCode == .groupIdNotFound)
        #expect(try world.call(DescribeGroupsRequest(groups: ["none"]), version: 5).groups[0].groupState == "Dead")
        let deleted = try world.call(DeleteGroupsRequest(groupsNames: ["g", "idle", "none"]))
        #expect(deleted.results.map(\.errorCode) == [.nonEmptyGroup, .none, .groupIdNotFound])
        try world.restart()
        #expect(try world.committed("idle") == -1)
        #expect(try world.committed("g") == 1)
        #expect(try world.call(ListGroupsRequest()).groups.map(\.protocolType) == ["consumer"])
    }
}
