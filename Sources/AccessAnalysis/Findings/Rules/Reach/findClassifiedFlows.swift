import MeshModel

/// Classified data that leaves its topic: set aside as it is in a dead-letter or retry topic, or made into something else by an
/// application, and read there by somebody who may not read the source.
func findClassifiedFlows(_ scene: AccessScene) -> [AccessFinding] {
    guard !scene.flows.isEmpty else { return [] }
    let graph = FlowGraph(scene.flows)
    return scene.clusters.flatMap { cluster -> [AccessFinding] in
        let people = scene.people(on: cluster)
        return cluster.topicNames.flatMap { source -> [AccessFinding] in
            guard let facts = cluster.topics[source], !facts.classes.isEmpty else { return [] }
            let atSource = TopicReaders(source, on: cluster, people: people)
            if atSource.everyone != nil { return [] }
            return graph.reach(from: source, where: { cluster.topics[$0.to] != nil }).sorted { $0.key < $1.key }.compactMap { topic, way in
                // What says itself that it carries as much is told of as such.
                let own = Set(cluster.topics[topic]?.classes.keys.map { $0 } ?? [])
                guard !Set(facts.classes.keys).isSubset(of: own) else { return nil }
                return finding(facts, topic, way, atSource, cluster, scene, people)
            }
        }
    }
}

private func finding(
    _ source: TopicFacts, _ topic: String, _ way: [DataFlow], _ atSource: TopicReaders, _ cluster: AuditedCluster, _ scene: AccessScene, _ people: [String]
) -> AccessFinding? {
    let readers = TopicReaders(topic, on: cluster, people: people)
    let strangers = readers.readers.filter { reader in
        !atSource.contains(reader.principal) && !way.contains { isCarrier(reader.principal, $0, scene) }
    }
    let isCopy = way.allSatisfy(\.isCopy)
    let carries = source.classes.keys.map(\.rawValue).sorted().joined(separator: " and ")
    let who: String
    let rule: AuditedRule?
    if let everyone = readers.everyone {
        who = "everyone"
        rule = if case .rule(let place) = everyone { cluster.rules[place] } else { nil }
    } else if let first = strangers.first, case .rule(let place) = first.permit {
        who = quoted(strangers.map(\.principal))
        rule = cluster.rules[place]
    } else {
        return nil
    }
    let origin = rule?.origin ?? cluster.topics[topic]?.origin
    return AccessFinding(
        .classifiedFlow, readers.everyone != nil ? .high : isCopy ? .medium : .low, on: [cluster.name],
        "\(who) may read '\(topic)', \(isCopy ? "which holds records of" : "into which flows data of") '\(source.name)' with \(carries), and may not read that itself",
        principal: strangers.count == 1 ? strangers[0].principal : nil, resource: "topic:\(topic)", rules: rule.map { [$0.rule] } ?? [],
        evidence: [
            .init("way", [wayText(way)]), .init("classified fields", source.classText), .init("readers", readers.everyone != nil ? ["User:*"] : strangers.map(\.principal)),
        ], at: origin?.range, document: origin?.document,
        fix: .init(
            isCopy
                ? "let nobody read '\(topic)' who may not read '\(source.name)'"
                : "classify what '\(topic)' carries in its own contract, or leave those fields out of it"))
}
