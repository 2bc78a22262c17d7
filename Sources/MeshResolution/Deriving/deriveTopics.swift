import Diagnostics
import MeshModel

/// The names of what follows from an application that consumes a topic in a group.
package enum DerivedTopic {
    package static func retry(_ topic: String, group: String) -> String { "\(topic).\(group).retry" }
    package static func deadLetter(_ topic: String, group: String) -> String { "\(topic).\(group).dlq" }

    package static let retention = Milliseconds(14 * 86_400_000)

    /// What the source takes, and how safely it keeps it, must hold of what follows from it too.
    package static let sharedConfig = ["max.message.bytes", "min.insync.replicas"]
}

/// The declared topics and those that follow from applications: a retry and a dead-letter topic for each consumption that
/// asks for one.
///
/// A declared topic of the same name takes the place of a derived one. An application may consume what follows from
/// another, so this goes on until nothing new follows; names only get longer, and Kafka bounds them.
func deriveTopics(
    for applications: [LinkedApplication], from declared: TopicTable, _ index: MeshIndex, _ diagnostics: inout Findings
) -> TopicTable {
    var table = declared
    var pending = applications.flatMap { application in application.resource.spec.consumes.map { (application, $0) } }
    while true {
        var later: [(LinkedApplication, ApplicationSpec.Consumption)] = []
        for (application, consumption) in pending {
            guard let source = table[consumption.topic.value] else {
                later.append((application, consumption))
                continue
            }
            derive(for: consumption, of: application, source, &table, &diagnostics)
        }
        if later.count == pending.count { break }
        pending = later
    }
    return table
}

private func derive(
    for consumption: ApplicationSpec.Consumption, of application: LinkedApplication, _ source: PlacedTopic,
    _ table: inout TopicTable, _ diagnostics: inout Findings
) {
    let clusters = source.clusters.filter { application.clusters?.contains($0) ?? true }
    var wanted: [(name: String, retention: Located<Milliseconds>, range: SourceRange)] = []
    let group = consumption.group.value
    if let retry = consumption.retry {
        wanted.append((DerivedTopic.retry(source.desired.name, group: group), Located(DerivedTopic.retention), retry.range))
    }
    if let deadLetter = consumption.deadLetter {
        wanted.append(
            (
                DerivedTopic.deadLetter(source.desired.name, group: group),
                deadLetter.retention ?? Located(DerivedTopic.retention), deadLetter.range
            ))
    }
    for (name, retention, range) in wanted {
        if let problem = topicNameProblem(name) {
            diagnostics.append(
                Diagnostic(
                    code: "application/invalid-derived-name", "the topic '\(name)' follows from this, and its name \(problem)",
                    at: range,
                    secondary: consumption.group.range.map { [.init("the group is part of the name", at: $0)] } ?? []))
            continue
        }
        let topic = derivedTopic(name, retention, range, of: application, like: source.desired)
        guard let other = table[name] else {
            table.add(PlacedTopic(desired: topic, clusters: clusters))
            continue
        }
        guard other.desired.isDerived else { continue }
        merge(topic, on: clusters, with: other, &table, &diagnostics)
    }
}

private func derivedTopic(
    _ name: String, _ retention: Located<Milliseconds>, _ range: SourceRange, of application: LinkedApplication,
    like source: DesiredTopic
) -> DesiredTopic {
    var config: [String: ConfigSetting] = ["retention.ms": .value("\(retention.value.count)")]
    for key in DerivedTopic.sharedConfig { config[key] = source.config[key] }
    var ranges = source.fieldRanges.filter {
        ["partitions", "replication", "max.message.bytes", "min.insync.replicas"].contains($0.key)
    }
    ranges["retention.ms"] = retention.range ?? range
    return DesiredTopic(
        name: name, owner: application.resource.metadata.owner?.value, partitions: source.partitions,
        replication: source.replication,
        config: config, deletionProtection: application.resource.metadata.protects,
        adopts: application.resource.metadata.adopts, origin: Origin(document: application.origin, range: range),
        isDerived: true, fieldRanges: ranges)
}

/// Two applications that share a group share what follows from it, and must want the same.
private func merge(
    _ topic: DesiredTopic, on clusters: [String], with other: PlacedTopic, _ table: inout TopicTable,
    _ diagnostics: inout Findings
) {
    if topic.config != other.desired.config {
        diagnostics.append(
            Diagnostic(
                code: "application/conflicting-derived-topic",
                "'\(topic.name)' follows from \(topic.origin.document) and from "
                    + "\(other.desired.origin.document), which want it differently",
                at: topic.origin.range, secondary: other.desired.origin.range.map { [.init("the other", at: $0)] } ?? [],
                suggestion: "say the same in both, or use two groups"))
    }
    var both = other
    both.desired.deletionProtection = both.desired.deletionProtection || topic.deletionProtection
    both.clusters += clusters.filter { !other.clusters.contains($0) }
    table.add(both)
}
