#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import BrokerCore
import BrokerLog
import Determinism
import Logging
import NIOCore
import NIOPosix
import NIOSSL

extension BrokerServer {
    /// Opens the core on the event loop that is to own it.
    static func openCore(
        _ configuration: BrokerConfiguration, _ eventLoop: any EventLoop, _ diskThreads: NIOThreadPool, _ logger: Logger
    ) async throws(BrokerStartError) -> NIOLoopBound<BrokerLoop> {
        let opening = eventLoop.submit { () -> Result<NIOLoopBound<BrokerLoop>, BrokerStartError> in
            let clock = BrokerClock()
            var settings = configuration.settings
            settings.dataDirectory = configuration.dataDirectory
            var system = SystemRandomNumberGenerator()
            settings.login.seed = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &system) }
            do throws(BrokerOpenError) {
                let (broker, notes) = try Broker.open(
                    settings, storage: configuration.isInMemory ? MemoryStorage() : FileStorage(root: configuration.dataDirectory),
                    random: SeededGenerator(seed: system.next()), now: clock.now)
                let loop = BrokerLoop(
                    broker: broker, eventLoop: eventLoop, limits: configuration.limits, clock: clock,
                    diskThreads: diskThreads, logger: logger)
                for note in notes { loop.log(note) }
                return .success(NIOLoopBound(loop, eventLoop: eventLoop))
            } catch {
                return .failure(.recoveryFailed(path: configuration.dataDirectory, reason: "\(error)"))
            }
        }
        do {
            return try await opening.get().get()
        } catch let error as BrokerStartError {
            throw error
        } catch {
            throw .recoveryFailed(path: configuration.dataDirectory, reason: "\(error)")
        }
    }

    /// Binds all listeners, or none.
    static func listen(
        _ configuration: BrokerConfiguration, _ doors: [ListenerDoor], _ loop: NIOLoopBound<BrokerLoop>, _ group: MultiThreadedEventLoopGroup
    ) async throws(BrokerStartError) -> [any Channel] {
        var channels: [any Channel] = []
        do throws(BrokerStartError) {
            for door in doors {
                channels.append(try await listen(door, configuration.limits, loop, group))
            }
            return channels
        } catch {
            for channel in channels { try? await channel.close() }
            throw error
        }
    }

    private static func listen(
        _ door: ListenerDoor, _ limits: BrokerConfiguration.Limits, _ loop: NIOLoopBound<BrokerLoop>,
        _ group: MultiThreadedEventLoopGroup
    ) async throws(BrokerStartError) -> any Channel {
        let listener = door.listener
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 512)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.socketOption(.so_keepalive), value: 1)
            .childChannelOption(
                .recvAllocator,
                value: AdaptiveRecvByteBufferAllocator(minimum: 4096, initial: 64 << 10, maximum: 1 << 20))
            .childChannelOption(.maxMessagesPerRead, value: 4)
            .childChannelOption(
                .writeBufferWaterMark,
                value: .init(low: limits.maxUnsentResponseBytes / 2, high: limits.maxUnsentResponseBytes))
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls = door.tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls.context)) }
                    try channel.pipeline.syncOperations.addHandler(ConnectionHandler(loop: loop.value, door: door))
                }
            }
        // The name may stand for ::1 as well, which containers often lack; clients try both.
        let host = listener.host == "localhost" ? "127.0.0.1" : listener.host
        do {
            return try await bootstrap.bind(host: host, port: listener.port).get()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw .portInUse(host: listener.host, port: listener.port)
        } catch {
            throw .cannotListen(host: listener.host, port: listener.port, reason: "\(error)")
        }
    }
}
