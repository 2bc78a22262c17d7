import MeshModel

/// Where a resource without rules is open to everybody (`allow.everyone.if.no.acl.found`), the first rule on it, even a grant, shuts
/// out all whom it does not name.
func findFirstRules(_ scene: AccessScene) -> [AccessFinding] {
    scene.clusters.filter(\.isOpen).flatMap { cluster in cluster.isLive ? coming(cluster, scene) : closed(cluster, scene) }
}

/// Rules that are to be put on topics that have none.
private func coming(_ cluster: AuditedCluster, _ scene: AccessScene) -> [AccessFinding] {
    var topics: [String: AuditedRule] = [:]
    for rule in cluster.pending where rule.rule.resourceType == .topic {
        for topic in cluster.topics(matching: rule.rule.pattern) where cluster.index.covering(.literal(topic), .topic).isEmpty && topics[topic] == nil {
            topics[topic] = rule
        }
    }
    return Dictionary(grouping: topics.keys) { topics[$0]?.rule }.compactMap { rule, names -> AccessFinding? in
        guard let rule, let first = cluster.pending.first(where: { $0.rule == rule }) else { return nil }
        let sorted = names.sorted()
        return AccessFinding(
            .firstRule, .high, of: first, on: cluster,
            "this will be the first rule on \(counted(sorted.count, "topic")): whoever uses \(sorted.count == 1 ? "it" : "them") today without a rule is locked out",
            evidence: [.init("topics", sorted), .init("let in by rules to come", letIn(by: cluster.pending, sorted))],
            fix: .init("declare all who use \(sorted.count == 1 ? "it" : "them") before this is applied; 'heddle plan' names the groups that do"))
    }
}

/// Topics with rules beside topics without: what holds for the one does not for the other.
private func closed(_ cluster: AuditedCluster, _ scene: AccessScene) -> [AccessFinding] {
    let topics = cluster.topicNames.filter { !isOfTheEngine($0) }
    let open = topics.filter { cluster.index.covering(.literal($0), .topic).isEmpty }
    guard !open.isEmpty else { return [] }
    let origin = cluster.topics[open[0]]?.origin
    return [
        AccessFinding(
            .firstRule, .info, on: [cluster.name],
            "\(counted(open.count, "topic")) without any rule \(open.count == 1 ? "is" : "are") open to everybody, and the first rule on one locks out all whom it does not name",
            resource: "topic:\(open[0])", evidence: [.init("open topics", open)], at: origin?.range, document: origin?.document,
            fix: .init("say who may use them, and authorization: { default: deny } on the cluster", yaml: "authorization: { default: deny }"))
    ]
}

private func letIn(by rules: [AuditedRule], _ topics: [String]) -> [String] {
    Set(rules.filter { $0.rule.permission == .allow && $0.rule.resourceType == .topic }.filter { rule in topics.contains { rule.rule.pattern.covers(name: $0) } }.map(\.rule.principal)).sorted()
}
