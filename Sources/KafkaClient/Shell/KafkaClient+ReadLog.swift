import KafkaWire
import NIOCore

extension KafkaClient {
    /// Reads every record of a partition, from its start up to the high watermark of this moment, in order.
    ///
    /// Control records are passed over. A batch that is compressed or corrupt ends the reading with `malformedResponse`: a
    /// log that is half read must not pass for whole.
    ///
    /// - Parameters:
    ///   - range: only these offsets, which are known to be there; nil for all there are.
    /// - Returns: the offset to go on from.
    @discardableResult
    package func readLog(
        of partition: TopicPartition, in range: Range<Int64>? = nil, deadline: Duration? = nil, _ visit: (Record) -> Void
    ) async throws(KafkaClientError) -> Int64 {
        let end = now + (deadline ?? options.callDeadline)
        var position: Int64
        let highWatermark: Int64
        if let range {
            (position, highWatermark) = (range.lowerBound, range.upperBound)
        } else {
            position = try await offset(in: partition, at: .start)
            highWatermark = try await offset(in: partition, at: .highWatermark)
        }
        while position < highWatermark {
            let batches = try await fetch(partition, from: position).records ?? ByteBuffer()
            let next = try visitRecords(in: batches, from: position, upTo: highWatermark, visit)
            try checkProgress(in: partition, from: position, to: next, of: highWatermark, until: end)
            position = next
        }
        return position
    }

    /// Reads a partition from an offset that is known from earlier, up to the high watermark of this moment, in order: one request
    /// where nothing is new.
    ///
    /// Where the log does not have that offset any more, or not yet, nothing is read, and the bounds show it.
    ///
    /// - Parameter wait: how long to wait for the first record; of the connection's other requests those that follow wait with it.
    package func readTail(
        of partition: TopicPartition, from position: Int64, wait: Duration = .zero, _ visit: (Record) -> Void
    ) async throws(KafkaClientError) -> LogBounds {
        let end = now + wait + options.callDeadline
        let first: FetchResponse.PartitionData?
        do {
            first = try await answerToFetch(partition, from: position, wait: wait)
        } catch {
            guard case .refused(.fetch, .offsetOutOfRange, _) = error.reason else { throw error }
            return try await bounds(of: partition)
        }
        // Some servers say nothing of a partition that has nothing new.
        var bounds: LogBounds
        if let first {
            bounds = LogBounds(start: first.logStartOffset >= 0 ? first.logStartOffset : try await offset(in: partition, at: .start), end: first.highWatermark)
        } else {
            bounds = try await self.bounds(of: partition)
            guard bounds.start <= position else { return bounds }
        }
        // Kafka hands out nothing beyond the high watermark. There are servers whose word on that lags behind what they hand out, so
        // the end is where there is nothing more.
        var next = try visitRecords(in: first?.records ?? ByteBuffer(), from: position, upTo: .max, visit)
        var isAtEnd = next == position && next >= bounds.end
        while !isAtEnd {
            let batches = try await answerToFetch(partition, from: next, wait: next < bounds.end ? .milliseconds(500) : .zero)?.records
            let following = try visitRecords(in: batches ?? ByteBuffer(), from: next, upTo: .max, visit)
            // Where others write all the while there is always more: what came in good time is enough then.
            isAtEnd = next >= bounds.end && (following == next || now > end)
            if !isAtEnd { try checkProgress(in: partition, from: next, to: following, of: bounds.end, until: end) }
            next = following
        }
        bounds.end = max(bounds.end, next)
        return bounds
    }

    /// As the partition's leader has them at this moment.
    package func bounds(of partition: TopicPartition) async throws(KafkaClientError) -> LogBounds {
        LogBounds(start: try await offset(in: partition, at: .start), end: try await offset(in: partition, at: .highWatermark))
    }

    private func checkProgress(
        in partition: TopicPartition, from position: Int64, to next: Int64, of highWatermark: Int64, until end: Duration
    ) throws(KafkaClientError) {
        guard next == position, now > end else { return }
        throw KafkaClientError(.noRoute("\(partition) gave no record at offset \(position) of \(highWatermark)"))
    }

    private enum Place: Int64 {
        case highWatermark = -1
        case start = -2
    }

    private func offset(in partition: TopicPartition, at place: Place) async throws(KafkaClientError) -> Int64 {
        let request = ListOffsetsRequest(
            replicaId: -1,
            topics: [.init(name: partition.topic, partitions: [.init(partitionIndex: partition.partition, timestamp: place.rawValue)])])
        let response = try await send(request, to: .leader(partition)) { $0.topics.first?.partitions.first?.errorCode ?? .none }
        guard let answer = response.topics.first?.partitions.first else {
            throw KafkaClientError(.malformedResponse("ListOffsets says nothing of \(partition)"))
        }
        guard answer.errorCode == .none else { throw KafkaClientError(.refused(.listOffsets, answer.errorCode, message: nil)) }
        return answer.offset
    }

    private func fetch(_ partition: TopicPartition, from position: Int64) async throws(KafkaClientError) -> FetchResponse.PartitionData {
        guard let answer = try await answerToFetch(partition, from: position, wait: .milliseconds(500)) else {
            throw KafkaClientError(.malformedResponse("Fetch says nothing of \(partition)"))
        }
        return answer
    }

    /// nil where the answer says nothing of the partition.
    private func answerToFetch(
        _ partition: TopicPartition, from position: Int64, wait: Duration
    ) async throws(KafkaClientError) -> FetchResponse.PartitionData? {
        let waitMs = Int32(clamping: wait.components.seconds * 1000 + wait.components.attoseconds / 1_000_000_000_000_000)
        // From version 13 on topics go by their ids, which not every server gives out.
        let highest: Int16? = topicId(of: partition.topic) == nil ? 12 : nil
        let response = try await send(to: .leader(partition), highest: highest, refusal: { $0.refusal }) { _ in
            FetchRequest(
                replicaId: -1, maxWaitMs: waitMs, minBytes: 1, maxBytes: 16 << 20, sessionEpoch: -1,
                topics: [
                    .init(
                        topic: partition.topic, topicId: self.topicId(of: partition.topic) ?? .zero,
                        partitions: [
                            .init(
                                partition: partition.partition, currentLeaderEpoch: -1, fetchOffset: position,
                                lastFetchedEpoch: -1, logStartOffset: -1, partitionMaxBytes: 4 << 20)
                        ])
                ])
        }
        guard response.refusal == .none else { throw KafkaClientError(.refused(.fetch, response.refusal, message: nil)) }
        return response.responses.first?.partitions.first
    }
}

extension FetchResponse {
    fileprivate var refusal: ErrorCode {
        errorCode == .none ? responses.first?.partitions.first?.errorCode ?? .none : errorCode
    }
}
