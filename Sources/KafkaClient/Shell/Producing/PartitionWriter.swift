import BatchCompression
import KafkaWire
import NIOCore

/// Carries out what a `BatchQueue` says, for one partition.
actor PartitionWriter {
    private let client: KafkaClient
    private let partition: TopicPartition
    private let compression: RecordCompression
    private let ended: @Sendable (Delivery) -> Void
    private var queue: BatchQueue<Delivery>
    private let limits: BatchLimits
    private var isPumping = false
    private var timer: Task<Void, Never>?
    private var failures = 0
    private var lastError = KafkaClientError(.closed)
    private var flushes: [(before: Int, waiter: CheckedContinuation<Void, Never>)] = []
    private var isClosed = false

    init(
        client: KafkaClient, partition: TopicPartition, limits: BatchLimits, isIdempotent: Bool, compression: RecordCompression,
        ended: @escaping @Sendable (Delivery) -> Void
    ) {
        self.client = client
        self.partition = partition
        self.compression = compression
        self.limits = limits
        self.ended = ended
        queue = BatchQueue(limits: limits, isIdempotent: isIdempotent)
    }

    func append(_ record: ProducedRecord, _ delivery: Delivery) {
        guard !isClosed else { return end(delivery, .failure(KafkaClientError(.closed))) }
        queue.add(record, delivery, now: client.now)
        pump()
    }

    /// Until all that was handed over before has arrived or was given up, whatever else is handed over meanwhile.
    func flush() async {
        let mark = queue.hurry()
        guard !queue.isDone(before: mark) else { return }
        pump()
        await withCheckedContinuation { flushes.append((mark, $0)) }
    }

    /// Gives up what has not arrived.
    func close() {
        isClosed = true
        timer?.cancel()
        lastError = KafkaClientError(.closed)
        giveUp(queue.abandon())
        endFlush()
    }

    // MARK: Sending

    private func pump() {
        guard !isPumping else { return }
        isPumping = true
        Task { await self.sendAll() }
    }

    private func sendAll() async {
        while !isClosed {
            if queue.needsIdentity, await !learnIdentity() { break }
            guard let batch = queue.take(now: client.now) else { break }
            await send(batch)
        }
        isPumping = false
        endFlush()
        timer?.cancel()
        timer = nil
        guard !isClosed, let wake = queue.wake(now: client.now) ?? (queue.needsIdentity ? client.now + .milliseconds(100) : nil) else { return }
        let delay = max(wake - client.now, .zero)
        timer = Task {
            do { try await Task.sleep(for: delay) } catch { return }
            self.pump()
        }
    }

    private func endFlush() {
        for flush in flushes where queue.isDone(before: flush.before) { flush.waiter.resume() }
        flushes.removeAll { queue.isDone(before: $0.before) }
    }

    private func send(_ batch: BatchQueue<Delivery>.Batch) async {
        do throws(KafkaClientError) {
            let records = try encode(batch)
            let connection = try await client.connection(to: .leader(partition))
            try await connection.waitOutPause()
            let call = try connection.begin(timeout: client.options.requestTimeout) { [client, partition] _ in
                ProduceRequest(
                    acks: -1, timeoutMs: client.options.requestTimeout.milliseconds,
                    topicData: [
                        .init(
                            name: partition.topic, topicId: client.topicId(of: partition.topic) ?? .zero,
                            partitionData: [.init(index: partition.partition, records: records)])
                    ])
            }
            Task {
                do throws(KafkaClientError) {
                    let response = try await connection.end(call)
                    self.answered(batch.id, response)
                } catch {
                    self.failed(batch.id, error)
                }
            }
        } catch {
            failed(batch.id, error)
        }
    }

    private func encode(_ batch: BatchQueue<Delivery>.Batch) throws(KafkaClientError) -> ByteBuffer {
        let producer = batch.producer.map { RecordBatchBuilder.Producer(id: $0.id, epoch: $0.epoch, baseSequence: $0.baseSequence) }
        let plain = encodeBatch(batch.entries.map(\.record), producer: producer)
        guard compression != .none else { return plain }
        do {
            return try compressBatch(plain, compression)
        } catch {
            throw KafkaClientError(.cannotEncode("the batch cannot be compressed: \(error)"))
        }
    }

    /// Whether there is one now, or none is needed.
    private func learnIdentity() async -> Bool {
        do {
            let request = InitProducerIdRequest(transactionalId: nil, transactionTimeoutMs: .max)
            let response = try await client.send(request, deadline: min(limits.deadline, client.options.callDeadline)) { $0.errorCode }
            if response.errorCode == .none {
                queue.learn(.given(id: response.producerId, epoch: response.producerEpoch))
            } else {
                queue.learn(.none)
            }
            return true
        } catch {
            if case .unsupportedAPI = error.reason {
                queue.learn(.none)
                return true
            }
            lastError = error
            giveUp(error.isRetriable ? queue.expire(now: client.now) : queue.abandon())
            return false
        }
    }

    // MARK: Answers

    private static let endsIdentity: Set<ErrorCode> = [
        .outOfOrderSequenceNumber, .unknownProducerId, .invalidProducerEpoch, .invalidProducerIdMapping,
    ]

    private func answered(_ id: Int, _ response: ProduceResponse) {
        guard let answer = response.responses.first?.partitionResponses.first else {
            return failed(id, KafkaClientError(.malformedResponse("Produce says nothing of \(partition)"), wasSent: true))
        }
        switch answer.errorCode {
        case .none, .duplicateSequenceNumber:
            failures = 0
            let (batch, givenUp) = queue.acknowledged(id)
            for (index, entry) in (batch?.entries ?? []).enumerated() {
                let offset = answer.baseOffset >= 0 ? answer.baseOffset + Int64(index) : nil
                end(entry.ticket, .success(DeliveredAt(partition: partition, offset: offset)))
            }
            giveUp(givenUp)
            endFlush()
            pump()
        case let code:
            let error = KafkaClientError(.refused(.produce, code, message: answer.errorMessage), wasSent: true)
            if Self.endsIdentity.contains(code) {
                fail(id, .outOfSequence, error)
            } else if RefusalRemedy(code) != nil || code.isRetriable {
                client.forget(.leader(partition))
                fail(id, .passing(mayBeWritten: code == .notEnoughReplicasAfterAppend || code == .requestTimedOut), error)
            } else {
                fail(id, .refused, error)
            }
        }
    }

    private func failed(_ id: Int, _ error: KafkaClientError) {
        client.forget(.leader(partition))
        fail(id, error.isRetriable ? .passing(mayBeWritten: error.wasSent) : .refused, error)
    }

    private func fail(_ id: Int, _ failure: BatchQueue<Delivery>.Failure, _ error: KafkaClientError) {
        lastError = error
        // What fails together is one failure.
        if !queue.isRecovering { failures += 1 }
        client.logger.debug("a batch for \(partition) did not arrive", metadata: ["because": "\(error)"])
        var pause = Duration.zero
        if case .wait(let delay) = client.decideAfterFailure(number: failures, deadline: .seconds(Int64.max / 4)) { pause = delay }
        giveUp(queue.failed(id, failure, now: client.now, pause: pause))
        endFlush()
        pump()
    }

    private func giveUp(_ batches: [BatchQueue<Delivery>.Batch]) {
        for batch in batches {
            var error = lastError
            if batch.mayBeWritten { error.wasSent = true }
            for entry in batch.entries { end(entry.ticket, .failure(error)) }
        }
    }

    private func end(_ delivery: Delivery, _ outcome: Delivery.Outcome) {
        delivery.end(outcome)
        ended(delivery)
    }
}
