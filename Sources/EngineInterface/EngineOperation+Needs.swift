import MeshModel

extension EngineOperation {
    /// What the cluster must be able to do; nil for what its registry does.
    package var needs: Capability? {
        switch self {
        case .createTopic: .topics
        case .deleteTopic: .topicDeletion
        case .setPartitions: .partitions
        case .alterConfig: .topicConfigs
        case .setReplication: .reassignment
        case .grant, .revoke: .access
        case .registerSchema, .setCompatibility, .deleteSubject: nil
        }
    }
}

extension Capabilities {
    /// Why the cluster cannot carry out the operation, and what that comes to; nil when it can.
    package func refusal(of operation: EngineOperation, on cluster: String) -> String? {
        guard let capability = operation.needs, let shortfall = shortfall(capability) else { return nil }
        return "cluster '\(cluster)' \(shortfall): \(operation.consequence)"
    }
}

extension EngineOperation {
    /// What is the case as long as it cannot be done.
    package var consequence: String {
        switch self {
        case .createTopic(let name, _, _, _): "topic '\(name)' cannot be created, and must be made by other means and adopted"
        case .deleteTopic(let name): "topic '\(name)' cannot be deleted and stays"
        case .setPartitions(let topic, let total): "topic '\(topic)' cannot be given \(total) partitions and keeps those it has"
        case .alterConfig(let topic, _, _):
            "the config of topic '\(topic)' stays as it is; to change it otherwise would reset the keys that the manifest does not name"
        case .setReplication(let topic, _, _): "the replicas of topic '\(topic)' cannot be moved and stay where they are"
        case .grant(let rule): "access '\(rule.addressName)' cannot be granted, and nobody is let in or kept out by it"
        case .revoke(let rule): "access '\(rule.addressName)' cannot be revoked and stays"
        case .registerSchema(let schema): "the schema of subject '\(schema.subject)' cannot be registered"
        case .setCompatibility(let subject, _): "the compatibility of subject '\(subject)' stays as it is"
        case .deleteSubject(let subject): "subject '\(subject)' cannot be deleted and stays"
        }
    }
}
