import Diagnostics
import MeshModel

/// A topic with the clusters that it is on, declared or derived.
struct PlacedTopic {
    var desired: DesiredTopic
    /// In the order of the mesh.
    var clusters: [String]
    /// What its brokers are to check of a record; nil: nothing. Of declared topics only.
    var validation: TopicValidation?
}

/// Every topic of the mesh by name.
struct TopicTable {
    private(set) var topics: [String: PlacedTopic] = [:]
    /// In the order of declaration and derivation.
    private(set) var names: [String] = []

    subscript(name: String) -> PlacedTopic? { topics[name] }

    mutating func add(_ topic: PlacedTopic) {
        if topics.updateValue(topic, forKey: topic.desired.name) == nil { names.append(topic.desired.name) }
    }

    func desired(on cluster: String) -> [String: DesiredTopic] {
        topics.filter { $0.value.clusters.contains(cluster) }.mapValues { topic in
            guard let validation = topic.validation else { return topic.desired }
            var desired = topic.desired
            desired.config.merge(validation.config) { own, _ in own }
            for key in validation.config.keys { desired.fieldRanges[key] = validation.range }
            return desired
        }
    }
}

/// Places every declared topic, with the mesh's defaults put in and its fields lowered to Kafka's configs.
func linkTopics(_ index: MeshIndex, _ contracts: [String: LinkedContract], _ diagnostics: inout Findings) -> TopicTable {
    var defaults = LoweredSettings(index.loaded.mesh.spec.topicDefaults)
    let isForeign = index.loaded.clusters.allSatisfy { $0.spec.engine.value == .kafka }
    defaults.checkConfig(mayHaveOwnKeys: isForeign, &diagnostics)
    var table = TopicTable()
    for topic in index.loaded.topics {
        let clusters = selectClusters(
            topic.spec.clusters, of: "topic '\(topic.name)'", code: "topic/unknown-cluster", index, &diagnostics)
        checkPayload(topic.spec.key, topic.spec.keySubject, contracts, index, &diagnostics)
        checkPayload(topic.spec.value, topic.spec.valueSubject, contracts, index, &diagnostics)
        var own = LoweredSettings(topic.spec.settings)
        let engines = clusters.compactMap { index.engines[$0] }
        own.checkConfig(mayHaveOwnKeys: !engines.isEmpty && engines.allSatisfy { $0 == .kafka }, &diagnostics)
        let settings = own.withDefaults(defaults)
        checkSettings(settings, of: topic, on: clusters, index, &diagnostics)
        let validation = lowerValidation(
            settings.validation, isOwn: own.validation != nil, of: topic, on: clusters, contracts, index, &diagnostics)
        table.add(PlacedTopic(desired: desiredTopic(topic, settings), clusters: clusters, validation: validation))
    }
    return table
}

private func desiredTopic(_ topic: Resource<TopicSpec>, _ settings: LoweredSettings) -> DesiredTopic {
    var ranges: [String: SourceRange] = settings.config.compactMapValues(\.range)
    ranges["partitions"] = settings.partitions?.range
    ranges["replication"] = settings.replication?.range
    return DesiredTopic(
        name: topic.name, owner: topic.metadata.owner?.value, partitions: settings.partitions?.value ?? 1,
        replication: settings.replication?.value, config: settings.config.mapValues(\.value),
        deletionProtection: settings.deletionProtection?.value == true || topic.metadata.protects, adopts: topic.metadata.adopts,
        origin: Origin(document: "Topic \(topic.name)", range: topic.metadata.name.range), fieldRanges: ranges)
}

private func checkPayload(
    _ payload: Located<PayloadType>?, _ strategy: Located<SubjectNameStrategy>?, _ contracts: [String: LinkedContract],
    _ index: MeshIndex, _ diagnostics: inout Findings
) {
    guard let payload, case .contract(let name) = payload.value else { return }
    guard index.contracts[name] != nil else {
        diagnostics.appendUnknown(
            "Contract", Located(name, at: payload.range), code: "topic/unknown-contract", among: Array(index.contracts.keys),
            gaps: index.loaded.gaps)
        return
    }
    guard let strategy, strategy.value != .topicName, let contract = contracts[name], contract.recordName == nil else { return }
    diagnostics.append(
        Diagnostic(
            code: "topic/no-record-name",
            "the subject is to be named after the record, and the schema of '\(name)' has no name", at: strategy.range,
            secondary: [.init("this contract", at: contract.resource.metadata.name.range ?? contract.resource.range)],
            suggestion: "give the schema a name, or say subject: topic-name"))
}
