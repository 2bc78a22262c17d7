import Determinism
import KafkaWire
import NIOCore

/// What a JoinGroup says, decoded.
struct JoinInput {
    var request: RequestID
    var memberID: String
    var instanceID: String?
    var clientID: String
    var clientHost: String
    var sessionTimeout: Duration
    var rebalanceTimeout: Duration
    var protocolType: String
    var protocols: [GroupProtocol]
    /// JoinGroup v4+: a newcomer is first given its id and must come again with it (KIP-394).
    var requiresKnownMemberID: Bool
    /// JoinGroup v9+: a static leader may be told to skip the assignment (KIP-814).
    var supportsSkippingAssignment: Bool
    /// The id that a newcomer is given.
    var freshMemberID: String
    /// KIP-134's delay for an empty group.
    var initialDelay: Duration
    /// How much of it passes before a lone member has the group to itself.
    var firstDelay: Duration?
}

extension ConsumerGroup {
    mutating func join(_ input: JoinInput, now: Instant, replies: inout [GroupReply]) {
        guard accepts(type: input.protocolType, protocols: input.protocols, except: input.memberID) else {
            return refuse(input, .inconsistentGroupProtocol, replies: &replies)
        }
        if input.memberID.isEmpty {
            joinNewcomer(input, now: now, replies: &replies)
        } else {
            joinKnown(input, now: now, replies: &replies)
        }
    }

    private func refuse(_ input: JoinInput, _ error: ErrorCode, replies: inout [GroupReply]) {
        replies.append(.join(input.request, JoinReply(error: error, memberID: input.memberID)))
    }

    private mutating func joinNewcomer(_ input: JoinInput, now: Instant, replies: inout [GroupReply]) {
        if let instance = input.instanceID {
            if let old = staticMembers[instance] {
                replaceStaticMember(old, by: input, now: now, replies: &replies)
            } else {
                add(input, id: input.freshMemberID, now: now, replies: &replies)
            }
        } else if input.requiresKnownMemberID {
            pendingMembers[input.freshMemberID] = now + input.sessionTimeout
            replies.append(.join(input.request, JoinReply(error: .memberIdRequired, memberID: input.freshMemberID)))
        } else {
            add(input, id: input.freshMemberID, now: now, replies: &replies)
        }
    }

    private mutating func joinKnown(_ input: JoinInput, now: Instant, replies: inout [GroupReply]) {
        if pendingMembers[input.memberID] != nil, input.instanceID == nil {
            pendingMembers.removeValue(forKey: input.memberID)
            return add(input, id: input.memberID, now: now, replies: &replies)
        }
        let error = check(member: input.memberID, instanceID: input.instanceID)
        guard error == .none, let member = members[input.memberID] else {
            return refuse(input, error, replies: &replies)
        }
        let unchanged = member.protocols == input.protocols
        switch state {
        case .completingRebalance where unchanged, .stable where unchanged && leader != member.id:
            // The answer was lost on its way, or the member has nothing new to say: the same answer again.
            update(input, now: now)
            replies.append(.join(input.request, joinReply(for: member.id)))
        case .empty:
            refuse(input, .unknownMemberId, replies: &replies)
        case .preparingRebalance, .completingRebalance, .stable:
            update(input, now: now)
            hold(input, of: member.id, replies: &replies)
            prepareRebalance(input, now: now, replies: &replies)
        }
    }

    /// Makes the input's join the one that `id` waits with; an older one is answered so that it ends.
    private mutating func hold(_ input: JoinInput, of id: String, replies: inout [GroupReply]) {
        if let older = members[id]?.awaitingJoin {
            replies.append(.join(older, JoinReply(error: .rebalanceInProgress, memberID: id)))
        }
        members[id]?.awaitingJoin = input.request
    }

    private mutating func update(_ input: JoinInput, now: Instant) {
        members[input.memberID]?.protocols = input.protocols
        members[input.memberID]?.sessionTimeout = input.sessionTimeout
        members[input.memberID]?.rebalanceTimeout = input.rebalanceTimeout
        members[input.memberID]?.clientID = input.clientID
        members[input.memberID]?.clientHost = input.clientHost
        touch(input.memberID, now: now)
    }

    private mutating func add(_ input: JoinInput, id: String, now: Instant, replies: inout [GroupReply]) {
        members[id] = GroupMember(
            id: id, instanceID: input.instanceID, clientID: input.clientID, clientHost: input.clientHost,
            sessionTimeout: input.sessionTimeout, rebalanceTimeout: input.rebalanceTimeout,
            protocols: input.protocols, sessionDeadline: now + input.sessionTimeout, awaitingJoin: input.request)
        if members.count == 1 { protocolType = input.protocolType }
        if let instance = input.instanceID { staticMembers[instance] = id }
        if leader == nil { leader = id }
        initialWait?.memberArrived = true
        prepareRebalance(input, now: now, replies: &replies)
    }

    /// KIP-345: a static member came back under a new id; the old id is fenced.
    private mutating func replaceStaticMember(
        _ old: String, by input: JoinInput, now: Instant, replies: inout [GroupReply]
    ) {
        guard let replaced = members.removeValue(forKey: old) else { return }
        let id = input.freshMemberID
        if let join = replaced.awaitingJoin {
            replies.append(.join(join, JoinReply(error: .fencedInstanceId, memberID: old)))
        }
        if let sync = replaced.awaitingSync {
            replies.append(.sync(sync, SyncReply(error: .fencedInstanceId)))
        }
        let oldLeader = leader
        members[id] = GroupMember(
            id: id, instanceID: input.instanceID, clientID: input.clientID, clientHost: input.clientHost,
            sessionTimeout: input.sessionTimeout, rebalanceTimeout: input.rebalanceTimeout,
            protocols: input.protocols, assignment: replaced.assignment,
            sessionDeadline: now + input.sessionTimeout, awaitingJoin: nil)
        if let instance = input.instanceID { staticMembers[instance] = id }
        if leader == old { leader = id }

        guard state == .stable, selectProtocol() == protocolName else {
            members[id]?.awaitingJoin = input.request
            return prepareRebalance(input, now: now, replies: &replies)
        }
        var reply = joinReply(for: id)
        if leader == id {
            if input.supportsSkippingAssignment {
                reply.skipAssignment = true
            } else {
                // An older client must not think that it leads: its assignment would go nowhere.
                reply.leader = oldLeader ?? old
                reply.members = []
            }
        }
        replies.append(.join(input.request, reply))
    }

    /// The answer that tells a member of the current generation.
    func joinReply(for id: String) -> JoinReply {
        var reply = JoinReply(
            generation: generation, protocolType: protocolType, protocolName: protocolName,
            leader: leader ?? "", memberID: id)
        if id == leader, let protocolName {
            reply.members = members.values.map {
                .init(id: $0.id, instanceID: $0.instanceID, metadata: $0.metadata(for: protocolName))
            }
        }
        return reply
    }
}
