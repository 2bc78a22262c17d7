import ContractChecking
import Determinism
import EngineInterface
import Foundation
import MeshModel
import MeshPlanning

/// What lies between two states of the manifests.
struct MeshDifference: Sendable {
    var from: String
    var to: String
    /// From what the one would have made of the mesh to what the other asks.
    var plan: Plan
    /// What changes in documents without any plan.
    var documents: [DocumentChange]
    /// How the contracts that changed keep what they promised.
    var contracts: CheckReport

    var isEmpty: Bool {
        plan.isEmpty && plan.clusters.allSatisfy(\.notices.isEmpty) && documents.isEmpty && contracts.contracts.allSatisfy { $0.state == .unchanged }
    }

    init(_ old: MeshSide, _ new: MeshSide, environment: String?, options: PlanOptions, console: Console) throws {
        let (oldLoaded, oldMesh) = try old.require(console)
        let (newLoaded, newMesh) = try new.require(console)
        from = old.name
        to = new.name
        var observations: [String: Observation] = [:]
        for (name, cluster) in newMesh.clusters {
            let before = oldMesh.clusters[name].map { appliedState(of: $0, in: oldMesh, before: cluster, now: options.now) }
            var observed = before ?? ObservedCluster(clusterId: cluster.spec.clusterId?.value)
            if cluster.spec.registryURL == nil, cluster.spec.registryAddress == nil, cluster.subjects.isEmpty, observed.ledger.subjects.isEmpty {
                observed.subjects = nil
            } else if observed.subjects == nil {
                observed.subjects = [:]
            }
            observations[name] = .success(withRecordedHistories(observed, for: cluster))
        }
        plan = planMesh(newMesh, environment: environment, observations: observations, options: options)
        documents = documentChanges(from: oldLoaded, to: newLoaded)
        let head = MeshContracts(newLoaded)
        let earlier = EarlierContracts(oldLoaded, labelled: old.name, than: head, description: old.name)
        contracts = checkContracts(
            head.contracts, against: earlier.histories, removed: earlier.removed, today: CalendarDate(Instant.present),
            counterExample: { _ in nil })
        contracts.problems += earlier.problems
        contracts.against = earlier.description
    }
}
