import KafkaWire
import NIOCore
import Testing
@testable import BrokerCore

struct RebalanceTests {
    @Test func `a newcomer is given its id and comes again with it, from JoinGroup 4 on`() throws {
        let world = try BrokerWorld()
        let client = GroupClient(world)
        let first = try world.call(client.joinRequest, version: 4, on: client.connection)
        #expect(first.errorCode == .memberIdRequired)
        #expect(first.memberId.hasPrefix("test-"))
        let old = GroupClient(world, group: "old")
        try old.join(version: 3)
        world.advance(by: .milliseconds(50))
        #expect(try old.joined()?.errorCode == ErrorCode.none)
    }

    @Test func `two members that start together join together`() throws {
        let world = try BrokerWorld()
        let clients = try world.stableGroup(2)
        #expect(clients.map(\.generation) == [1, 1])
        #expect(clients.filter(\.leads).count == 1)
        #expect(clients.first { $0.leads }?.members.sorted() == clients.map(\.memberID).sorted())
        #expect(clients.first { !$0.leads }?.members == [])
    }

    @Test func `a lone member waits a little, and where a second one comes all wait for more`() throws {
        let world = try BrokerWorld {
            $0.groupFirstMemberDelay = .milliseconds(10)
            $0.groupInitialRebalanceDelay = .milliseconds(50)
        }
        let lone = GroupClient(world, group: "lone")
        try lone.join()
        world.advance(by: .milliseconds(10))
        #expect(try lone.joined()?.errorCode == ErrorCode.none)
        let a = GroupClient(world), b = GroupClient(world), c = GroupClient(world)
        try a.join()
        world.advance(by: .milliseconds(9))
        // It has only been given its id yet.
        let asked = try world.call(b.joinRequest, version: 9, on: b.connection)
        world.advance(by: .milliseconds(5))
        #expect(try a.joined() == nil)
        b.memberID = asked.memberId
        try b.join()
        world.advance(by: .milliseconds(40))
        try c.join()
        world.advance(by: .milliseconds(56))
        for member in [a, b, c] { #expect(try member.joined()?.generationId == 1) }
    }

    @Test func `the first rebalance waits for the delay, and longer while members arrive`() throws {
        let world = try BrokerWorld {
            $0.groupInitialRebalanceDelay = .milliseconds(100)
            $0.groupFirstMemberDelay = .milliseconds(100)
        }
        let a = GroupClient(world), b = GroupClient(world)
        try a.join()
        world.advance(by: .milliseconds(99))
        #expect(try a.joined() == nil)
        try b.join()
        world.advance(by: .milliseconds(1))
        #expect(try a.joined() == nil)
        world.advance(by: .milliseconds(100))
        #expect(try a.joined() != nil)
        #expect(try b.joined() != nil)
    }

    @Test func `without a delay a lone member is in at once`() throws {
        let world = try BrokerWorld { $0.groupInitialRebalanceDelay = .zero }
        let client = GroupClient(world)
        try client.join()
        #expect(try client.joined()?.generationId == 1)
    }

    @Test func `a member that comes makes the others rejoin`() throws {
        let world = try BrokerWorld()
        let a = try world.stableGroup(1)[0]
        let b = GroupClient(world)
        try b.join()
        #expect(try b.joined() == nil)
        #expect(try a.heartbeat() == .rebalanceInProgress)
        try a.join()
        #expect(try a.joined()?.generationId == 2)
        #expect(try b.joined()?.generationId == 2)
        #expect(a.leads && !b.leads)
        #expect(a.members.count == 2)
        // Who has the new generation but no assignment yet is not told to rejoin.
        #expect(try a.heartbeat() == .none)
    }

    @Test func `who does not rejoin within the rebalance timeout is out`() throws {
        let world = try BrokerWorld()
        let clients = try world.stableGroup(2)
        let late = clients[0], present = clients[1]
        late.sessionTimeout = 10_000
        let newcomer = GroupClient(world)
        try newcomer.join()
        try present.join()
        for _ in 0..<29 {
            world.advance(by: .seconds(1))
            _ = try late.heartbeat()
        }
        #expect(try present.joined() == nil)
        world.advance(by: .seconds(1))
        #expect(try present.joined()?.errorCode == ErrorCode.none)
        #expect(try newcomer.joined()?.errorCode == ErrorCode.none)
        #expect(try late.heartbeat() == .unknownMemberId)
        // The leader was late: another leads now.
        #expect([present.leads, newcomer.leads].filter { $0 }.count == 1)
    }

    @Test func `a member whose session ends is out, and the others rebalance`() throws {
        let world = try BrokerWorld()
        let clients = try world.stableGroup(2)
        for _ in 0..<9 {
            world.advance(by: .seconds(1))
            #expect(try clients[1].heartbeat() == .none)
        }
        world.advance(by: .seconds(1))
        #expect(try clients[1].heartbeat() == .rebalanceInProgress)
        #expect(try clients[0].heartbeat() == .unknownMemberId)
        try clients[1].join()
        #expect(try clients[1].joined()?.generationId == 2)
        #expect(clients[1].leads)
    }

    @Test func `a member that waits in a rebalance is alive whatever its session says`() throws {
        let world = try BrokerWorld()
        let clients = try world.stableGroup(2)
        clients[0].rebalanceTimeout = 30_000
        try clients[1].join()
        // The first member keeps beating but does not rejoin; the second waits longer than its session.
        for _ in 0..<20 {
            world.advance(by: .seconds(1))
            _ = try clients[0].heartbeat()
        }
        try clients[0].join()
        #expect(try clients[0].joined()?.errorCode == ErrorCode.none)
        #expect(try clients[1].joined()?.errorCode == ErrorCode.none)
    }

    @Test func `a member that leaves is out at once`() throws {
        let world = try BrokerWorld()
        let clients = try world.stableGroup(2)
        #expect(try clients[0].leave() == .none)
        #expect(try clients[1].heartbeat() == .rebalanceInProgress)
        try clients[1].join()
        #expect(try clients[1].joined()?.errorCode == ErrorCode.none)
        #expect(try clients[0].leave() == .unknownMemberId)
        try clients[1].sync([clients[1].memberID: "all"])
        #expect(try clients[1].leave() == .none)
        let described = try world.call(DescribeGroupsRequest(groups: ["g"])).groups[0]
        #expect(described.groupState == "Empty")
    }

    @Test func `who waits for the leader's assignment is told when the rebalance begins anew`() throws {
        let world = try BrokerWorld()
        let clients = (0..<2).map { _ in GroupClient(world) }
        for client in clients { try client.join() }
        world.advance(by: .milliseconds(200))
        for client in clients { try client.joined() }
        let follower = try #require(clients.first { !$0.leads })
        try follower.sync()
        #expect(try follower.synced() == nil)
        let newcomer = GroupClient(world)
        try newcomer.join()
        #expect(try follower.synced()?.errorCode == .rebalanceInProgress)
    }

    @Test func `a leader that never syncs is given up`() throws {
        let world = try BrokerWorld()
        let clients = (0..<2).map { _ in GroupClient(world) }
        for client in clients { try client.join() }
        world.advance(by: .milliseconds(200))
        for client in clients { try client.joined() }
        let leader = try #require(clients.first { $0.leads })
        let follower = try #require(clients.first { !$0.leads })
        try follower.sync()
        for _ in 0..<30 {
            world.advance(by: .seconds(1))
            _ = try leader.heartbeat()
        }
        #expect(try follower.synced()?.errorCode == .rebalanceInProgress)
        #expect(try leader.heartbeat() == .unknownMemberId)
        try follower.join()
        #expect(try follower.joined()?.errorCode == ErrorCode.none)
        #expect(follower.leads)
    }

    @Test func `the protocol that most members prefer is selected, of those that all know`() throws {
        let world = try BrokerWorld()
        let clients = (0..<3).map { _ in GroupClient(world) }
        clients[0].protocols = ["sticky", "range"]
        clients[1].protocols = ["range", "sticky"]
        clients[2].protocols = ["sticky", "roundrobin", "range"]
        for client in clients { try client.join() }
        world.advance(by: .milliseconds(300))
        #expect(try clients.map { try $0.joined()?.protocolName } == ["sticky", "sticky", "sticky"])
        let stranger = GroupClient(world)
        stranger.protocols = ["roundrobin"]
        #expect(try world.call(stranger.joinRequest, on: stranger.connection).errorCode == .inconsistentGroupProtocol)
    }

    @Test func `a JoinGroup that is sent again in the same generation gets the same answer`() throws {
        let world = try BrokerWorld()
        let clients = try world.stableGroup(2)
        let follower = try #require(clients.first { !$0.leads })
        let request = follower.joinRequest
        follower.members = []
        // Unchanged protocols: nothing to rebalance for.
        let metadata = JoinGroupRequest(
            groupId: request.groupId, sessionTimeoutMs: request.sessionTimeoutMs,
            rebalanceTimeoutMs: request.rebalanceTimeoutMs, memberId: request.memberId, protocolType: "consumer",
            protocols: [.init(name: "range", metadata: world.broker.groups["g"]!.members[follower.memberID]!.protocols[0].metadata)])
        let again = try world.call(metadata, on: follower.connection)
        #expect(again.errorCode == .none && again.generationId == 1)
    }

    @Test func `requests of another generation, member or group are refused`() throws {
        let world = try BrokerWorld()
        let client = try world.stableGroup(1)[0]
        func beat(_ group: String = "g", generation: Int32 = 1, member: String) throws -> ErrorCode {
            try world.call(HeartbeatRequest(groupId: group, generationId: generation, memberId: member)).errorCode
        }
        #expect(try beat(member: client.memberID) == .none)
        #expect(try beat(generation: 2, member: client.memberID) == .illegalGeneration)
        #expect(try beat(member: "stranger") == .unknownMemberId)
        #expect(try beat("none", member: client.memberID) == .unknownMemberId)
        let sync = SyncGroupRequest(groupId: "g", generationId: 9, memberId: client.memberID, protocolType: "consumer", protocolName: "range")
        #expect(try world.call(sync).errorCode == .illegalGeneration)
        var join = GroupClient(world).joinRequest
        join.memberId = "stranger"
        #expect(try world.call(join).errorCode == .unknownMemberId)
        join.groupId = "none"
        #expect(try world.call(join).errorCode == .unknownMemberId)
        join.groupId = ""
        #expect(try world.call(join).errorCode == .invalidGroupId)
        join = GroupClient(world).joinRequest
        join.sessionTimeoutMs = 1
        #expect(try world.call(join).errorCode == .invalidSessionTimeout)
    }

    @Test func `a group has room for so many members`() throws {
        let world = try BrokerWorld { $0.groupMaxSize = 2 }
        _ = try world.stableGroup(2)
        #expect(try world.call(GroupClient(world).joinRequest).errorCode == .groupMaxSizeReached)
    }

    @Test func `an id that was handed out and never used does not hold the group up for ever`() throws {
        let world = try BrokerWorld()
        let a = try world.stableGroup(1)[0]
        _ = try world.call(GroupClient(world).joinRequest)
        try a.join()
        _ = try a.joined()
        a.protocols = ["range", "sticky"]
        try a.join()
        world.advance(by: .seconds(11))
        #expect(try a.joined()?.errorCode == ErrorCode.none)
        #expect(world.broker.groups["g"]?.pendingMembers.isEmpty == true)
    }
}
