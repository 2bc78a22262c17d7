import EngineInterface
import MeshModel
import MeshPlanning

/// Carries out one cluster's part of a plan, under a lease that the caller took.
///
/// Stage after stage: what is about to happen is noted in the cluster's ledger, then done, then looked at, then noted as done. A
/// change that fails leaves the others of its stage alone; what depends on it is not tried. Cut off anywhere, the next plan sees
/// from the ledger what was meant.
///
/// With `terms.run`, the history is told what was changed, and the last note gives the lease back.
///
/// - Parameter events: told of everything as it is known; called in order.
package func applyPlan(
    _ plan: ClusterPlan, on engine: any Engine, terms: ApplyTerms = .init(), events: @Sendable (ApplyEvent) async -> Void = { _ in }
) async -> [ChangeResult] {
    var application = PlanApplication(engine: engine, run: terms.run)
    var stage: Change.Stage?
    for chunk in chunks(of: plan.changes, size: terms.chunkSize) {
        if let next = chunk.first?.stage, next != stage {
            stage = next
            await events(.stageStarted(next, changes: plan.changes.count { $0.stage == next }))
        }
        if let reason = terms.reasonToStop() { application.stop(because: reason) }
        for change in chunk { await events(.changeStarted(change)) }
        await application.carryOut(chunk)
        for result in application.takeResults() { await events(.changeEnded(result)) }
    }
    await application.finish(clock: terms.clock)
    for result in application.takeResults() { await events(.changeEnded(result)) }
    return application.results
}

/// Changes that may be done together, in the plan's order: of one stage and one place in it.
private func chunks(of changes: [Change], size: Int) -> [[Change]] {
    var chunks: [[Change]] = []
    for change in changes.enumerated().sorted(by: { ($0.element.stage, $0.element.order, $0.offset) < ($1.element.stage, $1.element.order, $1.offset) }).map(\.element) {
        if let last = chunks.last, last.count < size, let first = last.first, first.stage == change.stage, first.order == change.order {
            chunks[chunks.count - 1].append(change)
        } else {
            chunks.append([change])
        }
    }
    return chunks
}
