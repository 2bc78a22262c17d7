import Diagnostics
import MeshModel

/// A mesh of one cluster.
func mesh(topics: [String] = [], rules: [AccessRule] = [], on cluster: String = "eu") -> DesiredMesh {
    let range = SourceRange(file: SourceFile(path: "clusters.yaml", text: ""), start: .start, end: .start)
    var desired = DesiredCluster(
        name: cluster, resource: Resource(metadata: Metadata(name: Located(cluster)), spec: ClusterSpec(engine: Located(.embedded)), range: range))
    for name in topics {
        desired.topics[name] = DesiredTopic(name: name, partitions: 3, config: ["retention.ms": .value("86400000")], origin: Origin(document: "Topic \(name)"))
    }
    for rule in rules { desired.access[rule] = DesiredAccess(origins: [Origin(document: "Access a")]) }
    return DesiredMesh(name: "shop", clusters: [cluster: desired])
}
