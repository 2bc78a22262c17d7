import Determinism
import KafkaWire
import OrderedCollections

/// A group whose partitions the broker assigns (KIP-848): members only send heartbeats, and each is led on its own from
/// what it owns to what it is to own. A partition is given to nobody while another has not given it back.
///
/// A value that is told events and the time, as `ConsumerGroup` is. `epoch` counts what is wanted of the group,
/// `assignmentEpoch` says for which of these partitions were assigned, and each member's epoch how far that one is.
struct AssignedGroup {
    /// DescribeGroups' names of the states.
    enum State: String {
        case empty = "Empty"
        case assigning = "Assigning"
        case reconciling = "Reconciling"
        case stable = "Stable"
    }

    var epoch: Int32 = 0
    var assignmentEpoch: Int32 = 0
    /// Of the subscribed topics as they were when the epoch was set; see `SubscribedTopics.fingerprint`.
    var topicsFingerprint: UInt64 = 0
    /// In the order of their joining, so that the same events give the same assignment.
    private(set) var members: OrderedDictionary<String, AssignedMember> = [:]
    /// `group.instance.id` → member id.
    private(set) var staticMembers: [String: String] = [:]
    /// Who has a partition, be it that it owns it or that it has not given it back.
    private var owners: [KafkaUUID: [Int32: String]] = [:]
    /// The topics' generation that was looked at last. After a start, all are looked at anew.
    var seenGeneration: UInt64?
    /// Members of which the journal must be told, and those that are gone.
    private(set) var touched: Set<String> = []
    private(set) var gone: Set<String> = []

    var state: State {
        if members.isEmpty { return .empty }
        if epoch > assignmentEpoch { return .assigning }
        let isSettled = members.values.allSatisfy { $0.isAway || $0.state == .stable && $0.epoch == assignmentEpoch }
        return isSettled ? .stable : .reconciling
    }

    /// Whether a partition is in other hands than the member's.
    func isHeld(_ topic: KafkaUUID, _ partition: Int32, besides member: String) -> Bool {
        owners[topic]?[partition].map { $0 != member } ?? false
    }

    /// Puts a member in or changes it, and notes whose its partitions are.
    mutating func put(_ member: AssignedMember) {
        let before = members[member.id]
        if let before {
            for (topic, partitions) in before.assigned.union(before.pendingRevocation).byTopic {
                for partition in partitions where owners[topic]?[partition] == member.id { owners[topic]?[partition] = nil }
            }
        }
        for (topic, partitions) in member.assigned.union(member.pendingRevocation).byTopic {
            for partition in partitions { owners[topic, default: [:]][partition] = member.id }
        }
        members[member.id] = member
        if let instance = member.instanceID { staticMembers[instance] = member.id }
        touched.insert(member.id)
        gone.remove(member.id)
    }

    /// Takes a member out; what it held is free.
    mutating func remove(_ id: String) {
        guard let member = members.removeValue(forKey: id) else { return }
        for (topic, partitions) in member.assigned.union(member.pendingRevocation).byTopic {
            for partition in partitions where owners[topic]?[partition] == id { owners[topic]?[partition] = nil }
            if owners[topic]?.isEmpty == true { owners[topic] = nil }
        }
        if let instance = member.instanceID, staticMembers[instance] == id { staticMembers[instance] = nil }
        touched.remove(id)
        gone.insert(id)
    }

    /// Changes of times alone, of which the journal is not told.
    mutating func touch(_ id: String, session: Instant) {
        members[id]?.sessionDeadline = session
    }

    mutating func noteMatched(_ id: String, generation: UInt64) {
        members[id]?.matchedGeneration = generation
    }

    mutating func setRevocationDeadline(_ id: String, _ deadline: Instant?) {
        members[id]?.revocationDeadline = deadline
    }

    mutating func setTarget(_ target: AssignedPartitions, of id: String) {
        guard members[id]?.target != target else { return }
        members[id]?.target = target
        touched.insert(id)
    }

    /// Something else is wanted of the group from now on.
    mutating func bumpEpoch() {
        epoch = epoch == .max ? 1 : epoch + 1
    }

    /// What the journal must be told, in the order of the members.
    mutating func takeChanges() -> (touched: [String], gone: [String]) {
        defer {
            touched.removeAll()
            gone.removeAll()
        }
        return (touched.sorted(), gone.sorted())
    }

    // MARK: Time

    var nextDeadline: Instant? {
        var next: Instant?
        for member in members.values {
            let deadline = member.revocationDeadline.map { min($0, member.sessionDeadline) } ?? member.sessionDeadline
            if next.map({ deadline < $0 }) ?? true { next = deadline }
        }
        return next
    }

    /// Gives up the members that were not heard of, or did not give back what they were asked for, in time.
    mutating func expire(at now: Instant) {
        let late = members.values.filter { $0.sessionDeadline <= now || $0.revocationDeadline.map { $0 <= now } ?? false }
        guard !late.isEmpty else { return }
        for member in late { remove(member.id) }
        bumpEpoch()
    }
}
