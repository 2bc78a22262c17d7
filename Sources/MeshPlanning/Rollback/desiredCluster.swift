import Diagnostics
import EngineInterface
import MeshModel

/// Something that a rollback cannot bring back, or has to say.
package struct RollbackNotice: Sendable, Hashable {
    package var address: ResourceAddress?
    package var message: String

    package init(_ address: ResourceAddress?, _ message: String) {
        self.address = address
        self.message = message
    }
}

/// What a cluster was to be according to an earlier ledger, as if manifests said it now, as far as it can be had again.
///
/// Topics and access alone: a registry keeps all versions of a schema, and which one holds cannot be set back.
///
/// - Parameters:
///   - earlier: the ledger as it was then.
///   - scope: of the mesh today: what it leaves out is not declared.
///   - name: of the run, for people: `apply 12`.
package func desiredCluster(
    _ present: DesiredCluster, of mesh: String, as earlier: EarlierLedger, observed: ObservedCluster, scope: MeshSpec.Scope = .init(),
    name: String
) -> (cluster: DesiredCluster, notices: [RollbackNotice]) {
    var cluster = DesiredCluster(name: present.name, resource: present.resource)
    var notices = earlier.forgottenRuns.map {
        RollbackNotice(nil, "what apply \($0) changed on cluster '\(present.name)' is not remembered; it is left as it is")
    }
    let origin = Origin(document: name)
    for (topic, entry) in earlier.ledger.topics.sorted(by: { $0.key < $1.key }) where entry.stewardship.mesh == mesh && entry.phase == .applied {
        // It was on its way out, and no manifest declared it.
        guard entry.quarantine == nil else { continue }
        guard ManagedScope(scope).includes(topic: topic) else {
            notices.append(RollbackNotice(.topic(topic, on: present.name), "it is outside of what the mesh's scope has now; it is left as it is"))
            continue
        }
        var wanted = DesiredTopic(
            name: topic, owner: entry.stewardship.owner, partitions: entry.partitions, replication: entry.replication,
            config: entry.config.mapValues { .value($0) }, deletionProtection: entry.stewardship.deletionProtection, origin: origin)
        let address = ResourceAddress.topic(topic, on: present.name)
        if let there = observed.topics[topic] {
            if there.partitions > wanted.partitions {
                notices.append(RollbackNotice(address, "it had \(wanted.partitions) partitions and has \(there.partitions): partitions cannot be taken away"))
                wanted.partitions = there.partitions
            }
            if let replication = wanted.replication, replication != there.replication {
                notices.append(RollbackNotice(address, "it had replication \(replication) and has \(there.replication): replicas are not moved"))
                wanted.replication = there.replication
            }
        } else {
            notices.append(RollbackNotice(address, "it is created anew: the records that it held do not come back"))
        }
        cluster.topics[topic] = wanted
    }
    for (rule, entry) in earlier.ledger.access where entry.stewardship.mesh == mesh && entry.phase == .applied {
        // A time-limited right does not come back for ever: where manifests still tell of its end, that holds.
        let expires = present.access[rule]?.expires
        let origins = expires == nil ? [origin] : present.access[rule]?.origins ?? [origin]
        cluster.access[rule] = DesiredAccess(owner: entry.stewardship.owner, origins: origins, expires: expires)
    }
    notices += subjectNotices(earlier.ledger, observed.ledger, mesh: mesh)
    return (cluster, notices)
}

private func subjectNotices(_ earlier: Ledger, _ present: Ledger, mesh: String) -> [RollbackNotice] {
    Set(earlier.subjects.keys).union(present.subjects.keys).sorted().compactMap { name in
        let (old, new) = (earlier.subjects[name], present.subjects[name])
        guard (old ?? new)?.stewardship.mesh == mesh, let entry = old ?? new else { return nil }
        guard old?.model != new?.model || old?.text != new?.text || old?.compatibility != new?.compatibility else { return nil }
        return RollbackNotice(.contract(entry.contract), "subject '\(name)' stays as it is: versions of a contract are not taken back")
    }
}

extension MeshSpec.Scope {
    /// Without contracts.
    package var ofTopicsAndAccess: MeshSpec.Scope {
        var scope = self
        scope.kinds = (kinds ?? ["Topic", "Access", "Application"].map { Located($0) }).filter { $0.value != "Contract" }
        return scope
    }
}
