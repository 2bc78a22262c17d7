import EngineInterface
import MeshModel

/// Changes that need what the cluster lacks become refusals in the plan, with what that comes to: they would only fail later.
func refuseWhatClusterCannotDo(_ plan: inout ClusterPlan, _ capabilities: Capabilities) {
    guard !capabilities.missing.isEmpty else { return }
    var possible: [Change] = []
    let cluster = plan.cluster
    for change in plan.changes {
        guard let why = change.operations.lazy.compactMap({ capabilities.refusal(of: $0, on: cluster) }).first else {
            possible.append(change)
            continue
        }
        plan.notices.append(
            Notice(
                .unsupported, change.address, subject: change.subject, why,
                remedy: "do it with the cluster's own tools, or take it out of the manifests; apply the rest with --target", origin: change.origin))
    }
    plan.changes = possible
}
