import MeshModel

/// What has to be counted before the changes of a plan can be judged: how many records each would lose.
package func recordQuestions(of plan: ClusterPlan, in observed: ObservedCluster) -> [RecordQuestion] {
    plan.changes.compactMap { change in
        guard change.risk == .destructive, change.address.kind == .topic, let topic = observed.topics[change.address.name], topic.held == nil
        else { return nil }
        let shorter = change.fields.first { $0.path == "config.retention.ms" }?.new.flatMap { Int64($0) }
        return RecordQuestion(
            topic: change.address.name, partitions: topic.partitions, olderThan: shorter.flatMap { $0 < 0 ? nil : Milliseconds($0) })
    }
}
