import KafkaWire
import NIOCore
import Testing
@testable import BrokerCore

struct StaticMemberTests {
    private func stable(_ world: BrokerWorld, _ instances: [String]) throws -> [GroupClient] {
        let clients = instances.map { GroupClient(world, instance: $0) }
        for client in clients { try client.join() }
        world.advance(by: .milliseconds(200))
        for client in clients { #expect(try client.joined()?.errorCode == ErrorCode.none) }
        for client in clients {
            try client.sync(client.leads ? Dictionary(uniqueKeysWithValues: clients.map { ($0.memberID, "for " + $0.instance!) }) : [:])
        }
        for client in clients { #expect(try client.synced()?.errorCode == ErrorCode.none) }
        return clients
    }

    @Test func `a static member that comes back has its assignment without a rebalance`() throws {
        let world = try BrokerWorld()
        let clients = try stable(world, ["a", "b"])
        let old = try #require(clients.first { !$0.leads })
        let back = GroupClient(world, instance: old.instance)
        // The same metadata as before: nothing to assign anew.
        var request = back.joinRequest
        request.protocols[0].metadata = world.broker.groups["g"]!.members[old.memberID]!.protocols[0].metadata
        let answer = try world.call(request, on: back.connection)
        #expect(answer.errorCode == .none && answer.generationId == 1 && answer.memberId != old.memberID)
        #expect(!answer.skipAssignment)
        back.memberID = answer.memberId
        back.generation = 1
        try back.sync()
        #expect(try back.synced().map { String(buffer: $0.assignment) } == "for " + old.instance!)
        #expect(try old.heartbeat() == .fencedInstanceId)
        #expect(try back.heartbeat() == .none)
    }

    @Test func `a leader that comes back is told to skip the assignment, or is not told that it leads`() throws {
        for version in [Int16(8), 9] {
            let world = try BrokerWorld()
            let clients = try stable(world, ["a", "b"])
            let old = try #require(clients.first { $0.leads })
            let back = GroupClient(world, instance: old.instance)
            let answer = try world.call(back.joinRequest, version: version, on: back.connection)
            #expect(answer.errorCode == .none && answer.generationId == 1)
            if version >= 9 {
                #expect(answer.skipAssignment && answer.leader == answer.memberId && answer.members.count == 2)
            } else {
                #expect(answer.leader == old.memberID && answer.members.isEmpty)
            }
        }
    }

    @Test func `an administrator removes a static member by its instance id alone`() throws {
        let world = try BrokerWorld()
        let clients = try stable(world, ["a", "b"])
        let answer = try world.call(LeaveGroupRequest(groupId: "g", members: [
            .init(memberId: "", groupInstanceId: "a"), .init(memberId: "", groupInstanceId: "none"),
            .init(memberId: "wrong", groupInstanceId: "b"),
        ]))
        #expect(answer.members.map(\.errorCode) == [.none, .unknownMemberId, .fencedInstanceId])
        #expect(try clients[1].heartbeat() == .rebalanceInProgress)
    }

    @Test func `a static member that is late stays until its session ends`() throws {
        let world = try BrokerWorld()
        let clients = try stable(world, ["a", "b"])
        for client in clients { client.rebalanceTimeout = 5000 }
        let newcomer = GroupClient(world)
        newcomer.rebalanceTimeout = 5000
        try newcomer.join()
        try clients[1].join()
        world.advance(by: .seconds(9))
        #expect(world.broker.groups["g"]?.members.count == 3)
        world.advance(by: .seconds(30))
        #expect(world.broker.groups["g"]?.staticMembers["a"] == nil)
    }
}
