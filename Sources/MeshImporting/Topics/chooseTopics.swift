import MeshModel

/// A topic that is to have a manifest.
struct ChosenTopic {
    var name: String
    var observed: ObservedTopic
    var config: [String: ObservedTopic.ConfigEntry]

    /// What was set on the topic itself.
    func own(_ key: String) -> String? { config[key].flatMap { $0.isSetOnTopic ? $0.value : nil } }
}

/// The topics that nobody else answers for and that a manifest can speak of, by name.
func chooseTopics(_ request: ImportRequest, _ leftOut: inout [LeftOut]) -> [ChosenTopic] {
    let declared = Set(request.loaded.topics.map(\.name))
    var chosen: [ChosenTopic] = []
    for (name, topic) in request.observed.topics.sorted(by: { $0.key < $1.key }) {
        if let (reason, message) = whyNot(name, topic, declared, request) {
            leftOut.append(LeftOut(.topic, name, reason, message))
        } else if let config = topic.config {
            chosen.append(ChosenTopic(name: name, observed: topic, config: config))
        } else {
            leftOut.append(LeftOut(.topic, name, .untold, "the cluster does not tell of its config"))
        }
    }
    return chosen
}

private func whyNot(
    _ name: String, _ topic: ObservedTopic, _ declared: Set<String>, _ request: ImportRequest
) -> (LeftOut.Reason, String)? {
    if topic.isInternal { return (.internal, "it is one of the engine's own") }
    if let problem = reservedTopicProblem(name) { return (.internal, "it \(problem)") }
    guard request.isWanted(topic: name) else { return (.outsidePrefix, "it begins with none of the prefixes") }
    guard request.manages("Topic") else { return (.outsideScope, "the mesh's scope has no topics") }
    let prefixes = (request.loaded.mesh.spec.scope.prefixes ?? []).map(\.value).filter { !$0.isEmpty }
    if !prefixes.isEmpty, !prefixes.contains(where: { name.hasPrefix($0) }) { return (.outsideScope, "it is outside of the mesh's scope") }
    let entry = request.observed.ledger.topics[name]
    if request.isOfAnotherMesh(entry?.stewardship) { return (.ownedElsewhere, "it belongs to the mesh '\(entry?.stewardship.mesh ?? "")'") }
    if let mesh = request.claimant(of: name) { return (.ownedElsewhere, "its name is claimed by the mesh '\(mesh)'") }
    if request.declared?.topics[name] != nil { return (.declared, "the manifests declare it") }
    if declared.contains(name) {
        return (.declared, "a manifest declares it for other clusters: add '\(request.cluster)' to its clusters")
    }
    if entry?.quarantine != nil { return (.quarantined, "it is on its way to deletion; 'heddle undo' brings it back") }
    if let problem = topicNameProblem(name) { return (.inexpressible, "its name \(problem)") }
    for key in entry?.config.keys.sorted() ?? [] {
        guard let value = topic.config?[key].flatMap({ $0.isSetOnTopic ? $0.value : nil }), let problem = whyNotConfig(key, value, request) else { continue }
        return (.inexpressible, "Heddle set its config '\(key)', which a manifest would have to keep, and: \(problem.message)")
    }
    guard (1...100_000).contains(topic.partitions) else { return (.inexpressible, "a manifest has from 1 to 100000 partitions") }
    return nil
}

extension ImportRequest {
    /// Another mesh that has claimed a topic's name.
    fileprivate func claimant(of topic: String) -> String? {
        observed.ledger.claims.filter { mesh, claim in
            mesh != loaded.mesh.name && (claim.kinds?.contains("Topic") ?? true)
                && claim.prefixes.contains { !$0.isEmpty && topic.hasPrefix($0) }
        }.keys.min()
    }
}
