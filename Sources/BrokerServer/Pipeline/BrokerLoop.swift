import BrokerCore
import BrokerLog
import Determinism
import Logging
import NIOCore
import NIOPosix

/// The broker's core on its event loop, which all its connections share: no locks, no hops.
///
/// Turns what happens on sockets, timers and disks into events, and carries the effects out.
final class BrokerLoop {
    let broker: Broker
    let eventLoop: any EventLoop
    let limits: BrokerConfiguration.Limits
    let logger: Logger
    private let clock: BrokerClock
    private let diskThreads: NIOThreadPool
    private var connections: [ConnectionID: ConnectionHandler] = [:]
    private var nextConnection: UInt64 = 1
    private var timer: (deadline: Instant, task: Scheduled<Void>)?
    /// Events that came while effects were being carried out: their turn is after those.
    private var queued: [BrokerEvent] = []
    private var isHandling = false
    private var unflushed: [ConnectionHandler] = []
    private var isSyncing = false
    private var isEnding = false
    /// Connections whose TLS handshake is under way.
    private var handshakes = 0
    /// What `end` does once the sync under way is over.
    private var whenSynced: (() -> Void)?
    /// Bytes of requests that have not arrived whole.
    private(set) var bufferedBytes = 0
    /// The brokers that clients are shown, when there are several.
    var shown = ShownBrokers()
    /// What is to go wrong, in a test.
    var faults = FaultTable()
    /// Called once when the broker cannot go on.
    var onFailure: ((String) -> Void)?

    init(
        broker: Broker, eventLoop: any EventLoop, limits: BrokerConfiguration.Limits, clock: BrokerClock,
        diskThreads: NIOThreadPool, logger: Logger
    ) {
        self.broker = broker
        self.eventLoop = eventLoop
        self.limits = limits
        self.clock = clock
        self.diskThreads = diskThreads
        self.logger = logger
    }

    /// Tells the core what happened. `finishBurst` must come after it, once for several that come together.
    func handle(_ event: BrokerEvent) {
        eventLoop.preconditionInEventLoop()
        queued.append(event)
        guard !isHandling else { return }
        isHandling = true
        var next = 0
        while next < queued.count {
            let event = queued[next]
            next += 1
            for effect in broker.handle(event, now: clock.now) { perform(effect) }
        }
        queued.removeAll(keepingCapacity: true)
        isHandling = false
    }

    /// Nothing more is at hand: answers leave, and what was written goes to disk.
    func finishBurst() {
        guard !isHandling else { return }
        handle(.idle)
        let toFlush = unflushed
        unflushed.removeAll(keepingCapacity: true)
        for handler in toFlush { handler.flush() }
        setTimer()
    }

    // MARK: Connections

    /// Nil when there are too many already.
    func open(_ handler: ConnectionHandler, _ info: ConnectionInfo) -> ConnectionID? {
        guard !isEnding, connections.count < limits.maxConnections else { return nil }
        let id = ConnectionID(nextConnection)
        nextConnection += 1
        connections[id] = handler
        var info = info
        shown.complete(&info, firstID: broker.settings.nodeID, count: broker.settings.brokerCount)
        handle(.connectionOpened(id, info))
        finishBurst()
        return id
    }

    /// Whether one more connection may begin a TLS handshake. `handshakeEnded` must follow, where it may.
    func beginHandshake() -> Bool {
        guard !isEnding, connections.count + handshakes < limits.maxConnections else { return false }
        handshakes += 1
        return true
    }

    func handshakeEnded() { handshakes -= 1 }

    func closed(_ id: ConnectionID) {
        guard connections.removeValue(forKey: id) != nil else { return }
        handle(.connectionClosed(id))
        finishBurst()
    }

    func bufferedBytesChanged(by count: Int) {
        bufferedBytes += count
    }

    // MARK: Effects

    private func perform(_ effect: BrokerEffect) {
        switch effect {
        case .send(let id, let bytes):
            guard let handler = connections[id] else { return }
            if handler.write(bytes) { unflushed.append(handler) }
        case .close(let id, let reason):
            logger.warning("closing a client's connection", metadata: [
                "client": "\(connections[id]?.clientDescription ?? "?")", "reason": "\(reason)",
            ])
            connections.removeValue(forKey: id)?.close()
        case .sync(let round, let tickets):
            sync(round, tickets)
        case .note(let note):
            log(note)
        case .fail(let reason):
            logger.critical("the broker stops", metadata: ["reason": "\(reason)"])
            for handler in Array(connections.values) { handler.close() }
            onFailure?(reason)
        }
    }

    private func sync(_ round: UInt64, _ tickets: [SyncTicket]) {
        // Closing the core brings everything to disk anyway.
        guard !isEnding else { return }
        isSyncing = true
        diskThreads.runIfActive(eventLoop: eventLoop) { SyncTicket.perform(tickets) }
            .assumeIsolated()
            .whenSuccess { results in
                self.isSyncing = false
                if let whenSynced = self.whenSynced { return whenSynced() }
                self.handle(.syncCompleted(round: round, results: results))
                self.finishBurst()
            }
    }

    private func setTimer() {
        guard !isEnding, let deadline = broker.nextDeadline else { return }
        if let timer {
            guard deadline < timer.deadline else { return }
            timer.task.cancel()
        }
        let wait = max(deadline.since(clock.now).wholeMilliseconds, 0)
        let task = eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(min(wait, 3_600_000))) {
            self.timer = nil
            self.handle(.deadlineReached)
            self.finishBurst()
        }
        timer = (deadline, task)
    }

    func log(_ note: BrokerEffect.Note) {
        switch note.level {
        case .info: logger.info("\(note.message)")
        case .warning: logger.warning("\(note.message)")
        case .error: logger.error("\(note.message)")
        }
    }

    /// Ends all connections, waits for the sync under way, and closes the core.
    ///
    /// - Returns: what could not be closed in order.
    func end() -> EventLoopFuture<[String]> {
        timer?.task.cancel()
        timer = nil
        isEnding = true
        for handler in Array(connections.values) { handler.close() }
        let ended = eventLoop.makePromise(of: [String].self)
        if isSyncing {
            whenSynced = { [self] in ended.succeed(broker.close()) }
        } else {
            ended.succeed(broker.close())
        }
        return ended.futureResult
    }
}
