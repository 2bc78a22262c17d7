import MeshModel

/// What has to be known of a topic before its change can be judged: until then the worst is assumed.
package struct TopicQuestion: Sendable, Hashable {
    /// How many records it holds, and how many of them a shorter retention would delete.
    package var records: RecordQuestion
    /// Who reads it.
    package var needsUsage: Bool

    package init(records: RecordQuestion, needsUsage: Bool) {
        self.records = records
        self.needsUsage = needsUsage
    }
}

/// What has to be counted before the changes of a plan can be judged: how many records each would lose.
package func recordQuestions(of plan: ClusterPlan, in observed: ObservedCluster) -> [RecordQuestion] {
    plan.questions.map(\.records).filter { observed.topics[$0.topic]?.held == nil }
}

/// The topics whose use has to be looked into before the changes of a plan can be judged.
package func usageQuestions(of plan: ClusterPlan, in observed: ObservedCluster) -> Set<String> {
    Set(plan.questions.filter { $0.needsUsage && observed.topics[$0.records.topic]?.usage == nil }.map(\.records.topic))
}
