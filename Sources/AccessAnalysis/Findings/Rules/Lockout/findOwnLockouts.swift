import MeshModel

/// A denial that shuts Heddle out cannot be mended by Heddle.
func findOwnLockouts(_ scene: AccessScene) -> [AccessFinding] {
    scene.clusters.flatMap { cluster in
        (cluster.rules + cluster.pending).compactMap { rule in
            if let own = cluster.ownPrincipal, cluster.superPrincipals.contains(own) { return nil }
            guard let problem = rule.rule.lockoutProblem(own: cluster.ownPrincipal) else { return nil }
            return AccessFinding(
                .ownLockout, .critical, of: rule, on: cluster, "\(rule.rule.sentence): \(problem)",
                evidence: [.init("Heddle connects as", [cluster.ownPrincipal ?? "not known"])],
                fix: .init("deny it to those who are meant, by name"))
        }
    }
}
