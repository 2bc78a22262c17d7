import MeshModel

extension AccessScene {
    /// Every grant to somebody whom rules concern: not to Heddle, nor to super principals.
    var grants: [(AuditedCluster, AuditedRule)] {
        clusters.flatMap { cluster in
            cluster.rules.filter { $0.rule.permission == .allow && !cluster.isPrivileged($0.rule.principal) }.map { (cluster, $0) }
        }
    }
}
