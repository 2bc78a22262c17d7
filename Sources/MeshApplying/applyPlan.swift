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
    // Numbers are moved instead of changes, which are large.
    let order = changes.indices.sorted { left, right in
        (changes[left].stage, changes[left].order, left) < (changes[right].stage, changes[right].order, right)
    }
    var chunks: [[Change]] = []
    var start = 0
    while start < order.count {
        let first = changes[order[start]]
        var end = start + 1
        while end < order.count, end - start < size, changes[order[end]].stage == first.stage, changes[order[end]].order == first.order { end += 1 }
        chunks.append(order[start..<end].map { changes[$0] })
        start = end
    }
    return chunks
}
