import EngineInterface
import MeshModel
import MeshPlanning

/// Carries out one cluster's part of a plan.
///
/// Stage after stage: what is about to happen is noted in the cluster's ledger, then done, then noted as done. A change that
/// fails leaves the others of its stage alone; what depends on it is not tried. Cut off anywhere, the next plan sees from
/// the ledger what was meant.
///
/// - Parameter progress: told of each result as it is known; called in order.
package func applyPlan(
    _ plan: ClusterPlan, on engine: any Engine, chunkSize: Int = 1000,
    progress: @Sendable (ChangeResult) async -> Void = { _ in }
) async -> [ChangeResult] {
    var application = PlanApplication(engine: engine)
    var results: [ChangeResult] = []
    for stage in Change.Stage.allCases {
        let changes = plan.changes.filter { $0.stage == stage }
        for order in Set(changes.map(\.order)).sorted() {
            for chunk in chunks(of: changes.filter { $0.order == order }, size: chunkSize) {
                for result in await application.carryOut(chunk) {
                    await progress(result)
                    results.append(result)
                }
            }
        }
    }
    return results
}

private func chunks(of changes: [Change], size: Int) -> [[Change]] {
    stride(from: 0, to: changes.count, by: size).map { Array(changes[$0..<min($0 + size, changes.count)]) }
}

private struct PlanApplication {
    let engine: any Engine
    var topicsNotCreated: Set<String> = []
    var subjectsNotRegistered: Set<String> = []
    /// Once the ledger cannot be written, nothing more is tried: it could not be remembered.
    var ledgerFailure: EngineFailure?

    /// The results, one a change, in the order of `changes`.
    mutating func carryOut(_ changes: [Change]) async -> [ChangeResult] {
        var statuses = [ChangeStatus?](repeating: nil, count: changes.count)
        for (index, change) in changes.enumerated() {
            if let ledgerFailure {
                statuses[index] = .notDone("an earlier note in the ledger failed: \(ledgerFailure.message)")
            } else if let missing = missingDependency(of: change) {
                statuses[index] = .notDone(missing)
            }
        }
        let open = changes.indices.filter { statuses[$0] == nil }
        guard !open.isEmpty else {
            noteWhatIsMissing(changes, statuses)
            return results(changes, statuses)
        }
        if let failure = await note(open.compactMap { changes[$0].intent }) {
            for index in open { statuses[index] = .notDone("it could not be noted in the ledger: \(failure.message)") }
            noteWhatIsMissing(changes, statuses)
            return results(changes, statuses)
        }
        await perform(changes, open: open, into: &statuses)

        let updates = open.compactMap { index -> LedgerUpdate? in
            switch statuses[index] {
            case .failed: changes[index].intent == nil ? nil : changes[index].withdrawal
            case .unknown, .notDone: nil
            case nil, .done: changes[index].outcome
            }
        }
        if let failure = await note(updates) {
            for index in open where statuses[index] == nil { statuses[index] = .unknown(failure) }
        }
        for index in open where statuses[index] == nil { statuses[index] = .done }
        noteWhatIsMissing(changes, statuses)
        return results(changes, statuses)
    }

    /// A change's operations follow each other; those of different changes go together.
    private func perform(_ changes: [Change], open: [Int], into statuses: inout [ChangeStatus?]) async {
        let rounds = open.map { changes[$0].operations.count }.max() ?? 0
        for round in 0..<rounds {
            let indices = open.filter { statuses[$0] == nil && changes[$0].operations.count > round }
            let outcomes = await engine.perform(indices.map { changes[$0].operations[round] })
            for (index, outcome) in zip(indices, outcomes) {
                switch outcome {
                case .done: continue
                case .failed(let failure): statuses[index] = .failed(failure)
                case .unknown(let failure): statuses[index] = .unknown(failure)
                }
            }
        }
    }

    private mutating func note(_ updates: [LedgerUpdate]) async -> EngineFailure? {
        guard !updates.isEmpty else { return nil }
        do throws(EngineFailure) {
            try await engine.record(updates)
            return nil
        } catch {
            ledgerFailure = error
            return error
        }
    }

    private mutating func noteWhatIsMissing(_ changes: [Change], _ statuses: [ChangeStatus?]) {
        for (change, status) in zip(changes, statuses) where status != .done {
            if change.stage == .createTopics { topicsNotCreated.insert(change.address.name) }
            if change.stage == .registerSchemas, let subject = change.subject { subjectsNotRegistered.insert(subject) }
        }
    }

    /// What a change makes no sense without, where that failed.
    private func missingDependency(of change: Change) -> String? {
        for operation in change.operations {
            switch operation {
            case .grant(let rule):
                guard rule.resourceType == .topic, case .literal(let topic) = rule.pattern, topicsNotCreated.contains(topic) else { continue }
                return "topic '\(topic)' was not created"
            case .registerSchema(let schema):
                guard let reference = schema.references.first(where: { subjectsNotRegistered.contains($0.subject) }) else { continue }
                return "subject '\(reference.subject)', which it refers to, was not registered"
            default: continue
            }
        }
        return nil
    }

    private func results(_ changes: [Change], _ statuses: [ChangeStatus?]) -> [ChangeResult] {
        zip(changes, statuses).map { ChangeResult(change: $0, status: $1 ?? .notDone("it was not reached")) }
    }
}
