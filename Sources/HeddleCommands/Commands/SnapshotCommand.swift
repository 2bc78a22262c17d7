import ArgumentParser
import Determinism
import EngineInterface
import Foundation
import MeshModel
import PlanFiles

struct SnapshotCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snapshot", abstract: "Records what the clusters say, to plan without them.",
        discussion: """
            EXAMPLE
              heddle snapshot -o mesh.snapshot.json
              heddle plan --snapshot mesh.snapshot.json     # elsewhere: no connection, no credentials

            Every topic with its config, the access rules, every subject with its versions, and what Heddle recorded. It holds
            no secrets and no records; how many records there are is not counted.
            """)

    @Option(name: [.customShort("o"), .customLong("out")], help: ArgumentHelp("Where to write it.", valueName: "file"))
    var out: String
    @Option(help: ArgumentHelp("Only this cluster; may be repeated.", valueName: "name"))
    var cluster: [String] = []
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let folder = try MeshFolder.containing(common.startingFolder)
        var mesh = try requireMesh(in: folder, options: manifests, console: common.console)
        for name in cluster where mesh.clusters[name] == nil {
            throw CommandFailure(.usage, "the mesh has no cluster '\(name)'", remedy: "there are: \(mesh.clusters.keys.sorted().joined(separator: ", "))")
        }
        if !cluster.isEmpty { mesh.clusters = mesh.clusters.filter { cluster.contains($0.key) } }
        let connections = await MeshConnections.open(mesh, in: folder, running: .find(in: folder), logger: common.logger)
        let observations = await connections.observeWhole(mesh, subjects: await registrySubjects(of: mesh, in: folder))
        await connections.close()
        var clusters: [String: ObservedCluster] = [:]
        for (name, observation) in observations.sorted(by: { $0.key < $1.key }) {
            switch observation {
            case .success(let observed): clusters[name] = observed
            case .failure(let failure):
                throw CommandFailure(.unreachable, "no snapshot was taken: \(failure.message)", remedy: "leave it out by naming the others with --cluster")
            }
        }
        let snapshot = MeshSnapshot(
            takenAt: Instant.present, heddleVersion: heddleVersion, mesh: mesh.name, environment: manifests.env, clusters: clusters)
        let (bytes, digest) = encodeSnapshot(snapshot)
        try writePrivately(bytes, to: common.path(out))
        let topics = clusters.values.reduce(0) { $0 + $1.topics.count }
        common.console.say(
            "wrote \(out): \(clusters.count) cluster\(clusters.count == 1 ? "" : "s"), \(topics) topic\(topics == 1 ? "" : "s")\n\(digest)")
    }

    /// All that the registries have, since a later manifest may declare any of it.
    private func registrySubjects(of mesh: DesiredMesh, in folder: MeshFolder) async -> [String: Result<Set<String>?, EngineFailure>] {
        var subjects: [String: Result<Set<String>?, EngineFailure>] = [:]
        for cluster in mesh.clusters.values {
            subjects[cluster.name] = await MeshConnections.subjects(
                inRegistryOf: cluster, in: folder, running: .find(in: folder), logger: common.logger)
        }
        return subjects
    }
}

extension CommonOptions {
    /// A path on the command line: from the folder in which the command was started, or that of `-C`.
    func path(_ text: String) -> URL { URL(fileURLWithPath: text, relativeTo: startingFolder).standardizedFileURL }
}
