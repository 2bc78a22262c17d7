import Determinism
import EngineInterface
import MeshModel
import MeshPlanning

/// An apply under way. What became of a chunk is noted together with what is meant by the next, so that a stage costs one write
/// to the ledger; a result is given out once its note is written.
struct PlanApplication {
    let engine: any Engine
    private var run: ApplyRecord?
    private(set) var results: [ChangeResult] = []
    private var givenOut = 0
    /// Results whose notes are still to be written, at the end of `results`.
    private var unnoted = 0
    private var pending = LedgerWrite()
    private var dependencies = FailedDependencies()
    /// Once the ledger cannot be written, nothing more is tried: it could not be remembered.
    private var ledgerFailure: EngineFailure?
    private var stopReason: String?

    init(engine: any Engine, run: ApplyRecord?) {
        self.engine = engine
        self.run = run
        // Whoever looks while it goes on, or after it was cut off, finds who began it.
        pending.run = run
    }

    mutating func stop(because reason: String) { stopReason = stopReason ?? reason }

    /// Those whose fate is settled since the last call.
    mutating func takeResults() -> [ChangeResult] {
        let end = results.count - unnoted
        guard end > givenOut else { return [] }
        defer { givenOut = end }
        return Array(results[givenOut..<end])
    }

    mutating func carryOut(_ changes: [Change]) async {
        var statuses = changes.map { reasonNotToTry($0).map { ChangeStatus.notDone($0) } }
        var open = statuses.indices.filter { statuses[$0] == nil }
        // A write before anything is done, even where nothing is meant beforehand: earlier outcomes go with it.
        if open.contains(where: { !changes[$0].operations.isEmpty }) {
            pending.updates += open.compactMap { changes[$0].intent }
            if let failure = await flush() {
                for index in open { statuses[index] = .notDone("it could not be noted in the ledger: \(failure.message)") }
                open = []
            }
        }
        let accepted = await perform(changes, open: open, into: &statuses)
        for index in open {
            let change = changes[index]
            switch statuses[index] {
            case .failed where change.intent != nil && !accepted.contains(index): if let withdrawal = change.withdrawal { pending.updates.append(withdrawal) }
            case nil, .done:
                statuses[index] = .done
                pending.updates.append(change.outcome)
            default: break
            }
            if let applied = AppliedChange(change, statuses[index]) { pending.changes.append(applied) }
        }
        for (change, status) in zip(changes, statuses) {
            let status = status ?? .notDone("it was not reached")
            if status != .done { dependencies.add(change) }
            results.append(ChangeResult(change: change, status: status))
        }
        unnoted += changes.count
        if pending.isEmpty { unnoted = 0 }
    }

    /// Writes what is left to note, with the run as a whole, and gives the lease back.
    mutating func finish(clock: () -> Instant) async {
        if var run {
            run.endedAt = clock()
            run.counts = .init(results)
            pending.run = run
            pending.endsLease = true
        }
        _ = await flush()
        unnoted = 0
    }

    /// A failure settles the results that wait for it: what was done is not known to be remembered.
    private mutating func flush() async -> EngineFailure? {
        defer { unnoted = 0 }
        if ledgerFailure == nil, !pending.isEmpty {
            do throws(EngineFailure) {
                try await engine.record(pending)
            } catch {
                ledgerFailure = error
            }
        }
        pending = LedgerWrite()
        guard let ledgerFailure else { return nil }
        for index in results.indices.suffix(unnoted) where results[index].status == .done { results[index].status = .unknown(ledgerFailure) }
        return ledgerFailure
    }

    private func reasonNotToTry(_ change: Change) -> String? {
        if let ledgerFailure { return "an earlier note in the ledger failed: \(ledgerFailure.message)" }
        return stopReason ?? dependencies.missing(for: change)
    }

    /// A change's operations follow each other; those of different changes go together. Then the cluster is asked whether it shows
    /// them, which settles also those whose answer was lost.
    ///
    /// - Returns: those that were accepted: they may yet come about, and stay noted.
    private func perform(_ changes: [Change], open: [Int], into statuses: inout [ChangeStatus?]) async -> Set<Int> {
        var lost: [Int: EngineFailure] = [:]
        for round in 0..<(open.map { changes[$0].operations.count }.max() ?? 0) {
            let indices = open.filter { statuses[$0] == nil && lost[$0] == nil && changes[$0].operations.count > round }
            for (index, outcome) in zip(indices, await engine.perform(indices.map { changes[$0].operations[round] })) {
                switch outcome {
                case .done: continue
                case .failed(let failure): statuses[index] = .failed(failure)
                case .unknown(let failure): lost[index] = failure
                }
            }
        }
        let sent = open.filter { statuses[$0] == nil && !changes[$0].operations.isEmpty }
        let operations = sent.flatMap { index in changes[index].operations.map { (index, $0) } }
        guard !operations.isEmpty else { return [] }
        for ((index, _), outcome) in zip(operations, await engine.confirm(operations.map(\.1))) {
            switch outcome {
            case .done: continue
            // What was lost on the way and is not there may still be on its way.
            case .failed(let failure): statuses[index] = lost[index].map { .unknown($0) } ?? .failed(failure)
            case .unknown(let failure): statuses[index] = .unknown(lost[index] ?? failure)
            }
        }
        return Set(sent)
    }
}

extension AppliedChange {
    /// nil for a change that was not tried.
    fileprivate init?(_ change: Change, _ status: ChangeStatus?) {
        let outcome: Status
        switch status {
        case .done: outcome = .done
        case .failed: outcome = .failed
        case .unknown: outcome = .unknown
        case .notDone, nil: return nil
        }
        self.init(address: change.address, action: change.action.rawValue, status: outcome, after: change.outcome)
    }
}

extension ApplyRecord.Counts {
    package init(_ results: [ChangeResult]) {
        self.init()
        for result in results {
            switch result.status {
            case .done: done += 1
            case .failed: failed += 1
            case .unknown: unknown += 1
            case .notDone: notDone += 1
            }
        }
    }
}
