import Diagnostics
import MeshModel

/// A topic with the clusters that it is on, declared or derived.
struct PlacedTopic {
    var desired: DesiredTopic
    /// In the order of the mesh.
    var clusters: [String]
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
        topics.filter { $0.value.clusters.contains(cluster) }.mapValues(\.desired)
    }
}

/// Places every declared topic, with the mesh's defaults put in and its fields lowered to Kafka's configs.
func linkTopics(_ index: MeshIndex, _ diagnostics: inout Findings) -> TopicTable {
    var defaults = LoweredSettings(index.loaded.mesh.spec.topicDefaults)
    let isForeign = index.loaded.clusters.allSatisfy { $0.spec.engine.value == .kafka }
    defaults.checkConfig(mayHaveOwnKeys: isForeign, &diagnostics)
    if let validation = defaults.validation { warnOfValidation(validation, &diagnostics) }
    var table = TopicTable()
    for topic in index.loaded.topics {
        let clusters = selectClusters(
            topic.spec.clusters, of: "topic '\(topic.name)'", code: "topic/unknown-cluster", index, &diagnostics)
        checkPayload(topic.spec.key, index, &diagnostics)
        checkPayload(topic.spec.value, index, &diagnostics)
        var own = LoweredSettings(topic.spec.settings)
        let engines = clusters.compactMap { index.engines[$0] }
        own.checkConfig(mayHaveOwnKeys: !engines.isEmpty && engines.allSatisfy { $0 == .kafka }, &diagnostics)
        if let validation = own.validation { warnOfValidation(validation, &diagnostics) }
        let settings = own.withDefaults(defaults)
        checkSettings(settings, of: topic, on: clusters, index, &diagnostics)
        table.add(PlacedTopic(desired: desiredTopic(topic, settings), clusters: clusters))
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
        deletionProtection: settings.deletionProtection?.value ?? false, adopts: topic.metadata.adopts,
        origin: Origin(document: "Topic \(topic.name)", range: topic.metadata.name.range), fieldRanges: ranges)
}

private func checkPayload(_ payload: Located<PayloadType>?, _ index: MeshIndex, _ diagnostics: inout Findings) {
    guard let payload, case .contract(let name) = payload.value, index.contracts[name] == nil else { return }
    diagnostics.appendUnknown(
        "Contract", Located(name, at: payload.range), code: "topic/unknown-contract", among: Array(index.contracts.keys),
        gaps: index.loaded.gaps)
}
