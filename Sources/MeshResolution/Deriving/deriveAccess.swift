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
            add(grants(for: production), on: clusters, for: application, &rules)
        }
        for consumption in application.resource.spec.consumes {
            let clusters = clusters(of: consumption.topic, for: application, topics, index, &diagnostics)
            add(grants(for: consumption), on: clusters, for: application, &rules)
        }
    }
}

/// The rules that follow from an application on a cluster that has all of its topics.
///
/// - Parameter principal: as Kafka writes it: `User:checkout`.
package func derivedRules(of application: ApplicationSpec, as principal: String) -> Set<AccessRule> {
    let grants = application.produces.flatMap(grants(for:)) + application.consumes.flatMap(grants(for:))
    return Set(grants.map { $0.rule(for: principal) })
}

private func grants(for production: ApplicationSpec.Production) -> [Grant] {
    var grants = [Grant(.topic, production.topic.value, .write, production.topic.range)]
    if let id = production.transactionalId { grants.append(Grant(.transactionalId, id.value, .write, id.range)) }
    return grants
}

private func grants(for consumption: ApplicationSpec.Consumption) -> [Grant] {
    let topic = consumption.topic.value
    let group = consumption.group.value
    var grants = [Grant(.topic, topic, .read, consumption.topic.range), Grant(.group, group, .read, consumption.group.range)]
    if let retry = consumption.retry {
        let name = DerivedTopic.retry(topic, group: group)
        grants += [Grant(.topic, name, .read, retry.range), Grant(.topic, name, .write, retry.range)]
    }
    if let deadLetter = consumption.deadLetter {
        grants.append(Grant(.topic, DerivedTopic.deadLetter(topic, group: group), .write, deadLetter.range))
    }
    return grants
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

    func rule(for principal: String) -> AccessRule {
        AccessRule(resourceType: type, pattern: .literal(name), principal: principal, operation: operation)
    }
}

private func add(_ grants: [Grant], on clusters: [String], for application: LinkedApplication, _ rules: inout RuleBook) {
    for cluster in clusters {
        for grant in grants {
            rules.addNeed(
                grant.rule(for: application.principal), on: cluster, owner: application.resource.metadata.owner?.value,
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
