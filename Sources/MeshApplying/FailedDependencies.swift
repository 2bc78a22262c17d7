import EngineInterface
import MeshPlanning

/// What did not come about, and so must not be built upon.
struct FailedDependencies {
    private var topics: Set<String> = []
    private var subjects: Set<String> = []

    mutating func add(_ change: Change) {
        if change.stage == .createTopics { topics.insert(change.address.name) }
        if change.stage == .registerSchemas, let subject = change.subject { subjects.insert(subject) }
    }

    /// What a change makes no sense without, where that failed.
    func missing(for change: Change) -> String? {
        for operation in change.operations {
            switch operation {
            case .grant(let rule):
                guard rule.resourceType == .topic, case .literal(let topic) = rule.pattern, topics.contains(topic) else { continue }
                return "topic '\(topic)' was not created"
            case .registerSchema(let schema):
                guard let reference = schema.references.first(where: { subjects.contains($0.subject) }) else { continue }
                return "subject '\(reference.subject)', which it refers to, was not registered"
            default: continue
            }
        }
        return nil
    }
}
