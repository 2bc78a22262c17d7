import EngineInterface
import KafkaClient
import KafkaWire
import MeshModel

/// What a whole observation was asked for besides what the ledger holds.
struct Asked: Sendable {
    var topics: Set<String>
    var subjects: Set<String>
}

extension KafkaEngine {
    /// Comes to what observing everything would come to, where nothing has changed but what is named and the ledger.
    package func observe(_ focus: ObservationFocus, in earlier: ObservedCluster) async throws(EngineFailure) -> ObservedCluster {
        let asked = asked.withLock { $0 }
        let observed = try await untilTold { () async throws(ObservationProblem) in
            try await self.observeOnce(focus, in: earlier, asked: asked)
        }
        guard var observed else {
            // Nothing of what was seen of another cluster holds of this one.
            return try await observe(configsOf: asked?.topics ?? Set(earlier.topics.keys), subjects: asked?.subjects ?? focus.subjects)
        }
        try await observeSubjects(focus.subjects, in: earlier, asked: asked, into: &observed)
        return observed
    }

    /// nil where another cluster answers.
    private func observeOnce(
        _ focus: ObservationFocus, in earlier: ObservedCluster, asked: Asked?
    ) async throws(ObservationProblem) -> ObservedCluster? {
        var observed = earlier
        let named = focus.topics.union([LedgerLog.topic])
        guard try await observeTopics(named, in: &observed) else { return nil }
        if observed.capabilities.contains(.reassignment), !focus.topics.isEmpty { try await observeMoves(of: focus.topics, in: &observed) }
        observed.ledger = try await observeLedger(in: observed.topics)
        if focus.access {
            observed.access = try await observeAccess(
                isNeeded: options.needsAccess || observed.ledger.speaksOfAccess, &observed.capabilities)
        }
        let ledger = observed.ledger
        func isDescribed(_ topic: String) -> Bool {
            topic == LedgerLog.topic || ledger.topics[topic] != nil || asked?.topics.contains(topic) ?? true
        }
        if asked != nil {
            for topic in earlier.ledger.topics.keys where !isDescribed(topic) { observed.topics[topic]?.config = nil }
        }
        var described = named.filter { observed.topics[$0] != nil && isDescribed($0) }
        for topic in ledger.topics.keys {
            if let known = observed.topics[topic], known.config == nil { described.insert(topic) }
        }
        for (topic, config) in try await observeConfigs(of: described.sorted(), &observed.capabilities) {
            observed.topics[topic]?.config = config
        }
        for topic in described where observed.topics[topic]?.config == nil {
            throw .failed(EngineFailure(.misunderstood, "cluster '\(cluster)' does not describe the config of topic '\(topic)'"))
        }
        distrustSources(&observed)
        try checkLedgerTopic(observed.topics[LedgerLog.topic])
        return observed
    }

    /// - Returns: whether it is the cluster that was observed earlier.
    private func observeTopics(_ names: Set<String>, in observed: inout ObservedCluster) async throws(ObservationProblem) -> Bool {
        let names = names.sorted()
        for start in stride(from: 0, to: names.count, by: Self.topicsPerRequest) {
            let slice = names[start..<min(start + Self.topicsPerRequest, names.count)]
            var metadata = try await ask(MetadataRequest(topics: slice.map { .init(name: $0) }, allowAutoTopicCreation: false))
            if let id = metadata.clusterId, let earlier = observed.clusterId, id != earlier { return false }
            metadata.topics.removeAll { $0.errorCode == .unknownTopicOrPartition }
            let found: [String: ObservedTopic]
            do { found = try readTopics(metadata) } catch { throw .notTold(error) }
            for name in slice { observed.topics[name] = found[name] }
        }
        return true
    }

    private func observeSubjects(
        _ named: Set<String>, in earlier: ObservedCluster, asked: Asked?, into observed: inout ObservedCluster
    ) async throws(EngineFailure) {
        let wanted = asked?.subjects ?? named.union(earlier.subjects?.keys.map { $0 } ?? [])
        let all = wanted.union(observed.ledger.subjects.keys)
        guard let known = earlier.subjects, !all.isEmpty else {
            (observed.subjects, observed.registryCompatibility) = (nil, nil)
            return try await observeSubjects(wanted, into: &observed)
        }
        observed.subjects = known.filter { all.contains($0.key) }
        let changed = all.intersection(named).union(observed.ledger.subjects.keys.filter { earlier.ledger.subjects[$0] == nil && known[$0] == nil })
        if !changed.isEmpty { try await observeSubjects(named: changed, into: &observed) }
    }
}
