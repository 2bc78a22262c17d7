import ContractModel
import Determinism
import EngineInterface
import MeshModel

/// A cluster as if these manifests had been applied to an empty one: what a comparison without a mesh starts from.
///
/// Made by planning and doing, so that the ledger holds what it would hold. What manifests leave to the cluster is taken as Kafka
/// has it out of the box, and no records are counted: the worse risk holds.
///
/// - Parameters:
///   - next: the manifests that are to be planned against it; what they say of the cluster itself is believed.
///   - now: what is time-limited and over by then was taken back.
package func appliedState(
    of desired: DesiredCluster, in mesh: DesiredMesh, before next: DesiredCluster? = nil, now: Instant = .epoch
) -> ObservedCluster {
    let clusterId = (next ?? desired).spec.clusterId?.value
    var state = ObservedCluster(clusterId: clusterId, subjects: [:])
    var alone = mesh
    var cluster = desired
    cluster.resource.spec.clusterId = nil
    alone.clusters = [desired.name: cluster]
    // A cluster that tells of some defaults is taken to tell of every key that it knows.
    let keys = Set((next?.topics ?? [:]).values.flatMap(\.config.keys))
    let planned = planMesh(alone, observations: [desired.name: .success(ObservedCluster(subjects: [:]))], options: PlanOptions(now: now))
    for change in planned.changes {
        for operation in change.operations { state.perform(operation, next: next?.topics, keys: keys) }
        state.ledger.apply(change.outcome)
    }
    return state
}

/// Kafka's own defaults of the keys whose change may lose records or refuse them (TopicConfig, ServerLogConfigs).
private let builtInDefaults = [
    "retention.ms": "604800000", "retention.bytes": "-1", "cleanup.policy": "delete", "delete.retention.ms": "86400000",
    "max.message.bytes": "1048588",
]

extension ObservedCluster {
    fileprivate mutating func perform(_ operation: EngineOperation, next: [String: DesiredTopic]?, keys: Set<String>) {
        switch operation {
        case .createTopic(let name, let partitions, let replication, let config):
            var entries = builtInDefaults.mapValues { ObservedTopic.ConfigEntry(value: $0, isSetOnTopic: false) }
            for key in keys where entries[key] == nil { entries[key] = .init(value: nil, isSetOnTopic: false) }
            for (key, value) in config { entries[key] = .init(value: value, isSetOnTopic: true) }
            topics[name] = ObservedTopic(partitions: partitions, replication: replication ?? next?[name]?.replication ?? 1, config: entries)
        case .grant(let rule): access.insert(rule)
        case .registerSchema(let schema):
            subjects?[schema.subject] = ObservedSubject(
                latestVersion: 1, id: 1, format: schema.format, schema: schema.schema,
                references: schema.references.map { ObservedReference(name: $0.name, subject: $0.subject, version: 1) })
        case .setCompatibility(let subject, let mode): subjects?[subject]?.compatibility = mode
        case .setPartitions, .alterConfig, .setReplication, .deleteTopic, .revoke, .deleteSubject: return
        }
    }
}
