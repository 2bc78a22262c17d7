public import HeddleRuntime
import KafkaClient
import Logging
import struct Foundation.Date

/// Reads events of a contract from a topic, as a member of a consumer group.
///
///     let orders = Consumer<OrderCreated>(mesh, topic: "orders.created", group: "billing")
///     try await orders.process { message in
///         try await bill(message.value)
///     }
///
/// or one by one, as long as there is interest:
///
///     for try await message in orders.messages { … }
///     await orders.close()
///
/// Each event is given to one member of the group, at least once: again where a member ended before it had committed. Events of one
/// partition come in order, one at a time. No more is fetched than `prefetch` says. Members may be clients of any make, as long as all
/// offer `range` or `roundrobin`.
///
/// One loop at a time: either `process`, or one iteration of `messages`.
public final class Consumer<Value: ContractCodable>: Sendable {
    public let topic: String
    public let group: String
    public let options: ConsumerOptions
    let telemetry: ProcessTelemetry
    let link: Opened<Link>
    let logger: Logger

    struct Link: Sendable {
        var records: GroupConsumer
        var schemas: SchemaCache?
        var values: ValueCodec<Value>
        var failures: FailureTopics
    }

    public init(_ mesh: Mesh, topic: String, group: String, options: ConsumerOptions = .init()) {
        self.topic = topic
        self.group = group
        self.options = options
        logger = mesh.logger
        let telemetry = ProcessTelemetry(topic: topic, group: group, clientID: mesh.clientID)
        self.telemetry = telemetry
        link = Opened { () async throws(HeddleClientError) -> Link in
            let registry = try mesh.openRegistry()
            let schemas = registry.map { SchemaCache(registry: $0, policy: .lookUp) }
            do throws(HeddleClientError) {
                let coordination = try await mesh.openCluster("consuming \(topic)")
                let fetching = try await mesh.openCluster("consuming \(topic)")
                let records = GroupConsumer(
                    coordination: coordination, fetching: fetching, settings: options.settings(topic: topic, group: group, telemetry: telemetry),
                    logger: mesh.logger)
                await records.start()
                return Link(
                    records: records, schemas: schemas, values: ValueCodec(schemas, topic: topic),
                    failures: FailureTopics(mesh: mesh, topic: topic, group: group, policy: options.retries))
            } catch {
                await schemas?.close()
                throw error
            }
        }
    }

    /// The partitions that it has at the moment, by topic: its retry topic's, too.
    public var assignment: [RecordPosition] {
        get async throws {
            try await link.value().records.assignment.map { RecordPosition(topic: $0.topic, partition: Int($0.partition), offset: -1) }
        }
    }

    // MARK: Committing

    /// A message and all before it in its partition have been processed: tells the group so, which will not be given them again.
    public func commit(_ message: Message<Value>) async throws {
        let records = try await link.value().records
        let partition = TopicPartition(topic: message.position.topic, partition: Int32(message.position.partition))
        await records.processed(partition, offset: message.position.offset)
        try await commit(records)
    }

    func commit(_ records: GroupConsumer) async throws(HeddleClientError) {
        do { try await records.commit() } catch { throw HeddleClientError(error) }
    }

    // MARK: Ending

    /// Commits what was processed (but with manual commits), leaves the group, and disconnects. Iterations end.
    public func close() async {
        guard let link = await link.close() else { return }
        await link.records.close()
        await link.failures.close()
        await link.schemas?.close()
    }

    /// Hands out no more; what is under way can end.
    func drain() async {
        if let link = try? await link.value() { await link.records.drain() }
    }

    // MARK: Decoding

    /// nil for a tombstone.
    func decode(_ fetched: FetchedRecord, _ link: Link) async throws(HeddleClientError) -> Message<Value>? {
        guard let value = fetched.record.value else { return nil }
        let headers = [RecordHeader](fetched.record.headers)
        let position = RecordPosition(fetched)
        let history = FailureHistory(headers, at: position)
        return Message(
            value: try await link.values.decode(value, headers: headers), key: fetched.record.key.map { Array($0.readableBytesView) },
            headers: headers, timestamp: Date(millisecondsSince1970: fetched.record.timestamp), position: position, origin: history.origin,
            attempt: history.attempt, context: telemetry.context(of: headers))
    }

    /// A record that is no value of the type.
    ///
    /// - Throws: the error, where it is to end the consuming; the record is then asked for again by whoever comes next.
    func settle(undecodable fetched: FetchedRecord, _ error: HeddleClientError, _ link: Link) async throws(HeddleClientError) {
        // A registry that is not there says nothing of the record.
        guard error.reason == .value || error.reason == .contract else { throw error }
        let place: Logger.Metadata = ["position": "\(RecordPosition(fetched))", "group": "\(group)", "because": "\(error)"]
        switch options.undecodable {
        case .byPolicy where options.retries.deadLetters:
            logger.error("a record cannot be read and goes to the dead letters", metadata: place)
            try await link.failures.bury(fetched, error)
            telemetry.isDead()
        case .skip:
            logger.error("a record cannot be read and is passed over", metadata: place)
            telemetry.wasSkipped()
        case .byPolicy, .fail:
            throw HeddleClientError(error.reason, "\(RecordPosition(fetched)): \(error.message)")
        }
    }
}

extension RecordPosition {
    init(_ fetched: FetchedRecord) {
        self.init(topic: fetched.partition.topic, partition: Int(fetched.partition.partition), offset: fetched.record.offset)
    }
}
