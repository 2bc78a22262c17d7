import KafkaWire

extension AssignedGroup {
    /// Leads a member one step nearer to what it is to own.
    ///
    /// First it gives back what it is not to own, staying in its epoch; then it is in the newest epoch, with what is free
    /// of its share, and is given the rest as others let go of it.
    ///
    /// - Parameter owned: what the member says that it has; nil when it does not say.
    mutating func reconcile(_ id: String, owned: AssignedPartitions?) {
        guard var member = members[id], !member.isAway else { return }
        switch member.state {
        case .stable where member.epoch == assignmentEpoch: return
        case .revoking:
            guard let owned, owned.isDisjoint(with: member.pendingRevocation) else { return }
        case .stable, .awaiting: break
        }
        let kept = member.assigned.intersection(member.target)
        let revoked = member.assigned.subtracting(kept)
        let missing = member.target.subtracting(kept)
        let free = missing.filter { !isHeld($0, $1, besides: id) }

        if !revoked.isEmpty, owned.map({ !$0.isDisjoint(with: revoked) }) ?? true {
            member.state = .revoking
            member.assigned = kept
            member.pendingRevocation = revoked
        } else {
            member.state = free == missing ? .stable : .awaiting
            member.assigned = kept.union(free)
            member.pendingRevocation = AssignedPartitions()
            member.previousEpoch = member.epoch
            member.epoch = assignmentEpoch
        }
        if let before = members[id], before != member { put(member) }
    }

    /// Works out anew what each member is to own, for the group's epoch.
    mutating func assign(_ topics: SubscribedTopics) {
        let targets: [String: AssignedPartitions] =
            switch assignorName {
            case .range: assignRanges(of: topics, to: Array(members.values))
            case .uniform: assignUniformly(topics, to: Array(members.values))
            }
        for id in members.keys { setTarget(targets[id] ?? AssignedPartitions(), of: id) }
        assignmentEpoch = epoch
    }

    /// What most members ask for; the first of the list where nobody asks for anything, or as many for one as for another.
    var assignorName: PartitionAssignor {
        var votes: [PartitionAssignor: Int] = [:]
        for member in members.values {
            if let name = member.assignor.flatMap(PartitionAssignor.init) { votes[name, default: 0] += 1 }
        }
        return PartitionAssignor.allCases.reduce(.uniform) { votes[$1, default: 0] > votes[$0, default: 0] ? $1 : $0 }
    }
}

/// How the broker can assign partitions, in the order of `group.consumer.assignors`.
enum PartitionAssignor: String, CaseIterable {
    /// Every member has as many partitions as every other, and keeps what it has.
    case uniform
    /// Every member has a range of each topic's partitions, the same of topics of one size.
    case range
}
