import MeshModel

/// Principals and rules that no manifest declares. Seen only where clusters are read.
func findUndeclared(_ scene: AccessScene) -> [AccessFinding] {
    scene.clusters.filter(\.isLive).flatMap { cluster -> [AccessFinding] in
        var strangers: [String: [AuditedRule]] = [:]
        var findings: [AccessFinding] = []
        for rule in cluster.rules where !cluster.isPrivileged(rule.rule.principal) {
            if rule.rule.principal != AccessRule.everyone, scene.principals[rule.rule.principal] == nil {
                strangers[rule.rule.principal, default: []].append(rule)
            } else if rule.origins.isEmpty {
                findings.append(undeclared(rule, cluster, scene))
            }
        }
        for (principal, rules) in strangers.sorted(by: { $0.key < $1.key }) {
            let allowed = rules.filter { $0.rule.permission == .allow }
            findings.append(
                AccessFinding(
                    .undeclaredPrincipal, allowed.isEmpty ? .low : .medium, on: [cluster.name],
                    "no manifest declares '\(principal)', about whom there \(rules.count == 1 ? "is" : "are") \(counted(rules.count, "rule"))",
                    principal: principal, resource: rules[0].rule.resourceText, rules: rules.prefix(10).map(\.rule),
                    evidence: [.init("rules", rules.map(\.rule.addressName))],
                    fix: .init("find out who it is: declare it, or remove its rules with the cluster's tools", yaml: principalYAML(principal))))
        }
        return findings
    }
}

private func undeclared(_ rule: AuditedRule, _ cluster: AuditedCluster, _ scene: AccessScene) -> AccessFinding {
    AccessFinding(
        .undeclaredRule, rule.rule.permission == .allow ? .medium : .low, of: rule, on: cluster,
        "no manifest asks for this rule: \(rule.rule.sentence)", evidence: [.init("rule", [rule.rule.addressName])],
        fix: .init("declare it so that it is reviewed, or remove it with the cluster's tools", yaml: accessYAML(rule.rule, scene)))
}

private func principalYAML(_ principal: String) -> String? {
    let name = principal.hasPrefix("User:") ? String(principal.dropFirst(5)) : principal
    return "kind: Principal\nmetadata: { name: \(yamlScalar(name)) }"
}

/// An Access document that asks for the rule; nil where manifests cannot say it.
private func accessYAML(_ rule: AccessRule, _ scene: AccessScene) -> String? {
    guard [.topic, .group, .cluster, .transactionalId].contains(rule.resourceType), reservedName(rule) == nil else { return nil }
    let who = rule.principal == AccessRule.everyone ? "\"*\"" : yamlScalar(scene.name(of: rule.principal))
    let title = yamlScalar("\(rule.principal == AccessRule.everyone ? "everyone" : scene.name(of: rule.principal))-\(rule.operation.rawValue)")
    var lines = ["kind: Access", "metadata: { name: \(title) }", "spec:"]
    if rule.permission == .deny { lines.append("  permission: deny") }
    lines += ["  principals: [\(who)]", "  operations: [\(rule.operation.rawValue)]"]
    if rule.host != "*" { lines.append("  hosts: [\(yamlScalar(rule.host))]") }
    return (lines + ["  resources:", "    " + resourceYAML(rule.resourceType, rule.pattern)]).joined(separator: "\n")
}

private func reservedName(_ rule: AccessRule) -> String? {
    switch rule.pattern {
    case .literal(let name), .prefix(let name): rule.resourceType == .topic ? reservedTopicProblem(name) : nil
    case .any: nil
    }
}
