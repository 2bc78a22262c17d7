import ArgumentParser
import MeshControl
import MeshModel

/// What is to be left alone, or no longer.
struct SuspensionTarget: ParsableArguments {
    @Argument(help: ArgumentHelp("One resource: topic/CLUSTER/NAME, access/CLUSTER/RULE or contract/NAME.", valueName: "address"))
    var address: String?
    @Option(help: ArgumentHelp("This cluster as a whole.", valueName: "name")) var cluster: String?
    @Flag(help: "Every cluster.") var all = false

    /// Where it is said, and of what; nil for the cluster as a whole.
    struct Subject: Sendable {
        var clusters: [String]
        var address: ResourceAddress?
    }

    func subject(in mesh: DesiredMesh) throws -> Subject {
        guard [address != nil, cluster != nil, all].filter({ $0 }).count == 1 else {
            throw CommandFailure(.usage, "say one of ADDRESS, --cluster NAME and --all")
        }
        if all { return Subject(clusters: mesh.clusters.keys.sorted()) }
        if let cluster {
            var mesh = mesh
            try mesh.keep(cluster: cluster)
            return Subject(clusters: [cluster])
        }
        guard let text = address, let address = ResourceAddress(parsing: text), [.topic, .access, .contract].contains(address.kind) else {
            throw CommandFailure(.usage, "'\(address ?? "")' is not the address of a topic, an access rule or a contract", remedy: "addresses read topic/CLUSTER/NAME")
        }
        guard let name = address.cluster else { return Subject(clusters: mesh.clusters.keys.sorted(), address: address) }
        var mesh = mesh
        try mesh.keep(cluster: name)
        return Subject(clusters: [name], address: address)
    }
}

extension DesiredMesh {
    /// Whether its manifests declare it.
    func declares(_ address: ResourceAddress) -> Bool {
        switch (address.kind, address.cluster) {
        case (.topic, let cluster?): clusters[cluster]?.topics[address.name] != nil
        case (.access, let cluster?): clusters[cluster]?.access.keys.contains { $0.addressName == address.name } == true
        case (.contract, _): clusters.values.contains { $0.subjects.values.contains { $0.contract == address.name } }
        default: false
        }
    }
}
