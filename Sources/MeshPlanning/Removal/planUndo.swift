import EngineInterface
import MeshModel

/// Brings a topic back that is on its way to deletion: exactly the denials that Heddle put in are taken out again.
///
/// It needs no manifest that declares the topic, and neither the mesh's scope nor its other changes matter.
package func planUndo(of address: ResourceAddress, in mesh: DesiredMesh, observed: ObservedCluster) -> ClusterPlan {
    let cluster = address.cluster ?? ""
    var plan = ClusterPlan(cluster: cluster, clusterId: observed.clusterId)
    guard address.kind == .topic, let desired = mesh.clusters[cluster], let recorded = observed.ledger.topics[address.name],
        recorded.quarantine != nil, reservedTopicProblem(address.name) == nil
    else { return plan }
    guard recorded.stewardship.mesh == mesh.name else {
        plan.notices = [
            Notice(
                .ownedElsewhere, address, "it belongs to the mesh '\(recorded.stewardship.mesh)'",
                remedy: "bring it back from there")
        ]
        return plan
    }
    let scene = ClusterScene(desired, of: mesh, observed: observed, options: PlanOptions())
    let comparison = TopicComparison(
        scene: scene, name: address.name, desired: nil, recorded: recorded, observed: observed.topics[address.name])
    plan.changes = [comparison.restoration(of: recorded)]
    return plan
}

extension TopicComparison {
    func restoration(of recorded: LedgerTopic) -> Change {
        var entry = recorded
        entry.quarantine = nil
        entry.stewardship.source = scene.source ?? recorded.stewardship.source
        let denials = standingDenials(recorded)
        return Change(
            address: address, action: .restore, stage: .alterTopics, fields: quarantineFields(recorded), risk: .notable,
            reasons: [denials.isEmpty ? "it is no longer on its way to deletion" : "it can be written to and read again"],
            operations: denials.map(EngineOperation.revoke), outcome: .topic(name, entry), withdrawal: .topic(name, recorded))
    }

    /// What is told of the end of a quarantine.
    func quarantineFields(_ recorded: LedgerTopic?) -> [FieldChange] {
        recorded?.quarantine.map { [FieldChange(quarantineField, from: $0.stage.rawValue, to: nil)] } ?? []
    }
}
