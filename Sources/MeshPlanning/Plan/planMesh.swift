import EngineInterface
import MeshModel

/// A cluster as read, or why it could not be.
package typealias Observation = Result<ObservedCluster, EngineFailure>

/// Compares what the manifests say, what was last applied and what is there now, and says what is to be done.
///
/// Only clusters in `observations` are planned. What could not be observed is unknown, and nothing is planned for it.
package func planMesh(
    _ desired: DesiredMesh, environment: String? = nil, observations: [String: Observation], options: PlanOptions = .init()
) -> Plan {
    var clusters = observations.keys.sorted().compactMap { name -> ClusterPlan? in
        guard let cluster = desired.clusters[name], let observation = observations[name] else { return nil }
        switch observation {
        case .failure(let failure): return ClusterPlan(cluster: name, failure: failure)
        case .success(let observed): return planCluster(cluster, of: desired, observed: observed, options: options)
        }
    }
    limitDeletions(of: desired.name, in: &clusters, options)
    return Plan(mesh: desired.name, environment: environment, scope: ManagedScope(desired.scope), clusters: clusters)
}

private func planCluster(
    _ desired: DesiredCluster, of mesh: DesiredMesh, observed: ObservedCluster, options: PlanOptions
) -> ClusterPlan {
    var plan = ClusterPlan(cluster: desired.name, clusterId: observed.clusterId)
    if let expected = desired.spec.clusterId, expected.value != observed.clusterId {
        plan.notices.append(wrongCluster(desired, expected: expected.value, found: observed.clusterId))
        return plan
    }
    let scene = ClusterScene(desired, of: mesh, observed: observed, options: options)
    var verdicts = planClaim(desired, scope: mesh.scope, observed: observed, in: scene)
    if scene.scope.topics { verdicts += planTopics(desired, observed: observed, in: scene) }
    if scene.scope.access { verdicts += planAccess(desired, observed: observed, in: scene) }
    if scene.scope.contracts { verdicts += planSubjects(desired, observed: observed, in: scene) }
    plan.notices = verdicts.compactMap(\.notice)
    plan.questions = verdicts.compactMap(\.question)
    // Stable within a stage: what it waits for, then the order of names.
    plan.changes = verdicts.compactMap(\.change).enumerated()
        .sorted { ($0.element.stage, $0.element.order, $0.offset) < ($1.element.stage, $1.element.order, $1.offset) }
        .map(\.element)
    refuseWhatClusterCannotDo(&plan, observed.capabilities)
    judgeAccess(
        &plan.changes, before: observed.access, topics: Set(observed.topics.keys), defaults: AccessDefaults(desired, observed))
    return plan
}

private func planTopics(_ desired: DesiredCluster, observed: ObservedCluster, in scene: ClusterScene) -> [ResourceVerdict] {
    let names = Set(desired.topics.keys).union(observed.ledger.topics.keys)
    return names.sorted().filter { scene.isTargeted(.topic($0, on: desired.name)) }.map { name in
        TopicComparison(
            scene: scene, name: name, desired: desired.topics[name], recorded: observed.ledger.topics[name],
            observed: observed.topics[name]
        ).verdict()
    }
}

private func planAccess(_ desired: DesiredCluster, observed: ObservedCluster, in scene: ClusterScene) -> [ResourceVerdict] {
    let rules = Set(desired.access.keys).union(observed.ledger.access.keys)
    let addressed = rules.map { (rule: $0, name: $0.addressName) }.sorted { $0.name < $1.name }
    // The address is not made once more for each of many rules where none is singled out.
    let wanted = scene.targetsEverything ? addressed : addressed.filter { scene.isTargeted(.access($0.rule, on: desired.name)) }
    return wanted.map { rule, _ in
        AccessComparison(
            scene: scene, rule: rule, declared: desired.access[rule], recorded: observed.ledger.access[rule],
            isThere: observed.access.contains(rule)
        ).verdict()
    }
}

private func wrongCluster(_ desired: DesiredCluster, expected: String, found: String?) -> Notice {
    Notice(
        .wrongCluster, ResourceAddress(kind: .cluster, cluster: nil, name: desired.name),
        "the manifest expects the cluster id '\(expected)', and the cluster there says \(found.map { "'\($0)'" } ?? "none")",
        remedy: "check its addresses; if the cluster was made anew on purpose, mend clusterId",
        origin: Origin(document: "Cluster \(desired.name)", range: desired.spec.clusterId?.range))
}
