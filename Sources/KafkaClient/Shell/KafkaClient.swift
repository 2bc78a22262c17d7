import KafkaWire
import Logging
import Synchronization

/// A client of one cluster that speaks the Kafka protocol: any request, to the broker that it is for.
///
///     let client = try await KafkaClient.connect(bootstrap: [BrokerAddress(host: "127.0.0.1", port: 9192)])
///     let topics = try await client.send(MetadataRequest(topics: nil))
///
/// It follows the addresses that brokers advertise, asks again when leaders or the controller move, and may be used by
/// any number of tasks at once. Close it when done: its connections do not close themselves.
package final class KafkaClient: Sendable {
    package let options: ClientOptions
    let pool: ConnectionPool
    let logger: Logger
    private let bootstrap: [BrokerAddress]
    private let map = Mutex(ClusterMap())
    private let chance: Mutex<any RandomNumberGenerator & Sendable>
    private let beginning = ContinuousClock.now

    private init(
        bootstrap: [BrokerAddress], clientId: String, options: ClientOptions,
        transport: SecuredTransport, chance: sending any RandomNumberGenerator & Sendable, logger: Logger
    ) {
        self.bootstrap = bootstrap
        self.options = options
        self.logger = logger
        self.pool = ConnectionPool(clientId: clientId, options: options, transport: transport)
        self.chance = Mutex(chance)
    }

    /// Reaches the first of the addresses that answers, and asks it for the cluster's brokers.
    ///
    /// Each address is tried once: whoever expects a cluster that is still starting calls again.
    package static func connect(
        bootstrap: [BrokerAddress], clientId: String = "heddle", options: ClientOptions = .init(),
        chance: sending any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator(),
        logger: Logger = Logger(label: "heddle.kafka-client")
    ) async throws(KafkaClientError) -> KafkaClient {
        guard !bootstrap.isEmpty else { throw KafkaClientError(.cannotConnect("no address is given")) }
        let transport = try SecuredTransport(options.security.tls)
        let client = KafkaClient(
            bootstrap: bootstrap, clientId: clientId, options: options, transport: transport, chance: chance, logger: logger)
        do {
            try await client.learnMetadata(of: [])
            return client
        } catch {
            await client.close()
            throw error.supposing(options.security)
        }
    }

    package func close() async {
        await pool.close()
    }

    /// As the cluster last said; nil where it does not tell.
    package var clusterId: String? { map.withLock { $0.clusterId } }

    package var brokers: [Int32: BrokerAddress] { map.withLock { $0.brokers } }

    /// Which APIs the destination's broker serves, and in which versions.
    package func versions(of destination: Destination = .any) async throws(KafkaClientError) -> VersionAgreement {
        try await connection(to: destination).versions
    }

    /// As Metadata said when it was last asked for the topic; nil where it was not, or there is no such topic.
    package func partitionCount(of topic: String) -> Int32? { map.withLock { $0.partitionCounts[topic] } }

    package func topicId(of topic: String) -> KafkaUUID? { map.withLock { $0.topicIds[topic] } }
}

// MARK: What the other parts of the client need

extension KafkaClient {
    /// Since the client began.
    var now: Duration { ContinuousClock.now - beginning }

    func decideAfterFailure(number: Int, deadline: Duration, atLeast: Duration = .zero) -> RetrySchedule.Decision {
        let jitter = chance.withLock { Double.random(in: 0..<1, using: &$0) }
        return options.retries.afterFailure(number: number, now: now, deadline: deadline, jitter: jitter, atLeast: atLeast)
    }

    func route(to destination: Destination) -> ClusterMap.Route { map.withLock { $0.route(to: destination) } }

    /// What turned out to be out of date: it is asked anew when next needed.
    package func forget(_ destination: Destination) { map.withLock { $0.forget(destination) } }

    func leader(of partition: TopicPartition) -> Int32? { map.withLock { $0.leader(of: partition) } }

    func learn(_ response: MetadataResponse) { map.withLock { $0.learn(response) } }

    func learnCoordinator(of group: String, id: Int32, at address: BrokerAddress) {
        map.withLock { $0.learnCoordinator(of: group, id: id, at: address) }
    }

    var candidates: [BrokerAddress] { map.withLock { $0.candidates(bootstrap: bootstrap) } }

    func reached(_ address: BrokerAddress) { map.withLock { $0.lastReached = address } }
}

extension KafkaClientError {
    /// What a listener may have missed that closed the connection at the first requests. One that demands a login answers which
    /// versions it serves before it does so; one that demands a certificate may be gone before its alert is read.
    fileprivate func supposing(_ security: ConnectionSecurity) -> KafkaClientError {
        guard case .connectionLost(let cause) = reason, !cause.contains("demands") else { return self }
        var missed: [String] = []
        if security.login == nil { missed.append("a login") }
        if let tls = security.tls, tls.certificate == nil { missed.append("a client's certificate") }
        if security.tls == nil { missed.append("TLS") }
        guard !missed.isEmpty else { return self }
        return KafkaClientError(
            .connectionLost("\(cause); the listener may demand \(missed.joined(separator: ", or "))"), at: address, wasSent: wasSent)
    }
}
