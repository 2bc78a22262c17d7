import MeshModel

/// A cluster that allows what no rule denies needs no grants: whoever connects may do everything.
func findOpenClusters(_ scene: AccessScene) -> [AccessFinding] {
    scene.clusters.filter(\.allowsByDefault).map { cluster in
        AccessFinding(
            .openCluster, .medium, on: [cluster.name], "whoever connects to '\(cluster.name)' may do all that no rule denies: its \(cluster.rules.count { $0.rule.permission == .allow }) grants change nothing",
            evidence: [.init("topics that everybody may read and write", cluster.topicNames)], at: cluster.origin?.range, document: cluster.origin?.document,
            fix: .init("deny what no rule allows", yaml: "authorization: { default: deny }"))
    }
}
