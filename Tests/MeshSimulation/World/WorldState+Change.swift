import EngineInterface
import MeshModel
import MeshPlanning

extension WorldState {
    /// Does it, as a broker would: what makes no sense there is refused.
    mutating func change(_ operation: EngineOperation, by mandate: Mandate) -> EngineOutcome {
        if let code = refusalCode(operation) { return .failed(EngineFailure(.refused, "refused: \(code)", code: code)) }
        effects += 1
        changeLog.append(operation.focus)
        var deeds = self.deeds[mandate.mesh] ?? Deeds()
        defer { self.deeds[mandate.mesh] = deeds }
        switch operation {
        case .createTopic(let name, let partitions, let replication, let config):
            var entries = Self.defaults
            for (key, value) in config { entries[key] = .init(value: spelt(value), isSetOnTopic: true) }
            topics[name] = ObservedTopic(partitions: partitions, replication: replication ?? 1, config: entries)
            contents[name] = Content()
            deeds.topics.insert(name)
            born[name] = mandate.run
        case .setPartitions(let topic, let total): topics[topic]?.partitions = total
        case .alterConfig(let topic, let set, let unset):
            for (key, value) in set {
                let entry = ObservedTopic.ConfigEntry(value: spelt(value), isSetOnTopic: true)
                topics[topic]?.config?[key] = entry
            }
            for key in unset { topics[topic]?.config?[key] = Self.defaults[key] }
        case .deleteTopic(let name):
            topics[name] = nil
            contents[name] = nil
        case .setReplication(let topic, let assignment, _):
            topics[topic]?.replicas = assignment
            topics[topic]?.replication = assignment.map(\.count).min() ?? 0
        case .grant(let rule):
            access.insert(rule)
            deeds.rules.insert(rule)
        case .revoke(let rule): access.remove(rule)
        case .registerSchema(let schema):
            let isNew = registry.entries[schema.subject] == nil
            let outcome = registry.apply(operation)
            if isNew, outcome == .done { deeds.subjects.insert(schema.subject) }
            return outcome
        case .setCompatibility, .deleteSubject: return registry.apply(operation)
        }
        return .done
    }

    func refusalCode(_ operation: EngineOperation) -> String? {
        switch operation {
        case .createTopic(let name, _, _, _): topics[name] == nil ? nil : "TOPIC_ALREADY_EXISTS"
        case .setPartitions(let name, let total):
            topics[name].map { $0.partitions < total ? nil : "INVALID_PARTITIONS" } ?? "UNKNOWN_TOPIC_OR_PARTITION"
        case .alterConfig(let name, _, _), .deleteTopic(let name), .setReplication(let name, _, _):
            topics[name] == nil ? "UNKNOWN_TOPIC_OR_PARTITION" : nil
        case .grant, .revoke, .registerSchema: nil
        case .setCompatibility(let subject, _), .deleteSubject(let subject): registry.entries[subject] == nil ? "40401" : nil
        }
    }

    package func isThere(_ operation: EngineOperation) -> Bool {
        switch operation {
        case .createTopic(let name, let partitions, _, _): topics[name]?.partitions == partitions
        case .setPartitions(let name, let total): topics[name]?.partitions == total
        case .alterConfig(let name, let set, let unset):
            topics[name].map { topic in
                set.allSatisfy { key, value in topic.setValue(key).map { configValuesEqual(key, $0, value) } ?? false }
                    && unset.allSatisfy { topic.setValue($0) == nil }
            } ?? false
        case .deleteTopic(let name): topics[name] == nil
        case .setReplication(let name, let assignment, _): topics[name]?.replicas == assignment
        case .grant(let rule): access.contains(rule)
        case .revoke(let rule): !access.contains(rule)
        case .registerSchema(let schema): registry.history(of: SubjectQuestion(schema, everyVersion: false)).declaredVersion != nil
        case .setCompatibility(let subject, let mode): registry.modes[subject] == mode
        case .deleteSubject(let subject): registry.entries[subject] == nil
        }
    }

    static let defaults: [String: ObservedTopic.ConfigEntry] = [
        "retention.ms": .init(value: "604800000", isSetOnTopic: false), "cleanup.policy": .init(value: "delete", isSetOnTopic: false),
        "max.message.bytes": .init(value: "1048588", isSetOnTopic: false),
    ]

    /// As some brokers tell values: numbers padded, the members of a list in another order.
    private func spelt(_ value: String) -> String {
        guard respells else { return value }
        if Int64(value).map({ $0 >= 0 }) == true { return "0" + value }
        return value.split(separator: ",").reversed().joined(separator: ",")
    }
}

extension ObservedTopic {
    func setValue(_ key: String) -> String? { config?[key].flatMap { $0.isSetOnTopic ? $0.value : nil } }
}
