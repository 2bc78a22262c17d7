import MeshModel

/// Grants over the border between domains that no Application declares: nobody on the other side was asked by way of a contract.
func findCrossDomainAccess(_ scene: AccessScene) -> [AccessFinding] {
    scene.grants.compactMap { cluster, rule in
        guard rule.rule.resourceType == .topic, !rule.isDerived, let own = scene.principals[rule.rule.principal]?.domain else { return nil }
        let operations = OperationSet(decidedBy: rule.rule)
        guard !operations.isDisjoint(with: [OperationSet(.read), OperationSet(.write), OperationSet(.delete), OperationSet(.alter), OperationSet(.alterConfigs)]) else { return nil }
        let foreign = cluster.topics(matching: rule.rule.pattern).filter { name in
            guard let domain = cluster.topics[name]?.domain, domain != own else { return false }
            return cluster.permit(rule.rule.principal, operations.contains(OperationSet(.write)) ? .write : operations.contains(OperationSet(.read)) ? .read : .describe, .topic, name) != nil
        }
        guard !foreign.isEmpty else { return nil }
        let domains = Set(foreign.compactMap { cluster.topics[$0]?.domain }).sorted()
        let changes = operations.subtracting([OperationSet(.read), OperationSet(.describe), OperationSet(.describeConfigs)])
        return AccessFinding(
            .crossDomainAccess, changes.isEmpty ? .medium : .high, of: rule, on: cluster,
            "'\(rule.rule.principal)' of domain '\(own)' may \(rule.rule.operation.rawValue) topics of \(quoted(domains)) that no Application of its declares",
            evidence: [.init("topics", foreign)],
            fix: .init(
                "declare an Application that consumes them, so that their owners see who does",
                yaml: foreign.first.map { "kind: Application\nmetadata: { name: \(yamlScalar(scene.name(of: rule.rule.principal))) }\nspec:\n  principal: \(yamlScalar(scene.name(of: rule.rule.principal)))\n  consumes: [{ topic: \(yamlScalar($0)), group: \(yamlScalar(scene.name(of: rule.rule.principal))) }]" }))
    }
}
