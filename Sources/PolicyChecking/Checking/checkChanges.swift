import Determinism
import Diagnostics
import MeshModel
import MeshPlanning

/// Asks a mesh's policies of a plan's changes, and says in the plan which it breaks: a refusal where the policy's severity is error.
package func checkChanges(_ book: PolicyBook, in plan: inout Plan, of mesh: PolicyMesh, today: CalendarDate) {
    guard book.asksOfChanges else { return }
    let meshValue = Shapes.mesh.value(of: mesh)
    for index in plan.clusters.indices {
        for policy in book.policies where policy.target == .change {
            var examiner = Examiner(policy: policy, mesh: meshValue, environment: mesh.environment, today: today)
            for change in plan.clusters[index].changes {
                let subject = PolicySubject(
                    noun: "the change of \(change.address)", name: change.address.name, range: change.origin?.range,
                    variables: [
                        "change": ChangeShapes.change.value(of: change), "old": ChangeShapes.values(change, \.old),
                        "new": ChangeShapes.values(change, \.new),
                    ])
                guard let breach = examiner.breach(of: subject) else { continue }
                plan.clusters[index].notices.append(
                    Notice(
                        breach.severity == .error ? .policy : .policyWarning, change.address, subject: change.subject, breach.message,
                        remedy: breach.suggestion ?? "change the manifest, or have the policy '\(policy.name)' exempt it", origin: change.origin))
            }
        }
    }
}
