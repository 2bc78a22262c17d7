import BrokerCore
import BrokerServer
import Foundation
import Logging
import MeshHosting
import MeshModel
import RegistryService

/// The brokers and registries of a mesh inside a test.
struct HostedMesh: Sendable {
    private(set) var clusters: [EmbeddedCluster] = []
    private var servers: [BrokerServer] = []
    private var registries: [RegistryService] = []
    private var folder: URL?

    static func start(_ mesh: DesiredMesh, options: EmbeddedMeshOptions) async throws(EmbeddedMeshError) -> HostedMesh {
        let embedded = mesh.clusters.values.filter { $0.spec.engine.value == .embedded }.sorted { $0.name < $1.name }
        guard !embedded.isEmpty else { throw EmbeddedMeshError("the mesh '\(mesh.name)' has no embedded cluster") }
        return try await start(
            embedded.map { cluster in
                let access = AuthorizationSettings(byDefault: cluster.spec.authorization?.value == .deny ? .deny : .allow)
                return (cluster.name, cluster.spec.registryAddress != nil, options.enforcesAccess ? access : nil)
            }, options: options)
    }

    static func start(cluster name: String, hasRegistry: Bool, options: EmbeddedMeshOptions) async throws(EmbeddedMeshError) -> HostedMesh {
        try await start([(name, hasRegistry, nil)], options: options)
    }

    private static func start(
        _ clusters: [(name: String, hasRegistry: Bool, access: AuthorizationSettings?)], options: EmbeddedMeshOptions
    ) async throws(EmbeddedMeshError) -> HostedMesh {
        var hosted = HostedMesh()
        if options.storage == .temporaryFolder {
            hosted.folder = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-\(UUID().uuidString)")
        }
        do {
            for (name, hasRegistry, access) in clusters { try await hosted.start(name, hasRegistry: hasRegistry, access, options: options) }
        } catch {
            await hosted.stop()
            throw EmbeddedMeshError("\(error)")
        }
        return hosted
    }

    private mutating func start(
        _ name: String, hasRegistry: Bool, _ access: AuthorizationSettings?, options: EmbeddedMeshOptions
    ) async throws {
        var configuration = BrokerConfiguration(
            clusterName: name, dataDirectory: folder?.appendingPathComponent(name).path ?? "memory", listeners: [ListenerConfiguration(port: 0)])
        configuration.isInMemory = folder == nil
        configuration.durability = .os
        if let access { configuration.settings.authorization = access }
        let server = try await BrokerServer.start(configuration, logger: options.logger)
        servers.append(server)
        var registry: RegistryService?
        if hasRegistry {
            let started = try await startRegistry(at: HostAndPort(host: "127.0.0.1", port: 0), on: server, logger: options.logger)
            registries.append(started)
            registry = started
        }
        clusters.append(EmbeddedCluster(name: name, server: server, registry: registry))
    }

    func stop() async {
        for registry in registries { await registry.stop() }
        for server in servers { try? await server.shutdown() }
        if let folder { try? FileManager.default.removeItem(at: folder) }
    }
}
