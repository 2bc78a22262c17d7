import Determinism
import EngineInterface
import MeshModel
import MeshPlanning

extension WorldState {
    /// What the ledger says was applied is true, or the next plan says otherwise; and of what is true it says nothing.
    mutating func judgeLedger(of mesh: String, planner: Planner) {
        var declared = nowhere(cluster)
        var wrong: Set<ResourceAddress> = []
        for (name, entry) in ledger.topics where entry.stewardship.mesh == mesh && entry.phase == .applied && entry.quarantine == nil {
            declared.topics[name] = DesiredTopic(
                name: name, owner: entry.stewardship.owner, partitions: entry.partitions, replication: entry.replication,
                config: entry.config.mapValues { .value($0) }, deletionProtection: entry.stewardship.deletionProtection, origin: Origin(document: name))
            if !isTrue(name, entry) { wrong.insert(.topic(name, on: cluster)) }
        }
        for (rule, entry) in ledger.access where entry.stewardship.mesh == mesh && entry.phase == .applied {
            declared.access[rule] = DesiredAccess(
                owner: entry.stewardship.owner, deletionProtection: entry.stewardship.deletionProtection, origins: [Origin(document: "a")])
            if !access.contains(rule) { wrong.insert(.access(rule, on: cluster)) }
        }
        let scope = MeshSpec.Scope(kinds: ["Topic", "Access"].map { .init($0) })
        let plan = planner(DesiredMesh(name: mesh, scope: scope, clusters: [cluster: declared]), [cluster: .success(observed())], PlanOptions())
        let told = Set(plan.clusters.flatMap { $0.notices.map(\.address) + $0.changes.filter { !$0.operations.isEmpty }.map(\.address) })
        for address in wrong.subtracting(told).sorted() { violation("\(address) is not as the ledger says, and the plan is silent about it") }
        let declaredAddresses = Set(declared.topics.keys.map { ResourceAddress.topic($0, on: cluster) } + declared.access.keys.map { .access($0, on: cluster) })
        for change in plan.changes where !change.operations.isEmpty && declaredAddresses.contains(change.address) && !wrong.contains(change.address) {
            violation("\(change.address) is as the ledger says, and the plan changes it: \(change.operations)")
        }
    }

    private func isTrue(_ name: String, _ entry: LedgerTopic) -> Bool {
        guard let there = topics[name], there.partitions == entry.partitions else { return false }
        guard entry.replication == nil || entry.replication == there.replication else { return false }
        return entry.config.allSatisfy { key, value in there.setValue(key).map { configValuesEqual(key, $0, value) } ?? false }
    }
}
