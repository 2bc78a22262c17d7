import Determinism
import EngineInterface
import Foundation
import MeshModel
import MeshPlanning
import PlanChecks
import PlanFiles

/// A plan that was written with `heddle plan -o`, on its way to be applied.
struct KeptPlan: Sendable {
    var path: String
    var saved: SavedPlan
    var digest: String

    /// - Parameter manifests: gets the plan's environment.
    static func read(_ path: String, _ planning: PlanningOptions, _ manifests: inout ManifestOptions, _ common: CommonOptions) throws -> KeptPlan {
        let asked = (planning.prune ? ["--prune"] : []) + (planning.target.isEmpty ? [] : ["--target"]) + (planning.skipQuarantine ? ["--skip-quarantine"] : [])
        guard asked.isEmpty else {
            throw CommandFailure(
                .usage, "\(asked.joined(separator: " and ")) cannot change '\(path)': it is applied as it was planned", remedy: "make a new plan with 'heddle plan -o'")
        }
        let (saved, digest) = try readPlanFile(path, common, decodePlan)
        if let environment = manifests.env, environment != saved.plan.environment {
            let planned = saved.plan.environment.map { "for the environment '\($0)'" } ?? "for no environment"
            throw CommandFailure(.usage, "'\(path)' was planned \(planned), not '\(environment)'")
        }
        manifests.env = saved.plan.environment
        return KeptPlan(path: path, saved: saved, digest: digest)
    }

    /// The plan, if it still holds.
    ///
    /// - Parameter fresh: the mesh read anew, and planned from that: to be compared with, not to be applied.
    func requireCurrent(_ mesh: DesiredMesh, _ fresh: PlannedMesh) throws -> PlannedMesh {
        guard saved.plan.mesh == mesh.name else {
            throw CommandFailure(.refused, "nothing was applied: '\(path)' is a plan of the mesh '\(saved.plan.mesh)', and these are the manifests of '\(mesh.name)'")
        }
        let reasons = staleness(of: saved, now: bases(of: mesh, observations: fresh.observations), replanned: fresh.plan)
        if let first = reasons.first {
            throw CommandFailure(
                .refused, "nothing was applied: '\(path)' is stale: \(first.headline)",
                remedy: reasons.map(\.description).joined(separator: "\n        ") + "\n        make a new plan with 'heddle plan -o'")
        }
        return PlannedMesh(plan: saved.plan.withQuarantines(since: .present), observations: fresh.observations)
    }
}

extension Plan {
    /// A quarantine begins when it is put in, not when it was planned: a plan that waits for days must not shorten it.
    fileprivate func withQuarantines(since now: Instant) -> Plan {
        func begun(_ update: LedgerUpdate?) -> LedgerUpdate? {
            guard case .topic(let name, var entry?)? = update else { return update }
            entry.quarantine?.since = now
            return .topic(name, entry)
        }
        var plan = self
        for cluster in plan.clusters.indices {
            for index in plan.clusters[cluster].changes.indices where plan.clusters[cluster].changes[index].action == .quarantine {
                let change = plan.clusters[cluster].changes[index]
                plan.clusters[cluster].changes[index].intent = begun(change.intent)
                plan.clusters[cluster].changes[index].outcome = begun(change.outcome) ?? change.outcome
            }
        }
        return plan
    }
}

/// Keeps a plan, with what it rests on. Only what can be applied is worth keeping.
///
/// - Returns: its digest; nil where nothing was written.
func keepPlan(
    _ planned: PlannedMesh, of mesh: DesiredMesh, options: PlanOptions, in path: String, common: CommonOptions
) throws -> String? {
    guard planned.plan.clusters.allSatisfy({ $0.failure == nil }), planned.plan.refusals.isEmpty else {
        common.console.say("no plan file was written: this plan cannot be applied")
        return nil
    }
    try requireHarmless(planned, mesh: mesh, options: options)
    var snapshot: String?
    if case .snapshot(_, let digest, _)? = planned.basis { snapshot = digest }
    let (bytes, digest) = encodePlan(
        SavedPlan(
            madeAt: Instant.present, heddleVersion: heddleVersion, source: mesh.source, snapshot: snapshot, options: options, plan: planned.plan,
            bases: bases(of: mesh, observations: planned.observations)))
    try writePrivately(bytes, to: common.path(path))
    common.console.say("wrote \(path): 'heddle apply \(path)' does exactly this\n\(digest)")
    return digest
}

/// The second opinion. What it finds is a bug of ours, or a plan that somebody has made up.
func requireHarmless(_ planned: PlannedMesh, mesh: DesiredMesh, options: PlanOptions) throws {
    let faults = checkPlan(planned.plan, desired: mesh, observations: planned.observations, options: options, maximumDeletions: options.maxDeletions)
    guard !faults.isEmpty else { return }
    let told = faults.prefix(10).map(\.description) + (faults.count > 10 ? ["and \(faults.count - 10) more"] : [])
    throw CommandFailure(
        .bug, "nothing was done: this plan would do harm, and no Heddle should ever make such a plan",
        remedy: "please report this, with 'heddle \(heddleVersion)':\n        " + told.joined(separator: "\n        "))
}
