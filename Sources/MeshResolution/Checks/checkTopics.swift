import Diagnostics
import MeshModel

/// What a topic asks for that its clusters will not, or cannot, do.
func checkSettings(
    _ settings: LoweredSettings, of topic: Resource<TopicSpec>, on clusters: [String], _ index: MeshIndex,
    _ diagnostics: inout Findings
) {
    let embedded = clusters.filter { index.engines[$0] == .embedded }
    if let cleanup = settings.config["cleanup.policy"], case .value(let policy) = cleanup.value, policy.contains("compact"),
        let cluster = embedded.first
    {
        diagnostics.append(
            Diagnostic(
                .warning, code: "topic/compaction-not-performed",
                "the embedded brokers of this version keep 'compact' but do not compact: '\(cluster)' will hold "
                    + "every record of '\(topic.name)'",
                at: cleanup.range))
    }
    for cluster in embedded {
        guard let replication = settings.replication else { break }
        let brokers = index.clusters[cluster]?.spec.brokers?.value ?? 1
        guard replication.value > brokers else { continue }
        diagnostics.append(
            Diagnostic(
                code: "topic/replication-exceeds-brokers",
                "'\(topic.name)' asks for \(replication.value) replicas, but '\(cluster)' has \(brokers) "
                    + "broker\(brokers == 1 ? "" : "s")",
                at: replication.range, secondary: [.init("this topic", at: topic.metadata.name.range ?? topic.range)],
                suggestion: "set replication: \(brokers), or leave it out"))
    }
    if let least = settings.config["min.insync.replicas"], case .value(let text) = least.value, let count = Int(text),
        let replication = settings.replication, count > replication.value
    {
        diagnostics.append(
            Diagnostic(
                .warning, code: "topic/insync-exceeds-replication",
                "'min.insync.replicas' is \(count), but replication is \(replication.value): writes with "
                    + "acks=all will always be refused",
                at: least.range, secondary: replication.range.map { [.init("the replicas", at: $0)] } ?? []))
    }
}

/// Kafka's metrics write `.` as `_`, so names that differ only in these are told apart by nobody who reads metrics.
func checkTopicNames(_ table: TopicTable, _ diagnostics: inout Findings) {
    var seen: [String: String] = [:]
    for name in table.names {
        let folded = String(decoding: name.utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
        guard let first = seen[folded] else {
            seen[folded] = name
            continue
        }
        guard let topic = table[name], let other = table[first], !Set(topic.clusters).isDisjoint(with: other.clusters) else {
            continue
        }
        diagnostics.append(
            Diagnostic(
                .warning, code: "topic/colliding-names",
                "'\(name)' and '\(first)' have the same name in Kafka's metrics, '\(folded)'",
                at: topic.desired.origin.range, secondary: other.desired.origin.range.map { [.init("the other", at: $0)] } ?? [],
                suggestion: "use either '.' or '_' in names, not both"))
    }
}
