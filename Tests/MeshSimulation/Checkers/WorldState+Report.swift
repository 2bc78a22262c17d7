import EngineInterface
import MeshApplying
import MeshModel

extension WorldState {
    /// What an apply said of itself, against the truth.
    ///
    /// - Parameter isTold: whether anybody lived to hear it, and nobody else acted meanwhile.
    mutating func judge(_ results: [ChangeResult], ofRun number: Int, isTold: Bool, before: WorldState) {
        note("run \(number): \(results.map { "\($0.change.action) \($0.change.address.name): \($0.status)" })")
        guard isTold else { return }
        let isCalm = isQuiet && before.isQuiet && landedLate == before.landedLate
        for result in results {
            switch result.status {
            case .done:
                if ledger.present(result.change.outcome) != result.change.outcome {
                    violation("\(result.change.address) is said to be done, and the ledger does not say so")
                }
                guard isCalm else { continue }
                for operation in result.change.operations where !isThere(operation) {
                    violation("\(result.change.address) is said to be done, and is not: \(operation)")
                }
            case .failed:
                guard case .topic(let name, _) = result.change.outcome, result.change.action == .create else { continue }
                if topics[name] != nil, born[name] == number, ledger.topics[name]?.stewardship.mesh != before.ledgerMesh(result) {
                    violation("'\(name)' was created by a run that says it failed and remembers nothing")
                }
            case .unknown, .notDone: continue
            }
        }
    }

    private func ledgerMesh(_ result: ChangeResult) -> String? {
        if case .topic(_, let entry?) = result.change.outcome { entry.stewardship.mesh } else { nil }
    }
}
