import MeshModel

/// A rule about what Kafka never asks: an operation that the type does not know, or a cluster by another name than its own.
func findInapplicable(_ scene: AccessScene) -> [AccessFinding] {
    scene.clusters.flatMap { cluster in
        cluster.rules.compactMap { rule in
            if OperationSet(decidedBy: rule.rule).isEmpty {
                return AccessFinding(
                    .inapplicableOperation, .low, of: rule, on: cluster,
                    "'\(rule.rule.operation.rawValue)' is nothing that can be done to a \(rule.rule.resourceType.rawValue): the rule about '\(rule.rule.principal)' never applies",
                    evidence: [.init("operations of a \(rule.rule.resourceType.rawValue)", known(rule.rule.resourceType))], fix: .init("remove it"))
            }
            if rule.rule.resourceType == .cluster, !rule.rule.pattern.covers(name: AccessRule.clusterName) {
                return AccessFinding(
                    .inapplicableOperation, .low, of: rule, on: cluster,
                    "the cluster's name in rules is 'kafka-cluster': the rule about '\(rule.rule.principal)' never applies",
                    evidence: [.init("named instead", [rule.rule.resourceText])], fix: .init("remove it, and write one with any: true", yaml: "resources:\n  - { type: cluster, any: true }"))
            }
            return nil
        }
    }
}

private func known(_ type: AccessRule.ResourceType) -> [String] {
    OperationSet(decidedBy: AccessRule(resourceType: type, pattern: .any, principal: "", operation: .all)).names
}
