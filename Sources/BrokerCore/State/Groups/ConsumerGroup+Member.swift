import Determinism
import KafkaWire
import NIOCore

extension ConsumerGroup {
    /// A SyncGroup of a member: the leader brings the assignment, all are given theirs.
    mutating func sync(
        _ request: RequestID, memberID: String, instanceID: String?, generation: Int32,
        protocolType: String?, protocolName: String?, assignments: [(member: String, assignment: ByteBuffer)],
        now: Instant, replies: inout [GroupReply]
    ) {
        var error = check(member: memberID, instanceID: instanceID, generation: generation)
        if error == .none, let protocolType, protocolType != self.protocolType { error = .inconsistentGroupProtocol }
        if error == .none, let protocolName, protocolName != self.protocolName { error = .inconsistentGroupProtocol }
        if error == .none, state == .preparingRebalance { error = .rebalanceInProgress }
        if error == .none, state == .empty { error = .unknownMemberId }
        guard error == .none else { return replies.append(.sync(request, SyncReply(error: error))) }

        touch(memberID, now: now)
        guard state == .completingRebalance else {
            return replies.append(.sync(request, syncReply(for: memberID)))
        }
        if let older = members[memberID]?.awaitingSync {
            replies.append(.sync(older, SyncReply(error: .rebalanceInProgress)))
        }
        members[memberID]?.awaitingSync = request
        guard memberID == leader else { return }
        // Who is not in the assignment has nothing assigned.
        let assigned = Dictionary(assignments.map { ($0.member, $0.assignment) }) { $1 }
        for id in members.keys { members[id]?.assignment = assigned[id] ?? ByteBuffer() }
        state = .stable
        for member in members.values {
            guard let waiting = member.awaitingSync else { continue }
            members[member.id]?.awaitingSync = nil
            touch(member.id, now: now)
            replies.append(.sync(waiting, syncReply(for: member.id)))
        }
    }

    private func syncReply(for id: String) -> SyncReply {
        SyncReply(protocolType: protocolType, protocolName: protocolName,
                  assignment: members[id]?.assignment ?? ByteBuffer())
    }

    mutating func heartbeat(memberID: String, instanceID: String?, generation: Int32, now: Instant) -> ErrorCode {
        let error = check(member: memberID, instanceID: instanceID, generation: generation)
        guard error == .none else { return error }
        touch(memberID, now: now)
        return state == .preparingRebalance ? .rebalanceInProgress : .none
    }

    /// A member leaves of its own will, or an administrator removes it (KIP-345: by instance id alone).
    mutating func leave(memberID: String, instanceID: String?, now: Instant, replies: inout [GroupReply]) -> ErrorCode {
        var id = memberID
        if let instanceID {
            guard let current = staticMembers[instanceID] else { return .unknownMemberId }
            guard memberID.isEmpty || memberID == current else { return .fencedInstanceId }
            id = current
        }
        if pendingMembers.removeValue(forKey: id) != nil {
            completeJoinIfAllAreHere(now: now, replies: &replies)
            return .none
        }
        guard members[id] != nil else { return .unknownMemberId }
        remove(member: id, now: now, replies: &replies)
        return .none
    }

    /// Whether an OffsetCommit may be taken.
    mutating func checkCommit(memberID: String, instanceID: String?, generation: Int32, now: Instant) -> ErrorCode {
        if let assigned { return assigned.check(memberID: memberID, epoch: generation) }
        if generation < 0, isEmpty { return .none }
        if generation < 0, memberID.isEmpty, instanceID == nil { return .unknownMemberId }
        let error = check(member: memberID, instanceID: instanceID, generation: generation)
        guard error == .none else { return error }
        if state == .completingRebalance { return .rebalanceInProgress }
        touch(memberID, now: now)
        return .none
    }
}
