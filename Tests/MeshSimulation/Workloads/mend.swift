import Diagnostics
import MeshModel
import MeshPlanning

/// Does to the manifests what a plan's refusals ask for.
func mend(_ mesh: inout DesiredMesh, after plan: Plan, in worlds: [String: WorldState]) {
    for clusterPlan in plan.clusters {
        guard var cluster = mesh.clusters[clusterPlan.cluster], let world = worlds[clusterPlan.cluster] else { continue }
        for notice in clusterPlan.notices { mend(&cluster, notice, in: world, scope: mesh.scope) }
        mesh.clusters[clusterPlan.cluster] = cluster
    }
}

private func mend(_ cluster: inout DesiredCluster, _ notice: Notice, in world: WorldState, scope: MeshSpec.Scope) {
    let name = notice.address.name
    switch notice.address.kind {
    case .topic:
        let recorded = world.ledger.topics[name]
        switch notice.kind {
        case .notOwned: cluster.topics[name]?.adopts = true
        case .impossible:
            cluster.topics[name]?.partitions = max(world.topics[name]?.partitions ?? 1, 1)
            cluster.topics[name]?.replication = nil
        case .protected where cluster.topics[name] != nil:
            let keys = Set(recorded?.config.keys.map { $0 } ?? []).union(cluster.topics[name]?.config.keys.map { $0 } ?? [])
            cluster.topics[name]?.config = keys.reduce(into: [:]) { $0[$1] = .leftAlone }
        case .protected, .orphan:
            guard let recorded, recorded.stewardship.deletionProtection, scope.prefixes?.contains(where: { name.hasPrefix($0.value) }) != false else { return }
            cluster.topics[name] = DesiredTopic(
                name: name, partitions: max(recorded.partitions, world.topics[name]?.partitions ?? 1), adopts: true, origin: Origin(document: "Topic \(name)"))
        case .quarantined, .tooManyDeletions, .policy, .policyWarning, .wrongCluster: return
        case .ownedElsewhere, .claimed, .reserved, .unsupported, .unknown, .incompatible: cluster.topics[name] = nil
        }
    case .access:
        for rule in Set(cluster.access.keys).union(world.ledger.access.keys) where rule.addressName == name {
            cluster.access[rule] = notice.kind == .protected ? DesiredAccess(origins: [Origin(document: "Access a")]) : nil
        }
    case .contract:
        guard let subject = notice.subject else { return }
        if [.protected, .orphan].contains(notice.kind), world.ledger.subjects[subject]?.stewardship.deletionProtection == true {
            keep(subject: subject, in: &cluster, as: world)
        } else {
            remove(subject: subject, from: &cluster)
        }
    case .mesh, .cluster, .principal: return
    }
}

/// Declares a subject as it is there, without protection.
func keep(subject: String, in cluster: inout DesiredCluster, as world: WorldState) {
    guard let recorded = world.ledger.subjects[subject] else { return }
    let there = world.registry.entries[subject]?.last?.schema
    let text = there?.schema ?? #"{"type":"record","name":"Order","fields":[{"name":"id","type":"string"}]}"#
    cluster.subjects[subject] = DesiredSubject(
        name: subject, contract: recorded.contract, format: .avro, schema: SourceFile(path: "order.avsc", text: text),
        references: there?.references ?? [], adopts: true, origin: Origin(document: "Contract order"))
    for reference in there?.references ?? [] where cluster.subjects[reference.subject] == nil { keep(subject: reference.subject, in: &cluster, as: world) }
}
