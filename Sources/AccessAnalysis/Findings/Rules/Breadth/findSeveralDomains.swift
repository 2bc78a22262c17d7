import MeshModel

/// A prefix that reaches into several domains follows no border that anybody drew.
func findSeveralDomains(_ scene: AccessScene) -> [AccessFinding] {
    scene.grants.compactMap { cluster, rule in
        guard rule.rule.resourceType == .topic else { return nil }
        if case .literal = rule.rule.pattern { return nil }
        var domains: [String: [String]] = [:]
        for topic in cluster.topics(matching: rule.rule.pattern) {
            if let domain = cluster.topics[topic]?.domain { domains[domain, default: []].append(topic) }
        }
        guard domains.count > 1 else { return nil }
        let changes = OperationSet(decidedBy: rule.rule).subtracting([OperationSet(.read), OperationSet(.describe), OperationSet(.describeConfigs)])
        let names = domains.keys.sorted()
        let own = scene.principals[rule.rule.principal]?.domain
        let kept = own.flatMap { domains[$0] }
        return AccessFinding(
            .severalDomains, changes.isEmpty ? .medium : .high, of: rule, on: cluster,
            "'\(rule.rule.principal)' may \(rule.rule.operation.rawValue) \(rule.rule.resourceWords), in \(names.count) domains: \(quoted(names, most: 5))",
            evidence: names.map { .init("topics of '\($0)'", domains[$0] ?? [], most: 5) },
            fix: .init("write a grant for each domain, by its own prefix", yaml: kept.flatMap { resourcesYAML(.topic, $0) }))
    }
}
