import MeshModel

/// What the manifests declare for a cluster, resource by resource, without where in which file it stands.
package func manifestState(of desired: DesiredCluster, in mesh: DesiredMesh) -> StateDigests {
    var resources: [String: [JSONValue]] = [:]
    let name = desired.name
    for (topic, wanted) in desired.topics { resources[ResourceAddress.topic(topic, on: name).description, default: []].append(wanted.json) }
    for (rule, wanted) in desired.access {
        resources[ResourceAddress.access(rule, on: name).description, default: []].append(
            .record(("rule", rule.json), ("owner", wanted.owner.json), ("adopts", .flag(wanted.adopts)),
                ("deletionProtection", .flag(wanted.deletionProtection)),
                ("expiresMs", wanted.expires.map { .number(Int(clamping: $0.millisecondsSinceEpoch)) })))
    }
    for (subject, wanted) in desired.subjects { resources["subject/\(name)/\(subject)", default: []].append(wanted.json) }
    resources["cluster/\(name)"] = [desired.spec.json]
    resources["mesh/\(mesh.name)"] = [
        .record(
            ("kinds", mesh.scope.kinds.map { .strings($0.map(\.value).sorted()) }),
            ("prefixes", mesh.scope.prefixes.map { .strings($0.map(\.value).sorted()) }), ("deletion", mesh.deletion.json(\.json)))
    ]
    return StateDigests(resources: resources.mapValues { shortDigest(of: .set($0)) })
}

extension DesiredTopic {
    fileprivate var json: JSONValue {
        .record(
            ("owner", owner.json), ("partitions", .number(partitions)), ("replication", replication.json),
            ("config", .map(config) { if case .value(let value) = $0 { .string(value) } else { .null } }),
            ("deletionProtection", .flag(deletionProtection)), ("adopts", .flag(adopts)))
    }
}

extension DesiredSubject {
    fileprivate var json: JSONValue {
        .record(
            ("contract", .string(contract)), ("format", .string(format.rawValue)), ("schema", .string(text)),
            ("references", .array(references.map { .record(("name", .string($0.name)), ("subject", .string($0.subject))) })),
            ("compatibility", (compatibility?.rawValue).json), ("owner", owner.json), ("adopts", .flag(adopts)),
            ("deletionProtection", .flag(deletionProtection)))
    }
}

extension ClusterSpec {
    /// Which cluster is meant, and where it is met. Not how one logs in: secrets may be renewed.
    fileprivate var json: JSONValue {
        .record(
            ("engine", .string(engine.value.rawValue)), ("addresses", .strings(addresses.map(\.value.description))),
            ("clusterId", (clusterId?.value).json), ("listeners", .strings(listeners.map { "\($0.name.value) \($0.address.value)" + ($0.security.value == .plaintext ? "" : " \($0.security.value.rawValue)") })),
            ("registryAddress", registryAddress.map { .string($0.value.description) }), ("registryURL", (registryURL?.value).json))
    }
}
