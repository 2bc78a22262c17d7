import Foundation
import Hummingbird
import KafkaClient
import Logging
import NIOCore
import RegistryCore
import ServiceLifecycle

/// A running registry: the HTTP interface over a log of schemas.
///
///     let service = try await RegistryService.start(configuration, logger: logger)
///     print(service.url)   // http://127.0.0.1:8081
///     await service.stop()
package final class RegistryService: Sendable {
    /// Where it really listens.
    package let address: BrokerAddress
    package var url: String { "http://\(address)" }

    private let log: any SchemaLog
    private let group: ServiceGroup
    private let serving: Task<Void, any Error>
    private let looking: Task<Void, Never>
    private let logger: Logger

    /// Opens the log in the cluster, reads it, and listens. On return clients can connect.
    ///
    /// - Parameter onChange: told what the registry holds, before the first request is answered and whenever that changes. A
    ///   change is answered once this has returned.
    package static func start(
        _ configuration: RegistryConfiguration, logger: Logger, onChange: @escaping @Sendable (RegistrySnapshot) async -> Void = { _ in }
    ) async throws(RegistryStartError) -> RegistryService {
        let log: KafkaSchemaLog
        do throws(SchemaLogError) {
            log = try await KafkaSchemaLog.open(
                bootstrap: configuration.bootstrap, security: configuration.security, topic: configuration.topic,
                clock: { Int64(Date().timeIntervalSince1970 * 1000) }, logger: logger)
        } catch {
            throw .logUnusable(error.description)
        }
        return try await start(configuration, log: log, logger: logger, onChange: onChange)
    }

    /// The same over any log, which is closed with the service.
    package static func start(
        _ configuration: RegistryConfiguration, log: any SchemaLog, logger: Logger,
        onChange: @escaping @Sendable (RegistrySnapshot) async -> Void = { _ in }
    ) async throws(RegistryStartError) -> RegistryService {
        let keeper = RegistryKeeper(about: configuration.about, log: log, logger: logger, onChange: onChange)
        do throws(SchemaLogError) {
            try await keeper.load()
        } catch {
            await log.close()
            throw .logUnusable(error.description)
        }
        do throws(RegistryStartError) {
            return try await listen(configuration, keeper, log, logger)
        } catch {
            await log.close()
            throw error
        }
    }

    private static func listen(
        _ configuration: RegistryConfiguration, _ keeper: RegistryKeeper, _ log: any SchemaLog, _ logger: Logger
    ) async throws(RegistryStartError) -> RegistryService {
        var quiet = logger
        // The server tells of its every start and stop, which the registry itself does.
        quiet.logLevel = max(logger.logLevel, .warning)
        let (bound, isBound) = AsyncStream.makeStream(of: SocketAddress?.self)
        let application = Application(
            responder: RegistryResponder(keeper: keeper, maximumBodyBytes: configuration.maximumBodyBytes, logger: logger),
            configuration: .init(address: .hostname(configuration.host, port: configuration.port)),
            onServerRunning: { isBound.yield($0.localAddress) }, logger: quiet)
        var settings = ServiceGroupConfiguration(services: [application], gracefulShutdownSignals: [], logger: quiet)
        // A connection that is kept open without a request does not keep the registry.
        settings.maximumGracefulShutdownDuration = .seconds(1)
        let group = ServiceGroup(configuration: settings)
        let serving = Task {
            defer { isBound.finish() }
            try await group.run()
        }
        var address: BrokerAddress?
        for await socket in bound {
            address = BrokerAddress(host: socket?.ipAddress ?? configuration.host, port: socket?.port ?? configuration.port)
            break
        }
        guard let address else { throw await startError(serving, configuration) }
        let looking = Task {
            while (try? await Task.sleep(for: configuration.lookInterval)) != nil { await keeper.look() }
        }
        logger.info("the schema registry is up", metadata: ["listening": "\(address)"])
        return RegistryService(address: address, log: log, group: group, serving: serving, looking: looking, logger: logger)
    }

    private static func startError(
        _ serving: Task<Void, any Error>, _ configuration: RegistryConfiguration
    ) async -> RegistryStartError {
        do {
            try await serving.value
            return .cannotListen(host: configuration.host, port: configuration.port, reason: "the server ended")
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            return .portInUse(host: configuration.host, port: configuration.port)
        } catch {
            return .cannotListen(host: configuration.host, port: configuration.port, reason: "\(error)")
        }
    }

    private init(
        address: BrokerAddress, log: any SchemaLog, group: ServiceGroup, serving: Task<Void, any Error>, looking: Task<Void, Never>,
        logger: Logger
    ) {
        self.address = address
        self.log = log
        self.group = group
        self.serving = serving
        self.looking = looking
        self.logger = logger
    }

    /// Answers what was asked, and stops listening.
    package func stop() async {
        looking.cancel()
        await group.triggerGracefulShutdown()
        try? await serving.value
        await looking.value
        await log.close()
        logger.info("the schema registry is down", metadata: ["listening": "\(address)"])
    }
}
