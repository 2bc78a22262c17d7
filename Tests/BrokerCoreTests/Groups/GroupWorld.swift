import KafkaWire
import NIOCore
import Testing
@testable import BrokerCore

/// A consumer as a group sees it: its requests, on a connection of its own.
final class GroupClient {
    let world: BrokerWorld
    let group: String
    let connection: ConnectionID
    let instance: String?
    var memberID = ""
    var generation: Int32 = -1
    var leads = false
    var members: [String] = []
    var protocols = ["range"]
    /// What the assignor reads; nil for something that is no subscription.
    var metadata: ByteBuffer?
    var sessionTimeout: Int32 = 10_000
    var rebalanceTimeout: Int32 = 30_000
    private var pendingJoin: BrokerWorld.Pending<JoinGroupRequest>?
    private var pendingSync: BrokerWorld.Pending<SyncGroupRequest>?

    init(_ world: BrokerWorld, group: String = "g", instance: String? = nil) {
        self.world = world
        self.group = group
        self.instance = instance
        connection = world.connect()
    }

    var joinRequest: JoinGroupRequest {
        JoinGroupRequest(
            groupId: group, sessionTimeoutMs: sessionTimeout, rebalanceTimeoutMs: rebalanceTimeout, memberId: memberID,
            groupInstanceId: instance, protocolType: "consumer",
            protocols: protocols.map { .init(name: $0, metadata: metadata ?? ByteBuffer(string: "meta of \(memberID)")) })
    }

    /// Sends a JoinGroup; a newcomer takes the id that it is given and sends it again (KIP-394).
    func join(version: Int16 = 9) throws {
        pendingJoin = try world.send(joinRequest, version: version, on: connection)
        guard memberID.isEmpty, version >= 4, instance == nil, let sent = pendingJoin,
              let answer = try world.answer(sent)
        else { return }
        #expect(answer.errorCode == .memberIdRequired)
        memberID = answer.memberId
        pendingJoin = try world.send(joinRequest, version: version, on: connection)
    }

    /// The answer to the join, if it has come.
    @discardableResult
    func joined() throws -> JoinGroupResponse? {
        guard let sent = pendingJoin, let answer = try world.answer(sent) else { return nil }
        pendingJoin = nil
        if answer.errorCode == .none {
            memberID = answer.memberId
            generation = answer.generationId
            leads = answer.leader == answer.memberId
            members = answer.members.map(\.memberId)
        }
        return answer
    }

    func sync(_ assignments: [String: String] = [:]) throws {
        pendingSync = try world.send(
            SyncGroupRequest(
                groupId: group, generationId: generation, memberId: memberID, groupInstanceId: instance,
                protocolType: "consumer", protocolName: protocols.first,
                assignments: assignments.sorted { $0.key < $1.key }.map {
                    .init(memberId: $0.key, assignment: ByteBuffer(string: $0.value))
                }),
            on: connection)
    }

    @discardableResult
    func synced() throws -> SyncGroupResponse? {
        guard let sent = pendingSync, let answer = try world.answer(sent) else { return nil }
        pendingSync = nil
        return answer
    }

    func heartbeat() throws -> ErrorCode {
        try world.call(
            HeartbeatRequest(groupId: group, generationId: generation, memberId: memberID, groupInstanceId: instance),
            on: connection).errorCode
    }

    func leave() throws -> ErrorCode {
        let answer = try world.call(
            LeaveGroupRequest(groupId: group, members: [.init(memberId: memberID, groupInstanceId: instance)]), on: connection)
        return answer.members.first?.errorCode ?? answer.errorCode
    }

    func commit(_ offset: Int64, topic: String = "orders", generation: Int32? = nil, memberID: String? = nil) throws -> ErrorCode {
        try world.call(
            OffsetCommitRequest(
                groupId: group, generationIdOrMemberEpoch: generation ?? self.generation, memberId: memberID ?? self.memberID,
                groupInstanceId: instance,
                topics: [.init(name: topic, partitions: [
                    .init(partitionIndex: 0, committedOffset: offset, committedLeaderEpoch: -1, committedMetadata: "m"),
                ])]),
            version: 8, on: connection).topics[0].partitions[0].errorCode
    }
}

extension BrokerWorld {
    /// A group whose members have joined and synced.
    func stableGroup(
        _ count: Int, group: String = "g", _ configure: (GroupClient) -> Void = { _ in }
    ) throws -> [GroupClient] {
        let clients = (0..<count).map { _ in GroupClient(self, group: group) }
        for client in clients { configure(client) }
        for client in clients { try client.join() }
        advance(by: .milliseconds(200))
        for client in clients { #expect(try client.joined()?.errorCode == ErrorCode.none) }
        for client in clients {
            try client.sync(client.leads ? Dictionary(uniqueKeysWithValues: clients.map { ($0.memberID, "for " + $0.memberID) }) : [:])
        }
        for client in clients {
            #expect(try client.synced().map { String(buffer: $0.assignment) } == "for " + client.memberID)
        }
        return clients
    }

    func committed(_ group: String, topic: String = "orders", partition: Int32 = 0) throws -> Int64 {
        try call(OffsetFetchRequest(groupId: group, topics: [.init(name: topic, partitionIndexes: [partition])]), version: 7)
            .topics[0].partitions[0].committedOffset
    }
}
