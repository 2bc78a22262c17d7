import EngineInterface
import MeshModel

/// What must be asked for to see whether operations took hold.
struct ReadBackQuestion {
    var topics: Set<String> = []
    var configKeys: [String: Set<String>] = [:]
    var rules: [AccessRule] = []
    var schemas: [SubjectSchema] = []

    init(_ operations: [EngineOperation]) {
        for operation in operations {
            switch operation {
            case .createTopic(let name, _, _, let config):
                topics.insert(name)
                if !config.isEmpty { configKeys[name, default: []] = configKeys[name, default: []].union(config.keys) }
            case .setPartitions(let name, _), .deleteTopic(let name): topics.insert(name)
            case .alterConfig(let name, let set, let unset):
                topics.insert(name)
                configKeys[name, default: []] = configKeys[name, default: []].union(set.keys).union(unset)
            case .grant(let rule), .revoke(let rule): rules.append(rule)
            case .registerSchema(let schema): schemas.append(schema)
            // A registry answers only once its own log has told it, and replicas are watched until they have moved.
            case .setCompatibility, .deleteSubject, .setReplication: break
            }
        }
    }
}

/// What a cluster shows of what was asked for.
struct ReadBack {
    /// How many each topic has; nil for one that is not there.
    var partitions: [String: Int] = [:]
    var configs: [String: [String: String]] = [:]
    var rules: Set<AccessRule> = []
    var schemas: Set<SubjectSchema> = []

    /// Keys that are unset go back to a default that we do not know: only what was set can be seen.
    func shows(_ operation: EngineOperation) -> Bool {
        switch operation {
        case .createTopic(let name, let count, _, let config): partitions[name] == count && shows(config, of: name)
        case .setPartitions(let name, let total): (partitions[name] ?? 0) >= total
        case .alterConfig(let name, let set, _): shows(set, of: name)
        case .deleteTopic(let name): partitions[name] == nil
        case .grant(let rule): rules.contains(rule)
        case .revoke(let rule): !rules.contains(rule)
        case .registerSchema(let schema): schemas.contains(schema)
        case .setCompatibility, .deleteSubject, .setReplication: true
        }
    }

    private func shows(_ wanted: [String: String], of topic: String) -> Bool {
        guard partitions[topic] != nil else { return false }
        return wanted.allSatisfy { key, value in configs[topic]?[key].map { configValuesEqual(key, $0, value) } ?? false }
    }
}
