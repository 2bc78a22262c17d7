import EngineInterface
import KafkaWire
import MeshModel

@testable import KafkaEngine

/// Suites about two that do not know of each other, at the same cluster.
protocol WithTwoEngines {}

extension WithTwoEngines {
    /// What is written where it does not matter what.
    var entry: LedgerTopic { LedgerTopic(phase: .applied, stewardship: Stewardship(mesh: "shop"), partitions: 1) }

    func with(_ body: (ToyCluster, KafkaEngine, KafkaEngine) async throws -> Void) async throws {
        let cluster = try await ToyCluster.start()
        func connect() async throws -> KafkaEngine {
            try await KafkaEngine.connect(
                cluster: "eu", addresses: [HostAndPort(host: "127.0.0.1", port: cluster.port)], options: .init(needsAccess: false))
        }
        let (first, second) = (try await connect(), try await connect())
        try await body(cluster, first, second)
        await first.close()
        await second.close()
        await cluster.stop()
    }

    func problem(_ body: () async throws -> Void) async -> LeaseProblem? {
        do { try await body() } catch { return error as? LeaseProblem }
        return nil
    }

    /// Of the engine, also where it stands behind a lease that could not be had.
    func failure(_ body: () async throws -> Void) async -> EngineFailure? {
        do {
            try await body()
        } catch {
            if case .failed(let failure)? = error as? LeaseProblem { return failure }
            return error as? EngineFailure
        }
        return nil
    }
}
