import MeshModel

/// What is created tomorrow, also by others, falls under a wildcard or a prefix of today.
///
/// A prefix that ends in a separator (`orders.`) is a namespace, and worth knowing only; one that ends within a word (`ord`) or
/// says nothing takes in names that nobody thought of.
func findFutureNames(_ scene: AccessScene) -> [AccessFinding] {
    scene.grants.compactMap { cluster, rule in
        let changes = OperationSet(decidedBy: rule.rule).subtracting([OperationSet(.read), OperationSet(.describe), OperationSet(.describeConfigs)])
        let today: [AccessFinding.Evidence] =
            rule.rule.resourceType == .topic ? [.init("topics today", cluster.topics(matching: rule.rule.pattern))] : []
        switch rule.rule.pattern {
        case .literal: return nil
        case .any:
            guard rule.rule.resourceType != .cluster else { return nil }
            let severity: AuditSeverity = changes.isEmpty ? .low : .medium
            return AccessFinding(
                .futureNames, rule.rule.resourceType == .topic ? severity : .low, of: rule, on: cluster,
                "'\(rule.rule.principal)' may \(rule.rule.operation.rawValue) \(rule.rule.resourceWords), also of those that do not exist yet",
                evidence: today,
                fix: .init("name them, or give a prefix that ends in a separator", yaml: narrowed(rule, cluster, scene)))
        case .prefix(let prefix):
            guard endsWithinWord(prefix) else {
                return AccessFinding(
                    .futureNames, .info, of: rule, on: cluster,
                    "'\(rule.rule.principal)' may \(rule.rule.operation.rawValue) \(rule.rule.resourceWords), also of those that do not exist yet",
                    evidence: today, fix: .init("nothing is to be done where '\(prefix)' is one owner's namespace"))
            }
            let strangers = domainsBeginning(with: prefix, in: cluster)
            let further = strangers.count > 1 ? [AccessFinding.Evidence("domains with such names", strangers)] : []
            return AccessFinding(
                .futureNames, changes.isEmpty ? .low : .medium, of: rule, on: cluster,
                "the prefix '\(prefix)' ends within a word: '\(rule.rule.principal)' may \(rule.rule.operation.rawValue) whatever is named so later, by whomever",
                evidence: today + further, fix: .init("end it with a separator", yaml: "prefix: \(yamlScalar(prefix + "."))"))
        }
    }
}

private func endsWithinWord(_ prefix: String) -> Bool { !prefix.hasSuffix(".") && !prefix.hasSuffix("-") && !prefix.hasSuffix("_") }

private func domainsBeginning(with prefix: String, in cluster: AuditedCluster) -> [String] {
    Set(cluster.topics(matching: .prefix(prefix)).compactMap { cluster.topics[$0]?.domain }).sorted()
}

private func narrowed(_ rule: AuditedRule, _ cluster: AuditedCluster, _ scene: AccessScene) -> String? {
    if rule.rule.resourceType == .group { return "resources:\n  - { type: group, prefix: \(yamlScalar(scene.name(of: rule.rule.principal) + ".")) }" }
    guard rule.rule.resourceType == .topic else { return nil }
    return resourcesYAML(.topic, cluster.topics(matching: .any).filter { !isOfTheEngine($0) })
}
