import ManifestWriting
import MeshModel
import MeshResolution

/// The manifest of a topic: what was set on it, in the language's own fields where it has them. What the mesh's defaults would
/// add is left alone in so many words.
func topicDocument(
    _ topic: ChosenTopic, _ payloads: [RecordSide: ImportedPayload], _ request: ImportRequest, _ leftOut: inout [LeftOut]
) -> ImportedDocument {
    var spec: [(String, YAMLDraft)] = [
        ("clusters", .sequence([text(request.cluster)])), ("partitions", .integer(topic.observed.partitions)),
    ]
    if let replication = replication(of: topic, request) { spec.append(("replication", .integer(replication))) }
    for side in RecordSide.allCases {
        if let payload = payloads[side] { spec.append((side.rawValue, payload.draft)) }
    }
    spec += settings(of: topic, payloads, request, &leftOut)
    // What Heddle protects goes on being protected.
    if request.observed.ledger.topics[topic.name]?.stewardship.deletionProtection == true { spec.append(("deletionProtection", .boolean(true))) }
    return ImportedDocument(
        name: topic.name,
        draft: ManifestDraft(kind: .topic, metadata: adoptedMetadata(topic.name, owner: request.owner), spec: .mapping(spec)))
}

/// nil where the cluster's default is the same, or where it cannot be told since replicas are on the move.
func replication(of topic: ChosenTopic, _ request: ImportRequest) -> Int? {
    let count = topic.observed.replication
    guard (1...Int(Int16.max)).contains(count) else { return nil }
    if request.loaded.mesh.spec.topicDefaults.replication != nil { return count }
    return topic.observed.isMoving || count == request.observed.defaultReplication ? nil : count
}

private func settings(
    of topic: ChosenTopic, _ payloads: [RecordSide: ImportedPayload], _ request: ImportRequest, _ leftOut: inout [LeftOut]
) -> [(String, YAMLDraft)] {
    let validation = raisedValidation(of: topic, payloads, request)
    var retention: [(String, YAMLDraft)] = []
    var cleanup: YAMLDraft?
    var config: [(String, YAMLDraft)] = []
    var said: Set<String> = []
    for (key, entry) in topic.config.sorted(by: { $0.key < $1.key }) where entry.isSetOnTopic {
        if validation != nil, isValidationKey(key) { continue }
        guard let value = entry.value, let problem = whyNotConfig(key, value, request) ?? unraised(key) else {
            if let value = entry.value {
                said.insert(key)
                switch (key, Int64(value)) {
                case ("retention.ms", let count?): retention.append(("time", text(count < 0 ? "unlimited" : "\(Milliseconds(count))")))
                case ("retention.bytes", let count?): retention.append(("size", text(count < 0 ? "unlimited" : "\(ByteCount(count))")))
                case ("cleanup.policy", _): cleanup = cleanupDraft(value)
                default: config.append((key, settingDraft(value)))
                }
            } else {
                leftOut.append(LeftOut(.config, "\(topic.name) \(key)", .untold, "the cluster does not show its value"))
            }
            continue
        }
        leftOut.append(LeftOut(.config, "\(topic.name) \(key)", problem.reason, problem.message))
    }
    config += defaultKeys(request.loaded.mesh.spec.topicDefaults).subtracting(said).sorted().map { ($0, .null) }
    var fields: [(String, YAMLDraft)] = []
    if !retention.isEmpty { fields.append(("retention", .mapping(retention))) }
    if let cleanup { fields.append(("cleanup", cleanup)) }
    if let validation {
        fields.append(("validation", text(validation.rawValue)))
    } else if !payloads.isEmpty, let other = request.loaded.mesh.spec.topicDefaults.validation, other.value != .none {
        fields.append(("validation", text(Validation.none.rawValue)))
    }
    if !config.isEmpty { fields.append(("config", .mapping(config.sorted { $0.0 < $1.0 }))) }
    return fields
}

/// Why a manifest cannot say a config value.
func whyNotConfig(_ key: String, _ value: String, _ request: ImportRequest) -> (reason: LeftOut.Reason, message: String)? {
    if key.hasSuffix(".replication.throttled.replicas") { return (.internal, "it is set while replicas move") }
    if isValidationKey(key) { return nil }
    let mayHaveOwnKeys = request.clusterSpec?.engine.value == .kafka
    return topicConfigProblem(key, value, mayHaveOwnKeys: mayHaveOwnKeys).map { (.inexpressible, $0) }
}

/// Of what is left when no `validation` says it.
private func unraised(_ key: String) -> (reason: LeftOut.Reason, message: String)? {
    isValidationKey(key) ? (.inexpressible, "it is not what a 'validation' of the topic's contracts would set") : nil
}

private func cleanupDraft(_ value: String) -> YAMLDraft {
    let words = Set(value.split(separator: ",").map { $0.filter { !$0.isWhitespace } }).sorted()
    return words.count == 1 ? text(words[0]) : .sequence(words.map(text))
}

/// A bare number or boolean where that is what it is; everything else is text.
private func settingDraft(_ value: String) -> YAMLDraft {
    if let number = Int64(value), String(number) == value { return YAMLDraft(.plain(value)) }
    return value == "true" || value == "false" ? YAMLDraft(.plain(value)) : text(value)
}

/// Config keys that a topic gets from the mesh unless it says otherwise.
private func defaultKeys(_ defaults: TopicSettings) -> Set<String> {
    var keys = Set(defaults.config.filter { $0.value.value != .leftAlone }.keys)
    if defaults.retentionTime != nil { keys.insert("retention.ms") }
    if defaults.retentionSize != nil { keys.insert("retention.bytes") }
    if defaults.cleanup != nil { keys.insert("cleanup.policy") }
    return keys
}
