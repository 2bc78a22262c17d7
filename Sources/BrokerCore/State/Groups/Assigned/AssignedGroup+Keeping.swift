import Determinism
import KafkaWire

/// What the journal is told of a group whose partitions the broker assigns.
extension ConsumerGroup {
    /// From now on the broker assigns its partitions. Nobody is in it.
    mutating func becomeAssigned() {
        guard assigned == nil else { return }
        assigned = AssignedGroup()
        protocolType = Self.consumerProtocol
        protocolName = nil
        leader = nil
    }

    /// The fewest entries that say the same.
    var assignedEntries: [GroupEntry] {
        guard let assigned else { return [] }
        return [epochs(of: assigned)] + assigned.members.values.map { .assignedMember(group: id, $0) }
    }

    /// What changed since it was asked last.
    mutating func takeAssignedChanges() -> [GroupEntry] {
        guard let (touched, gone) = assigned?.takeChanges(), let assigned else { return [] }
        var entries: [GroupEntry] = []
        if keptEpoch != assigned.keptEpochs {
            keptEpoch = assigned.keptEpochs
            entries.append(epochs(of: assigned))
        }
        entries += gone.map { .assignedMemberRemoved(group: id, member: $0) }
        entries += touched.compactMap { name in assigned.members[name].map { .assignedMember(group: id, $0) } }
        return entries
    }

    private func epochs(of assigned: AssignedGroup) -> GroupEntry {
        .assigned(
            group: id, epoch: assigned.epoch, assignmentEpoch: assigned.assignmentEpoch,
            topicsFingerprint: assigned.topicsFingerprint)
    }
}

extension AssignedGroup {
    /// What the journal's entry of the group itself holds.
    struct KeptEpochs: Equatable {
        var epoch: Int32
        var assignmentEpoch: Int32
        var topicsFingerprint: UInt64
    }

    var keptEpochs: KeptEpochs { .init(epoch: epoch, assignmentEpoch: assignmentEpoch, topicsFingerprint: topicsFingerprint) }

    mutating func resume(epoch: Int32, assignmentEpoch: Int32, topicsFingerprint: UInt64) {
        self.epoch = epoch
        self.assignmentEpoch = assignmentEpoch
        self.topicsFingerprint = topicsFingerprint
    }

    /// The broker begins: members are given the time of a session to be heard of.
    mutating func resume(at now: Instant, session: Duration) {
        _ = takeChanges()
        for (id, member) in members {
            touch(id, session: now + session)
            if member.state == .revoking { setRevocationDeadline(id, now + member.rebalanceTimeout) }
        }
    }

    /// An administrator takes a static member out (KIP-345: by its instance id). Others leave by themselves.
    mutating func expel(memberID: String, instanceID: String?) -> ErrorCode {
        guard let instanceID, let current = staticMembers[instanceID] else { return .unknownMemberId }
        guard memberID.isEmpty || memberID == current else { return .fencedInstanceId }
        remove(current)
        bumpEpoch()
        return .none
    }
}
