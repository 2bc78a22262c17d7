import Diagnostics
import MeshModel
import MeshPlanning

/// What changes in one document and shows in no plan: who answers for it, where a cluster is met, what a service is called.
struct DocumentChange: Sendable, Equatable {
    enum Action: String, Sendable { case added, removed, changed }

    /// `Topic`, `Cluster`.
    var kind: String
    var name: String
    var action: Action
    var fields: [FieldChange]
}

/// In the order of kinds, then of names.
func documentChanges(from old: LoadedMesh, to new: LoadedMesh) -> [DocumentChange] {
    func compare<Spec>(_ kind: String, _ path: KeyPath<LoadedMesh, [Resource<Spec>]>, _ told: (Spec) -> [String: String?]) -> [DocumentChange] {
        let before = Dictionary(old[keyPath: path].map { ($0.name, $0) }) { first, _ in first }
        let after = Dictionary(new[keyPath: path].map { ($0.name, $0) }) { first, _ in first }
        return Set(before.keys).union(after.keys).sorted().compactMap { name in
            switch (before[name], after[name]) {
            case (nil, _?): return DocumentChange(kind: kind, name: name, action: .added, fields: [])
            case (_?, nil): return DocumentChange(kind: kind, name: name, action: .removed, fields: [])
            case (let old?, let new?):
                let fields = differences(
                    metadata(old.metadata).merging(told(old.spec)) { $1 }, metadata(new.metadata).merging(told(new.spec)) { $1 })
                return fields.isEmpty ? nil : DocumentChange(kind: kind, name: name, action: .changed, fields: fields)
            case (nil, nil): return nil
            }
        }
    }
    return compare("Cluster", \.clusters, clusterFields) + compare("Contract", \.contracts, contractFields)
        + compare("Topic", \.topics, topicFields) + compare("Principal", \.principals) { ["members": $0.members.map { $0.map(\.value).joined(separator: ", ") }] }
        + compare("Application", \.applications) { ["principal": $0.principal.value] } + compare("Access", \.access) { ["expires": $0.expires?.value.minuteText] }
}

private func differences(_ old: [String: String?], _ new: [String: String?]) -> [FieldChange] {
    Set(old.keys).union(new.keys).sorted().compactMap { path in
        let (before, after) = (old[path] ?? nil, new[path] ?? nil)
        return before == after ? nil : FieldChange(path, from: before, to: after)
    }
}

private func metadata(_ metadata: Metadata) -> [String: String?] {
    var fields: [String: String?] = ["owner": metadata.owner?.value, "description": metadata.description]
    for (key, value) in metadata.labels { fields["labels.\(key)"] = value.value }
    for (key, value) in metadata.annotations { fields["annotations.\(key)"] = value.value }
    return fields
}

private func clusterFields(_ spec: ClusterSpec) -> [String: String?] {
    var fields: [String: String?] = [
        "engine": spec.engine.value.rawValue, "clusterId": spec.clusterId?.value, "authorization": spec.authorization?.value.rawValue,
        "storage.path": spec.storage?.path.value, "storage.durability": spec.storage?.durability.value.rawValue, "region": spec.region?.value,
        "brokers": spec.brokers.map { String($0.value) }, "registry.address": spec.registryAddress?.value.description,
        "registry.url": spec.registryURL?.value,
        "autoCreateTopics.partitions": spec.autoCreateTopics.map { String($0.partitions.value) },
        "addresses": spec.addresses.isEmpty ? nil : spec.addresses.map(\.value.description).joined(separator: ", "),
        "superPrincipals": spec.superPrincipals.isEmpty ? nil : spec.superPrincipals.map(\.value).joined(separator: ", "),
    ]
    for listener in spec.listeners { fields["listeners.\(listener.name.value)"] = "\(listener.address.value) \(listener.security.value.rawValue)" }
    return fields
}

private func contractFields(_ spec: ContractSpec) -> [String: String?] {
    [
        "format": spec.format.value.rawValue, "compatibility": spec.compatibility?.value.rawValue, "level": spec.level?.value.rawValue,
        "deprecated": spec.deprecation.map { $0.message?.value ?? "yes" },
    ]
}

private func topicFields(_ spec: TopicSpec) -> [String: String?] {
    func text(_ payload: Located<PayloadType>?) -> String? {
        switch payload?.value {
        case nil: nil
        case .contract(let name)?: "contract \(name)"
        case let other?: "\(other)"
        }
    }
    return ["key": text(spec.key), "value": text(spec.value), "deletionProtection": spec.settings.deletionProtection.map { String($0.value) }]
}
