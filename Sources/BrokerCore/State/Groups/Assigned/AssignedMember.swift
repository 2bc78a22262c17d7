import Determinism
import KafkaWire

/// One member of a group whose partitions the broker assigns.
struct AssignedMember: Equatable {
    /// How far a member is on the way to what it is to own.
    enum State: Int8 {
        case stable = 0
        /// It must give partitions back before it can go on.
        case revoking = 1
        /// It is on the newest assignment but for partitions that others have not given back yet.
        case awaiting = 2
    }

    /// The epoch of a static member that left and will be back (KIP-848).
    static let awayEpoch: Int32 = -2

    var id: String
    var instanceID: String?
    var rackID: String?
    var clientID: String
    var clientHost: String
    var rebalanceTimeout: Duration
    /// Sorted, each once.
    var subscribedNames: [String] = []
    var subscribedPattern: String?
    /// The names that the pattern fits and the member may see, sorted.
    var matchedNames: [String] = []
    /// The topics' generation for which they were found.
    var matchedGeneration: UInt64?
    var assignor: String?

    var epoch: Int32 = 0
    var previousEpoch: Int32 = 0
    var state = State.stable
    var assigned = AssignedPartitions()
    var pendingRevocation = AssignedPartitions()
    /// What it is to own in the end.
    var target = AssignedPartitions()

    var sessionDeadline: Instant
    /// When it must have given back what it was asked for.
    var revocationDeadline: Instant?

    var isAway: Bool { epoch == Self.awayEpoch }

    /// The names of all topics that it subscribes to, sorted, each once.
    var topicNames: [String] {
        matchedNames.isEmpty ? subscribedNames : Set(subscribedNames).union(matchedNames).sorted()
    }

    /// Whether two members are the same for the journal: times are not kept.
    func isKeptAs(_ other: AssignedMember) -> Bool {
        var copy = other
        copy.sessionDeadline = sessionDeadline
        copy.revocationDeadline = revocationDeadline
        copy.matchedGeneration = matchedGeneration
        return self == copy
    }
}
