import MeshPlanning

/// The words that stand as `reason` in conditions: all there are.
struct Reason: Sendable, Hashable {
    let word: String
    private init(_ word: String) { self.word = word }

    // MARK: Synced

    /// True: what is there is what is declared.
    static let asDeclared = Reason("AsDeclared")
    /// False: something is to be changed and will be in the next round.
    static let changing = Reason("Changing")
    /// False: nobody declares it any more, and it is kept.
    static let orphaned = Reason("Orphaned")
    /// False: it is on its way to deletion.
    static let inQuarantine = Reason("InQuarantine")
    /// Unknown: a request was sent and no answer came.
    static let outcomeUnknown = Reason("OutcomeUnknown")
    /// Unknown: the cluster does not answer.
    static let clusterUnreachable = Reason("ClusterUnreachable")
    /// Unknown: nobody has looked yet.
    static let notYetObserved = Reason("NotYetObserved")
    /// Unknown: another controller works on this cluster.
    static let standingBy = Reason("StandingBy")
    /// False, of a cluster: some of its resources are not in sync.
    static let outOfSync = Reason("OutOfSync")

    // MARK: Ready

    /// True.
    static let present = Reason("Present")
    /// False.
    static let absent = Reason("Absent")

    // MARK: Drifted

    /// False: nobody else changed it since it was last applied.
    static let noDrift = Reason("NoDrift")
    /// True: it is to be put right.
    static let mending = Reason("Mending")
    /// True: the mesh's policy leaves it as found.
    static let reported = Reason("Reported")

    // MARK: Blocked

    /// False.
    static let nothing = Reason("Nothing")
    static let awaitingApproval = Reason("AwaitingApproval")
    static let suspended = Reason("Suspended")
    /// Something that it needs is held.
    static let dependencyHeld = Reason("DependencyHeld")
    /// The cluster did not do it; it is tried again from time to time.
    static let applyFailed = Reason("ApplyFailed")
    /// The second opinion found fault with the plan: a bug of ours, of which nothing is carried out.
    static let planFault = Reason("PlanFault")
    /// Somebody else is applying there now.
    static let leaseHeld = Reason("LeaseHeld")

    /// The plan's own refusals: `NotOwned`, `Incompatible`, `WrongCluster`, `TooManyDeletions`…
    static func refused(_ kind: Notice.Kind) -> Reason {
        Reason(kind.rawValue.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined())
    }
}
