import ArgumentParser
import Foundation
import MeshModel

struct MeshStatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Which clusters of the manifests answer, and where.",
        discussion: "EXAMPLE\n  heddle mesh status --format json")

    @Argument(help: ArgumentHelp("A mesh folder; the present one when left out.", valueName: "path")) var path: String?
    @Option(help: "text or json.") var format: TextOrJSON = .text
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    /// The shape is Specs/mesh/v1/status.schema.json.
    struct Status: Encodable {
        var clusters: [Cluster]

        struct Cluster: Encodable {
            var name: String
            var engine: String
            /// `up` or `down`.
            var state: String
            var bootstrap: [String]
            /// The URL of its schema registry.
            var registry: String?
            var clusterId: String?
            var error: String?
        }
    }

    func run() async throws {
        let start = path.map { URL(fileURLWithPath: $0, relativeTo: common.startingFolder) } ?? common.startingFolder
        let folder = try MeshFolder.containing(start)
        let mesh = try requireMesh(in: folder, options: manifests, console: common.console)
        let running = RunningMesh.find(in: folder)
        let connections = await MeshConnections.open(mesh, in: folder, running: running, logger: common.logger)
        let status = Status(
            clusters: mesh.clusters.values.sorted { $0.name < $1.name }.map { cluster in
                let failure = connections.failure(of: cluster.name)
                return Status.Cluster(
                    name: cluster.name, engine: cluster.spec.engine.value.rawValue, state: failure == nil ? "up" : "down",
                    bootstrap: MeshConnections.addresses(of: cluster, running: running).map(\.description),
                    registry: MeshConnections.registryURL(of: cluster, running: running),
                    clusterId: running?.clusters.first { $0.name == cluster.name }?.clusterId, error: failure?.message)
            })
        await connections.close()
        switch format {
        case .json: common.console.print(try renderJSON(status))
        case .text:
            let paint = Paint(isOn: common.console.colours(.output))
            for cluster in status.clusters {
                let state = cluster.state == "up" ? paint.green("up  ") : paint.red("down")
                let registry = cluster.registry.map { "  \($0)" } ?? ""
                common.console.print("\(cluster.name)  \(cluster.engine)  \(state)  \(cluster.bootstrap.joined(separator: ","))\(registry)")
            }
        }
    }
}
