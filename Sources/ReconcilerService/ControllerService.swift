import Logging
import MeshModel
import ServiceLifecycle

/// A whole controller as a service: its loop, and the interface that tells of it.
///
///     let service = ControllerService(loop: loop, interface: configuration, logger: logger) { print($0) }
///     try await ServiceGroup(services: [service], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger).run()
///
/// Asked to shut down gracefully, it finishes what is under way, says its last words to the clusters and gives them back; cancelled,
/// it ends at once.
package struct ControllerService: Service {
    private let loop: ControllerLoop
    private let interface: InterfaceConfiguration?
    private let logger: Logger
    private let isListening: @Sendable (HostAndPort) -> Void

    /// - Parameters:
    ///   - interface: nil: nothing is served.
    ///   - isListening: told where, before the first round begins.
    package init(
        loop: ControllerLoop, interface: InterfaceConfiguration?, logger: Logger, isListening: @escaping @Sendable (HostAndPort) -> Void = { _ in }
    ) {
        self.loop = loop
        self.interface = interface
        self.logger = logger
        self.isListening = isListening
    }

    /// Throws `InterfaceStartError` where it cannot listen; then nothing was begun.
    package func run() async throws {
        var server: InterfaceServer?
        if let interface {
            let started = try await InterfaceServer.start(interface, about: loop, logger: logger)
            isListening(started.address)
            server = started
        }
        await withGracefulShutdownHandler {
            await loop.run()
        } onGracefulShutdown: {
            loop.stop()
        }
        // Until the end it says how the stopping goes.
        await server?.stop()
    }

    /// The same as a graceful shutdown, for those who run it outside of a group.
    package func stop() { loop.stop() }
}
