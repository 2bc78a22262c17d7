import Determinism
import KafkaWire

/// What a ConsumerGroupHeartbeat says, decoded; nil where it says nothing new.
struct HeartbeatInput {
    var memberID: String
    var instanceID: String?
    var epoch: Int32
    var rackID: String?
    var clientID: String
    var clientHost: String
    var rebalanceTimeout: Duration?
    /// Sorted, each once.
    var subscribedNames: [String]?
    /// Empty: no pattern any more.
    var subscribedPattern: String?
    /// What the pattern fits now, if it was looked at.
    var matchedNames: [String]?
    var assignor: String?
    var owned: AssignedPartitions?
    var sessionTimeout: Duration

    var isJoin: Bool { epoch == 0 }
    /// A client that is not sure what we know says everything, and wants to be told everything.
    var isFull: Bool { rebalanceTimeout != nil && (subscribedNames ?? subscribedPattern.map { [$0] }) != nil && owned != nil }
}

/// What a member is answered.
struct HeartbeatOutcome {
    var memberEpoch: Int32
    /// What it is to have; nil where that is as before.
    var assignment: AssignedPartitions?
}

extension AssignedGroup {
    /// A member is alive, wants to be one, or has something new to say.
    mutating func beat(
        _ input: HeartbeatInput, generation: UInt64, now: Instant, lookUp: (Set<String>) -> SubscribedTopics
    ) throws(GroupRefusal) -> HeartbeatOutcome {
        let isNew = members[input.memberID] == nil && input.instanceID.map { staticMembers[$0] == nil } ?? true
        let before = try admit(input, now: now)
        var member = before
        update(&member, input)
        let hasNewSubscription = member.topicNames != before.topicNames || member.assignor != before.assignor
        if !member.isKeptAs(before) { put(member) }
        touch(member.id, session: now + input.sessionTimeout)

        if hasNewSubscription || isNew || seenGeneration != generation {
            let topics = subscribedTopics(lookUp)
            let fingerprint = topics.fingerprint
            if hasNewSubscription || isNew || fingerprint != topicsFingerprint { bumpEpoch() }
            topicsFingerprint = fingerprint
            seenGeneration = generation
            if epoch > assignmentEpoch || assignmentEpoch == .max { assign(topics) }
        } else if epoch != assignmentEpoch {
            assign(subscribedTopics(lookUp))
        }
        reconcile(member.id, owned: input.owned)
        guard let after = members[member.id] else { throw GroupRefusal(.unknownMemberId) }
        setRevocationDeadline(after, before, now)
        let isToBeTold = input.isJoin || input.isFull || after.assigned != before.assigned
        return HeartbeatOutcome(memberEpoch: after.epoch, assignment: isToBeTold ? after.assigned : nil)
    }

    /// A member goes, or a static one goes and will be back.
    mutating func leave(_ input: HeartbeatInput) throws(GroupRefusal) {
        guard var member = members[input.memberID] else {
            if let instance = input.instanceID, staticMembers[instance] != nil { throw fenced(instance, input.memberID) }
            throw unknown(input.memberID)
        }
        if let instance = input.instanceID, staticMembers[instance] != input.memberID { throw fenced(instance, input.memberID) }
        guard input.epoch == AssignedMember.awayEpoch else {
            remove(member.id)
            return bumpEpoch()
        }
        guard member.instanceID != nil else { throw unknown(input.memberID) }
        member.previousEpoch = member.epoch
        member.epoch = AssignedMember.awayEpoch
        member.state = .stable
        member.pendingRevocation = AssignedPartitions()
        member.revocationDeadline = nil
        put(member)
    }

    /// Whether offsets may be committed or asked for in the name of a member.
    func check(memberID: String, epoch: Int32) -> ErrorCode {
        if epoch < 0, members.isEmpty { return .none }
        guard let member = members[memberID] else { return .unknownMemberId }
        return member.epoch == epoch ? .none : .staleMemberEpoch
    }

    // MARK: Who asks

    /// The member as it was before this heartbeat; a newcomer is made, a static member that comes back is found again.
    private mutating func admit(_ input: HeartbeatInput, now: Instant) throws(GroupRefusal) -> AssignedMember {
        if let instance = input.instanceID, let known = staticMembers[instance], known != input.memberID {
            guard input.isJoin, let old = members[known] else { throw fenced(instance, input.memberID) }
            guard old.isAway else {
                throw GroupRefusal(
                    .unreleasedInstanceId,
                    "The instance id \(instance.quotedForMessage) is still in use by member \(known.quotedForMessage).")
            }
            return takeOver(old, input)
        }
        if let member = members[input.memberID] {
            if let instance = input.instanceID, member.instanceID != instance { throw unknown(input.memberID) }
            try check(input, against: member)
            return member
        }
        guard input.isJoin else { throw unknown(input.memberID) }
        let member = AssignedMember(
            id: input.memberID, instanceID: input.instanceID, clientID: input.clientID, clientHost: input.clientHost,
            rebalanceTimeout: input.rebalanceTimeout ?? .seconds(300), sessionDeadline: now + input.sessionTimeout)
        put(member)
        return member
    }

    private func check(_ input: HeartbeatInput, against member: AssignedMember) throws(GroupRefusal) {
        // With epoch 0 a member begins anew, whatever it was: it has given up all its partitions.
        if input.isJoin || input.epoch == member.epoch { return }
        let isGreater = input.epoch > member.epoch
        // The answer that told of the newer epoch may have been lost.
        if !isGreater, input.epoch == member.previousEpoch, input.owned?.isSubset(of: member.assigned) ?? false { return }
        throw GroupRefusal(
            .fencedMemberEpoch,
            "The member's epoch \(input.epoch) is \(isGreater ? "greater" : "smaller") than \(member.epoch), which the"
                + " coordinator knows. The member must give up all its partitions and join again.")
    }

    /// A static member is back under another id: it has what the old one had.
    private mutating func takeOver(_ old: AssignedMember, _ input: HeartbeatInput) -> AssignedMember {
        remove(old.id)
        var member = old
        member.id = input.memberID
        member.clientID = input.clientID
        member.clientHost = input.clientHost
        member.epoch = 0
        member.previousEpoch = 0
        put(member)
        return member
    }

    private func unknown(_ member: String) -> GroupRefusal {
        GroupRefusal(.unknownMemberId, "Member \(member.quotedForMessage) is not a member of the group.")
    }

    private func fenced(_ instance: String, _ member: String) -> GroupRefusal {
        guard staticMembers[instance] != nil else { return unknown(member) }
        return GroupRefusal(
            .fencedInstanceId, "Member \(member.quotedForMessage) is fenced by another with the instance id \(instance.quotedForMessage).")
    }

    // MARK: What is new

    private func update(_ member: inout AssignedMember, _ input: HeartbeatInput) {
        if let rack = input.rackID { member.rackID = rack }
        if let timeout = input.rebalanceTimeout { member.rebalanceTimeout = timeout }
        if let names = input.subscribedNames { member.subscribedNames = names }
        if let assignor = input.assignor { member.assignor = assignor }
        if let pattern = input.subscribedPattern {
            member.subscribedPattern = pattern.isEmpty ? nil : pattern
            if pattern.isEmpty { member.matchedNames = [] }
        }
        if let matched = input.matchedNames { member.matchedNames = matched }
        member.clientID = input.clientID
        member.clientHost = input.clientHost
        if input.isJoin, member.isAway {
            member.epoch = 0
            member.previousEpoch = 0
        }
    }

    private func subscribedTopics(_ lookUp: (Set<String>) -> SubscribedTopics) -> SubscribedTopics {
        var names: Set<String> = []
        for member in members.values { names.formUnion(member.topicNames) }
        return lookUp(names)
    }

    private mutating func setRevocationDeadline(_ after: AssignedMember, _ before: AssignedMember, _ now: Instant) {
        if after.state == .revoking {
            guard before.state != .revoking || after.revocationDeadline == nil else { return }
            setRevocationDeadline(after.id, now + after.rebalanceTimeout)
        } else if after.revocationDeadline != nil {
            setRevocationDeadline(after.id, nil)
        }
    }
}
