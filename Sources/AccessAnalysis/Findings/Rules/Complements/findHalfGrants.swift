import MeshModel

/// Grants that are of no use without another: records are read in a group, transactions write to topics.
func findHalfGrants(_ scene: AccessScene) -> [AccessFinding] {
    scene.clusters.flatMap { cluster -> [AccessFinding] in
        var own: [String: [AuditedRule]] = [:]
        for rule in cluster.rules where rule.rule.permission == .allow && !cluster.isPrivileged(rule.rule.principal) {
            own[rule.rule.principal, default: []].append(rule)
        }
        return own.sorted { $0.key < $1.key }.flatMap { principal, rules -> [AccessFinding] in
            func first(_ type: AccessRule.ResourceType, _ operation: AccessRule.Operation) -> [AuditedRule] {
                rules.filter { $0.rule.resourceType == type && ($0.rule.operation == operation || $0.rule.operation == .all) }
            }
            func can(_ type: AccessRule.ResourceType, _ operation: AccessRule.Operation) -> Bool {
                cluster.isOpen && !cluster.closesEverything(of: type) || cluster.permit(principal, OperationSet(operation), type, .any) != nil
            }
            var findings: [AccessFinding] = []
            let reads = first(.topic, .read)
            if let rule = reads.first, !can(.group, .read) {
                findings.append(
                    AccessFinding(
                        .readWithoutGroup, .low, of: rule, on: cluster,
                        "'\(principal)' may read topics and use no consumer group: only consumers without one can",
                        evidence: [.init("grants to read", reads.map(\.rule.resourceText))],
                        fix: .init("grant a group as well", yaml: "resources:\n  - { type: group, name: \(yamlScalar(scene.name(of: principal))) }")))
            }
            let groups = first(.group, .read)
            if let rule = groups.first, !can(.topic, .read) {
                findings.append(
                    AccessFinding(
                        .groupWithoutTopic, .low, of: rule, on: cluster, "'\(principal)' may use a consumer group and read no topic",
                        evidence: [.init("groups", groups.map(\.rule.resourceText))], fix: .init("grant what is to be read, or take the group away")))
            }
            let transactions = first(.transactionalId, .write)
            if let rule = transactions.first, !can(.topic, .write) {
                findings.append(
                    AccessFinding(
                        .transactionWithoutTopic, .low, of: rule, on: cluster, "'\(principal)' may run transactions and write to no topic",
                        evidence: [.init("transactional ids", transactions.map(\.rule.resourceText))],
                        fix: .init("grant what is to be written, or take the transactional id away")))
            }
            return findings
        }
    }
}

extension AuditedCluster {
    /// Whether some rule speaks of every resource of the type, so that none is open.
    func closesEverything(of type: AccessRule.ResourceType) -> Bool { !index.covering(.any, type).isEmpty }
}
