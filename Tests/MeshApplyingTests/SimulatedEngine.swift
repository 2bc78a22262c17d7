import EngineInterface
import MeshModel

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

    func set(fault: @escaping @Sendable (EngineOperation) -> EngineOutcome?) { self.fault = fault }
    func set(ledgerWritesLeft: Int) { self.ledgerWritesLeft = ledgerWritesLeft }
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
            performed.append(operation)
            switch fault(operation) {
            case nil:
                return apply(operation)
            case .unknown(let failure)?:
                // The worst case of an unknown outcome: it happened.
                _ = apply(operation)
                return .unknown(failure)
            case let outcome?:
                return outcome
            }
        }
    }

    func record(_ updates: [LedgerUpdate]) async throws(EngineFailure) {
        guard ledgerWritesLeft > 0 else { throw EngineFailure(.unreachable, "the cluster is gone") }
        ledgerWritesLeft -= 1
        for update in updates { cluster.ledger.apply(update) }
    }

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
