import MeshModel

/// What is to be made manifests of, and into which mesh they go.
///
///     observation ─ importCluster ─► ClusterImport ─ layOutFiles ─► files ─ proveImport ─► what a plan makes of them
package struct ImportRequest: Sendable {
    package var cluster: String
    /// With the configs of all topics, and with all subjects of its registry.
    package var observed: ObservedCluster
    /// The mesh as its manifests stand; one with this cluster alone where there were none.
    package var loaded: LoadedMesh
    package var desired: DesiredMesh
    /// Who is said to answer for what is imported.
    package var owner: String
    /// Beginnings of topic names; empty: all topics.
    package var prefixes: [String]
    /// Whether rules become manifests too.
    package var includesAccess: Bool

    package init(
        cluster: String, observed: ObservedCluster, loaded: LoadedMesh, desired: DesiredMesh, owner: String = unowned,
        prefixes: [String] = [], includesAccess: Bool = true
    ) {
        self.cluster = cluster
        self.observed = observed
        self.loaded = loaded
        self.desired = desired
        self.owner = owner
        self.prefixes = prefixes
        self.includesAccess = includesAccess
    }

    /// Stands for an owner where nobody has named one.
    package static let unowned = "unowned"
}

extension ImportRequest {
    /// What the manifests declare on the cluster by now.
    var declared: DesiredCluster? { desired.clusters[cluster] }

    var clusterSpec: ClusterSpec? { loaded.clusters.first { $0.name == cluster }?.spec }

    /// Whether the mesh's scope has a kind in it.
    func manages(_ kinds: String...) -> Bool {
        guard let scope = loaded.mesh.spec.scope.kinds else { return true }
        return scope.contains { kinds.contains($0.value) }
    }

    func isWanted(topic: String) -> Bool { prefixes.isEmpty || prefixes.contains { topic.hasPrefix($0) } }

    /// Whether Heddle owns a rule and has promised not to revoke it.
    func isProtected(_ rule: AccessRule) -> Bool { observed.ledger.access[rule]?.stewardship.deletionProtection == true }

    func isOfAnotherMesh(_ stewardship: Stewardship?) -> Bool { stewardship.map { $0.mesh != loaded.mesh.name } ?? false }
}
