import Determinism
import EngineInterface
import MeshModel
import MeshSimulation

/// A cluster in memory, with faults by the operation.
actor SimulatedEngine: Engine {
    var cluster = ObservedCluster(clusterId: "id-of-eu")
    /// Decides what becomes of an operation: nil is done.
    var fault: @Sendable (EngineOperation) -> EngineOutcome? = { _ in nil }
    /// How many more ledger writes succeed.
    var ledgerWritesLeft = Int.max
    /// Behind `cluster.subjects`.
    private(set) var registry = SimulatedRegistry()
    private(set) var performed: [EngineOperation] = []
    /// How many more effects happen before the program is gone: operations and ledger writes.
    var effectsLeft = Int.max
    /// What is accepted and never comes about.
    var vanishes: @Sendable (EngineOperation) -> Bool = { _ in false }
    /// Which of the operations whose outcome is unknown did not happen.
    var losesUnanswered: @Sendable (EngineOperation) -> Bool = { _ in false }
    private(set) var history: [Int: (run: ApplyRecord?, changes: [AppliedChange])] = [:]
    private(set) var lease: Lease?
    private var ledgerBefore = Ledger()
    private var nextEpoch: Int64 = 0

    func set(fault: @escaping @Sendable (EngineOperation) -> EngineOutcome?) { self.fault = fault }
    func set(ledgerWritesLeft: Int) { self.ledgerWritesLeft = ledgerWritesLeft }
    func set(losesUnanswered: @escaping @Sendable (EngineOperation) -> Bool) { self.losesUnanswered = losesUnanswered }
    func set(effectsLeft: Int) { self.effectsLeft = effectsLeft }
    func set(vanishes: @escaping @Sendable (EngineOperation) -> Bool) { self.vanishes = vanishes }
    /// Somebody else takes the lease.
    func loseLease() { lease = nil }
    func edit(_ body: @Sendable (inout ObservedCluster) -> Void) { body(&cluster) }

    func observe(configsOf topics: Set<String>, subjects: Set<String>) async throws(EngineFailure) -> ObservedCluster { cluster }

    func history(of questions: [SubjectQuestion]) async throws(EngineFailure) -> [SubjectHistory] {
        questions.map { registry.history(of: $0) }
    }

    func inspect(_ topics: Set<String>) async throws(EngineFailure) -> [String: TopicUsage] { [:] }

    func count(_ questions: [RecordQuestion]) async throws(EngineFailure) -> [HeldRecords] {
        questions.map { cluster.topics[$0.topic]?.held ?? HeldRecords(total: 0) }
    }

    func perform(_ operations: [EngineOperation]) async -> [EngineOutcome] {
        operations.map { operation in
            guard effectsLeft > 0 else { return .unknown(Self.gone) }
            effectsLeft -= 1
            performed.append(operation)
            if vanishes(operation) { return .done }
            switch fault(operation) {
            case nil:
                return apply(operation)
            case .unknown(let failure)?:
                if !losesUnanswered(operation) { _ = apply(operation) }
                return .unknown(failure)
            case let outcome?:
                return outcome
            }
        }
    }

    static let gone = EngineFailure(.unreachable, "the program is gone")

    func confirm(_ operations: [EngineOperation]) async -> [EngineOutcome] {
        operations.map { operation in
            effectsLeft <= 0 ? .unknown(Self.gone) : isThere(operation) ? .done : .failed(EngineFailure(.refused, "it was accepted and is not there"))
        }
    }

    private func isThere(_ operation: EngineOperation) -> Bool {
        switch operation {
        case .createTopic(let name, let partitions, _, _): cluster.topics[name]?.partitions == partitions
        case .setPartitions(let name, let total): cluster.topics[name]?.partitions == total
        case .alterConfig(let name, let set, _): set.allSatisfy { cluster.topics[name]?.config?[$0.key]?.value == $0.value }
        case .deleteTopic(let name): cluster.topics[name] == nil
        case .setReplication(let name, let assignment, _): cluster.topics[name]?.replicas == assignment
        case .grant(let rule): cluster.access.contains(rule)
        case .revoke(let rule): !cluster.access.contains(rule)
        case .registerSchema(let schema): registry.history(of: SubjectQuestion(schema, everyVersion: false)).declaredVersion != nil
        case .setCompatibility, .deleteSubject: true
        }
    }

    func acquireLease(_ request: LeaseRequest, isGone: @Sendable (LeaseProcess) -> Bool) async throws(LeaseProblem) -> Lease {
        if let lease, !request.breaks { throw .held(by: lease) }
        nextEpoch += 1
        let taken = Lease(
            id: request.id, holder: request.holder, purpose: request.purpose, since: .distantPast, until: .distantFuture, epoch: nextEpoch,
            number: (history.keys.max() ?? 0) + 1)
        lease = taken
        ledgerBefore = cluster.ledger
        return taken
    }

    func record(_ write: LedgerWrite) async throws(EngineFailure) {
        guard ledgerWritesLeft > 0, effectsLeft > 0 else { throw EngineFailure(.unreachable, "the cluster is gone") }
        guard let lease else { throw EngineFailure(.leaseLost, "the lease was lost") }
        ledgerWritesLeft -= 1
        effectsLeft -= 1
        for update in write.updates { cluster.ledger.apply(update) }
        for var change in write.changes {
            if let after = change.after { change.before = ledgerBefore.present(after).settled }
            if change.status != .done { change.after = nil }
            history[lease.number, default: (nil, [])].changes.append(change)
        }
        if let run = write.run { history[lease.number, default: (nil, [])].run = run }
        if write.endsLease { self.lease = nil }
    }

    func runs() async throws(EngineFailure) -> [ApplyRecord] {
        history.sorted { $0.key < $1.key }.compactMap { number, entry in
            var run = entry.run
            run?.number = number
            return run
        }
    }

    func changes(ofRun number: Int) async throws(EngineFailure) -> [AppliedChange]? { history[number]?.changes }

    func close() async {}

    private func apply(_ operation: EngineOperation) -> EngineOutcome {
        switch operation {
        case .createTopic(let name, let partitions, let replication, let config):
            cluster.topics[name] = ObservedTopic(
                partitions: partitions, replication: replication ?? 1,
                config: config.mapValues { .init(value: $0, isSetOnTopic: true) })
        case .setPartitions(let topic, let total): cluster.topics[topic]?.partitions = total
        case .alterConfig(let topic, let set, let unset):
            for (key, value) in set { cluster.topics[topic]?.config?[key] = .init(value: value, isSetOnTopic: true) }
            for key in unset { cluster.topics[topic]?.config?[key] = nil }
        case .deleteTopic(let name): cluster.topics[name] = nil
        case .setReplication(let topic, let assignment, _):
            cluster.topics[topic]?.replicas = assignment
            cluster.topics[topic]?.replication = assignment.map(\.count).min() ?? 0
        case .grant(let rule): cluster.access.insert(rule)
        case .revoke(let rule): cluster.access.remove(rule)
        case .registerSchema, .setCompatibility, .deleteSubject:
            let outcome = registry.apply(operation)
            cluster.subjects = registry.subjects
            return outcome
        }
        return .done
    }
}
