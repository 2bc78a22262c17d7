import MeshModel

/// Who can read topics whose contracts carry classified fields: told for each topic by how it came about, the worst first.
func findClassifiedAccess(_ scene: AccessScene) -> [AccessFinding] {
    scene.clusters.flatMap { cluster -> [AccessFinding] in
        let people = scene.people(on: cluster)
        return cluster.topicNames.flatMap { name -> [AccessFinding] in
            guard let topic = cluster.topics[name], !topic.classes.isEmpty else { return [] }
            return findings(topic, TopicReaders(name, on: cluster, people: people), cluster)
        }
    }
}

private func findings(_ topic: TopicFacts, _ readers: TopicReaders, _ cluster: AuditedCluster) -> [AccessFinding] {
    var findings: [AccessFinding] = []
    let carries = topic.classes.keys.map(\.rawValue).sorted().joined(separator: " and ")
    let classes = AccessFinding.Evidence("classified fields", topic.classText)
    switch readers.everyone {
    case .rule(let place):
        var finding = AccessFinding(
            .classifiedAccess, .critical, of: cluster.rules[place], on: cluster, "everyone may read '\(topic.name)', which carries \(carries)",
            evidence: [classes], fix: .init("name who needs it"))
        finding.resource = "topic:\(topic.name)"
        findings.append(finding)
    case .noRule:
        findings.append(
            AccessFinding(
                .classifiedAccess, .high, on: [cluster.name], "everyone may read '\(topic.name)', which carries \(carries): no rule speaks of it, and the cluster is open then",
                resource: "topic:\(topic.name)", evidence: [classes], at: topic.origin?.range, document: topic.origin?.document,
                fix: .init("say who may read it, and authorization: { default: deny } on the cluster", yaml: "authorization: { default: deny }")))
    case .superPrincipal, nil: break
    }
    var byRule: [Int: [String]] = [:]
    var declared: [(principal: String, place: Int)] = []
    for reader in readers.readers {
        guard case .rule(let place) = reader.permit else { continue }
        if cluster.rules[place].isDerived { declared.append((reader.principal, place)) } else { byRule[place, default: []].append(reader.principal) }
    }
    for (place, who) in byRule.sorted(by: { $0.key < $1.key }) {
        let rule = cluster.rules[place]
        let isByName = if case .literal = rule.rule.pattern { true } else { false }
        let severity: AuditSeverity = isByName ? .low : topic.classes[.secret] == nil ? .medium : .high
        var finding = AccessFinding(
            .classifiedAccess, severity, of: rule, on: cluster,
            "\(quoted(who)) may read '\(topic.name)', which carries \(carries)\(isByName ? "" : ", by a rule that does not name it")",
            evidence: [classes, .init("by", [rule.rule.addressName])],
            fix: .init(isByName ? "see that it is needed, and suppress this with an owner and an end" : "name the topic, so that the grant is one that was meant", yaml: isByName ? nil : resourcesYAML(.topic, [topic.name])))
        finding.resource = "topic:\(topic.name)"
        findings.append(finding)
    }
    if let first = declared.first {
        var finding = AccessFinding(
            .classifiedAccess, .info, of: cluster.rules[first.place], on: cluster,
            "\(counted(declared.count, "principal")) may read '\(topic.name)', which carries \(carries), because applications say that they consume it",
            evidence: [classes, .init("readers", declared.map(\.principal))], fix: .init("nothing is to be done where they need these fields"))
        finding.principal = nil
        finding.resource = "topic:\(topic.name)"
        findings.append(finding)
    }
    return findings
}
