import Diagnostics
import MeshModel

/// The names of the clusters that a selection means, in the order of the mesh.
///
/// - Parameters:
///   - what: whose selection it is, for messages: "topic 'orders.created'".
///   - code: of the error for a name that leads nowhere.
func selectClusters(
    _ selection: ClusterSelection, of what: String, code: String, _ index: MeshIndex, _ diagnostics: inout Findings
) -> [String] {
    switch selection {
    case .names(let names):
        for name in names where !index.hasCluster(name.value) {
            diagnostics.appendUnknown("Cluster", name, code: code, among: index.clusterNames, gaps: index.loaded.gaps)
        }
        return index.ordered(names)
    case .labels(let labels, let range):
        let selected = index.clusters(with: labels.mapValues(\.value))
        if selected.isEmpty, index.loaded.gaps.documents["Cluster"] == nil, index.loaded.gaps.files.isEmpty {
            diagnostics.append(
                Diagnostic(
                    code: "mesh/no-matching-cluster", "no cluster has the labels that \(what) asks for", at: range,
                    notes: index.loaded.clusters.map { cluster in
                        let labels = cluster.metadata.labels.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.value)" }
                        return "'\(cluster.name)' has " + (labels.isEmpty ? "no labels" : "{ \(labels.joined(separator: ", ")) }")
                    }))
        }
        return selected
    case .onlyCluster(let range):
        if index.clusterNames.count == 1 { return index.clusterNames }
        if index.loaded.gaps.documents["Cluster"] == nil, index.loaded.gaps.files.isEmpty {
            diagnostics.append(
                Diagnostic(
                    code: "topic/missing-clusters",
                    "\(what) does not say on which clusters it is, and the mesh has "
                        + "\(index.clusterNames.isEmpty ? "none" : "\(index.clusterNames.count)")",
                    at: range,
                    suggestion: index.clusterNames.isEmpty
                        ? "declare a Cluster" : "add clusters: [\(index.clusterNames.prefix(3).joined(separator: ", "))]"))
        }
        return []
    }
}
