import Determinism
import EngineInterface
import Foundation
import MeshApplying
import MeshModel
import MeshPlanning
import ReconcilerCore

/// Takes the cluster's lease under the controller's leadership and carries the plan out. The last note gives the lease back.
///
/// - Parameter reasonToStop: asked before each chunk.
func carryOutPlan(
    _ plan: ClusterPlan, _ task: ApplyTask, on engine: any Engine, as identity: ControllerIdentity, clock: @escaping @Sendable () -> Instant,
    reasonToStop: @escaping @Sendable () -> String?
) async throws(LeaseProblem) -> [ChangeResult] {
    let record = ApplyRecord(
        number: 0, purpose: task.purpose, startedAt: clock(), author: identity.author, mesh: task.mesh, environment: task.environment,
        source: task.source, version: identity.version)
    let request = LeaseRequest(
        id: UUID().uuidString.lowercased(), holder: identity.holder, purpose: task.purpose, process: identity.process,
        leadership: task.leadership)
    _ = try await engine.acquireLease(request, isGone: identity.isGone)
    return await applyPlan(plan, on: engine, terms: ApplyTerms(run: record, clock: clock, reasonToStop: reasonToStop))
}
