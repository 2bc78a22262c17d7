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

    init(_ loaded: LoadedMesh) {
        self.loaded = loaded
        clusters = byName(loaded.clusters)
        contracts = byName(loaded.contracts)
        principals = byName(loaded.principals)
        clusterNames = loaded.clusters.map(\.name)
        engines = clusters.mapValues(\.spec.engine.value)
    }
}

private func byName<Spec>(_ resources: [Resource<Spec>]) -> [String: Resource<Spec>] {
    Dictionary(resources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
