import BrokerCore
import BrokerLog
import Determinism
import Logging
import NIOCore
import NIOPosix

/// A running embedded broker.
///
///     let server = try await BrokerServer.start(configuration, logger: logger)
///     print(server.boundAddresses[0])   // 127.0.0.1:9092
///     try await server.shutdown()
///
/// One event loop owns the core and all connections; one more thread waits for the disk.
package actor BrokerServer {
    /// Where the broker really listens, in the order of the configured listeners.
    package nonisolated let boundAddresses: [BoundAddress]
    /// 22 characters of URL-safe base64; the same for as long as the data directory lives.
    package nonisolated let clusterId: String
    /// How what runs in this process reaches the broker, where the configuration asked for it.
    package nonisolated let ownAccess: OwnAccess?

    private let configuration: BrokerConfiguration
    private let logger: Logger
    private let group: MultiThreadedEventLoopGroup
    private let diskThreads: NIOThreadPool
    private let loop: NIOLoopBound<BrokerLoop>
    private let listeners: [any Channel]
    /// Nil for a broker in memory.
    private let lock: DirectoryLock?
    private var isShutDown = false
    private let doors: [ListenerDoor]
    private var watch: Task<Void, Never>?
    private let failure: EventLoopPromise<String>

    package struct BoundAddress: Sendable, Equatable, CustomStringConvertible {
        package var listener: String
        package var host: String
        package var port: Int

        package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
    }

    /// Takes the data directory over, mends what a crash left, and listens. On return clients can connect.
    package static func start(
        _ configuration: BrokerConfiguration, logger: Logger
    ) async throws(BrokerStartError) -> BrokerServer {
        guard !configuration.listeners.isEmpty else { throw .noListeners }
        let lock = configuration.isInMemory ? nil : try DirectoryLock.acquire(configuration.dataDirectory)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let diskThreads = NIOThreadPool(numberOfThreads: 1)
        diskThreads.start()
        do {
            let (configuration, password) = withOwnListener(configuration)
            let doors = try openDoors(configuration)
            let loop = try await openCore(configuration, group.next(), diskThreads, logger)
            if let source = configuration.tokenKeys { try await giveFirstKeys(from: source, to: loop, on: group.next(), logger) }
            let listeners = try await listen(configuration, doors, loop, group)
            let server = await BrokerServer(configuration, logger, group, diskThreads, loop, doors, listeners, lock, ownPassword: password)
            await server.watchFiles()
            return server
        } catch {
            try? await diskThreads.shutdownGracefully()
            try? await group.shutdownGracefully()
            lock?.release()
            throw error
        }
    }

    private init(
        _ configuration: BrokerConfiguration, _ logger: Logger, _ group: MultiThreadedEventLoopGroup,
        _ diskThreads: NIOThreadPool, _ loop: NIOLoopBound<BrokerLoop>, _ doors: [ListenerDoor], _ listeners: [any Channel],
        _ lock: DirectoryLock?, ownPassword: String?
    ) async {
        self.configuration = configuration
        self.logger = logger
        self.group = group
        self.diskThreads = diskThreads
        self.loop = loop
        self.doors = doors
        self.listeners = listeners
        self.lock = lock
        var addresses = zip(configuration.listeners, listeners).map { listener, channel in
            BoundAddress(
                listener: listener.name, host: channel.localAddress?.plainHost ?? listener.host,
                port: channel.localAddress?.port ?? listener.port)
        }
        ownAccess = ownPassword.flatMap { password in
            addresses.popLast().map { OwnAccess(host: $0.host, port: $0.port, user: OwnAccess.userName, password: password) }
        }
        boundAddresses = addresses
        let failure = group.next().makePromise(of: String.self)
        self.failure = failure
        let shown = ShownBrokers(configuration.listeners, ports: listeners.map { $0.localAddress?.port ?? 0 })
        let opened = group.next().submit {
            loop.value.shown = shown
            loop.value.onFailure = { failure.succeed($0) }
            return loop.value.broker.clusterID.description
        }
        clusterId = (try? await opened.get()) ?? ""
        logger.info("the broker is up", metadata: [
            "cluster": "\(configuration.clusterName)", "clusterId": "\(clusterId)",
            "listening": "\(boundAddresses.map(\.description).joined(separator: ", "))",
            "durability": "\(configuration.durability.rawValue)", "data": "\(configuration.dataDirectory)",
        ])
    }

    private func watchFiles() {
        guard doors.contains(where: { $0.tls != nil }) || configuration.tokenKeys != nil else { return }
        let (doors, configuration, loop, eventLoop, logger) = (doors, configuration, loop, group.next(), logger)
        watch = Task { await watchSecurity(doors, configuration, loop, on: eventLoop, logger) }
    }

    /// Reads the files of TLS again at once.
    package func reloadTLS() async {
        let (doors, logger) = (doors, logger)
        try? await NIOThreadPool.singleton.runIfActive { reloadFiles(of: doors, logger) }
    }

    /// Tells the broker what the schema registry holds. On return, produced records are held against it.
    ///
    /// Until the first, topics that refuse records by their schemas answer with an error that clients try again.
    package func give(_ schemas: any SchemaDirectory) async {
        guard !isShutDown else { return }
        let loop = loop
        let given = group.next().submit {
            loop.value.handle(.schemas(schemas))
            loop.value.finishBurst()
        }
        try? await given.get()
    }

    /// What became of records that were held against their schemas since the start, by topic. Nothing once it is shut down.
    package func validationCounts() async -> [String: ValidationCounts] {
        guard !isShutDown else { return [:] }
        let loop = loop
        return (try? await group.next().submit { loop.value.broker.validationCounts }.get()) ?? [:]
    }

    /// Looks at the broker where it lives. Nil once it is shut down.
    package func inspect<Seen: Sendable>(_ look: @escaping @Sendable (Broker) -> Seen) async -> Seen? {
        guard !isShutDown else { return nil }
        let loop = loop
        return try? await group.next().submit { look(loop.value.broker) }.get()
    }

    /// Lets go wrong what the rule says, from now on.
    package func inject(_ rule: FaultRule) async -> FaultID? {
        guard !isShutDown else { return nil }
        let loop = loop
        return try? await group.next().submit { loop.value.faults.add(rule) }.get()
    }

    /// How often the rule was met.
    ///
    /// - Parameter removes: whether the rule ends with this.
    package func faultCount(_ id: FaultID, removes: Bool = false) async -> Int {
        guard !isShutDown else { return 0 }
        let loop = loop
        return (try? await group.next().submit { removes ? loop.value.faults.remove(id) : loop.value.faults.count(of: id) }.get()) ?? 0
    }

    /// Returns when the broker cannot go on (the disk refused what it must keep), with the reason, or when it was
    /// shut down, with nil.
    package func waitForEnd() async -> String? {
        try? await failure.futureResult.get()
    }

    /// Stops listening, ends all connections, and leaves the data so that the next start has nothing to mend.
    package func shutdown() async throws {
        guard !isShutDown else { return }
        isShutDown = true
        watch?.cancel()
        for listener in listeners { try? await listener.close() }
        let loop = loop
        let ended = group.next().flatSubmit { loop.value.end() }
        let complaints = try await ended.get()
        for complaint in complaints { logger.error("not closed in order: \(complaint)") }
        try await diskThreads.shutdownGracefully()
        failure.fail(CancellationError())
        try await group.shutdownGracefully()
        lock?.release()
        logger.info("the broker is down", metadata: ["cluster": "\(configuration.clusterName)"])
    }
}
