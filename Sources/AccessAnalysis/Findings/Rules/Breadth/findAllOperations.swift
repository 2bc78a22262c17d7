import MeshModel

/// `all` grants what is needed together with what is not, and what Kafka may think of later.
func findAllOperations(_ scene: AccessScene) -> [AccessFinding] {
    scene.grants.compactMap { cluster, rule in
        guard rule.rule.operation == .all else { return nil }
        let operations = OperationSet(decidedBy: rule.rule).names
        let isWide = rule.rule.resourceType == .cluster || rule.rule.pattern == .any
        return AccessFinding(
            .allOperations, isWide ? .high : .medium, of: rule, on: cluster,
            "'\(rule.rule.principal)' may do everything to \(rule.rule.resourceWords)",
            evidence: [.init("operations", operations)],
            fix: .init("name the operations that are needed", yaml: "operations: [\(usual(rule.rule.resourceType).joined(separator: ", "))]"))
    }
}

/// What most grants on the type are for.
private func usual(_ type: AccessRule.ResourceType) -> [String] {
    switch type {
    case .topic: ["read"]
    case .group: ["read"]
    case .transactionalId: ["write"]
    case .cluster, .delegationToken: ["describe"]
    case .user: ["describe-tokens"]
    }
}
