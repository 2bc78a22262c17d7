import EngineInterface
import MeshModel
import RegistryClient

/// The part of a cluster that its schema registry is asked for.
extension KafkaEngine {
    /// The subjects that are wanted or owned, if there are any.
    func observeSubjects(_ wanted: Set<String>, into observed: inout ObservedCluster) async throws(EngineFailure) {
        let names = wanted.union(observed.ledger.subjects.keys)
        guard !names.isEmpty else { return }
        guard registry != nil else {
            // What is owned in a registry that nobody names any more is told from the ledger alone.
            guard !wanted.isEmpty else { return }
            throw noRegistry
        }
        observed.subjects = [:]
        try await observeSubjects(named: names, into: &observed)
    }

    /// These, and the default for all.
    func observeSubjects(named names: Set<String>, into observed: inout ObservedCluster) async throws(EngineFailure) {
        guard let registry else { throw noRegistry }
        let names = names.sorted()
        do {
            // First, because whatever is no registry fails here, and none of its answers can pass for "there is none".
            observed.registryCompatibility = try await registry.compatibility()
        } catch {
            throw failure(error, asking: registry)
        }
        let answers = await concurrently(names, width: registry.options.width) { name -> Result<ObservedSubject?, RegistryError> in
            do throws(RegistryError) {
                return .success(try await registry.observe(name))
            } catch {
                return .failure(error)
            }
        }
        for (name, answer) in zip(names, answers) {
            do { observed.subjects?[name] = try answer.get() } catch { throw failure(error, asking: registry) }
        }
    }

    package func history(of questions: [SubjectQuestion]) async throws(EngineFailure) -> [SubjectHistory] {
        guard !questions.isEmpty else { return [] }
        guard let registry else { throw noRegistry }
        let answers = await concurrently(questions, width: options.width) { question -> Result<SubjectHistory, RegistryError> in
            do throws(RegistryError) {
                return .success(try await registry.history(question))
            } catch {
                return .failure(error)
            }
        }
        var histories: [SubjectHistory] = []
        for answer in answers {
            do { histories.append(try answer.get()) } catch { throw failure(error, asking: registry) }
        }
        return histories
    }

    /// Those operations that are the registry's, with their places.
    func performInRegistry(_ operations: [EngineOperation]) async -> [(index: Int, outcome: EngineOutcome)] {
        let own = operations.enumerated().filter(\.element.isForRegistry)
        let outcomes = await concurrently(own.map(\.element), width: registry?.options.width ?? 1) { await self.perform($0) }
        return zip(own, outcomes).map { (index: $0.offset, outcome: $1) }
    }

    private func perform(_ operation: EngineOperation) async -> EngineOutcome {
        guard let registry else { return .failed(noRegistry) }
        do throws(RegistryError) {
            switch operation {
            case .registerSchema(let schema): _ = try await registry.register(try await registry.resolve(schema), under: schema.subject)
            case .setCompatibility(let subject, let mode): try await registry.setCompatibility(mode, of: subject)
            case .deleteSubject(let subject): try await registry.delete(subject: subject)
            default: break
            }
            return .done
        } catch {
            var failure = failure(error, asking: registry)
            if case .refused(let status, _) = error.reason, !error.isRetriable {
                failure.message = "\(operation.phrase): \(status == 409 ? "the registry finds it incompatible: " : "")\(error.message)"
            }
            return error.wasSent && error.isRetriable ? .unknown(failure) : .failed(failure)
        }
    }

    private var noRegistry: EngineFailure {
        EngineFailure(.refused, "cluster '\(cluster)' has no schema registry")
    }

    /// `the schema registry of cluster 'eu' at http://127.0.0.1:8181 cannot be reached: connection refused`.
    private func failure(_ error: RegistryError, asking registry: RegistryClient) -> EngineFailure {
        let kind: EngineFailure.Kind =
            switch error.reason {
            case .unreachable: .unreachable
            case .refused: .refused
            case .misunderstood: .misunderstood
            }
        let verb = kind == .unreachable && !error.wasSent ? " cannot be reached" : ""
        return EngineFailure(
            kind, "the schema registry of cluster '\(cluster)' at \(registry.address)\(verb): \(error.message)",
            code: error.code.map { String($0) }, isRetriable: error.isRetriable)
    }
}

extension EngineOperation {
    fileprivate var isForRegistry: Bool {
        switch self {
        case .registerSchema, .setCompatibility, .deleteSubject: true
        case .createTopic, .setPartitions, .alterConfig, .deleteTopic, .setReplication, .grant, .revoke: false
        }
    }
}
