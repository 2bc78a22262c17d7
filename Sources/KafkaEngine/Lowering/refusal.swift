import EngineInterface
import KafkaWire
import MeshModel

/// A broker's refusal as a sentence: `topic 'orders' already exists`.
func refusal(of operation: EngineOperation, _ answer: ItemAnswer) -> EngineFailure {
    let message =
        switch (operation, answer.code) {
        case (.createTopic(let name, _, _, _), .topicAlreadyExists): "topic '\(name)' already exists"
        case (.setPartitions(let name, _), .unknownTopicOrPartition), (.alterConfig(let name, _, _), .unknownTopicOrPartition),
            (.deleteTopic(let name), .unknownTopicOrPartition):
            "topic '\(name)' does not exist"
        case (.grant, .securityDisabled), (.revoke, .securityDisabled): "the cluster has no authorizer: \(operation.consequence)"
        default: "\(operation.phrase): \(reason(answer.code, answer.message))"
        }
    return EngineFailure(.refused, message, code: answer.code.name, isRetriable: answer.code.isRetriable)
}

/// The broker's words, ours where it has none; without the full stop, as others go on from here.
func reason(_ code: ErrorCode, _ message: String?) -> String {
    var text = message ?? ""
    if text.isEmpty { text = code.message }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
}

extension EngineOperation {
    /// What could not be done.
    var phrase: String {
        switch self {
        case .createTopic(let name, _, _, _): "topic '\(name)' cannot be created"
        case .setPartitions(let topic, let total): "topic '\(topic)' cannot be given \(total) partitions"
        case .alterConfig(let topic, _, _): "the config of topic '\(topic)' cannot be changed"
        case .deleteTopic(let name): "topic '\(name)' cannot be deleted"
        case .setReplication(let topic, _, _): "the replicas of topic '\(topic)' cannot be moved"
        case .grant(let rule): "access '\(rule.addressName)' cannot be granted"
        case .revoke(let rule): "access '\(rule.addressName)' cannot be revoked"
        case .registerSchema(let schema): "the schema of subject '\(schema.subject)' cannot be registered"
        case .setCompatibility(let subject, _): "the compatibility of subject '\(subject)' cannot be set"
        case .deleteSubject(let subject): "subject '\(subject)' cannot be deleted"
        }
    }
}
