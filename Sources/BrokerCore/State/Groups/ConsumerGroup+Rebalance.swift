import Determinism
import KafkaWire
import NIOCore

extension ConsumerGroup {
    /// Begins a rebalance, or looks whether the one in progress can end.
    mutating func prepareRebalance(_ input: JoinInput? = nil, now: Instant, replies: inout [GroupReply]) {
        if state != .preparingRebalance {
            let first = state == .empty
            if state == .completingRebalance { dropAssignments(now: now, replies: &replies) }
            state = .preparingRebalance
            syncDeadline = nil
            if first, let delay = input?.initialDelay, delay > .zero {
                let longest = longestRebalanceTimeout
                let first = min(input?.firstDelay ?? delay, delay, longest)
                initialWait = InitialWait(step: delay, remaining: longest - first)
                rebalanceDeadline = now + first
            } else {
                rebalanceDeadline = now + longestRebalanceTimeout
            }
        }
        completeJoinIfAllAreHere(now: now, replies: &replies)
    }

    private var longestRebalanceTimeout: Duration {
        members.values.map(\.rebalanceTimeout).max() ?? .zero
    }

    mutating func completeJoinIfAllAreHere(now: Instant, replies: inout [GroupReply]) {
        guard state == .preparingRebalance, initialWait == nil, pendingMembers.isEmpty,
              members.values.allSatisfy({ $0.awaitingJoin != nil })
        else { return }
        completeJoin(now: now, replies: &replies)
    }

    /// Whether the first rebalance waits some more because someone arrived meanwhile.
    mutating func extendInitialWait(now: Instant) -> Bool {
        guard var wait = initialWait else { return false }
        // Who was given its id comes with it in a moment.
        guard wait.memberArrived || !pendingMembers.isEmpty, wait.remaining > .zero else {
            initialWait = nil
            return false
        }
        let step = min(wait.step, wait.remaining)
        wait.remaining -= step
        wait.memberArrived = false
        initialWait = wait
        rebalanceDeadline = now + step
        return true
    }

    /// Ends the join phase: who has not rejoined is out (static members stay until their session ends),
    /// and the others are told of the new generation.
    mutating func completeJoin(now: Instant, replies: inout [GroupReply]) {
        initialWait = nil
        rebalanceDeadline = nil
        for member in members.values where member.awaitingJoin == nil && !member.isStatic {
            forget(member.id)
        }
        if let current = leader, members[current]?.awaitingJoin == nil {
            // The leader is gone or late: someone who is here leads.
            if let present = members.values.first(where: { $0.awaitingJoin != nil }) {
                leader = present.id
            } else if !members.isEmpty {
                rebalanceDeadline = now + longestRebalanceTimeout
                return
            }
        }
        generation &+= 1
        if generation < 0 { generation = 1 }
        guard !members.isEmpty else {
            state = .empty
            protocolName = nil
            leader = nil
            return
        }
        protocolName = selectProtocol()
        state = .completingRebalance
        syncDeadline = now + longestRebalanceTimeout
        for member in members.values {
            guard let request = member.awaitingJoin else { continue }
            members[member.id]?.awaitingJoin = nil
            touch(member.id, now: now)
            replies.append(.join(request, joinReply(for: member.id)))
        }
    }

    private mutating func dropAssignments(now: Instant, replies: inout [GroupReply]) {
        for member in members.values {
            members[member.id]?.assignment = ByteBuffer()
            if let request = member.awaitingSync {
                members[member.id]?.awaitingSync = nil
                // It was alive while it waited; from now on it must be heard of again.
                touch(member.id, now: now)
                replies.append(.sync(request, SyncReply(error: .rebalanceInProgress)))
            }
        }
    }

    /// Gives up the members that took the new generation and never synced.
    mutating func expireUnsynced(now: Instant, replies: inout [GroupReply]) {
        syncDeadline = nil
        guard state == .completingRebalance else { return }
        let late = members.values.filter { $0.awaitingSync == nil }.map(\.id)
        for member in late { forget(member) }
        if !late.isEmpty { prepareRebalance(now: now, replies: &replies) }
    }

    /// Takes a member out and rebalances those that stay.
    mutating func remove(member id: String, now: Instant, replies: inout [GroupReply]) {
        guard let member = members[id] else { return }
        if let request = member.awaitingJoin {
            replies.append(.join(request, JoinReply(error: .unknownMemberId, memberID: id)))
        }
        if let request = member.awaitingSync {
            replies.append(.sync(request, SyncReply(error: .unknownMemberId)))
        }
        forget(id)
        switch state {
        case .stable, .completingRebalance: prepareRebalance(now: now, replies: &replies)
        case .preparingRebalance: completeJoinIfAllAreHere(now: now, replies: &replies)
        case .empty: break
        }
    }

    private mutating func forget(_ id: String) {
        guard let member = members.removeValue(forKey: id) else { return }
        if let instance = member.instanceID, staticMembers[instance] == id { staticMembers[instance] = nil }
        if leader == id { leader = members.values.first?.id }
    }
}
