import EngineInterface
import MeshModel
import MeshPlanning

/// One cluster's part of a plan, with everything that it is held against.
struct CheckedCluster {
    let plan: ClusterPlan
    let desired: DesiredCluster
    let observed: ObservedCluster
    let mesh: DesiredMesh
    let options: PlanOptions
    /// Topics and subjects of which the plan says that something about them cannot be done.
    let refused: Set<String>

    init(plan: ClusterPlan, desired: DesiredCluster, observed: ObservedCluster, mesh: DesiredMesh, options: PlanOptions) {
        self.plan = plan
        self.desired = desired
        self.observed = observed
        self.mesh = mesh
        self.options = options
        refused = Set(plan.notices.filter(\.kind.isRefusal).map { $0.subject ?? $0.address.name })
    }

    var ledger: Ledger { observed.ledger }

    func checkIdentity() -> [PlanFault] {
        let address = ResourceAddress(kind: .cluster, cluster: nil, name: desired.name)
        if plan.failure != nil { return [PlanFault(.wrongCluster, address, "it could not be read, and yet is to be changed")] }
        if plan.clusterId != observed.clusterId {
            return [PlanFault(.wrongCluster, address, "the plan was made for another cluster than the one that is there")]
        }
        if let expected = desired.spec.clusterId?.value, expected != observed.clusterId {
            return [PlanFault(.wrongCluster, address, "the manifest names another cluster than the one that is there")]
        }
        return []
    }

    func checkChanges() -> [PlanFault] {
        plan.changes.flatMap { change -> [PlanFault] in
            switch change.outcome {
            case .topic(let name, let entry): TopicCheck(cluster: self, change: change, name: name, entry: entry).faults()
            case .access(let rule, let entry): AccessCheck(cluster: self, change: change, rule: rule, entry: entry).faults()
            case .subject(let name, let entry): SubjectCheck(cluster: self, change: change, name: name, entry: entry).faults()
            case .claim(let claimant, _):
                claimant == mesh.name && change.operations.isEmpty
                    ? [] : [PlanFault(.foreign, change.address, "a claim is noted for another mesh, or does more than note")]
            }
        }
    }

    // MARK: What may be touched

    func isManaged(_ kinds: String...) -> Bool {
        guard let named = mesh.scope.kinds else { return true }
        return named.contains { kinds.contains($0.value) }
    }

    func isInScope(topic: String) -> Bool {
        isManaged("Topic") && (mesh.scope.prefixes.map { $0.contains { topic.hasPrefix($0.value) } } ?? true)
    }

    func isTargeted(_ address: ResourceAddress) -> Bool { options.targets.isEmpty || options.targets.contains(address) }

    func isOurs(_ stewardship: Stewardship?) -> Bool { stewardship?.mesh == mesh.name }

    /// What counts against the limit of deletions.
    var deletionCount: Int {
        plan.changes.count { change in
            if case .topic(let name, _) = change.outcome, change.action == .quarantine { return ledger.topics[name]?.quarantine == nil }
            return change.operations.contains {
                switch $0 {
                case .deleteTopic, .deleteSubject: true
                default: false
                }
            }
        }
    }
}

extension Change {
    func fault(_ harm: PlanFault.Harm, _ message: String) -> PlanFault { PlanFault(harm, address, message) }

    /// What the intent and the withdrawal have to be about: the same as the outcome.
    func checkNotes(_ isSame: (LedgerUpdate) -> Bool) -> [PlanFault] {
        [intent, withdrawal].compactMap { $0 }.allSatisfy(isSame) ? [] : [fault(.inconsistent, "what is noted before is about something else than what is noted after")]
    }
}
