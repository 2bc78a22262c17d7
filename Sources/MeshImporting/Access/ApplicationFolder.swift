import Diagnostics
import ManifestLoading
import ManifestWriting
import MeshModel
import MeshResolution

/// Finds Applications in rules: those whose derived access is there, all of it.
///
/// A cluster tells which topics and groups a principal may read, not which of them go together. A group goes with the topics
/// whose retry or dead-letter topics are named after both; every other topic goes with the group that is called like the
/// principal, else with the first. What is granted is the same however they are paired.
struct ApplicationFolder {
    let request: ImportRequest
    let topics: [String: ChosenTopic]
    let subjects: ImportedSubjects
    /// Topics that an Application may speak of.
    private let known: Set<String>
    private var names: NameTable
    private(set) var derivedTopics: [String: String] = [:]

    init(_ request: ImportRequest, _ topics: [ChosenTopic], _ subjects: ImportedSubjects) {
        self.request = request
        self.topics = Dictionary(topics.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.subjects = subjects
        known = Set(topics.map(\.name)).union(request.declared?.topics.keys.map { $0 } ?? [])
        names = NameTable(taken: request.loaded.applications.map(\.name))
    }

    struct Folded {
        var document: ImportedDocument
        var rules: Set<AccessRule>
    }

    /// - Parameters:
    ///   - principal: as Kafka writes it.
    ///   - name: what documents call it; asked for where something is found.
    /// - Returns: nil where nothing that it may do makes an application.
    mutating func fold(_ rules: Rights, as principal: String, name: () -> String) -> Folded? {
        let found = Candidate(rules, of: String(principal.dropFirst(5)), known: known, self)
        guard !found.spec.produces.isEmpty || !found.spec.consumes.isEmpty else { return nil }
        let derived = derivedRules(of: found.spec, as: principal)
        guard derived.isSubset(of: rules.all) else { return nil }
        let principalName = name()
        let applicationName = names.take(principalName)
        for topic in found.followingTopics where derivedTopics[topic] == nil { derivedTopics[topic] = applicationName }
        return Folded(document: document(applicationName, principalName, found.spec), rules: derived)
    }

    // MARK: Topics that follow

    /// Whether a topic can be a retry or a dead-letter topic of a consumption: it is there, and nobody else's.
    func isThere(_ topic: String) -> Bool { topics[topic] != nil }

    /// Whether an Application makes a topic just as it is.
    ///
    /// - Parameter retention: of a retry topic the one that all have; nil: any, for the manifest can say it.
    func followsExactly(_ name: String, from sourceName: String, retention: Milliseconds?) -> Bool {
        guard let topic = topics[name], let source = topics[sourceName], derivedTopics[sourceName] == nil, subjects.payloads[name] == nil else { return false }
        guard topic.observed.partitions == source.observed.partitions, topic.observed.replication == source.observed.replication,
            let kept = topic.own("retention.ms").flatMap({ Int64($0) }), retention.map({ $0.count == kept }) ?? true
        else { return false }
        if request.observed.ledger.topics[name]?.stewardship.deletionProtection == true { return false }
        var expected: Set = ["retention.ms"]
        for key in DerivedTopic.sharedConfig {
            // What is not set on the source may come from the mesh's defaults.
            guard topic.own(key) == source.own(key) else { return false }
            if source.own(key) != nil { expected.insert(key) }
        }
        return Set(topic.config.filter(\.value.isSetOnTopic).keys) == expected
    }

    func retention(of topic: String) -> Milliseconds? { topics[topic]?.own("retention.ms").flatMap { Int64($0) }.map { Milliseconds($0) } }

    // MARK: The document

    private func document(_ name: String, _ principal: String, _ spec: ApplicationSpec) -> ImportedDocument {
        var fields: [(String, YAMLDraft)] = [("principal", text(principal))]
        if !spec.produces.isEmpty {
            fields.append(
                (
                    "produces",
                    .sequence(
                        spec.produces.map { production in
                            .mapping(
                                [("topic", text(production.topic.value))]
                                    + (production.transactionalId.map { [("transactionalId", text($0.value))] } ?? []), layout: .flow)
                        })
                ))
        }
        if !spec.consumes.isEmpty { fields.append(("consumes", .sequence(spec.consumes.map(consumption)))) }
        if request.loaded.clusters.count > 1 { fields.append(("clusters", .sequence([text(request.cluster)]))) }
        return ImportedDocument(
            name: name,
            draft: ManifestDraft(kind: .application, metadata: adoptedMetadata(name, owner: request.owner), spec: .mapping(fields)))
    }

    private func consumption(_ consumption: ApplicationSpec.Consumption) -> YAMLDraft {
        var fields: [(String, YAMLDraft)] = [("topic", text(consumption.topic.value)), ("group", text(consumption.group.value))]
        if let retry = consumption.retry {
            let attempts = YAMLDraft.mapping([("attempts", .integer(retry.attempts.value))])
            fields.append(("retry", attempts.commented("The cluster does not tell how often.")))
        }
        if let deadLetter = consumption.deadLetter {
            let retention = deadLetter.retention.map { [("retention", text($0.value.count < 0 ? "unlimited" : "\($0.value)"))] }
            fields.append(("deadLetter", .mapping(retention ?? [])))
        }
        return .mapping(fields, layout: consumption.retry == nil ? .flow : .automatic)
    }
}
