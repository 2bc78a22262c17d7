import MeshModel

/// Who can read a topic, and by what.
struct TopicReaders: Sendable {
    struct Reader: Sendable {
        var principal: String
        var permit: Permit
    }

    /// Everybody may: the rule, or that there is none.
    var everyone: Permit?
    var readers: [Reader] = []

    init(_ topic: String, on cluster: AuditedCluster, people: [String]) {
        everyone = cluster.permit(AccessRule.everyone, .read, .topic, topic)
        // Only whom a rule on the topic names can be more than everybody.
        let named = Set(cluster.index.covering(.literal(topic), .topic).map { cluster.rules[$0].rule.principal })
        readers = people.filter { named.contains($0) && !cluster.isPrivileged($0) }.compactMap { person in
            guard let permit = cluster.permit(person, .read, .topic, topic), permit != everyone else { return nil }
            return Reader(principal: person, permit: permit)
        }
    }

    func contains(_ principal: String) -> Bool { everyone != nil || readers.contains { $0.principal == principal } }
}
