import Determinism
import MeshModel

/// What no manifest says in so many words: topics that follow from Applications, and the rules that follow from Applications
/// and Access documents.
struct DerivedResources: Sendable {
    struct Topic: Sendable {
        var address: ResourceAddress
        var topic: DesiredTopic
    }

    struct Rule: Sendable {
        var address: ResourceAddress
        var origins: [Origin]
        var expires: Instant?
    }

    var topics: [Topic] = []
    var rules: [Rule] = []

    init(_ mesh: DesiredMesh) {
        for cluster in mesh.clusters.values {
            for topic in cluster.topics.values where topic.isDerived {
                topics.append(Topic(address: .topic(topic.name, on: cluster.name), topic: topic))
            }
            for (rule, access) in cluster.access { rules.append(Rule(address: .access(rule, on: cluster.name), origins: access.origins, expires: access.expires)) }
        }
        topics.sort { $0.address < $1.address }
        rules.sort { $0.address < $1.address }
    }

    /// As comments, so that what stands above is all that is declared. Empty where nothing is derived.
    func comment(isFirst: Bool) -> String {
        guard !topics.isEmpty || !rules.isEmpty else { return "" }
        var lines = ["# Derived, and written nowhere:"]
        for entry in topics {
            lines.append("#   \(entry.address)  # \(place(entry.topic.origin))")
            var settings = ["partitions: \(entry.topic.partitions)"]
            if let replication = entry.topic.replication { settings.append("replication: \(replication)") }
            for (key, setting) in entry.topic.config.sorted(by: { $0.key < $1.key }) {
                if case .value(let value) = setting { settings.append("\(key): \(value)") }
            }
            lines.append("#     \(settings.joined(separator: ", "))")
        }
        for entry in rules {
            let until = entry.expires.map { "; until \($0.minuteText)" } ?? ""
            lines.append("#   \(entry.address)  # \(entry.origins.map(place).joined(separator: "; "))\(until)")
        }
        return (isFirst ? "" : "\n") + lines.joined(separator: "\n") + "\n"
    }
}

private func place(_ origin: Origin) -> String {
    origin.range.map { "\(origin.document), \($0.file.path):\($0.start.line)" } ?? origin.document
}
