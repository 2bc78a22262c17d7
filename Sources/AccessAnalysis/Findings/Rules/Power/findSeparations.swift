import MeshModel

/// One principal holds two duties that check each other.
func findSeparations(_ scene: AccessScene) -> [AccessFinding] {
    scene.clusters.flatMap { cluster in
        let people = scene.people(on: cluster).filter { !cluster.isPrivileged($0) }
        return people.flatMap { person in declared(person, cluster, scene) + usual(person, cluster, scene) }
    }
}

/// The pairs that the mesh itself forbids.
private func declared(_ person: String, _ cluster: AuditedCluster, _ scene: AccessScene) -> [AccessFinding] {
    scene.settings.separations.compactMap { separation in
        guard let first = permit(person, separation.first, cluster), let second = permit(person, separation.second, cluster) else { return nil }
        return finding(separation.name.value, person, first, second, words(separation.first), words(separation.second), cluster)
    }
}

/// The pairs that Heddle forbids everywhere: to write and to grant, to write and to do away with what tells of it, to change what
/// is kept for how long and to delete.
private func usual(_ person: String, _ cluster: AuditedCluster, _ scene: AccessScene) -> [AccessFinding] {
    var findings: [AccessFinding] = []
    let alters = permit(person, .alter, .cluster, .literal(AccessRule.clusterName), cluster)
    if let alters, let writes = permit(person, .write, .topic, .any, cluster) {
        findings.append(finding("write-and-grant", person, writes, alters, "write to topics", "alter the access rules", cluster))
    }
    if let erasure = erasure(person, cluster, scene) {
        findings.append(finding("write-and-erase", person, erasure.write, erasure.delete, "write to '\(erasure.topic)'", "delete '\(erasure.traces)', which tells what became of it", cluster))
    }
    // Who may do everything is told of as such; this is for rights that were put together.
    if let deletes = permit(person, .delete, .topic, .any, cluster), deletes.rule.operation != .all {
        let configures = permit(person, .alterConfigs, .topic, deletes.rule.pattern, cluster) ?? permit(person, .alterConfigs, .cluster, .literal(AccessRule.clusterName), cluster)
        if let configures, configures.rule.operation != .all {
            findings.append(finding("configure-and-delete", person, configures, deletes, "change how long records are kept", "delete topics and records", cluster))
        }
    }
    return findings
}

/// A topic that the person writes to, and its dead letters, or the record of what was done, that the person can delete.
private func erasure(
    _ person: String, _ cluster: AuditedCluster, _ scene: AccessScene
) -> (topic: String, traces: String, write: AuditedRule, delete: AuditedRule)? {
    // Few may delete anything, so that is asked first.
    guard permit(person, .delete, .topic, .any, cluster) != nil else { return nil }
    let deadLetters = scene.flows.filter { $0.kind == .deadLetter && cluster.topics[$0.to] != nil }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    for flow in deadLetters {
        if let write = permit(person, .write, .topic, .literal(flow.from), cluster), let delete = permit(person, .delete, .topic, .literal(flow.to), cluster) {
            return (flow.from, flow.to, write, delete)
        }
    }
    if let write = permit(person, .write, .topic, .any, cluster), let delete = permit(person, .delete, .topic, .literal("__heddle.audit"), cluster),
        delete.rule.pattern != .any || cluster.topics["__heddle.audit"] != nil
    {
        return (write.rule.resourceText, "__heddle.audit", write, delete)
    }
    return nil
}

private func permit(_ person: String, _ duty: AuditSpec.Duty, _ cluster: AuditedCluster) -> AuditedRule? {
    permit(person, duty.operation, duty.resourceType, duty.pattern, cluster)
}

private func permit(
    _ person: String, _ operation: AccessRule.Operation, _ type: AccessRule.ResourceType, _ pattern: AccessRule.Pattern, _ cluster: AuditedCluster
) -> AuditedRule? {
    guard case .rule(let place)? = cluster.permit(person, OperationSet(operation), type, pattern) else { return nil }
    return cluster.rules[place]
}

private func words(_ duty: AuditSpec.Duty) -> String {
    let rule = AccessRule(resourceType: duty.resourceType, pattern: duty.pattern, principal: "", operation: duty.operation)
    return "\(duty.operation.rawValue) on \(rule.resourceWords)"
}

private func finding(
    _ name: String, _ person: String, _ first: AuditedRule, _ second: AuditedRule, _ one: String, _ other: String, _ cluster: AuditedCluster
) -> AccessFinding {
    var finding = AccessFinding(
        .separationOfDuties, .high, of: second, on: cluster, "'\(person)' may \(one), and also \(other)", others: [first],
        evidence: [.init("separation", [name]), .init("by", [first.rule.addressName, second.rule.addressName])],
        fix: .init("give the two to two principals, or suppress this with an owner and an end"))
    finding.principal = person
    return finding
}
