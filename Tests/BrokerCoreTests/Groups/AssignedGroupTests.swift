import KafkaWire
import Testing
@testable import BrokerCore

/// KIP-848, seen from the members.
struct AssignedGroupTests {
    private func world(partitions: Int32 = 6) throws -> BrokerWorld {
        let world = try BrokerWorld()
        try world.makeTopic("orders", partitions: partitions)
        return world
    }

    @Test func `the first heartbeat gives a lone member everything`() throws {
        let world = try world()
        let member = AssignedClient(world, "a")
        let answer = try member.join()
        #expect(answer.errorCode == .none)
        #expect(answer.memberEpoch == 1)
        #expect(answer.heartbeatIntervalMs == 5000)
        #expect(member.partitions == [0, 1, 2, 3, 4, 5])
        // Nothing new: nothing is told, and nothing is written.
        let syncs = world.syncCount
        let quiet = try member.beat()
        #expect(quiet.assignment == nil)
        #expect(world.syncCount == syncs)
    }

    @Test func `nobody has a partition before another has given it back`() throws {
        let world = try world()
        let first = AssignedClient(world, "a")
        let second = AssignedClient(world, "b")
        try first.join()
        try second.join()
        #expect(second.partitions == [])
        // The first is asked to give three back, and takes its time.
        let asked = try first.beatSlowly()
        #expect(asked.assignment?.topicPartitions.flatMap(\.partitions).count == 3)
        #expect(asked.memberEpoch == 1, "it stays in its epoch until it has given back")
        try second.beat()
        #expect(second.partitions == [])
        #expect(try world.describeAssigned().groupState == "Reconciling")
        first.obey()
        try world.settle([first, second])
        #expect(Set(first.partitions).isDisjoint(with: second.partitions))
        #expect((first.partitions + second.partitions).sorted() == [0, 1, 2, 3, 4, 5])
        #expect(first.epoch == 2 && second.epoch == 2)
        #expect(try world.describeAssigned().groupState == "Stable")
    }

    @Test func `a member that gives nothing back in time is out`() throws {
        let world = try world()
        let first = AssignedClient(world, "a")
        let second = AssignedClient(world, "b")
        try first.join()
        try second.join()
        for _ in 0..<8 {
            try first.beatSlowly()
            try second.beat()
            world.advance(by: .seconds(5))
        }
        #expect(try first.beatSlowly().errorCode == .unknownMemberId)
        try world.settle([second])
        #expect(second.partitions == [0, 1, 2, 3, 4, 5])
    }

    @Test func `a member that is silent for a session is out`() throws {
        let world = try world()
        let first = AssignedClient(world, "a")
        let second = AssignedClient(world, "b")
        try first.join()
        try second.join()
        try world.settle([first, second])
        for _ in 0..<10 {
            world.advance(by: .seconds(5))
            try second.beat()
        }
        #expect(second.partitions == [0, 1, 2, 3, 4, 5])
        #expect(try first.beat().errorCode == .unknownMemberId)
    }

    @Test func `epochs that do not fit are fenced, but for the answer that was lost`() throws {
        let world = try world()
        let first = AssignedClient(world, "a")
        try first.join()
        #expect(try first.beat(epoch: 7).errorCode == .fencedMemberEpoch)
        let second = AssignedClient(world, "b")
        try second.join()
        try world.settle([first, second])
        #expect(first.epoch == 2)
        #expect(try first.beat(epoch: 1).errorCode == .none, "the epoch before, with nothing that it must not have")
        #expect(try AssignedClient(world, "stranger").beat(epoch: 2).errorCode == .unknownMemberId)
        #expect(try AssignedClient(world, "x", group: "none").beat(epoch: 2).errorCode == .groupIdNotFound)
        // Who joins anew has given up everything.
        #expect(try first.join().errorCode == .none)
        try world.settle([first, second])
        #expect((first.partitions + second.partitions).sorted() == [0, 1, 2, 3, 4, 5])
    }

    @Test func `a static member comes back to what it had, and cannot be there twice`() throws {
        let world = try world()
        let first = AssignedClient(world, "a", instance: "one")
        let second = AssignedClient(world, "b", instance: "two")
        try first.join()
        try second.join()
        try world.settle([first, second])
        let had = first.partitions
        let twin = AssignedClient(world, "c", instance: "one")
        #expect(try twin.join().errorCode == .unreleasedInstanceId)
        #expect(try first.leave(epoch: -2).memberEpoch == -2)
        try second.beat()
        #expect(second.partitions.count == 3, "it will be back: nobody is given its partitions")
        #expect(try twin.join().errorCode == .none)
        #expect(twin.partitions == had)
        #expect(try first.beat().errorCode == .fencedInstanceId)
        let epoch = try world.describeAssigned().groupEpoch
        #expect(twin.epoch == epoch)
    }

    @Test func `topics that come, grow and go are seen with the next heartbeat`() throws {
        let world = try world(partitions: 2)
        let member = AssignedClient(world, "a")
        member.topics = ["orders", "later"]
        try member.join()
        #expect(member.partitions == [0, 1])
        try world.makeTopic("later", partitions: 1)
        try world.settle([member])
        #expect(member.owned.count == 2)
        _ = try world.call(CreatePartitionsRequest(topics: [.init(name: "orders", count: 4, assignments: nil)]))
        try world.settle([member])
        #expect(member.partitions == [0, 0, 1, 2, 3])
        _ = try world.call(DeleteTopicsRequest(topicNames: ["later"]), version: 5)
        try world.settle([member])
        #expect(member.partitions == [0, 1, 2, 3])
    }

    @Test func `a pattern fits whole names, of topics that come later too`() throws {
        let world = try world(partitions: 1)
        let member = AssignedClient(world, "a")
        member.topics = nil
        member.pattern = "order.*|pay"
        try member.join()
        #expect(member.owned.count == 1)
        for name in ["order-lines", "payments", "pay"] { try world.makeTopic(name) }
        try world.settle([member])
        let names = try world.describeAssigned().members[0].assignment.topicPartitions.map(\.topicName)
        #expect(Set(names) == ["orders", "order-lines", "pay"])
        let wrong = AssignedClient(world, "b")
        wrong.pattern = "a)|(b"
        #expect(try wrong.join().errorCode == .invalidRegularExpression)
    }

    @Test func `a group without members changes its kind, and one with members does not`() throws {
        let world = try world()
        let modern = AssignedClient(world, "a")
        try modern.join()
        let classic = GroupClient(world)
        try classic.join(version: 3)
        #expect(try classic.joined()?.errorCode == .inconsistentGroupProtocol)
        try modern.leave()
        try classic.join(version: 3)
        world.advance(by: .milliseconds(100))
        #expect(try classic.joined()?.errorCode == ErrorCode.none)
        #expect(try modern.join().errorCode == .groupIdNotFound)
        #expect(try world.describeAssigned().errorCode == .groupIdNotFound)
        let listed = try world.call(ListGroupsRequest(typesFilter: ["Classic"])).groups
        #expect(listed.map(\.groupType) == ["classic"])
    }

    @Test func `offsets are committed in the member's epoch`() throws {
        let world = try world()
        let member = AssignedClient(world, "a")
        try member.join()
        func commit(_ id: String, _ epoch: Int32, version: Int16 = 9) throws -> ErrorCode? {
            try world.call(
                OffsetCommitRequest(groupId: "g", generationIdOrMemberEpoch: epoch, memberId: id, topics: [
                    .init(name: "orders", partitions: [.init(partitionIndex: 0, committedOffset: 5, committedMetadata: nil)]),
                ]), version: version).topics.first?.partitions.first?.errorCode
        }
        func fetch(_ id: String, _ epoch: Int32) throws -> OffsetFetchResponse.OffsetFetchResponseGroup? {
            try world.call(
                OffsetFetchRequest(groups: [.init(groupId: "g", memberId: id, memberEpoch: epoch, topics: nil)]), version: 9
            ).groups.first
        }
        #expect(try commit("a", 1) == ErrorCode.none)
        #expect(try commit("a", 2) == .staleMemberEpoch)
        #expect(try commit("b", 1) == .unknownMemberId)
        #expect(try commit("", -1) == .unknownMemberId)
        #expect(try commit("a", 1, version: 8) == .unsupportedVersion)
        #expect(try fetch("a", 1)?.topics.first?.partitions.first?.committedOffset == 5)
        #expect(try fetch("a", 3)?.errorCode == .staleMemberEpoch)
        #expect(try fetch("b", 1)?.errorCode == .unknownMemberId)
        #expect(try fetch("", -1)?.errorCode == ErrorCode.none)
        try member.leave()
        #expect(try commit("", -1) == ErrorCode.none)
    }

    @Test func `members, epochs and shares outlive a restart`() throws {
        let world = try world()
        let members = ["a", "b"].map { AssignedClient(world, $0) }
        for member in members { try member.join() }
        try world.settle(members)
        let before = try world.describeAssigned()
        try world.restart()
        #expect(try world.describeAssigned() == before)
        for id in ["a", "b"] {
            let again = AssignedClient(world, id)
            let answer = try again.beat(epoch: 2)
            #expect(answer.errorCode == .none)
            #expect(answer.memberEpoch == 2)
        }
        // Who does not come back is given up.
        world.advance(by: .seconds(60))
        #expect(try world.describeAssigned().errorCode == .groupIdNotFound, "an empty group that committed nothing is forgotten")
    }

    @Test func `a member must be allowed to read in the group and to see its topics`() throws {
        let world = try world()
        try world.makeTopic("secret")
        try world.deny(.describe, on: .topic, "secret")
        let member = AssignedClient(world, "a")
        member.topics = ["orders", "secret"]
        #expect(try member.join().errorCode == .topicAuthorizationFailed)
        member.topics = nil
        member.pattern = ".*"
        #expect(try member.join().errorCode == .none)
        #expect(member.owned.count == 1, "a pattern fits what the member may see")
        try world.deny(.read, on: .group, "g")
        #expect(try member.beat().errorCode == .groupAuthorizationFailed)
        try world.deny(.describe, on: .group, "g")
        #expect(try world.describeAssigned().errorCode == .groupAuthorizationFailed)
    }

    @Test func `a request that lacks what it must say is refused`() throws {
        let world = try world()
        func ask(_ change: (inout ConsumerGroupHeartbeatRequest) -> Void, version: Int16 = 1) throws -> ErrorCode {
            var request = ConsumerGroupHeartbeatRequest(
                groupId: "g", memberId: "m", memberEpoch: 0, instanceId: nil, rackId: nil, rebalanceTimeoutMs: 1000,
                subscribedTopicNames: ["orders"], serverAssignor: nil, topicPartitions: [])
            change(&request)
            return try world.call(request, version: version).errorCode
        }
        #expect(try ask { $0.groupId = "" } == .invalidRequest)
        #expect(try ask { $0.memberId = "" } == .invalidRequest)
        #expect(try ask({ $0.memberId = "" }, version: 0) == ErrorCode.none)
        #expect(try ask { $0.memberEpoch = -3 } == .invalidRequest)
        #expect(try ask { $0.memberEpoch = -2 } == .invalidRequest)
        #expect(try ask { $0.rebalanceTimeoutMs = -1 } == .invalidRequest)
        #expect(try ask { $0.topicPartitions = nil } == .invalidRequest)
        #expect(try ask { ($0.subscribedTopicNames, $0.subscribedTopicRegex) = (nil, nil) } == .invalidRequest)
        #expect(try ask { $0.serverAssignor = "mine" } == .unsupportedAssignor)
    }
}
