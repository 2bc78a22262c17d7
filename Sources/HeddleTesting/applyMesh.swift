import Determinism
import EngineInterface
import Foundation
import KafkaEngine
import MeshApplying
import MeshModel
import MeshPlanning
import RegistryClient

/// Brings the clusters to what the manifests declare, by the same steps as `heddle apply`: observe, plan, apply.
func applyMesh(
    _ mesh: DesiredMesh, environment: String?, to clusters: [EmbeddedCluster], options: EmbeddedMeshOptions
) async throws(EmbeddedMeshError) {
    // Clusters that are not embedded are not there in a test.
    var here = mesh
    here.clusters = mesh.clusters.filter { name, _ in clusters.contains { $0.name == name } }
    var engines: [String: KafkaEngine] = [:]
    var observations: [String: Observation] = [:]
    func close() async { for engine in engines.values { await engine.close() } }

    do throws(EngineFailure) {
        for cluster in clusters {
            guard let desired = here.clusters[cluster.name] else { continue }
            let registry = cluster.registryAddress.map { RegistryClient($0, logger: options.logger) }
            let engine = try await KafkaEngine.connect(
                cluster: cluster.name, addresses: [cluster.address], registry: registry,
                options: KafkaEngineOptions(needsAccess: !desired.access.isEmpty), logger: options.logger)
            engines[cluster.name] = engine
            observations[cluster.name] = .success(
                try await engine.observe(configsOf: Set(desired.topics.keys), subjects: Set(desired.subjects.keys)))
        }
    } catch {
        await close()
        throw EmbeddedMeshError("the clusters could not be prepared: \(error.message)")
    }

    let now = Instant(millisecondsSinceEpoch: Int64(Date().timeIntervalSince1970 * 1000))
    let plan = planMesh(here, environment: environment, observations: observations, options: PlanOptions(now: now))
    var complaints = plan.refusals.map { "\($0.address): \($0.message)" }
    if complaints.isEmpty {
        for part in plan.clusters where !part.changes.isEmpty {
            guard let engine = engines[part.cluster] else { continue }
            complaints += await apply(part, on: engine)
        }
    }
    await close()
    guard complaints.isEmpty else { throw EmbeddedMeshError("the manifests could not be applied\n" + complaints.joined(separator: "\n")) }
}

/// - Returns: what was not done, in words.
private func apply(_ plan: ClusterPlan, on engine: KafkaEngine) async -> [String] {
    do throws(LeaseProblem) {
        _ = try await engine.acquireLease(LeaseRequest(id: UUID().uuidString.lowercased(), holder: "a test", purpose: "apply")) { _ in false }
    } catch {
        return ["the lease of cluster '\(plan.cluster)' was not to be had: \(error)"]
    }
    return await applyPlan(plan, on: engine).compactMap { result in
        switch result.status {
        case .done: nil
        case .failed(let failure), .unknown(let failure): "\(result.change.address): \(failure.message)"
        case .notDone(let reason): "\(result.change.address) was not tried: \(reason)"
        }
    }
}
