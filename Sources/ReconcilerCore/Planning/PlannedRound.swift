import Determinism
import EngineInterface
import MeshModel
import MeshPlanning
import PlanChecks
import PolicyChecking

/// All that a round has to say about a cluster, once everything was asked.
struct PlannedRound: Sendable {
    /// With the counts, users and histories that were asked for.
    var observed: ObservedCluster
    /// Without drift that is left as found, with the house's policies asked.
    var plan: ClusterPlan
    var drifts: [Drift]
    var guarded: GuardedPlan
    /// What the second opinion finds: then nothing is done.
    var fault: String?
}

/// From the planner's word to what may be done now.
func planRound(
    _ raw: ClusterPlan, observed: ObservedCluster, planner: ClusterPlanner, policies: (book: PolicyBook, mesh: PolicyMesh)?, terms: GuardTerms
) -> PlannedRound {
    let reading = respondToDrift(in: raw, observed: observed, planner: planner)
    var plan = reading.plan
    if let policies, policies.book.asksOfChanges, !plan.changes.isEmpty {
        var whole = Plan(mesh: planner.mesh.name, environment: planner.environment, clusters: [plan])
        checkChanges(policies.book, in: &whole, of: policies.mesh, today: CalendarDate(planner.options.now))
        plan = whole.clusters.first ?? plan
    }
    let guarded = guardPlan(plan, observed: observed, terms: terms)
    var round = PlannedRound(observed: observed, plan: plan, drifts: reading.drifts, guarded: guarded)
    if !guarded.allowed.isEmpty {
        var part = plan
        part.changes = guarded.allowed
        let faults = checkPlan(
            Plan(mesh: planner.mesh.name, environment: planner.environment, clusters: [part]), desired: planner.mesh,
            observations: [planner.cluster: .success(observed)], options: planner.options, maximumDeletions: planner.options.maxDeletions)
        if !faults.isEmpty {
            round.fault = faults.prefix(5).map(\.description).joined(separator: "; ") + (faults.count > 5 ? " and \(faults.count - 5) more" : "")
        }
    }
    return round
}

/// What has to be asked before the plan is final: who would lose what, and which schemas came before.
func questions(of plan: ClusterPlan, desired: DesiredCluster, observed: ObservedCluster, asksOfSchemas: Bool) -> ClusterQuestions {
    ClusterQuestions(
        records: recordQuestions(of: plan, in: observed), usage: usageQuestions(of: plan, in: observed),
        schemas: asksOfSchemas && !desired.subjects.isEmpty ? schemaQuestions(of: desired, in: observed) : [])
}

extension ObservationFocus {
    /// What changes touch.
    init(_ changes: [Change]) {
        self.init()
        for change in changes {
            switch change.outcome {
            case .topic(let name, _): topics.insert(name)
            case .access: access = true
            case .subject(let name, _): subjects.insert(name)
            case .claim: break
            }
            for operation in change.operations {
                switch operation {
                case .grant, .revoke: access = true
                default: continue
                }
            }
        }
    }
}
