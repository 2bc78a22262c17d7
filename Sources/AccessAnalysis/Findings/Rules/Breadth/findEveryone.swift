import MeshModel

/// A grant to `User:*` is one to whoever can connect, also to whoever will.
func findEveryone(_ scene: AccessScene) -> [AccessFinding] {
    scene.grants.compactMap { cluster, rule in
        guard rule.rule.principal == AccessRule.everyone else { return nil }
        let operations = OperationSet(decidedBy: rule.rule)
        let onlyLooks = operations.subtracting([OperationSet(.describe), OperationSet(.describeConfigs), OperationSet(.describeTokens)]).isEmpty
        let onlyReads = operations.subtracting([OperationSet(.read), OperationSet(.describe), OperationSet(.describeConfigs)]).isEmpty
        let isOne = if case .literal = rule.rule.pattern { true } else { false }
        let severity: AuditSeverity = onlyLooks ? .low : onlyReads && isOne ? .medium : .high
        let theirs = scene.people(on: cluster).filter { !cluster.isPrivileged($0) }
        return AccessFinding(
            .everyone, severity, of: rule, on: cluster,
            "everyone may \(rule.rule.operation.rawValue) \(rule.rule.resourceWords)",
            evidence: [.init("principals known today", theirs)],
            fix: .init(
                "name who needs it", yaml: "principals: [\(theirs.prefix(3).map { yamlScalar(scene.name(of: $0)) }.joined(separator: ", "))]"))
    }
}
