import KafkaWire
import NIOCore

/// Writes batches to one partition, each acknowledged by all replicas in sync, once and in order.
///
/// A batch whose answer was lost is sent again under the same sequence number, so that the broker drops the second copy
/// (KIP-98). Where the cluster gives no producer ids, the second copy stays.
package actor DurableProducer {
    private struct Identity {
        var id: Int64
        var epoch: Int16
        var nextSequence: Int32 = 0

        var asBatchProducer: RecordBatchBuilder.Producer { .init(id: id, epoch: epoch, baseSequence: nextSequence) }
    }

    private enum IdentityState {
        case notAsked
        case given(Identity)
        case notToBeHad
    }

    private let client: KafkaClient
    private let partition: TopicPartition
    private var identity = IdentityState.notAsked
    private var lastAppend: Task<Result<Int64, KafkaClientError>, Never>?

    package init(client: KafkaClient, partition: TopicPartition) {
        self.client = client
        self.partition = partition
    }

    /// Appends records as one batch, and returns the offset of the first. Nothing is appended for no records (-1).
    ///
    /// Calls are carried out one after the other, in the order in which they reach the producer. A call that has begun is
    /// not stopped by cancelling the caller: half of a batch's fate is worse than a short wait.
    package func append(_ records: [ProducedRecord]) async throws(KafkaClientError) -> Int64 {
        guard !records.isEmpty else { return -1 }
        let previous = lastAppend
        let task = Task {
            _ = await previous?.value
            return await self.appendNow(records)
        }
        lastAppend = task
        return try await task.value.get()
    }

    private func appendNow(_ records: [ProducedRecord]) async -> Result<Int64, KafkaClientError> {
        do throws(KafkaClientError) {
            do throws(KafkaClientError) {
                return .success(try await appendOnce(records))
            } catch {
                // The broker has forgotten the producer, or counts otherwise: the batch is not in the log.
                guard case .refused(.produce, let code, _) = error.reason, Self.endsIdentity.contains(code) else { throw error }
                return .success(try await appendOnce(records))
            }
        } catch {
            return .failure(error)
        }
    }

    private static let endsIdentity: Set<ErrorCode> = [
        .outOfOrderSequenceNumber, .unknownProducerId, .invalidProducerEpoch, .invalidProducerIdMapping,
    ]

    private func appendOnce(_ records: [ProducedRecord]) async throws(KafkaClientError) -> Int64 {
        let producer = try await currentIdentity()
        do {
            let offset = try await produce(encodeBatch(records, producer: producer?.asBatchProducer))
            if var producer {
                producer.nextSequence = (producer.nextSequence &+ Int32(records.count)) & Int32.max
                identity = .given(producer)
            }
            return offset
        } catch {
            // Whether the sequence was used up is unknown, so no later batch may build on it.
            if producer != nil { identity = .notAsked }
            throw error
        }
    }

    private func produce(_ batch: ByteBuffer) async throws(KafkaClientError) -> Int64 {
        let timeout = Int32(clamping: client.options.requestTimeout.components.seconds * 1000)
        let response = try await client.send(
            to: .leader(partition), isRepeatable: true,
            refusal: { (response: ProduceResponse) in response.only?.errorCode ?? .none }
        ) { [client, partition] _ in
            ProduceRequest(
                acks: -1, timeoutMs: timeout,
                topicData: [
                    .init(
                        name: partition.topic, topicId: client.topicId(of: partition.topic) ?? .zero,
                        partitionData: [.init(index: partition.partition, records: batch)])
                ])
        }
        guard let answer = response.only else {
            throw KafkaClientError(.malformedResponse("Produce says nothing of \(partition)"), wasSent: true)
        }
        guard answer.errorCode == .none || answer.errorCode == .duplicateSequenceNumber else {
            throw KafkaClientError(.refused(.produce, answer.errorCode, message: answer.errorMessage), wasSent: true)
        }
        return answer.baseOffset
    }

    private func currentIdentity() async throws(KafkaClientError) -> Identity? {
        switch identity {
        case .given(let identity): return identity
        case .notToBeHad: return nil
        case .notAsked: break
        }
        do {
            let request = InitProducerIdRequest(transactionalId: nil, transactionTimeoutMs: .max)
            let response = try await client.send(request) { $0.errorCode }
            if response.errorCode == .none {
                let given = Identity(id: response.producerId, epoch: response.producerEpoch)
                identity = .given(given)
                return given
            }
        } catch {
            guard case .unsupportedAPI = error.reason else { throw error }
        }
        identity = .notToBeHad
        return nil
    }
}

extension ProduceResponse {
    /// The answer for the one partition that was asked for.
    fileprivate var only: PartitionProduceResponse? { responses.first?.partitionResponses.first }
}
