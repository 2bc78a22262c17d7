import BrokerServer
import Foundation
import KafkaClient
import KafkaEngine
import KafkaWire
import Logging
import MeshModel
import RegistryClient

/// A broker of ours in this process, and engines that know it as `eu`.
struct EmbeddedCluster {
    let address: BrokerAddress

    static func run(_ test: (EmbeddedCluster) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("engine-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var configuration = BrokerConfiguration(
            clusterName: "eu", dataDirectory: folder.path, listeners: [ListenerConfiguration(name: "main", host: "127.0.0.1", port: 0)])
        configuration.durability = .os
        let server = try await BrokerServer.start(configuration, logger: quiet)
        let bound = server.boundAddresses[0]
        do {
            try await test(EmbeddedCluster(address: BrokerAddress(host: bound.host, port: bound.port)))
        } catch {
            try? await server.shutdown()
            throw error
        }
        try await server.shutdown()
    }

    func engine(_ registry: RegistryClient? = nil) async throws -> KafkaEngine {
        try await KafkaEngine.connect(
            cluster: "eu", addresses: [HostAndPort(host: address.host, port: address.port)], registry: registry, options: .init(needsAccess: false),
            logger: quiet)
    }

    /// An engine that is closed after the test.
    func with<Result>(_ body: (KafkaEngine) async throws -> Result) async throws -> Result {
        let engine = try await engine()
        do {
            let result = try await body(engine)
            await engine.close()
            return result
        } catch {
            await engine.close()
            throw error
        }
    }

    /// As any other client of the cluster.
    func withClient<Result>(_ body: (KafkaClient) async throws -> Result) async throws -> Result {
        let client = try await KafkaClient.connect(bootstrap: [address], logger: quiet)
        do {
            let result = try await body(client)
            await client.close()
            return result
        } catch {
            await client.close()
            throw error
        }
    }
}

let quiet = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
