import MeshModel

/// What changes a cluster need not be possible from every address.
func findPrivilegedFromAnywhere(_ scene: AccessScene) -> [AccessFinding] {
    let privileged: OperationSet = [
        OperationSet(.alter), OperationSet(.alterConfigs), OperationSet(.delete), OperationSet(.clusterAction), OperationSet(.createTokens),
    ]
    return scene.grants.compactMap { cluster, rule in
        let powers = OperationSet(decidedBy: rule.rule).intersection(privileged)
        guard rule.rule.host == "*", !powers.isEmpty else { return nil }
        return AccessFinding(
            .privilegedFromAnywhere, rule.rule.resourceType == .cluster ? .medium : .low, of: rule, on: cluster,
            "'\(rule.rule.principal)' may \(powers.names.joined(separator: ", ")) on \(rule.rule.resourceWords) from any address",
            evidence: [.init("operations", powers.names)],
            fix: .init("say from which addresses it is done", yaml: "hosts: [\"10.0.0.7\"]"))
    }
}
