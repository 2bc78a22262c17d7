import EngineInterface
import MeshModel
import MeshPlanning

/// A second opinion on a plan, by another way than the planner's: it knows nothing of how differences are found, and asks of each
/// operation whether it may be done at all.
///
/// It reads the plan as data, whoever wrote it; a plan that was read from a file is checked the same way. A fault is a bug of
/// ours, or a plan that was tampered with: never something that a manifest can mend.
///
/// - Parameter maximumDeletions: how many topics and subjects may be deleted, or begin to be taken out of use; nil: as many as may be.
/// - Returns: what is wrong, in the plan's order; empty: it may be carried out.
package func checkPlan(
    _ plan: Plan, desired: DesiredMesh, observations: [String: Observation], options: PlanOptions, maximumDeletions: Int? = nil
) -> [PlanFault] {
    var faults: [PlanFault] = []
    var deletions = 0
    var seen: Set<String> = []
    for cluster in plan.clusters where !cluster.changes.isEmpty {
        let address = ResourceAddress(kind: .cluster, cluster: nil, name: cluster.cluster)
        guard seen.insert(cluster.cluster).inserted else {
            faults.append(PlanFault(.twice, address, "the plan has two parts for this cluster"))
            continue
        }
        guard plan.mesh == desired.name, let wanted = desired.clusters[cluster.cluster],
            case .success(let observed)? = observations[cluster.cluster]
        else {
            faults.append(PlanFault(.wrongCluster, address, "the plan changes a cluster that is not declared in this mesh, or was not read"))
            continue
        }
        let scene = CheckedCluster(plan: cluster, desired: wanted, observed: observed, mesh: desired, options: options)
        faults += scene.checkIdentity() + scene.checkChanges() + scene.checkSequence() + scene.checkAccessWindows()
        deletions += scene.deletionCount
    }
    if let maximumDeletions, deletions > maximumDeletions {
        faults.append(
            PlanFault(
                .tooManyDeletions, ResourceAddress(kind: .mesh, cluster: nil, name: desired.name),
                "it deletes, or begins to delete, \(deletions), and at most \(maximumDeletions) may be"))
    }
    return faults
}
