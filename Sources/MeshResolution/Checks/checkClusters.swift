import Diagnostics
import MeshModel

/// What two embedded clusters cannot share.
func checkClusters(_ index: MeshIndex, _ diagnostics: inout Findings) {
    var addresses = TakenAddresses()
    var folders = TakenFolders()
    for cluster in index.loaded.clusters where cluster.spec.engine.value == .embedded {
        for address in cluster.spec.listeners.map(\.address) + [cluster.spec.registryAddress].compactMap({ $0 }) {
            if let taken = addresses.take(address, by: cluster.name) {
                diagnostics.append(
                    Diagnostic(
                        code: "cluster/duplicate-address",
                        "'\(address.value)' of '\(cluster.name)' is taken by '\(taken.cluster)'", at: address.range,
                        secondary: taken.range.map { [.init("taken here", at: $0)] } ?? [], suggestion: "choose another port"))
            }
        }
        guard let path = cluster.spec.storage?.path else { continue }
        if let other = folders.take(path, by: cluster) {
            diagnostics.append(
                Diagnostic(
                    code: "cluster/duplicate-storage-path",
                    "'\(cluster.name)' and '\(other.cluster.name)' keep their data in one folder, '\(path.value)'",
                    at: path.range ?? cluster.metadata.name.range,
                    secondary: (other.path.range ?? other.cluster.metadata.name.range).map { [.init("the other", at: $0)] } ?? [],
                    suggestion: "give each a folder of its own"))
        }
    }
}

/// What is listened on, by port.
///
/// Port 0 is a free one; a wildcard host takes the port on every address.
private struct TakenAddresses {
    typealias Taken = (order: Int, range: SourceRange?, cluster: String)

    /// The first that took a port on one host, on all of them, and at all.
    fileprivate struct Port {
        var hosts: [String: Taken] = [:]
        var wildcard: Taken?
        var any: Taken
    }

    private var ports: [Int: Port] = [:]
    private var count = 0

    /// - Returns: who took it first.
    mutating func take(_ address: Located<HostAndPort>, by cluster: String) -> Taken? {
        guard address.value.port != 0 else { return nil }
        count += 1
        let own: Taken = (count, address.range, cluster)
        let host = address.value.host == "localhost" ? "127.0.0.1" : address.value.host
        return ports[address.value.port, default: Port(any: own)].take(host, own)
    }
}

extension TakenAddresses.Port {
    fileprivate mutating func take(_ host: String, _ own: TakenAddresses.Taken) -> TakenAddresses.Taken? {
        let isWildcard = host == "0.0.0.0" || host == "::"
        let taken = [hosts[host], wildcard, isWildcard ? any : nil].compactMap { $0 }
            .filter { $0.order != own.order }.min { $0.order < $1.order }
        if hosts[host] == nil { hosts[host] = own }
        if isWildcard, wildcard == nil { wildcard = own }
        return taken
    }
}

/// Folders for data, as a tree of names: two clash where one lies in the other.
private struct TakenFolders {
    typealias Taken = (order: Int, path: Located<String>, cluster: Resource<ClusterSpec>)

    private struct Folder {
        var folders: [Substring: Int] = [:]
        /// The first that keeps its data right here, and the first that does so here or below.
        var here: Taken?
        var below: Taken?
    }

    private var folders = [Folder()]
    private var count = 0

    /// - Returns: the first whose folder is this one, or lies round it or in it.
    mutating func take(_ path: Located<String>, by cluster: Resource<ClusterSpec>) -> Taken? {
        count += 1
        let own: Taken = (count, path, cluster)
        let names = (path.value.hasPrefix("/") ? ["/"] : []) + path.value.split(separator: "/").filter { $0 != "." }
        var clashing: [Taken] = []
        var place = 0
        for name in names {
            if let round = folders[place].here { clashing.append(round) }
            if folders[place].below == nil { folders[place].below = own }
            if let next = folders[place].folders[name] {
                place = next
            } else {
                folders.append(Folder())
                folders[place].folders[name] = folders.count - 1
                place = folders.count - 1
            }
        }
        if let inside = folders[place].below { clashing.append(inside) }
        if folders[place].below == nil { folders[place].below = own }
        if folders[place].here == nil { folders[place].here = own }
        return clashing.min { $0.order < $1.order }
    }
}
