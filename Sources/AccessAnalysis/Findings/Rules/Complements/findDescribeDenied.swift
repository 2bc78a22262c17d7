import MeshModel

/// Reading and writing begin with asking where the topic is: a client that is denied Describe gets no further.
func findDescribeDenied(_ scene: AccessScene) -> [AccessFinding] {
    scene.grants.compactMap { cluster, rule in
        guard rule.rule.resourceType == .topic || rule.rule.resourceType == .group, [.read, .write].contains(rule.rule.operation) else { return nil }
        let operation = OperationSet(rule.rule.operation)
        // Where the operation itself is denied as well, the grant is overruled, which is said elsewhere.
        guard !cluster.isDenied(rule.rule.region, operation),
            let place = cluster.denial(of: rule.rule.region, OperationSet(.describe), where: { _ in true })
        else { return nil }
        let denial = cluster.rules[place]
        return AccessFinding(
            .describeDenied, .medium, of: rule, on: cluster,
            "'\(rule.rule.principal)' may \(rule.rule.operation.rawValue) \(rule.rule.resourceWords) and is denied describe, without which clients cannot",
            others: [denial], evidence: [.init("denied by", [denial.rule.addressName])], fix: .init("take the denial of describe back, or the grant"))
    }
}
