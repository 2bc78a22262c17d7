import EngineInterface
import MeshModel

/// What the planner is told besides the three states.
package struct PlanOptions: Sendable {
    /// Delete topics and subjects that Heddle owns and no manifest declares.
    package var prunes: Bool
    /// Only these addresses; empty: all.
    package var targets: [ResourceAddress]

    package init(prunes: Bool = false, targets: [ResourceAddress] = []) {
        self.prunes = prunes
        self.targets = targets
    }
}

/// A cluster as read, or why it could not be.
package typealias Observation = Result<ObservedCluster, EngineFailure>

/// Compares what the manifests say, what was last applied and what is there now, and says what is to be done.
///
/// Only clusters in `observations` are planned. What could not be observed is unknown, and nothing is planned for it.
package func planMesh(
    _ desired: DesiredMesh, environment: String? = nil, observations: [String: Observation], options: PlanOptions = .init()
) -> Plan {
    let clusters = observations.keys.sorted().compactMap { name -> ClusterPlan? in
        guard let cluster = desired.clusters[name], let observation = observations[name] else { return nil }
        switch observation {
        case .failure(let failure): return ClusterPlan(cluster: name, failure: failure)
        case .success(let observed):
            return planCluster(cluster, observed: observed, mesh: desired.name, scope: ManagedKinds(desired.scope), options: options)
        }
    }
    return Plan(mesh: desired.name, environment: environment, clusters: clusters)
}

/// Which of the things that live in a cluster the mesh's `scope` puts into our hands.
struct ManagedKinds {
    var topics = true
    var access = true
    var contracts = true

    init(_ scope: MeshSpec.Scope) {
        guard let kinds = scope.kinds else { return }
        let names = Set(kinds.map(\.value))
        topics = names.contains("Topic")
        access = names.contains("Access") || names.contains("Application")
        contracts = names.contains("Contract")
    }
}

private func planCluster(
    _ desired: DesiredCluster, observed: ObservedCluster, mesh: String, scope: ManagedKinds, options: PlanOptions
) -> ClusterPlan {
    var plan = ClusterPlan(cluster: desired.name, clusterId: observed.clusterId)
    if let expected = desired.spec.clusterId, expected.value != observed.clusterId {
        plan.notices.append(wrongCluster(desired, expected: expected.value, found: observed.clusterId))
        return plan
    }
    var verdicts: [ResourceVerdict] = []
    if scope.topics {
        let names = Set(desired.topics.keys).union(observed.ledger.topics.keys)
        for name in names.sorted() where isTargeted(.topic(name, on: desired.name), options) {
            verdicts.append(
                TopicComparison(
                    mesh: mesh, cluster: desired.name, name: name, desired: desired.topics[name],
                    recorded: observed.ledger.topics[name], observed: observed.topics[name], prunes: options.prunes
                ).verdict())
        }
    }
    if scope.access {
        let rules = Set(desired.access.keys).union(observed.ledger.access.keys)
        let addressed = rules.map { (rule: $0, name: $0.addressName) }.sorted { $0.name < $1.name }
        for (rule, _) in addressed where isTargeted(.access(rule, on: desired.name), options) {
            verdicts.append(
                AccessComparison(
                    mesh: mesh, cluster: desired.name, rule: rule, desired: desired.access[rule],
                    recorded: observed.ledger.access[rule], isThere: observed.access.contains(rule)
                ).verdict())
        }
    }
    if scope.contracts { verdicts += planSubjects(desired, observed: observed, mesh: mesh, options: options) }
    plan.notices = verdicts.compactMap(\.notice)
    // Stable within a stage: what it waits for, then the order of names.
    plan.changes = verdicts.compactMap(\.change).enumerated()
        .sorted { ($0.element.stage, $0.element.order, $0.offset) < ($1.element.stage, $1.element.order, $1.offset) }
        .map(\.element)
    judgeAccess(
        &plan.changes, before: observed.access, topics: Set(observed.topics.keys), defaults: AccessDefaults(desired, observed))
    return plan
}

func isTargeted(_ address: ResourceAddress, _ options: PlanOptions) -> Bool {
    options.targets.isEmpty || options.targets.contains(address)
}

private func wrongCluster(_ desired: DesiredCluster, expected: String, found: String?) -> Notice {
    Notice(
        .wrongCluster, ResourceAddress(kind: .cluster, cluster: nil, name: desired.name),
        "the manifest expects the cluster id '\(expected)', and the cluster there says \(found.map { "'\($0)'" } ?? "none")",
        remedy: "check its addresses; if the cluster was made anew on purpose, mend clusterId",
        origin: Origin(document: "Cluster \(desired.name)", range: desired.spec.clusterId?.range))
}
