import Diagnostics
import MeshModel

/// What two embedded clusters cannot share.
func checkClusters(_ index: MeshIndex, _ diagnostics: inout Findings) {
    var addresses: [(address: HostAndPort, range: SourceRange?, cluster: String)] = []
    var folders: [(names: [Substring], path: Located<String>, cluster: Resource<ClusterSpec>)] = []
    for cluster in index.loaded.clusters where cluster.spec.engine.value == .embedded {
        for address in cluster.spec.listeners.map(\.address) + [cluster.spec.registryAddress].compactMap({ $0 }) {
            if let taken = addresses.first(where: { clash($0.address, address.value) }) {
                diagnostics.append(
                    Diagnostic(
                        code: "cluster/duplicate-address",
                        "'\(address.value)' of '\(cluster.name)' is taken by '\(taken.cluster)'", at: address.range,
                        secondary: taken.range.map { [.init("taken here", at: $0)] } ?? [], suggestion: "choose another port"))
            }
            addresses.append((address.value, address.range, cluster.name))
        }
        guard let path = cluster.spec.storage?.path else { continue }
        let names = (path.value.hasPrefix("/") ? ["/"] : []) + path.value.split(separator: "/").filter { $0 != "." }
        if let other = folders.first(where: { $0.names.starts(with: names) || names.starts(with: $0.names) }) {
            diagnostics.append(
                Diagnostic(
                    code: "cluster/duplicate-storage-path",
                    "'\(cluster.name)' and '\(other.cluster.name)' keep their data in one folder, '\(path.value)'",
                    at: path.range ?? cluster.metadata.name.range,
                    secondary: (other.path.range ?? other.cluster.metadata.name.range).map { [.init("the other", at: $0)] } ?? [],
                    suggestion: "give each a folder of its own"))
        }
        folders.append((names, path, cluster))
    }
}

/// Whether both cannot be listened on. Port 0 is a free one; a wildcard host takes the port on every address.
private func clash(_ left: HostAndPort, _ right: HostAndPort) -> Bool {
    guard left.port == right.port, left.port != 0 else { return false }
    func canonical(_ host: String) -> String { host == "localhost" ? "127.0.0.1" : host }
    let wildcards = ["0.0.0.0", "::"]
    return canonical(left.host) == canonical(right.host) || wildcards.contains(left.host) || wildcards.contains(right.host)
}
