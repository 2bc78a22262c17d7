import MeshModel

/// Data goes further than rules tell: an application reads one topic and writes another, and whoever reads that has a part of the
/// first. Told where it crosses from one domain into another whose reader may not read the source itself.
func findCrossDomainFlows(_ scene: AccessScene) -> [AccessFinding] {
    guard !scene.flows.isEmpty else { return [] }
    let graph = FlowGraph(scene.flows)
    return scene.clusters.flatMap { cluster -> [AccessFinding] in
        let people = scene.people(on: cluster)
        var readersOf: [String: TopicReaders] = [:]
        func readers(_ topic: String) -> TopicReaders {
            if let known = readersOf[topic] { return known }
            let found = TopicReaders(topic, on: cluster, people: people)
            readersOf[topic] = found
            return found
        }
        struct Crossing: Hashable {
            var principal: String
            var topic: String
            var domain: String
        }
        var crossings: [Crossing: [[DataFlow]]] = [:]
        for source in graph.sources {
            guard let facts = cluster.topics[source], let domain = facts.domain else { continue }
            for (topic, way) in graph.reach(from: source, where: { cluster.topics[$0.to] != nil }).sorted(by: { $0.key < $1.key }) {
                for reader in readers(topic).readers {
                    guard let own = scene.principals[reader.principal]?.domain, own != domain, !readers(source).contains(reader.principal) else { continue }
                    // Who carries it is no stranger to it.
                    if way.contains(where: { isCarrier(reader.principal, $0, scene) }) { continue }
                    crossings[Crossing(principal: reader.principal, topic: topic, domain: domain), default: []].append(way)
                }
            }
        }
        return crossings.sorted { ($0.key.principal, $0.key.topic, $0.key.domain) < ($1.key.principal, $1.key.topic, $1.key.domain) }.compactMap { crossing, ways in
            guard case .rule(let place)? = cluster.permit(crossing.principal, .read, .topic, crossing.topic) else { return nil }
            let rule = cluster.rules[place]
            let sources = ways.compactMap { $0.first?.from }
            let own = scene.principals[crossing.principal]?.domain ?? ""
            var finding = AccessFinding(
                .crossDomainFlow, rule.isDerived ? .info : .low, of: rule, on: cluster,
                "'\(crossing.principal)' of domain '\(own)' reads '\(crossing.topic)', which carries data of \(quoted(sources)) of domain '\(crossing.domain)', which it may not read itself",
                evidence: [.init("ways", ways.map(wayText))],
                fix: .init("agree with the owners of \(quoted(sources)) that it goes there, or leave out of '\(crossing.topic)' what is theirs"))
            finding.principal = crossing.principal
            finding.resource = "topic:\(crossing.topic)"
            return finding
        }
    }
}

/// Whether the principal is that of the application which carries the data.
func isCarrier(_ principal: String, _ flow: DataFlow, _ scene: AccessScene) -> Bool {
    scene.principals[principal]?.applications.contains { flow.carrier == "Application \($0)" } ?? false
}
