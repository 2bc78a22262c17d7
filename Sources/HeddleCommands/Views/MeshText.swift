/// How to meet a running mesh.
enum MeshText {
    static func howToConnect(_ running: RunningMesh) -> String {
        let width = running.clusters.map(\.name.count).max() ?? 0
        var lines = ["mesh \(running.mesh) is up, process \(running.processId)"]
        for cluster in running.clusters {
            let name = cluster.name + String(repeating: " ", count: width - cluster.name.count)
            lines.append("  \(name)  bootstrap.servers=\(cluster.bootstrap.joined(separator: ","))")
            if let registry = cluster.registry { lines.append("  \(String(repeating: " ", count: width))  schema.registry.url=\(registry)") }
        }
        if let first = running.clusters.first?.bootstrap.first { lines.append("try: kcat -b \(first) -L") }
        return lines.joined(separator: "\n")
    }
}
