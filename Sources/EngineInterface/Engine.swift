import ContractModel
import MeshModel

/// One cluster, whatever runs it: what Heddle may see of it and do to it.
///
/// An engine holds no opinion about what should be done. It reads, performs and records; the plan has decided.
package protocol Engine: Sendable {
    /// Reads everything the planner needs, over the cluster's own protocol. All or nothing: a partial reading throws, because
    /// what could not be read is unknown and must never pass for absent.
    ///
    /// - Parameters:
    ///   - topics: those whose configs are wanted besides the ones in the ledger.
    ///   - subjects: those that are wanted of the schema registry besides the ones in the ledger; where both are none, the
    ///     registry is left alone.
    func observe(configsOf topics: Set<String>, subjects: Set<String>) async throws(EngineFailure) -> ObservedCluster

    /// Counts the records that changes may lose. Answers are in the order of `questions`.
    func count(_ questions: [RecordQuestion]) async throws(EngineFailure) -> [HeldRecords]

    /// Who uses topics, and how much is in them: by name, for each of `topics` that is there.
    func inspect(_ topics: Set<String>) async throws(EngineFailure) -> [String: TopicUsage]

    /// The earlier versions of subjects, which judge a new one. Answers are in the order of `questions`.
    func history(of questions: [SubjectQuestion]) async throws(EngineFailure) -> [SubjectHistory]

    /// Performs operations that do not depend on each other, batched as the cluster likes them and with bounded
    /// concurrency. Outcomes are in the order of `operations`.
    func perform(_ operations: [EngineOperation]) async -> [EngineOutcome]

    /// Looks whether what was performed is there, again and again until a deadline, since a cluster may show a change later
    /// than it accepts it. Outcomes are in the order of `operations`: `failed` where the deadline passed and it is not there,
    /// `unknown` where it could not be read.
    func confirm(_ operations: [EngineOperation]) async -> [EngineOutcome]

    /// Takes the cluster's lease, without which nothing is written to its ledger, and keeps it until it is given back.
    ///
    /// Where the ledger was observed before, it must not have been written to since.
    ///
    /// - Parameter isGone: whether a holder is known to run no more, so that its lease need not be waited for.
    func acquireLease(
        _ request: LeaseRequest, isGone: @Sendable (LeaseProcess) -> Bool
    ) async throws(LeaseProblem) -> Lease

    /// Writes to the ledger, durably, in this order, under the lease. Throws `leaseLost` and writes nothing where that is no
    /// longer held.
    func record(_ write: LedgerWrite) async throws(EngineFailure)

    /// The runs that wrote to the ledger, as far as it remembers, by number.
    func runs() async throws(EngineFailure) -> [ApplyRecord]

    /// What a run changed, in order; nil where that is remembered no more.
    func changes(ofRun number: Int) async throws(EngineFailure) -> [AppliedChange]?

    /// Reads again what is named, and only that, with the ledger, and answers `earlier` with it put in. Whatever else `earlier`
    /// says is as old as it was.
    func observe(_ focus: ObservationFocus, in earlier: ObservedCluster) async throws(EngineFailure) -> ObservedCluster

    /// Waits for changes by anybody, ourselves included, at most `wait`; answers at once where there are some.
    ///
    /// - Parameter position: where the last answer ended; nil to begin.
    func changes(after position: Int64?, wait: Milliseconds) async throws(EngineFailure) -> ObservedChanges

    /// Becomes the one controller of the cluster until `resign`, and keeps being it as long as this engine lives; another that
    /// asks meanwhile is told `held`. Apart from the lease, which each run takes for itself.
    func lead(_ request: LeaseRequest, isGone: @Sendable (LeaseProcess) -> Bool) async throws(LeaseProblem) -> Lease

    /// Whether we still are the cluster's controller, as the cluster has it; throws `leaseLost` where not.
    func confirmLeadership() async throws(EngineFailure)

    func resign() async

    /// Appends durably, in order, creating the log where it is not there.
    ///
    /// - Returns: the offset of the first record; nil where the acknowledgement did not tell.
    func append(_ records: [MeshLogRecord], to log: MeshLog) async throws(EngineFailure) -> Int64?

    /// Everything from `offset` on that is there by now; empty where there is no such log.
    func read(_ log: MeshLog, from offset: Int64) async throws(EngineFailure) -> MeshLogReading

    func close() async
}

extension Engine {
    package func record(_ updates: [LedgerUpdate]) async throws(EngineFailure) {
        try await record(LedgerWrite(updates: updates))
    }
}

/// The smallest things that an engine is asked to do.
package enum EngineOperation: Sendable, Hashable {
    /// `replication` nil: the cluster's default.
    case createTopic(name: String, partitions: Int, replication: Int?, config: [String: String])
    case setPartitions(topic: String, total: Int)
    /// Sets and unsets keys; every other key stays as it is.
    case alterConfig(topic: String, set: [String: String], unset: Set<String>)
    case deleteTopic(name: String)
    /// Has the replicas of each partition, by number, on these brokers, the preferred leader first; `placeReplicas` finds them.
    /// Done once they all are there and in sync.
    ///
    /// `throttle`: the bytes a second that each broker may spend on it; nil: as fast as it goes.
    case setReplication(topic: String, assignment: [[Int32]], throttle: Int?)
    case grant(AccessRule)
    case revoke(AccessRule)
    /// Registers a version unless the subject has that very schema; the registry judges its compatibility.
    case registerSchema(SubjectSchema)
    /// nil: the registry's default holds again.
    case setCompatibility(subject: String, CompatibilityMode?)
    /// All its versions, so that they can no longer be found by subject; what was written with them stays readable.
    case deleteSubject(subject: String)
}

package enum EngineOutcome: Sendable, Hashable {
    case done
    case failed(EngineFailure)
    /// Sent, and no answer came: it may or may not have happened.
    case unknown(EngineFailure)
}

/// What an engine could not do, and whether trying again can help.
package struct EngineFailure: Error, Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// No connection, or it broke.
        case unreachable
        /// The cluster answered with a refusal.
        case refused
        /// The answer makes no sense: not the protocol expected, a corrupt ledger.
        case misunderstood
        /// Somebody else may write to the ledger now.
        case leaseLost
    }

    package var kind: Kind
    /// One sentence for people, naming the address or resource.
    package var message: String
    /// The protocol's own name of the error: `TOPIC_ALREADY_EXISTS`.
    package var code: String?
    package var isRetriable: Bool

    package init(_ kind: Kind, _ message: String, code: String? = nil, isRetriable: Bool = false) {
        self.kind = kind
        self.message = message
        self.code = code
        self.isRetriable = isRetriable
    }
}

/// A change of one ledger entry; nil removes it.
package enum LedgerUpdate: Sendable, Equatable {
    case topic(String, LedgerTopic?)
    case access(AccessRule, LedgerAccess?)
    case subject(String, LedgerSubject?)
    /// By the mesh's name.
    case claim(String, LedgerClaim?)
}
