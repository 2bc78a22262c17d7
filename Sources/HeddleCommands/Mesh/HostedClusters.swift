import BrokerCore
import BrokerServer
import EngineInterface
import Foundation
import Logging
import MeshHosting
import MeshModel
import RegistryService

/// An embedded cluster as it is to be run.
struct HostedCluster: Sendable {
    var broker: BrokerConfiguration
    /// Of each listener, as manifests name it.
    var securities: [String]?
    /// Where its schema registry listens; nil: it has none.
    var registry: HostAndPort?
}

/// The embedded clusters that this process runs.
struct HostedClusters: Sendable {
    private var servers: [(name: String, server: BrokerServer)] = []
    /// Of each listener, by cluster.
    private var securities: [String: [String]] = [:]
    /// By cluster.
    private var registries: [String: RegistryService] = [:]

    /// How other commands find them.
    var descriptions: [RunningMesh.Cluster] {
        servers.map { name, server in
            RunningMesh.Cluster(
                name: name, clusterId: server.clusterId, bootstrap: server.boundAddresses.map(\.description),
                securities: securities[name], registry: registries[name].map { url(of: $0) })
        }
    }

    private func url(of registry: RegistryService) -> String {
        "http://\(HostAndPort(host: registry.address.host, port: Int(registry.address.port)).reachable)"
    }

    /// Starts all of them; where one cannot start, those that did are stopped again.
    static func start(_ clusters: [HostedCluster], logger: Logger) async throws -> HostedClusters {
        var hosted = HostedClusters()
        do {
            for cluster in clusters {
                let name = cluster.broker.clusterName
                var logger = logger
                logger[metadataKey: "cluster"] = .string(name)
                let server = try await startBroker(cluster.broker, logger: logger)
                hosted.servers.append((name, server))
                hosted.securities[name] = cluster.securities
                guard let address = cluster.registry else { continue }
                hosted.registries[name] = try await startRegistryOrFail(at: address, of: name, on: server, logger: logger)
            }
        } catch {
            await hosted.stop()
            throw error
        }
        return hosted
    }

    /// Returns when a signal asks for a stop, or when a cluster had to stop by itself: then its name and the reason.
    func run(until signals: StopSignals) async -> (name: String, reason: String)? {
        await withTaskGroup(of: (name: String, reason: String)?.self) { group in
            group.addTask {
                await signals.wait()
                return nil
            }
            for (name, server) in servers {
                group.addTask { await server.waitForEnd().map { (name, $0) } }
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            await stop()
            return first
        }
    }

    /// Stops all at once, registries before the brokers that keep what they know; a cluster that cannot stop cleanly is logged
    /// by its server and does not keep the others.
    func stop() async {
        await withTaskGroup(of: Void.self) { group in
            for registry in registries.values { group.addTask { await registry.stop() } }
        }
        await withTaskGroup(of: Void.self) { group in
            for (_, server) in servers { group.addTask { try? await server.shutdown() } }
        }
    }
}

func startBroker(_ configuration: BrokerConfiguration, logger: Logger) async throws -> BrokerServer {
    do throws(BrokerStartError) {
        return try await BrokerServer.start(configuration, logger: logger)
    } catch {
        let remedy: String =
            switch error {
            case .portInUse: "stop the other program, or give the listener another port; port 0 takes a free one"
            case .dataDirectoryLocked: "the cluster may run already: see 'heddle mesh status'"
            case .dataDirectoryUnusable: "mend the folder's permissions, or name another in storage.path"
            case .cannotListen: "name an address of this machine, such as 127.0.0.1"
            case .notSecured: "mend what the listener's 'tls' and the cluster's 'authentication' name; 'heddle certs dev' makes certificates for a laptop"
            case .noListeners: "give the cluster a listener"
            case .recoveryFailed: "nothing was changed there; keep a copy of the folder before you try anything"
            }
        throw CommandFailure(.unreachable, "cluster '\(configuration.clusterName)' did not start: \(error)", remedy: remedy)
    }
}

private func startRegistryOrFail(
    at address: HostAndPort, of cluster: String, on server: BrokerServer, logger: Logger
) async throws -> RegistryService {
    do throws(RegistryStartError) {
        return try await startRegistry(at: address, on: server, logger: logger)
    } catch {
        let remedy: String =
            switch error {
            case .portInUse: "stop the other program, or give the registry another port; port 0 takes a free one"
            case .cannotListen: "name an address of this machine, such as 127.0.0.1"
            case .logUnusable: "look at the topic '_schemas' of the cluster; nothing was changed there"
            }
        throw CommandFailure(.unreachable, "the registry of cluster '\(cluster)' did not start: \(error)", remedy: remedy)
    }
}

/// A cluster of the manifests as this process runs it.
func hostedCluster(_ cluster: DesiredCluster, in folder: MeshFolder) throws -> HostedCluster {
    var broker = brokerConfiguration(
        name: cluster.name, listeners: cluster.spec.listeners.map { ($0.name.value, $0.address.value) },
        data: folder.resolve(cluster.spec.storage?.path.value ?? ".heddle/\(cluster.name)"),
        durability: cluster.spec.storage?.durability.value ?? .fsync)
    let places = ManifestPlaces(path: { folder.resolve($0).path }) { reference, what in
        do throws(EngineFailure) {
            return try readSecret(reference, of: what, in: folder, limit: 1 << 20)
        } catch {
            throw CommandFailure(
                .usage, "cluster '\(cluster.name)' cannot start: \(error.message)", remedy: "set the variable, or write the file, and start it again")
        }
    }
    try secureBroker(&broker, as: cluster.spec, named: cluster.name, places: places)
    let brokers = cluster.spec.brokers?.value ?? 1
    broker.show(brokers: brokers)
    if let automatic = cluster.spec.autoCreateTopics {
        broker.settings.autoCreateTopics = true
        broker.settings.defaultPartitions = Int32(automatic.partitions.value)
    }
    let securities = Array(repeating: cluster.spec.listeners.map(\.security.value.rawValue), count: max(brokers, 1)).joined()
    return HostedCluster(broker: broker, securities: Array(securities), registry: cluster.spec.registryAddress?.value)
}

func brokerConfiguration(
    name: String, listeners: [(name: String, address: HostAndPort)], data: URL, durability: ClusterSpec.Durability
) -> BrokerConfiguration {
    var configuration = BrokerConfiguration(
        clusterName: name, dataDirectory: data.path,
        listeners: listeners.map { ListenerConfiguration(name: $0.name, host: $0.address.host, port: $0.address.port) })
    switch durability {
    case .fsync: configuration.durability = .fsync
    case .os: configuration.durability = .os
    }
    return configuration
}

func stoppedByItself(_ failure: (name: String, reason: String)) -> CommandFailure {
    CommandFailure(
        .unreachable, "cluster '\(failure.name)' had to stop: \(failure.reason)",
        remedy: "what was acknowledged is kept; mend the disk and start it again")
}
