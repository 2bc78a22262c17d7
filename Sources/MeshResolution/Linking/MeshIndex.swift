import ContractModel
import Diagnostics
import MeshModel

/// The documents of a mesh by name.
struct MeshIndex {
    let loaded: LoadedMesh
    let clusters: [String: Resource<ClusterSpec>]
    let contracts: [String: Resource<ContractSpec>]
    let principals: [String: Resource<PrincipalSpec>]
    /// In the order of declaration.
    let clusterNames: [String]
    let engines: [String: ClusterSpec.Engine]
    /// Cluster → its place in `clusterNames`.
    private let clusterOrder: [String: Int]
    /// Clusters with a registry → the formats that it takes.
    private let registered: [String: Set<ContractFormat>]
    /// Label → value → the places in `clusterNames` of the clusters that have it, ascending.
    private let labelled: [String: [String: [Int]]]

    init(_ loaded: LoadedMesh) {
        self.loaded = loaded
        clusters = byName(loaded.clusters)
        contracts = byName(loaded.contracts)
        principals = byName(loaded.principals)
        clusterNames = loaded.clusters.map(\.name)
        engines = clusters.mapValues(\.spec.engine.value)
        clusterOrder = Dictionary(clusterNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var labelled: [String: [String: [Int]]] = [:]
        for (place, cluster) in loaded.clusters.enumerated() {
            for (label, value) in cluster.metadata.labels { labelled[label, default: [:]][value.value, default: []].append(place) }
        }
        self.labelled = labelled
        registered = clusters.mapValues { cluster in Set(ContractFormat.allCases.filter(cluster.spec.registers)) }
    }
}

extension MeshIndex {
    func hasContract(_ name: String) -> Bool { contracts.index(forKey: name) != nil }

    func hasCluster(_ name: String) -> Bool { clusterOrder.index(forKey: name) != nil }

    /// Whether a contract of this format is to stand in the cluster's registry.
    func registers(_ format: ContractFormat, on cluster: String) -> Bool { registered[cluster]?.contains(format) ?? false }

    /// The clusters that have all of the labels, in the order of declaration.
    func clusters(with labels: [String: String]) -> [String] {
        let found = labels.map { labelled[$0.key]?[$0.value] ?? [] }
        guard let fewest = found.min(by: { $0.count < $1.count }) else { return clusterNames }
        if found.count == 1 { return fewest.map { clusterNames[$0] } }
        return fewest.filter { place in
            labels.allSatisfy { loaded.clusters[place].metadata.labels[$0.key]?.value == $0.value }
        }.map { clusterNames[$0] }
    }

    /// Those of the names that are clusters, each once, in the order of declaration.
    func ordered(_ names: [Located<String>]) -> [String] {
        if names.count == 1 { return hasCluster(names[0].value) ? [names[0].value] : [] }
        return Set(names.compactMap { clusterOrder[$0.value] }).sorted().map { clusterNames[$0] }
    }
}

private func byName<Spec>(_ resources: [Resource<Spec>]) -> [String: Resource<Spec>] {
    Dictionary(resources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
