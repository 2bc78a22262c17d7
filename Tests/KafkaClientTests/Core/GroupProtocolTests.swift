import KafkaWire
import NIOCore
import Testing

@testable import KafkaClient

@Suite struct `What members of a group tell each other` {
    @Test func `is what was told`() throws {
        let wanted = GroupProtocol.Subscription(topics: ["a", "b"], owned: [TopicPartition(topic: "a", partition: 2), TopicPartition(topic: "a", partition: 0)])
        let read = try #require(GroupProtocol.Subscription(wanted.encoded()))
        #expect(read.topics == wanted.topics && Set(read.owned) == Set(wanted.owned))
        let given = [TopicPartition(topic: "a", partition: 1), TopicPartition(topic: "b", partition: 0)]
        #expect(GroupProtocol.decodeAssignment(GroupProtocol.encodeAssignment(given)) == given)
        #expect(GroupProtocol.decodeAssignment(ByteBuffer()) == [])
    }

    /// Version 0, one topic `t`, no user data; and version 3, which adds owned partitions, a generation and a rack.
    @Test(arguments: [
        [0, 0, 0, 0, 0, 1, 0, 1, 0x74, 0xFF, 0xFF, 0xFF, 0xFF],
        [0, 3, 0, 0, 0, 1, 0, 1, 0x74, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0xFF, 0xFF],
    ] as [[UInt8]]) func `is understood in every version`(_ bytes: [UInt8]) throws {
        #expect(GroupProtocol.Subscription(ByteBuffer(bytes: bytes)) == GroupProtocol.Subscription(topics: ["t"]))
        for count in 0..<9 { #expect(GroupProtocol.Subscription(ByteBuffer(bytes: bytes.prefix(count))) == nil) }
    }

    @Test func `hostile counts end early`() {
        let bytes: [UInt8] = [0, 1, 0x7F, 0xFF, 0xFF, 0xFF, 0, 1, 0x74]
        #expect(GroupProtocol.Subscription(ByteBuffer(bytes: bytes)) == nil)
        #expect(GroupProtocol.decodeAssignment(ByteBuffer(bytes: bytes)) == nil)
    }

    private func numbers(_ given: [String: [TopicPartition]], _ member: String) -> [String] { (given[member] ?? []).map(\.description) }

    @Test func `range gives stretches of each topic, as Java's does`() {
        let given = PartitionAssignor.range.assign(
            members: ["m2": ["a", "b"], "m1": ["a", "b"], "m3": ["b"]], partitions: ["a": 3, "b": 4])
        #expect(numbers(given, "m1") == ["a-0", "a-1", "b-0", "b-1"])
        #expect(numbers(given, "m2") == ["a-2", "b-2"])
        #expect(numbers(given, "m3") == ["b-3"])
    }

    @Test func `round robin deals out one by one, as Java's does`() {
        let given = PartitionAssignor.roundRobin.assign(
            members: ["m2": ["a", "b"], "m1": ["a", "b"], "m3": ["b"]], partitions: ["a": 3, "b": 4])
        #expect(numbers(given, "m1") == ["a-0", "a-2", "b-2"])
        #expect(numbers(given, "m2") == ["a-1", "b-0", "b-3"])
        #expect(numbers(given, "m3") == ["b-1"])
    }

    @Test func `a topic that is not there is given to nobody`() {
        for assignor in PartitionAssignor.allCases {
            #expect(assignor.assign(members: ["m": ["a", "none"]], partitions: ["a": 1]) == ["m": [TopicPartition(topic: "a", partition: 0)]])
        }
    }
}

@Suite struct `A member's life` {
    private func member() -> GroupMembership { GroupMembership(group: "g", topics: ["a"], assignors: [.range], times: .init()) }

    @Test func `it joins by the id that it is given, leads, and is told its partitions`() throws {
        var member = member()
        #expect(member.joinRequest(owned: []).memberId == "")
        #expect(member.joined(JoinGroupResponse(errorCode: .memberIdRequired, memberId: "m")) == .joinAgain)
        #expect(member.joinRequest(owned: []).memberId == "m" && !member.isMember)
        let metadata = GroupProtocol.Subscription(topics: ["a", "z"]).encoded()
        let answer = JoinGroupResponse(
            generationId: 4, protocolName: "range", leader: "m", memberId: "m",
            members: [.init(memberId: "m", metadata: metadata), .init(memberId: "n", metadata: metadata)])
        #expect(member.joined(answer) == .lead(.range, members: ["m": ["a", "z"], "n": ["a", "z"]]))
        let given = [TopicPartition(topic: "a", partition: 0)]
        #expect(member.syncRequest(["m": given]).generationId == 4)
        #expect(member.synced(SyncGroupResponse(assignment: GroupProtocol.encodeAssignment(given))) == .assigned(given))
        #expect(member.heard(.none) == .goOn && member.heard(.rebalanceInProgress) == .rebalance && member.memberId == "m")
    }

    @Test func `it begins anew where the group does not know it`() {
        for code in [ErrorCode.unknownMemberId, .illegalGeneration] {
            var member = member()
            _ = member.joined(JoinGroupResponse(generationId: 4, protocolName: "range", leader: "n", memberId: "m"))
            #expect(member.isMember)
            #expect(member.heard(code) == .lost && member.memberId == "" && !member.isMember)
        }
        var member = member()
        #expect(member.joined(JoinGroupResponse(errorCode: .groupAuthorizationFailed)) == .refused(.groupAuthorizationFailed))
        #expect(member.synced(SyncGroupResponse(errorCode: .rebalanceInProgress)) == .joinAgain)
        #expect(member.heard(.fencedInstanceId) == .refused(.fencedInstanceId))
    }
}
