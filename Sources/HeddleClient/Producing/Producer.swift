public import HeddleRuntime
public import ServiceLifecycle
public import struct Foundation.Date
import KafkaClient
import NIOCore
import Tracing

/// Writes events of a contract to a topic.
///
///     let orders = Producer<OrderCreated>(mesh, topic: "orders.created")
///     let position = try await orders.send(order, key: order.customerId)
///     await orders.close()
///
/// Events leave in batches, in the order in which one task sent them within a partition, and are written once each. Keys go where Java's
/// default partitioner puts them, and librdkafka's `murmur2_random`. It may be used by any number of tasks at once.
///
/// As a `Service` it does nothing until the shutdown begins, and then sees all events off: stand it before those who send.
public final class Producer<Value: ContractCodable>: Service, Sendable {
    public let topic: String
    public let options: ProducerOptions
    private let mesh: Mesh
    private let link: Opened<Link>
    private let sticky: StickyPartition
    private let telemetry: SendTelemetry

    private struct Link: Sendable {
        var client: KafkaClient
        var schemas: SchemaCache?
        var values: ValueCodec<Value>
        var batches: BatchProducer
    }

    public init(_ mesh: Mesh, topic: String, options: ProducerOptions = .init()) {
        self.mesh = mesh
        self.topic = topic
        self.options = options
        sticky = StickyPartition(stretch: options.batchBytes)
        telemetry = SendTelemetry(topic: topic, clientID: mesh.clientID)
        link = Opened { () async throws(HeddleClientError) -> Link in
            let registry = try mesh.openRegistry()
            let schemas = registry.map { SchemaCache(registry: $0, policy: mesh.schemas) }
            do throws(HeddleClientError) {
                let client = try await mesh.openCluster("producing to \(topic)")
                return Link(client: client, schemas: schemas, values: ValueCodec(schemas, topic: topic), batches: options.producer(client))
            } catch {
                await schemas?.close()
                throw error
            }
        }
    }

    // MARK: Sending

    /// Writes an event and waits until all replicas in sync have it.
    ///
    /// - Parameters:
    ///   - key: events of one key stay in order. Without one, they are spread over the partitions.
    ///   - headers: besides them the trace's go along.
    ///   - partition: instead of the one that the key gives.
    ///   - timestamp: the event's; now by default.
    public func send(
        _ value: Value, key: (some MessageKey)? = String?.none, headers: [RecordHeader] = [], partition: Int? = nil, timestamp: Date? = nil
    ) async throws -> RecordPosition {
        try await telemetry.send(headers) { headers in
            try await enqueue(value, key: key.map { ByteBuffer(bytes: $0.keyBytes) }, headers, partition, timestamp).position
        }
    }

    /// As above, with a key of a contract: registered under `TOPIC-key`, framed as the value is.
    public func send<Key: ContractCodable>(
        _ value: Value, key: Key, headers: [RecordHeader] = [], partition: Int? = nil, timestamp: Date? = nil
    ) async throws -> RecordPosition {
        try await telemetry.send(headers) { headers in
            let bytes = try await ValueCodec<Key>(try await link.value().schemas, topic: topic, role: .key).encode(key)
            return try await enqueue(value, key: bytes, headers, partition, timestamp).position
        }
    }

    /// Hands an event over and goes on as soon as there is room for it; its fate is told by what is returned.
    ///
    ///     let receipts = try await events.map { try await orders.enqueue($0, key: $0.id) }
    ///     for receipt in receipts { _ = try await receipt.position }
    public func enqueue(
        _ value: Value, key: (some MessageKey)? = String?.none, headers: [RecordHeader] = [], partition: Int? = nil, timestamp: Date? = nil
    ) async throws -> Receipt {
        try await telemetry.enqueue(headers) { headers in
            try await enqueue(value, key: key.map { ByteBuffer(bytes: $0.keyBytes) }, headers, partition, timestamp)
        }
    }

    /// Writes that there is nothing under a key any more, for topics that are compacted.
    public func sendTombstone(key: some MessageKey, headers: [RecordHeader] = [], partition: Int? = nil) async throws -> RecordPosition {
        try await telemetry.send(headers) { headers in
            let link = try await link.value()
            return try await handOver(link, ByteBuffer(bytes: key.keyBytes), nil, headers, partition, nil).position
        }
    }

    private func enqueue(
        _ value: Value, key: ByteBuffer?, _ headers: [RecordHeader], _ partition: Int?, _ timestamp: Date?
    ) async throws(HeddleClientError) -> Receipt {
        let link = try await link.value()
        let bytes = try await link.values.encode(value)
        return try await handOver(link, key, bytes, headers, partition, timestamp)
    }

    private func handOver(
        _ link: Link, _ key: ByteBuffer?, _ value: ByteBuffer?, _ headers: [RecordHeader], _ partition: Int?, _ timestamp: Date?
    ) async throws(HeddleClientError) -> Receipt {
        do throws(KafkaClientError) {
            let count = try await link.batches.partitionCount(of: topic)
            let chosen: Int32
            if let partition {
                guard let exact = Int32(exactly: partition), exact >= 0, exact < count else {
                    throw KafkaClientError(.cannotEncode("topic '\(topic)' has no partition \(partition), but \(count) of them"))
                }
                chosen = exact
            } else if let key {
                chosen = partitionOfKey(key.readableBytesView, among: count)
            } else {
                chosen = sticky.next(among: count, bytes: value?.readableBytes ?? 0)
            }
            let record = ProducedRecord(key: key, value: value, timestamp: (timestamp ?? Date()).millisecondsSince1970, headers: headers.kafka)
            return Receipt(try await link.batches.handOver(record, to: TopicPartition(topic: topic, partition: chosen)))
        } catch {
            throw HeddleClientError(error)
        }
    }

    // MARK: Ending

    /// Returns when all events that were handed over before have arrived, or were given up.
    public func flush() async {
        if let link = try? await link.value() { await link.batches.flush() }
    }

    /// Takes no more events, sees off those that it has, and disconnects.
    public func close() async {
        guard let link = await link.close() else { return }
        await link.batches.close(within: options.deliveryTimeout)
        await link.client.close()
        await link.schemas?.close()
    }

    public func run() async throws {
        try? await gracefulShutdown()
        await close()
    }
}
