import Diagnostics
import MeshModel

/// One thing that an application works with.
struct ApplicationPlace {
    var part: ApplicationPart
    var name: String
    /// Where it follows from, in the application's document.
    var range: SourceRange?
    /// Where the application meets it.
    var clusters: [String]

    var pattern: AccessRule.Pattern { .literal(name) }
}

/// Everything that each application works with, by its name; what is wrong with that is said once, here.
func applicationFootprints(
    _ applications: [LinkedApplication], _ topics: TopicTable, _ index: MeshIndex, _ diagnostics: inout Findings
) -> [String: [ApplicationPlace]] {
    var footprints: [String: [ApplicationPlace]] = [:]
    for application in applications {
        var places: [ApplicationPlace] = []
        for production in application.resource.spec.produces {
            let clusters = clusters(of: production.topic, for: application, topics, index, &diagnostics)
            places += production.places.map { $0.on(clusters) }
        }
        for consumption in application.resource.spec.consumes {
            let clusters = clusters(of: consumption.topic, for: application, topics, index, &diagnostics)
            places += consumption.places.map { $0.on(clusters) }
        }
        footprints[application.resource.name] = places
    }
    return footprints
}

extension ApplicationSpec.Production {
    /// On no cluster yet.
    var places: [ApplicationPlace] {
        var places = [ApplicationPlace(part: .produced, name: topic.value, range: topic.range, clusters: [])]
        if let id = transactionalId { places.append(.init(part: .transactionalId, name: id.value, range: id.range, clusters: [])) }
        return places
    }
}

extension ApplicationSpec.Consumption {
    /// On no cluster yet. The retry topic is read in the same group.
    var places: [ApplicationPlace] {
        let (source, group) = (topic.value, group.value)
        var places = [
            ApplicationPlace(part: deadLetter == nil ? .consumed : .consumedWithDeadLetters, name: source, range: topic.range, clusters: []),
            ApplicationPlace(part: .group, name: group, range: self.group.range, clusters: []),
        ]
        if let retry {
            places.append(.init(part: .retry, name: DerivedTopic.retry(source, group: group), range: retry.range, clusters: []))
        }
        if let deadLetter {
            places.append(.init(part: .deadLetters, name: DerivedTopic.deadLetter(source, group: group), range: deadLetter.range, clusters: []))
        }
        return places
    }
}

extension ApplicationPlace {
    fileprivate func on(_ clusters: [String]) -> ApplicationPlace {
        var place = self
        place.clusters = clusters
        return place
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
