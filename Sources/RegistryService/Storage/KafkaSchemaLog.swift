import KafkaClient
import KafkaWire
import Logging
import NIOCore

/// The log as a compacted topic of one partition.
package final class KafkaSchemaLog: SchemaLog {
    private let client: KafkaClient
    private let partition: TopicPartition
    private let producer: DurableProducer
    private let clock: @Sendable () -> Int64

    /// Opens the topic, and creates it where it is missing.
    ///
    /// - Parameter clock: milliseconds since 1970.
    package static func open(
        bootstrap: [BrokerAddress], security: ConnectionSecurity = .plaintext, topic: String, clock: @escaping @Sendable () -> Int64, logger: Logger
    ) async throws(SchemaLogError) -> KafkaSchemaLog {
        let client: KafkaClient
        do throws(KafkaClientError) {
            client = try await KafkaClient.connect(bootstrap: bootstrap, clientId: "heddle-registry", options: ClientOptions(security: security), logger: logger)
        } catch {
            throw SchemaLogError(error)
        }
        do throws(SchemaLogError) {
            try await prepareTopic(topic, client)
        } catch {
            await client.close()
            throw error
        }
        return KafkaSchemaLog(client: client, topic: topic, clock: clock)
    }

    private init(client: KafkaClient, topic: String, clock: @escaping @Sendable () -> Int64) {
        self.client = client
        self.clock = clock
        partition = TopicPartition(topic: topic, partition: 0)
        producer = DurableProducer(client: client, partition: partition)
    }

    package func close() async { await client.close() }

    package func append(_ records: [(key: [UInt8], value: [UInt8]?)]) async throws(SchemaLogError) -> Int64 {
        let timestamp = clock()
        let produced = records.map { record in
            ProducedRecord(
                key: ByteBuffer(bytes: record.key), value: record.value.map { ByteBuffer(bytes: $0) }, timestamp: timestamp)
        }
        do throws(KafkaClientError) {
            return try await producer.append(produced) + Int64(records.count)
        } catch {
            throw SchemaLogError(error)
        }
    }

    package func read(from offset: Int64?) async throws(SchemaLogError) -> (records: [SchemaLogRecord], next: Int64) {
        do throws(KafkaClientError) {
            var next: Int64
            if let offset { next = offset } else { next = try await firstOffset() }
            var records: [SchemaLogRecord] = []
            while true {
                let answer = try await fetch(from: next)
                let past = try readSchemaLogRecords(in: answer.records ?? ByteBuffer(), from: next, into: &records)
                let isAtEnd = past >= answer.highWatermark || past == next
                next = past
                if isAtEnd { return (records, next) }
            }
        } catch {
            throw SchemaLogError(error)
        }
    }

    private func firstOffset() async throws(KafkaClientError) -> Int64 {
        let request = ListOffsetsRequest(
            replicaId: -1,
            topics: [.init(name: partition.topic, partitions: [.init(partitionIndex: partition.partition, timestamp: -2)])])
        let response = try await client.send(request, to: .leader(partition)) {
            $0.topics.first?.partitions.first?.errorCode ?? .none
        }
        guard let answer = response.topics.first?.partitions.first else {
            throw KafkaClientError(.malformedResponse("ListOffsets says nothing of \(partition)"))
        }
        guard answer.errorCode == .none else { throw KafkaClientError(.refused(.listOffsets, answer.errorCode, message: nil)) }
        return answer.offset
    }

    private func fetch(from offset: Int64) async throws(KafkaClientError) -> FetchResponse.PartitionData {
        // No waiting: the connection is one for all.
        let response = try await client.send(to: .leader(partition), refusal: Self.refusal) { [client, partition] _ in
            FetchRequest(
                replicaId: -1, maxWaitMs: 0, minBytes: 0, maxBytes: 16 << 20, sessionEpoch: -1,
                topics: [
                    .init(
                        topic: partition.topic, topicId: client.topicId(of: partition.topic) ?? .zero,
                        partitions: [
                            .init(
                                partition: partition.partition, currentLeaderEpoch: -1, fetchOffset: offset,
                                lastFetchedEpoch: -1, logStartOffset: -1, partitionMaxBytes: 4 << 20)
                        ])
                ])
        }
        let refusal = Self.refusal(of: response)
        guard refusal == .none else { throw KafkaClientError(.refused(.fetch, refusal, message: nil)) }
        guard let answer = response.responses.first?.partitions.first else {
            throw KafkaClientError(.malformedResponse("Fetch says nothing of \(partition)"))
        }
        return answer
    }

    private static func refusal(of response: FetchResponse) -> ErrorCode {
        response.errorCode == .none ? response.responses.first?.partitions.first?.errorCode ?? .none : response.errorCode
    }
}

extension SchemaLogError {
    init(_ error: KafkaClientError) {
        switch error.reason {
        case .refused(_, .messageTooLarge, _), .refused(_, .recordListTooLarge, _): self = .tooLarge
        case .refused(_, .offsetOutOfRange, _): self = .isAnother
        case .timedOut: self = .timedOut("\(error)")
        default: self = .failed("\(error)")
        }
    }
}
