import Diagnostics
import MeshModel

/// The rules that applications need for what they say they do.
///
/// Producing needs Write on the topic, which implies Describe; idempotence has needed nothing more since Kafka 2.8
/// (KIP-679). Consuming needs Read on the topic and on the group. What follows from a consumption is written, and a retry
/// topic is read as well.
func deriveAccess(
    for applications: [LinkedApplication], to topics: TopicTable, _ index: MeshIndex, _ rules: inout RuleBook,
    _ diagnostics: inout Findings
) {
    for application in applications {
        for production in application.resource.spec.produces {
            let clusters = clusters(of: production.topic, for: application, topics, index, &diagnostics)
            var grants = [Grant(.topic, production.topic.value, .write, production.topic.range)]
            if let id = production.transactionalId { grants.append(Grant(.transactionalId, id.value, .write, id.range)) }
            add(grants, on: clusters, for: application, &rules)
        }
        for consumption in application.resource.spec.consumes {
            let clusters = clusters(of: consumption.topic, for: application, topics, index, &diagnostics)
            let topic = consumption.topic.value
            let group = consumption.group.value
            var grants = [
                Grant(.topic, topic, .read, consumption.topic.range), Grant(.group, group, .read, consumption.group.range),
            ]
            if let retry = consumption.retry {
                let name = DerivedTopic.retry(topic, group: group)
                grants += [Grant(.topic, name, .read, retry.range), Grant(.topic, name, .write, retry.range)]
            }
            if let deadLetter = consumption.deadLetter {
                grants.append(Grant(.topic, DerivedTopic.deadLetter(topic, group: group), .write, deadLetter.range))
            }
            add(grants, on: clusters, for: application, &rules)
        }
    }
}

private struct Grant {
    var type: AccessRule.ResourceType
    var name: String
    var operation: AccessRule.Operation
    var range: SourceRange?

    init(_ type: AccessRule.ResourceType, _ name: String, _ operation: AccessRule.Operation, _ range: SourceRange?) {
        self.type = type
        self.name = name
        self.operation = operation
        self.range = range
    }
}

private func add(_ grants: [Grant], on clusters: [String], for application: LinkedApplication, _ rules: inout RuleBook) {
    for cluster in clusters {
        for grant in grants {
            let rule = AccessRule(
                resourceType: grant.type, pattern: .literal(grant.name), principal: application.principal,
                operation: grant.operation)
            rules.addNeed(
                rule, on: cluster, owner: application.resource.metadata.owner?.value,
                adopts: application.resource.metadata.adopts,
                origin: Origin(document: application.origin, range: grant.range))
        }
    }
}

/// Where an application meets a topic; empty, with an error, when nowhere.
private func clusters(
    of topic: Located<String>, for application: LinkedApplication, _ topics: TopicTable, _ index: MeshIndex,
    _ diagnostics: inout Findings
) -> [String] {
    guard let placed = topics[topic.value] else {
        diagnostics.appendUnknown("Topic", topic, code: "application/unknown-topic", among: topics.names, gaps: index.loaded.gaps)
        return []
    }
    guard let own = application.clusters else { return placed.clusters }
    let common = placed.clusters.filter(own.contains)
    if common.isEmpty, !placed.clusters.isEmpty, !own.isEmpty {
        diagnostics.append(
            Diagnostic(
                code: "application/no-common-cluster",
                "'\(application.resource.name)' runs against \(own.sorted().joined(separator: ", ")), but "
                    + "'\(topic.value)' is on \(placed.clusters.joined(separator: ", "))",
                at: topic.range, secondary: placed.desired.origin.range.map { [.init("the topic", at: $0)] } ?? [],
                suggestion: "put the topic on one of the application's clusters, or the application on one of the topic's"))
    }
    return common
}
