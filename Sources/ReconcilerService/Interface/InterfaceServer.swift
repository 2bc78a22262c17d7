import Foundation
import Hummingbird
import Logging
import MeshModel
import NIOCore
import ServiceLifecycle

/// The HTTP interface of a controller: Specs/http/controller.openapi.yaml.
///
///     let server = try await InterfaceServer.start(configuration, about: loop, logger: logger)
///     print(server.url)   // http://127.0.0.1:8484
///     await server.stop()
package final class InterfaceServer: Sendable {
    /// Where it really listens.
    package let address: HostAndPort
    package var url: String { "http://\(address)" }

    private let group: ServiceGroup
    private let serving: Task<Void, any Error>
    private let logger: Logger

    /// On return clients can connect.
    package static func start(
        _ configuration: InterfaceConfiguration, about status: any StatusTelling, logger: Logger
    ) async throws(InterfaceStartError) -> InterfaceServer {
        var quiet = logger
        // The server tells of its every start and stop, which the controller itself does.
        quiet.logLevel = max(logger.logLevel, .warning)
        let (bound, isBound) = AsyncStream.makeStream(of: SocketAddress?.self)
        let application = Application(
            responder: InterfaceResponder(configuration, status: status, logger: logger),
            server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: .init(address: .hostname(configuration.listen.host, port: configuration.listen.port)),
            onServerRunning: { isBound.yield($0.localAddress) }, logger: quiet)
        var settings = ServiceGroupConfiguration(services: [application], gracefulShutdownSignals: [], logger: quiet)
        // A connection that is kept open without a request does not keep the controller.
        settings.maximumGracefulShutdownDuration = .seconds(1)
        let group = ServiceGroup(configuration: settings)
        let serving = Task {
            defer { isBound.finish() }
            try await group.run()
        }
        for await socket in bound {
            let address = HostAndPort(host: socket?.ipAddress ?? configuration.listen.host, port: socket?.port ?? configuration.listen.port)
            logger.info("status is served", metadata: ["listening": "\(address)"])
            return InterfaceServer(address: address, group: group, serving: serving, logger: logger)
        }
        throw await startError(serving, configuration.listen)
    }

    private static func startError(_ serving: Task<Void, any Error>, _ address: HostAndPort) async -> InterfaceStartError {
        do {
            try await serving.value
            return .cannotListen(address, reason: "the server ended")
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            return .addressInUse(address)
        } catch {
            return .cannotListen(address, reason: "\(error)")
        }
    }

    private init(address: HostAndPort, group: ServiceGroup, serving: Task<Void, any Error>, logger: Logger) {
        self.address = address
        self.group = group
        self.serving = serving
        self.logger = logger
    }

    /// Answers what was asked, and stops listening.
    package func stop() async {
        await group.triggerGracefulShutdown()
        try? await serving.value
        logger.info("status is served no more", metadata: ["listening": "\(address)"])
    }
}
