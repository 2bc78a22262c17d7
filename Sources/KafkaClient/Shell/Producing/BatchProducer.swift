import KafkaWire
import Synchronization

/// Writes records to any partitions, gathered into batches, in order, and once each where the cluster gives producer ids.
///
///     let producer = BatchProducer(client: client)
///     let delivery = try await producer.handOver(record, to: TopicPartition(topic: "t", partition: 0))
///     let position = try await delivery.value()
///
/// `handOver` waits while too much is on its way: that is its backpressure. Each partition has a producer id of its own, so that what
/// befalls one does not disturb the others.
package final class BatchProducer: Sendable {
    private let client: KafkaClient
    private let limits: BatchLimits
    private let isIdempotent: Bool
    private let compression: RecordCompression
    private let room: BufferRoom
    private let writers = Mutex<(all: [TopicPartition: PartitionWriter], isClosed: Bool)>(([:], false))
    private let counted = Mutex<[String: Duration]>([:])

    /// - Parameter bufferBytes: of all records that wait or are on their way.
    package init(
        client: KafkaClient, limits: BatchLimits = .init(), isIdempotent: Bool = true, compression: RecordCompression = .none,
        bufferBytes: Int = 32 << 20
    ) {
        self.client = client
        self.limits = limits
        self.isIdempotent = isIdempotent
        self.compression = compression
        room = BufferRoom(bytes: bufferBytes)
    }

    /// Asked again each minute, as topics may grow.
    package func partitionCount(of topic: String) async throws(KafkaClientError) -> Int32 {
        let known = counted.withLock { $0[topic] }
        if let known, known + .seconds(60) > client.now, let count = client.partitionCount(of: topic) { return count }
        let response = try await client.send(
            MetadataRequest(topics: [.init(name: topic)], allowAutoTopicCreation: false),
            refusal: { $0.topics.first?.errorCode ?? .none })
        client.learn(response)
        if let code = response.topics.first?.errorCode, code != .none {
            throw KafkaClientError(.refused(.metadata, code, message: "topic '\(topic)': \(code.message)"))
        }
        guard let count = client.partitionCount(of: topic) else {
            throw KafkaClientError(.noRoute("topic '\(topic)' has no partitions"))
        }
        counted.withLock { $0[topic] = client.now }
        return count
    }

    /// Records handed over by one task, one after the other, stay in that order within their partition.
    package func handOver(_ record: ProducedRecord, to partition: TopicPartition) async throws(KafkaClientError) -> Delivery {
        let delivery = Delivery(bytes: record.estimatedBytes)
        guard await room.reserve(delivery.bytes) else { throw KafkaClientError(.cancelled) }
        let writer = writers.withLock { state -> PartitionWriter? in
            guard !state.isClosed else { return nil }
            if let writer = state.all[partition] { return writer }
            let writer = PartitionWriter(
                client: client, partition: partition, limits: limits, isIdempotent: isIdempotent, compression: compression,
                ended: { [room] in room.release($0.bytes) })
            state.all[partition] = writer
            return writer
        }
        guard let writer else {
            room.release(delivery.bytes)
            throw KafkaClientError(.closed)
        }
        await writer.append(record, delivery)
        return delivery
    }

    /// Returns when all that was handed over before has arrived, or was given up.
    package func flush() async {
        let all = writers.withLock { Array($0.all.values) }
        await withDiscardingTaskGroup { group in
            for writer in all { group.addTask { await writer.flush() } }
        }
    }

    /// Takes no more, and waits for what is on its way; gives up the rest when the time is over.
    package func close(within limit: Duration) async {
        writers.withLock { $0.isClosed = true }
        let timer = Task {
            do { try await Task.sleep(for: limit) } catch { return }
            await self.giveUp()
        }
        await flush()
        timer.cancel()
        await giveUp()
    }

    private func giveUp() async {
        for writer in writers.withLock({ Array($0.all.values) }) { await writer.close() }
    }
}
