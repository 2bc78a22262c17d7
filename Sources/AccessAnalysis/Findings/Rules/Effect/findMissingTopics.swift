import Diagnostics
import MeshModel

/// Rules on topics and groups that are not there: left over, misspelt, or waiting for whoever takes the name.
func findMissingResources(_ scene: AccessScene) -> [AccessFinding] {
    scene.clusters.flatMap { cluster in
        cluster.rules.compactMap { rule in
            switch (rule.rule.resourceType, rule.rule.pattern) {
            case (.topic, .literal(let name)): missingTopic(name, rule, cluster)
            case (.topic, .prefix(let prefix)): emptyPrefix(prefix, rule, cluster)
            case (.group, .literal(let name)): unknownGroup(name, rule, cluster)
            default: nil
            }
        }
    }
}

private func missingTopic(_ name: String, _ rule: AuditedRule, _ cluster: AuditedCluster) -> AccessFinding? {
    guard cluster.topics[name] == nil, !isOfTheEngine(name) else { return nil }
    let near = closestMatch(to: name, among: cluster.topics.keys)
    return AccessFinding(
        .missingTopic, .low, of: rule, on: cluster,
        "there is no topic '\(name)', on which '\(rule.rule.principal)' is \(rule.rule.permission == .allow ? "granted" : "denied") \(rule.rule.operation.rawValue)",
        evidence: near.map { [.init("a similar name", [$0])] } ?? [],
        fix: .init(near.map { "did you mean '\($0)'? else remove the rule" } ?? "remove the rule, or declare the topic", yaml: near.map { "resources:\n  " + resourceYAML(.topic, .literal($0)) }))
}

private func emptyPrefix(_ prefix: String, _ rule: AuditedRule, _ cluster: AuditedCluster) -> AccessFinding? {
    guard cluster.topics(matching: .prefix(prefix)).isEmpty, !isOfTheEngine(prefix) else { return nil }
    return AccessFinding(
        .missingTopic, .info, of: rule, on: cluster, "no topic begins with '\(prefix)', of which a rule about '\(rule.rule.principal)' speaks",
        fix: .init("remove the rule, unless such topics are to come"))
}

/// Clusters do not tell which groups there may be, so only what applications declare is known.
private func unknownGroup(_ name: String, _ rule: AuditedRule, _ cluster: AuditedCluster) -> AccessFinding? {
    guard rule.rule.permission == .allow, !cluster.groups.contains(name), !cluster.groups.isEmpty else { return nil }
    let near = closestMatch(to: name, among: cluster.groups)
    return AccessFinding(
        .unknownGroup, .info, of: rule, on: cluster,
        "no application consumes in the group '\(name)', on which '\(rule.rule.principal)' is granted \(rule.rule.operation.rawValue)",
        evidence: near.map { [.init("a similar name", [$0])] } ?? [], fix: .init("remove the rule, unless people consume in it by hand"))
}
