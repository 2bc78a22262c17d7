import Diagnostics
import MeshModel

/// A mesh as policies see it: what manifests declare, with defaults and derived topics put in.
package struct PolicyMesh: Sendable {
    package var name: String
    /// Empty where none was chosen.
    package var environment: String
    var clusters: [Resource<ClusterSpec>]
    var contracts: [PolicyContract]
    var topics: [PolicyTopic]
    var principals: [Resource<PrincipalSpec>]
    var applications: [Resource<ApplicationSpec>]
    var access: [Resource<AccessSpec>]

    package init(_ loaded: LoadedMesh, _ desired: DesiredMesh) {
        name = desired.name
        environment = loaded.environment ?? ""
        clusters = loaded.clusters
        principals = loaded.principals
        applications = loaded.applications
        access = loaded.access
        let users = TopicUsers(loaded.applications)
        let classifications = Dictionary(
            loaded.contracts.map { ($0.name, Set($0.spec.classification.values.map(\.value.rawValue)).sorted()) }, uniquingKeysWith: { first, _ in first })
        let regions = Dictionary(
            loaded.clusters.map { ($0.name, $0.spec.region?.value ?? $0.metadata.labels["region"]?.value) }, uniquingKeysWith: { first, _ in first })
        let manifests = Dictionary(loaded.topics.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var placed: [String: (topic: DesiredTopic, clusters: [String])] = [:]
        for cluster in desired.clusters.values.sorted(by: { $0.name < $1.name }) {
            for (name, topic) in cluster.topics { placed[name, default: (topic, [])].clusters.append(cluster.name) }
        }
        topics = placed.sorted { $0.key < $1.key }.map { name, place in
            let contracts = [manifests[name]?.spec.key, manifests[name]?.spec.value].compactMap { payload -> String? in
                if case .contract(let contract)? = payload?.value { contract } else { nil }
            }
            return PolicyTopic(
                desired: place.topic, manifest: manifests[name], clusters: place.clusters,
                regions: Set(place.clusters.map { regions[$0].flatMap { $0 } ?? "" }).sorted(), contracts: contracts,
                classifications: Set(contracts.flatMap { classifications[$0] ?? [] }).sorted(), writers: (users.writers[name] ?? []).sorted(),
                readers: (users.readers[name] ?? []).sorted())
        }
        var topicsOfContract: [String: [String]] = [:]
        for topic in topics { for contract in topic.contracts { topicsOfContract[contract, default: []].append(topic.desired.name) } }
        contracts = loaded.contracts.map { PolicyContract(resource: $0, topics: topicsOfContract[$0.name] ?? []) }
    }
}

struct PolicyTopic: Sendable {
    var desired: DesiredTopic
    /// nil for one that follows from an Application.
    var manifest: Resource<TopicSpec>?
    var clusters: [String]
    /// Of its clusters; an empty string stands for those that say none.
    var regions: [String]
    var contracts: [String]
    /// Of its contracts' fields.
    var classifications: [String]
    var writers: [String]
    var readers: [String]
}

struct PolicyContract: Sendable {
    var resource: Resource<ContractSpec>
    /// That use it.
    var topics: [String]
}
