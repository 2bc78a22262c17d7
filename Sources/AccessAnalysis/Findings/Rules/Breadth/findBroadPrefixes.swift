import MeshModel

/// One grant, many topics: more than `audit.topicsPerRule`.
func findBroadPrefixes(_ scene: AccessScene) -> [AccessFinding] {
    scene.grants.compactMap { cluster, rule in
        guard rule.rule.resourceType == .topic else { return nil }
        if case .literal = rule.rule.pattern { return nil }
        let topics = cluster.topics(matching: rule.rule.pattern).filter { !isOfTheEngine($0) }
        guard topics.count > scene.settings.topicsPerRule else { return nil }
        return AccessFinding(
            .broadPrefix, .medium, of: rule, on: cluster,
            "'\(rule.rule.principal)' may \(rule.rule.operation.rawValue) \(topics.count) topics by one rule, on \(rule.rule.resourceWords)",
            evidence: [.init("topics", topics), .init("allowed by audit.topicsPerRule", ["\(scene.settings.topicsPerRule)"])],
            fix: .init("give a longer prefix, or name the topics", yaml: resourcesYAML(.topic, topics)))
    }
}

/// Kept by brokers, registries and Heddle.
func isOfTheEngine(_ topic: String) -> Bool { reservedTopicProblem(topic) != nil }
