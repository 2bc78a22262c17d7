import Determinism
import Diagnostics
import EngineInterface
import MeshModel
import MeshPlanning

/// Plans one cluster of a mesh, whole or only what may have changed since the last plan.
struct ClusterPlanner: Sendable {
    var mesh: DesiredMesh
    var environment: String?
    var cluster: String
    var options: PlanOptions

    /// More topics than these are planned with all the others.
    static let mostTopics = 500

    func plan(_ observed: ObservedCluster) -> ClusterPlan { plan(observed, of: mesh, options) }

    private func plan(_ observed: ObservedCluster, of mesh: DesiredMesh, _ options: PlanOptions) -> ClusterPlan {
        var alone = mesh
        alone.clusters = mesh.clusters.filter { $0.key == cluster }
        let plan = planMesh(alone, environment: environment, observations: [cluster: .success(observed)], options: options)
        return plan.clusters.first ?? ClusterPlan(cluster: cluster, clusterId: observed.clusterId)
    }

    /// The plan of everything, where only what `focus` names may be another than when `earlier` was made; nil where one thing hangs
    /// on another, so that only a whole plan will do.
    func replan(_ focus: ObservationFocus, in observed: ObservedCluster, after earlier: ClusterPlan) -> ClusterPlan? {
        guard focus.topics.count <= Self.mostTopics, earlier.failure == nil, !earlier.notices.contains(where: \.isOfTheWhole),
            !earlier.changes.contains(where: { $0.stage == .claim || $0.changesAccessOfATopic })
        else { return nil }
        // Denials of a quarantine are rules: where rules change, the topic's next step may.
        if focus.access, observed.ledger.topics.values.contains(where: { $0.quarantine != nil }) { return nil }
        var plan = earlier
        plan.clusterId = observed.clusterId
        if !focus.topics.isEmpty {
            guard let part = planTopics(focus.topics, in: observed) else { return nil }
            plan.replace(with: part) { $0.kind == .topic && focus.topics.contains($0.name) }
            plan.questions = plan.questions.filter { !focus.topics.contains($0.records.topic) } + part.questions
        }
        if focus.access { plan.replace(with: planOnly(["Access", "Application"], in: observed)) { $0.kind == .access } }
        if !focus.subjects.isEmpty { plan.replace(with: planOnly(["Contract"], in: observed)) { $0.kind == .contract } }
        guard plan.changes.count(where: \.deletes) <= options.maxDeletions else { return nil }
        plan.restoreOrder()
        return plan
    }

    /// These topics alone, whatever the others are like; nil where that cannot be told apart.
    func planTopics(_ names: Set<String>, in observed: ObservedCluster) -> ClusterPlan? {
        var few = mesh
        few.clusters[cluster]?.topics = mesh.clusters[cluster]?.topics.filter { names.contains($0.key) } ?? [:]
        var seen = observed
        seen.ledger.topics = observed.ledger.topics.filter { names.contains($0.key) }
        let part = planOnly(["Topic"], in: seen, of: few)
        guard !part.notices.contains(where: \.isOfTheWhole), !part.changes.contains(where: \.changesAccessOfATopic) else { return nil }
        return part
    }

    private func planOnly(_ kinds: [String], in observed: ObservedCluster, of whole: DesiredMesh? = nil) -> ClusterPlan {
        var mesh = whole ?? mesh
        mesh.scope.kinds = mesh.scope.kinds.map { declared in declared.filter { kinds.contains($0.value) } } ?? kinds.map { Located($0) }
        var options = options
        options.keepsClaim = true
        return plan(observed, of: mesh, options)
    }
}

extension Notice {
    /// It is about the cluster or the mesh, not about one resource.
    var isOfTheWhole: Bool { address.kind == .mesh || address.kind == .cluster }
}

extension Change {
    /// A step of a quarantine: what it denies, or no longer denies, weighs in what rules are worth.
    fileprivate var changesAccessOfATopic: Bool {
        address.kind == .topic
            && operations.contains {
                switch $0 {
                case .grant, .revoke: true
                default: false
                }
            }
    }
}

extension ClusterPlan {
    /// Puts in what another plan says of some addresses.
    mutating func replace(with part: ClusterPlan, where isMeant: (ResourceAddress) -> Bool) {
        changes = changes.filter { !isMeant($0.address) } + part.changes.filter { isMeant($0.address) }
        notices = notices.filter { !isMeant($0.address) } + part.notices.filter { isMeant($0.address) }
    }

    /// As the planner has it: by stage, and within it by what waits for what, then by kind and name.
    mutating func restoreOrder() {
        func rank(_ change: Change) -> (Int, Int, Int, String) {
            let kind = switch change.address.kind {
            case .mesh, .cluster: 0
            case .topic: 1
            case .access: 2
            case .contract, .principal: 3
            }
            return (change.stage.rawValue, change.order, kind, change.subject ?? change.address.name)
        }
        changes = changes.map { (rank($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
