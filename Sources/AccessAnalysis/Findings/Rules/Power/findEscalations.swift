import MeshModel

/// Who can get more than was granted: at once, or by becoming another who can.
func findEscalations(_ scene: AccessScene) -> [AccessFinding] {
    scene.clusters.flatMap { cluster in
        let people = scene.people(on: cluster)
        let graph = EscalationGraph(cluster, people: people)
        return people.filter { !cluster.isPrivileged($0) }.compactMap { person in
            graph.escalation(of: person, on: cluster).flatMap { finding(person, $0.way, $0.power, $0.isSuper, cluster) }
        }
    }
}

private func finding(
    _ person: String, _ way: [(who: String, place: Int)], _ power: Power?, _ isSuper: Bool, _ cluster: AuditedCluster
) -> AccessFinding? {
    guard let place = way.first?.place ?? power?.place else { return nil }
    let rule = cluster.rules[place]
    let chain = [person] + way.map(\.who)
    let end: String =
        if isSuper {
            "a super principal"
        } else if let power {
            power.kind.rawValue + (power.topic.map { " ('\($0)')" } ?? "")
        } else {
            "act as another"
        }
    let steps = way.map(\.place) + (power.map { [$0.place] } ?? [])
    let message =
        switch (way.isEmpty, isSuper, power) {
        case (true, _, _): "'\(person)' can \(end)"
        case (false, true, _): "'\(person)' can become '\(chain.last ?? "")', \(end)"
        case (false, false, nil): "'\(person)' can become \(quoted(Array(chain.dropFirst())))"
        case (false, false, _): "'\(person)' can become '\(chain.last ?? "")', and \(end)"
        }
    var finding = AccessFinding(
        .escalation, isSuper ? .critical : max(way.isEmpty ? .info : .high, power?.severity ?? .info), of: rule, on: cluster, message,
        others: steps.dropFirst().map { cluster.rules[$0] },
        evidence: (way.isEmpty ? [] : [.init("way", [chain.joined(separator: " → ")])]) + [.init("by", steps.map { cluster.rules[$0].rule.addressName })],
        fix: .init(
            power?.topic != nil && way.isEmpty
                ? "let nobody but its own service write there" : "leave this to a super principal that people use by name and for a time"))
    finding.principal = person
    return finding
}
