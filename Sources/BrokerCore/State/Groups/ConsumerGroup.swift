import Determinism
import KafkaWire
import NIOCore
import OrderedCollections

/// Where a classic group stands in its rebalance (the names are those that DescribeGroups shows).
enum GroupState: String {
    case empty = "Empty"
    case preparingRebalance = "PreparingRebalance"
    case completingRebalance = "CompletingRebalance"
    case stable = "Stable"
}

/// A consumer group of the classic protocol: members join, one of them leads and assigns, all sync.
///
/// A value that is told events and the time, and collects the answers that became due in the array
/// handed to it. It knows neither sockets nor encodings. What it does follows Kafka's GroupCoordinator:
/// KIP-62 (rebalance timeout), KIP-134 (initial delay), KIP-345 (static members), KIP-394 (member id
/// required), KIP-814 (static leader).
struct ConsumerGroup {
    let id: String
    var state = GroupState.empty
    var generation: Int32 = 0
    var protocolType: String?
    var protocolName: String?
    var leader: String?
    /// In the order of their joining, so that the same events give the same answers.
    var members: OrderedDictionary<String, GroupMember> = [:]
    /// `group.instance.id` → member id.
    var staticMembers: [String: String] = [:]
    /// Member ids that were handed out (KIP-394) and not yet used, with their expiry.
    var pendingMembers: OrderedDictionary<String, Instant> = [:]
    /// When the rebalance in progress ends whoever is missing.
    var rebalanceDeadline: Instant?
    /// When members that have not synced are given up.
    var syncDeadline: Instant?
    /// The wait that an empty group's first rebalance begins with.
    var initialWait: InitialWait?
    var offsets = CommittedOffsets()
    /// What it is when the broker assigns its partitions (KIP-848); then nothing of the above but offsets counts.
    var assigned: AssignedGroup?
    /// What the journal was told of its epochs last.
    var keptEpoch: AssignedGroup.KeptEpochs?

    /// KIP-134: the first members of an empty group are given a moment to arrive together.
    struct InitialWait {
        /// How long each newcomer lets all wait for more.
        var step: Duration
        var remaining: Duration
        var memberArrived = false
    }

    init(id: String) {
        self.id = id
    }

    var isEmpty: Bool { assigned?.members.isEmpty ?? (state == .empty) }

    /// As ListGroups tells them.
    var stateName: String { assigned?.state.rawValue ?? state.rawValue }
    var typeName: String { assigned == nil ? "classic" : "consumer" }

    /// Whether nothing at all is known of the group, so that it may be forgotten.
    var isForgettable: Bool { isEmpty && pendingMembers.isEmpty && offsets.isEmpty }

    // MARK: Selecting the protocol

    /// Whether a newcomer with `protocols` can be in one group with all members (but `member` itself).
    func accepts(type: String, protocols: [GroupProtocol], except member: String? = nil) -> Bool {
        let others = members.values.filter { $0.id != member }
        guard !type.isEmpty, !protocols.isEmpty else { return false }
        if isEmpty || others.isEmpty { return true }
        guard protocolType == type else { return false }
        return protocols.contains { offered in
            others.allSatisfy { $0.protocols.contains { $0.name == offered.name } }
        }
    }

    /// The protocol that all members know and most like best; ties go to the first name in order.
    func selectProtocol() -> String? {
        guard let first = members.values.first else { return nil }
        let common = first.protocols.map(\.name).filter { name in
            members.values.allSatisfy { $0.protocols.contains { $0.name == name } }
        }
        var votes: [String: Int] = [:]
        for member in members.values {
            if let choice = member.protocols.first(where: { common.contains($0.name) }) {
                votes[choice.name, default: 0] += 1
            }
        }
        return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    // MARK: Checks that several requests share

    /// Whether a request may speak for the member that it names.
    func check(member id: String, instanceID: String?, generation: Int32? = nil) -> ErrorCode {
        if let instanceID {
            guard let current = staticMembers[instanceID] else { return .unknownMemberId }
            guard current == id else { return .fencedInstanceId }
        }
        guard members[id] != nil else { return .unknownMemberId }
        if let generation, generation != self.generation { return .illegalGeneration }
        return .none
    }

    // MARK: Time

    /// The next moment at which `advance` has something to do, as far as known now.
    var nextDeadline: Instant? {
        var next: Instant?
        func consider(_ instant: Instant?) {
            if let instant, next.map({ instant < $0 }) ?? true { next = instant }
        }
        consider(rebalanceDeadline)
        consider(syncDeadline)
        consider(assigned?.nextDeadline)
        pendingMembers.values.forEach(consider)
        members.values.filter { !$0.isWaiting }.forEach { consider($0.sessionDeadline) }
        return next
    }

    /// Lets time pass: sessions run out, rebalances end.
    mutating func advance(to now: Instant, replies: inout [GroupReply]) {
        assigned?.expire(at: now)
        for (member, deadline) in pendingMembers where deadline <= now {
            pendingMembers.removeValue(forKey: member)
        }
        for member in members.values where !member.isWaiting && member.sessionDeadline <= now {
            remove(member: member.id, now: now, replies: &replies)
        }
        if let deadline = syncDeadline, deadline <= now {
            expireUnsynced(now: now, replies: &replies)
        }
        if state == .preparingRebalance {
            if let deadline = rebalanceDeadline, deadline <= now {
                if !extendInitialWait(now: now) { completeJoin(now: now, replies: &replies) }
            } else {
                completeJoinIfAllAreHere(now: now, replies: &replies)
            }
        }
    }

    mutating func touch(_ id: String, now: Instant) {
        guard let timeout = members[id]?.sessionTimeout else { return }
        members[id]?.sessionDeadline = now + timeout
    }
}
