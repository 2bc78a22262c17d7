import BrokerServer
import Foundation
import Logging
import MeshModel

/// The embedded clusters that this process runs.
struct HostedClusters: Sendable {
    private var servers: [(name: String, server: BrokerServer)] = []

    /// How other commands find them.
    var descriptions: [RunningMesh.Cluster] {
        servers.map { RunningMesh.Cluster(name: $0.name, clusterId: $0.server.clusterId, bootstrap: $0.server.boundAddresses.map(\.description)) }
    }

    /// Starts all of them; where one cannot start, those that did are stopped again.
    static func start(_ configurations: [BrokerConfiguration], logger: Logger) async throws -> HostedClusters {
        var hosted = HostedClusters()
        do {
            for configuration in configurations {
                var logger = logger
                logger[metadataKey: "cluster"] = .string(configuration.clusterName)
                hosted.servers.append((configuration.clusterName, try await startBroker(configuration, logger: logger)))
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

    /// Stops all at once; a cluster that cannot stop cleanly is logged by its server and does not keep the others.
    func stop() async {
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
            case .noListeners: "give the cluster a listener"
            case .recoveryFailed: "nothing was changed there; keep a copy of the folder before you try anything"
            }
        throw CommandFailure(.unreachable, "cluster '\(configuration.clusterName)' did not start: \(error)", remedy: remedy)
    }
}

/// A cluster of the manifests as its broker takes it.
func brokerConfiguration(of cluster: DesiredCluster, in folder: MeshFolder) -> BrokerConfiguration {
    brokerConfiguration(
        name: cluster.name, listeners: cluster.spec.listeners.map { ($0.name.value, $0.address.value) },
        data: folder.resolve(cluster.spec.storage?.path.value ?? ".heddle/\(cluster.name)"),
        durability: cluster.spec.storage?.durability.value ?? .fsync)
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
