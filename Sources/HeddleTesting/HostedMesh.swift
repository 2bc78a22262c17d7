import BrokerCore
import BrokerServer
import Foundation
import Logging
import MeshHosting
import MeshModel
import RegistryService

/// A cluster that is to run inside a test.
struct Planned {
    var name: String
    var hasRegistry: Bool
    var access: AuthorizationSettings?
    /// Whose listeners are served beside the test's own; nil: none.
    var served: ClusterSpec?
    /// Of the manifests.
    var folder: URL?
}

/// The brokers and registries of a mesh inside a test.
struct HostedMesh: Sendable {
    private(set) var clusters: [EmbeddedCluster] = []
    private var servers: [BrokerServer] = []
    private var registries: [RegistryService] = []
    private var folder: URL?

    static func start(_ mesh: DesiredMesh, in folder: URL, options: EmbeddedMeshOptions) async throws(EmbeddedMeshError) -> HostedMesh {
        let embedded = mesh.clusters.values.filter { $0.spec.engine.value == .embedded }.sorted { $0.name < $1.name }
        guard !embedded.isEmpty else { throw EmbeddedMeshError("the mesh '\(mesh.name)' has no embedded cluster") }
        return try await start(
            embedded.map { cluster in
                let access = AuthorizationSettings(byDefault: cluster.spec.authorization?.value == .deny ? .deny : .allow)
                return Planned(
                    name: cluster.name, hasRegistry: cluster.spec.registryAddress != nil, access: options.enforcesAccess ? access : nil,
                    served: options.servesListeners ? cluster.spec : nil, folder: folder)
            }, options: options)
    }

    static func start(cluster name: String, hasRegistry: Bool, options: EmbeddedMeshOptions) async throws(EmbeddedMeshError) -> HostedMesh {
        try await start([Planned(name: name, hasRegistry: hasRegistry)], options: options)
    }

    private static func start(
        _ clusters: [Planned], options: EmbeddedMeshOptions
    ) async throws(EmbeddedMeshError) -> HostedMesh {
        var hosted = HostedMesh()
        if options.storage == .temporaryFolder {
            hosted.folder = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-\(UUID().uuidString)")
        }
        do {
            for cluster in clusters { try await hosted.start(cluster, options: options) }
        } catch {
            await hosted.stop()
            throw EmbeddedMeshError("\(error)")
        }
        return hosted
    }

    private mutating func start(
        _ planned: Planned, options: EmbeddedMeshOptions
    ) async throws {
        let name = planned.name
        var configuration = BrokerConfiguration(
            clusterName: name, dataDirectory: folder?.appendingPathComponent(name).path ?? "memory", listeners: [ListenerConfiguration(port: 0)])
        configuration.isInMemory = folder == nil
        configuration.durability = .os
        if let served = planned.served { try serve(served, of: planned, by: &configuration, isOpen: !options.enforcesAccess) }
        if planned.served == nil, let access = planned.access { configuration.settings.authorization = access }
        let server = try await BrokerServer.start(configuration, logger: options.logger)
        servers.append(server)
        var registry: RegistryService?
        if planned.hasRegistry {
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
