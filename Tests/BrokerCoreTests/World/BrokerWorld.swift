import BrokerLog
import Determinism
import KafkaWire
import NIOCore
import Testing
@testable import BrokerCore

/// A broker on a disk in memory under a clock that the test moves, and clients that talk to it in frames.
final class BrokerWorld {
    let storage = MemoryStorage()
    private(set) var settings: BrokerSettings
    private(set) var broker: Broker
    private(set) var now = Instant(millisecondsSinceEpoch: 1_700_000_000_000)
    /// While true, the disk takes its time: rounds wait in `heldSyncs`.
    var holdsSyncs = false
    private(set) var heldSyncs: [(round: UInt64, tickets: [SyncTicket])] = []
    private(set) var syncCount = 0
    private(set) var closed: [ConnectionID: String] = [:]
    private(set) var notes: [String] = []
    private(set) var failure: String?
    private var inboxes: [ConnectionID: [ByteBuffer]] = [:]
    private var nextConnection: UInt64 = 1
    private var nextCorrelation: Int32 = 1
    /// The connection that calls use unless they name another.
    private(set) var client = ConnectionID(0)

    /// A request whose answer may come later.
    struct Pending<Request: KafkaRequest> {
        var connection: ConnectionID
        var correlation: Int32
        var version: Int16
    }

    init(seed: UInt64 = 1, _ configure: (inout BrokerSettings) -> Void = { _ in }) throws {
        var settings = BrokerSettings()
        settings.groupInitialRebalanceDelay = .milliseconds(50)
        settings.groupFirstMemberDelay = .milliseconds(50)
        configure(&settings)
        self.settings = settings
        broker = try Broker.open(settings, storage: storage, random: SeededGenerator(seed: seed), now: now).broker
        client = connect()
    }

    // MARK: Events

    func connect(
        as principal: Principal = .anonymous, from clientHost: String = "/10.0.0.7", host: String = "broker.test",
        port: Int32 = 9092, mechanisms: [SASLMechanism] = [], nodes: [BrokerNode] = [], nodeID: Int32? = nil
    ) -> ConnectionID {
        let id = ConnectionID(nextConnection)
        nextConnection += 1
        var info = ConnectionInfo(
            advertisedHost: host, advertisedPort: port, clientHost: clientHost, principal: principal, mechanisms: mechanisms)
        info.nodes = nodes
        info.nodeID = nodeID
        handle(.connectionOpened(id, info))
        return id
    }

    func disconnect(_ connection: ConnectionID) {
        handle(.connectionClosed(connection))
    }

    func handle(_ event: BrokerEvent) {
        carryOut(broker.handle(event, now: now))
        carryOut(broker.handle(.idle, now: now))
    }

    /// Several frames that come together, as from one read of a socket.
    func receive(_ frames: [ByteBuffer], on connection: ConnectionID) {
        for frame in frames { carryOut(broker.handle(.received(connection, frame), now: now)) }
        carryOut(broker.handle(.idle, now: now))
    }

    private func carryOut(_ effects: [BrokerEffect]) {
        for effect in effects {
            switch effect {
            case .send(let connection, var bytes):
                let length = bytes.readInteger(as: Int32.self)
                #expect(length.map(Int.init) == bytes.readableBytes)
                inboxes[connection, default: []].append(bytes)
            case .close(let connection, let reason): closed[connection] = reason
            case .sync(let round, let tickets):
                syncCount += 1
                heldSyncs.append((round, tickets))
                if !holdsSyncs { finishSync() }
            case .note(let note): notes.append(note.message)
            case .fail(let reason): failure = reason
            }
        }
    }

    /// The disk has done what it was asked for first.
    func finishSync() {
        guard !heldSyncs.isEmpty else { return }
        let (round, tickets) = heldSyncs.removeFirst()
        handle(.syncCompleted(round: round, results: SyncTicket.perform(tickets)))
    }

    /// Lets time pass, stopping at each of the broker's deadlines.
    func advance(by duration: Duration) {
        let end = now + duration
        while let deadline = broker.nextDeadline, deadline <= end {
            now = max(now, deadline)
            handle(.deadlineReached)
        }
        now = end
    }

    // MARK: Requests

    func frame(_ request: some KafkaRequest, version: Int16, correlation: Int32 = 0) throws -> ByteBuffer {
        var frame = try encodeRequest(correlationId: correlation, clientId: "test", message: request, version: version)
        frame.moveReaderIndex(forwardBy: 4)
        return frame.slice()
    }

    func send<Request: KafkaRequest>(
        _ request: Request, version: Int16? = nil, on connection: ConnectionID? = nil
    ) throws -> Pending<Request> {
        let pending = Pending<Request>(
            connection: connection ?? client, correlation: nextCorrelation, version: version ?? Request.versions.upperBound)
        nextCorrelation += 1
        receive([try frame(request, version: pending.version, correlation: pending.correlation)], on: pending.connection)
        return pending
    }

    /// The answer to an earlier request, if it has come.
    func answer<Request: KafkaRequest>(_ pending: Pending<Request>) throws -> Request.Response? {
        guard let place = place(of: pending), let frame = inboxes[pending.connection]?.remove(at: place) else { return nil }
        return try decodeResponse(Request.Response.self, from: frame, version: pending.version).message
    }

    func hasAnswer(_ pending: Pending<some KafkaRequest>) -> Bool {
        place(of: pending) != nil
    }

    private func place(of pending: Pending<some KafkaRequest>) -> Int? {
        inboxes[pending.connection]?.firstIndex { $0.getInteger(at: $0.readerIndex, as: Int32.self) == pending.correlation }
    }

    /// Sends a request that is answered at once.
    func call<Request: KafkaRequest>(
        _ request: Request, version: Int16? = nil, on connection: ConnectionID? = nil
    ) throws -> Request.Response {
        let pending = try send(request, version: version, on: connection)
        return try #require(try answer(pending), "no answer came: \(closed[pending.connection] ?? "connection open")")
    }

    /// All frames that came on a connection and were not taken.
    func takeInbox(_ connection: ConnectionID) -> [ByteBuffer] {
        defer { inboxes[connection] = nil }
        return inboxes[connection] ?? []
    }

    // MARK: Restarts

    /// The broker ends in order and starts again on the same disk.
    func restart(_ configure: (inout BrokerSettings) -> Void = { _ in }) throws {
        #expect(broker.close() == [])
        configure(&settings)
        try reopen(seed: 77)
    }

    /// The machine stops in the middle of everything and starts again: chance decides what unsynced bytes are left.
    func crash(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        storage.crash(using: &generator)
        try reopen(seed: seed)
    }

    /// The process is killed: the operating system keeps what was written.
    func kill() throws {
        try reopen(seed: 78)
    }

    private func reopen(seed: UInt64) throws {
        heldSyncs = []
        inboxes = [:]
        closed = [:]
        failure = nil
        let (broker, notes) = try Broker.open(settings, storage: storage, random: SeededGenerator(seed: seed), now: now)
        self.broker = broker
        self.notes += notes.map(\.message)
        client = connect()
    }
}
