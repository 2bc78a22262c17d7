import EngineInterface
import KafkaClient
import KafkaWire
import Logging

/// Follows what a cluster tells of changes, over connections of its own: a broker answers the requests of one in order, so a
/// question that waits would hold up all others.
///
/// Where schemas are kept in the same cluster, their log is looked at beside, every second.
actor ChangeWatch {
    static let stream = TopicPartition(topic: changeStreamTopic, partition: 0)
    static let schemas = TopicPartition(topic: "_schemas", partition: 0)
    private static let registryPeriod = Duration.seconds(1)

    private let cluster: String
    private let bootstrap: [BrokerAddress]
    private let options: ClientOptions
    private let seesRegistry: Bool
    private let logger: Logger
    private var client: KafkaClient?
    private var isClosed = false
    /// The stream of which positions were told; another one has other positions.
    private var streamId: KafkaUUID?
    /// nil: their log is not there, or not to be read.
    private var schemasPosition: Int64?

    init(cluster: String, bootstrap: [BrokerAddress], options: ClientOptions, seesRegistry: Bool, logger: Logger) {
        self.cluster = cluster
        self.bootstrap = bootstrap
        self.options = options
        self.seesRegistry = seesRegistry
        self.logger = logger
    }

    func close() async {
        isClosed = true
        await client?.close()
        client = nil
    }

    func changes(after position: Int64?, wait: Duration) async throws(KafkaClientError) -> ObservedChanges {
        let end = ContinuousClock.now + wait
        let client = try await connected()
        let stream: KafkaUUID
        switch try await lookUp(client) {
        case .success(let id): stream = id
        case .failure(let shortfall):
            streamId = nil
            return .untold(because: shortfall.reason)
        }
        guard let position, stream == streamId else { return try await begin(client, stream) }
        var told = Told(position: position)
        while true {
            let rest = max(.zero, end - .now)
            let pause = min(rest, schemasPosition == nil ? options.requestTimeout / 2 : Self.registryPeriod)
            let from = told.position
            let bounds = try await client.readTail(of: Self.stream, from: from, wait: pause) { told.add(ToldChange(changeStream: $0)) }
            guard bounds.holds(from), client.topicId(of: Self.stream.topic) == streamId else { return try await begin(client, stream) }
            told.position = bounds.end
            try await addSchemas(to: &told, client)
            if told.isEverything { return .begun(position: told.position) }
            if !told.focus.isEmpty || rest == .zero { return .told(told.focus, position: told.position) }
        }
    }

    private func connected() async throws(KafkaClientError) -> KafkaClient {
        if let client { return client }
        let opened = try await KafkaClient.connect(bootstrap: bootstrap, options: options, logger: logger)
        if let client {
            await opened.close()
            return client
        }
        guard !isClosed else {
            await opened.close()
            throw KafkaClientError(.closed)
        }
        client = opened
        return opened
    }

    private struct Shortfall: Error { var reason: String }

    private func lookUp(_ client: KafkaClient) async throws(KafkaClientError) -> Result<KafkaUUID, Shortfall> {
        let topic = Self.stream.topic
        let metadata = try await client.send(MetadataRequest(topics: [.init(name: topic)], allowAutoTopicCreation: false))
        switch metadata.topics.first?.errorCode {
        case ErrorCode.none?: return .success(metadata.topics.first?.topicId ?? .zero)
        case .topicAuthorizationFailed?: return .failure(Shortfall(reason: "cluster '\(cluster)' does not let Heddle read topic '\(topic)'"))
        default: return .failure(Shortfall(reason: "cluster '\(cluster)' has no topic '\(topic)': it is not an embedded one"))
        }
    }

    private func begin(_ client: KafkaClient, _ stream: KafkaUUID) async throws(KafkaClientError) -> ObservedChanges {
        let bounds: LogBounds
        do {
            bounds = try await client.bounds(of: Self.stream)
        } catch {
            guard case .refused(_, .topicAuthorizationFailed, _) = error.reason else { throw error }
            return .untold(because: "cluster '\(cluster)' does not let Heddle read topic '\(Self.stream.topic)'")
        }
        streamId = client.topicId(of: Self.stream.topic) ?? stream
        schemasPosition = seesRegistry ? await schemasEnd(client) : nil
        return .begun(position: bounds.end)
    }

    // MARK: The registry

    private func schemasEnd(_ client: KafkaClient) async -> Int64? {
        do throws(KafkaClientError) {
            let metadata = try await client.send(
                MetadataRequest(topics: [.init(name: Self.schemas.topic)], allowAutoTopicCreation: false))
            guard metadata.topics.first?.errorCode == ErrorCode.none else { return nil }
            return try await client.bounds(of: Self.schemas).end
        } catch {
            return giveUpSchemas(error)
        }
    }

    private func addSchemas(to told: inout Told, _ client: KafkaClient) async throws(KafkaClientError) {
        guard let position = schemasPosition else { return }
        var changes: [ToldChange] = []
        do {
            let bounds = try await client.readTail(of: Self.schemas, from: position) { changes.append(ToldChange(schemas: $0)) }
            if !bounds.holds(position) { changes.append(.everything) }
            schemasPosition = bounds.end
        } catch {
            if error.isRetriable { throw error }
            // From now on nobody is told of schemas, who may have changed until now.
            schemasPosition = giveUpSchemas(error)
            changes.append(.everything)
        }
        for change in changes { told.add(change) }
    }

    private func giveUpSchemas(_ error: KafkaClientError) -> Int64? {
        logger.debug("changes of schemas are not told", metadata: ["cluster": "\(cluster)", "because": "\(error)"])
        return nil
    }
}

/// What was told so far, in one.
private struct Told {
    var focus = ObservationFocus()
    var isEverything = false
    var position: Int64

    init(position: Int64) { self.position = position }

    mutating func add(_ change: ToldChange) {
        switch change {
        case .topic(let name): focus.topics.insert(name)
        case .access: focus.access = true
        case .subject(let name): focus.subjects.insert(name)
        case .everything: isEverything = true
        case .nothing: break
        }
    }
}
