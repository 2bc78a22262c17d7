import BrokerLog
import Determinism
import KafkaWire
import NIOCore

/// Fetch 4-17: whole batches up to the high watermark, within the limits but for the first batch (KIP-74). A fetch
/// that finds less than minBytes waits until that is there or its time is up; see `WaitingFetches`.
///
/// Readers of committed records (isolation level 1) see no further than the last stable offset, and are told which
/// transactions to leave out.
///
/// Fetch sessions (KIP-227): see `FetchSession`.
extension Broker {
    /// Longest wait that is granted, whatever is asked for.
    static let longestFetchWait = Duration.seconds(60)
    /// Fetches of one connection that may wait at a time. Clients wait with one; each holds memory when it ends.
    static let waitingFetchesPerConnection = 2

    func fetch(_ request: FetchRequest, _ call: Call) {
        if request.replicaId >= 0 || request.replicaState.replicaId >= 0 {
            // Only brokers fetch as replicas, and there is no other broker.
            return reply(call.id, FetchResponse(errorCode: .invalidRequest))
        }
        var request = request
        let session = openSession(of: &request, call)
        if session.isRefused { return }
        var waiting = WaitingFetch(
            request: request, call: call,
            deadline: now + min(.milliseconds(max(request.maxWaitMs, 0)), Self.longestFetchWait))
        waiting.session = session
        let found = read(&waiting)
        if found.mayLeave || waiting.deadline <= now
            || fetches.count(of: call.id.connection) >= Self.waitingFetchesPerConnection {
            return answer(waiting, found)
        }
        waiting.missingBytes = found.wanted - found.bytes
        let id = fetches.add(waiting)
        for partition in waiting.partitions { partition.waitingFetches.insert(id) }
        timers.schedule(.fetch(id), at: waiting.deadline)
    }

    /// New records are to be seen in a partition, or it went away: looks at the fetches that wait for it again.
    ///
    /// - Parameter grownBy: bytes that can be seen now and could not before.
    func wakeFetches(of partition: Partition, grownBy: Int) {
        guard !partition.waitingFetches.isEmpty else { return }
        for id in partition.waitingFetches.sorted() {
            guard var waiting = fetches[id] else {
                partition.waitingFetches.remove(id)
                continue
            }
            if !partition.isDeleted, grownBy < waiting.missingBytes {
                // Not worth a look at the disk yet.
                fetches.grow(id, by: grownBy)
                continue
            }
            let found = read(&waiting)
            guard found.mayLeave else {
                fetches.setMissing(id, to: found.wanted - found.bytes)
                continue
            }
            forgetFetch(id)
            answer(waiting, found)
        }
    }

    /// The ACLs changed: a fetch that waits for what its principal may not read any more is answered with the refusal.
    func refuseWaitingFetches() {
        for id in fetches.allIDs {
            guard var waiting = fetches[id] else { continue }
            var names: Set<String> = []
            for partition in waiting.partitions { names.insert(partition.topicName) }
            guard names.contains(where: { !isAllowed(waiting.call, .read, on: .topic($0)) }) else { continue }
            forgetFetch(id)
            let found = read(&waiting)
            answer(waiting, found)
        }
    }

    /// The fetch's time is up: it is answered with what there is.
    func finishFetch(_ id: UInt64) {
        guard var waiting = fetches[id] else { return }
        forgetFetch(id)
        let found = read(&waiting)
        answer(waiting, found)
    }

    func forgetFetches(of connection: ConnectionID) {
        for id in fetches.ids(of: connection) { forgetFetch(id) }
    }

    private func forgetFetch(_ id: UInt64) {
        guard let waiting = fetches.remove(id) else { return }
        for partition in waiting.partitions { partition.waitingFetches.remove(id) }
    }

    private func answer(_ waiting: WaitingFetch, _ found: Found) {
        var response = found.response
        waiting.session.finish(&response, isCutShort: found.isCutShort)
        reply(waiting.call.id, response)
    }

    // MARK: Reading

    private struct Found {
        var response = FetchResponse()
        var bytes = 0
        var hasError = false
        var wanted = 0
        /// There was no more room for records.
        var isCutShort = false

        var mayLeave: Bool { hasError || bytes >= wanted || response.responses.isEmpty }
    }

    private func read(_ waiting: inout WaitingFetch) -> Found {
        let request = waiting.request
        let usesIDs = waiting.call.version >= 13
        var found = Found()
        found.wanted = Int(max(request.minBytes, 0))
        var room = Int(min(max(request.maxBytes, 0), Int32(clamping: settings.fetchMaxBytes)))
        waiting.partitions.removeAll(keepingCapacity: true)
        found.response.responses.reserveCapacity(request.topics.count)
        for asked in request.topics {
            let topic = usesIDs ? topics[asked.topicId] : topics[asked.topic]
            var answer = FetchResponse.FetchableTopicResponse(topic: asked.topic, topicId: asked.topicId)
            answer.partitions.reserveCapacity(asked.partitions.count)
            let refusedTopic = refusal(of: asked, topic, usesIDs: usesIDs, waiting.call)
            for partition in asked.partitions {
                let error = refusedTopic ?? Partition.complaint(aboutEpoch: partition.currentLeaderEpoch)
                guard error == nil, let here = topic?.partition(partition.partition) else {
                    found.hasError = true
                    answer.partitions.append(failure(partition.partition, error ?? .unknownTopicOrPartition))
                    continue
                }
                waiting.partitions.append(here)
                let data = read(
                    partition, of: here, isCommittedOnly: request.isolationLevel == 1, room: room, isFirst: found.bytes == 0)
                if data.errorCode != .none { found.hasError = true }
                let size = data.records?.readableBytes ?? 0
                found.bytes += size
                room -= size
                answer.partitions.append(data)
            }
            found.response.responses.append(answer)
        }
        found.isCutShort = room <= 0 && found.bytes > 0
        return found
    }

    private func refusal(
        of asked: FetchRequest.FetchTopic, _ topic: Topic?, usesIDs: Bool, _ call: Call
    ) -> ErrorCode? {
        if usesIDs, topic == nil { return .unknownTopicId }
        guard isAllowed(call, .read, on: .topic(topic?.name ?? asked.topic)) else { return .topicAuthorizationFailed }
        return topic == nil ? .unknownTopicOrPartition : nil
    }

    private func read(
        _ asked: FetchRequest.FetchPartition, of partition: Partition, isCommittedOnly: Bool, room: Int, isFirst: Bool
    ) -> FetchResponse.PartitionData {
        guard partition.offlineReason == nil else { return failure(asked.partition, .kafkaStorageError) }
        let highWatermark = partition.highWatermark(settings.durability)
        guard asked.fetchOffset >= partition.logStartOffset, asked.fetchOffset <= partition.logEndOffset else {
            return failure(asked.partition, .offsetOutOfRange, partition)
        }
        let lastStable = partition.lastStableOffset(settings.durability)
        let end = isCommittedOnly ? lastStable : highWatermark
        var records = ByteBuffer()
        if let log = partition.log, asked.fetchOffset < end, room > 0 || isFirst {
            do throws(LogError) {
                records = try log.read(
                    from: asked.fetchOffset, maxBytes: min(Int(max(asked.partitionMaxBytes, 0)), max(room, 0)),
                    minOneBatch: isFirst, upTo: end)
            } catch {
                if case .offsetOutOfRange = error { return failure(asked.partition, .offsetOutOfRange, partition) }
                note(.error, "partition \(partition.name) cannot be read: \(error)")
                return failure(asked.partition, .kafkaStorageError, partition)
            }
        }
        return .init(
            partitionIndex: asked.partition, errorCode: .none, highWatermark: highWatermark,
            lastStableOffset: lastStable, logStartOffset: partition.logStartOffset,
            abortedTransactions: isCommittedOnly ? aborted(in: records, of: partition, from: asked.fetchOffset) : nil,
            preferredReadReplica: -1, records: records)
    }

    /// The transactions whose records among these are to be left out.
    private func aborted(
        in records: ByteBuffer, of partition: Partition, from start: Int64
    ) -> [FetchResponse.AbortedTransaction] {
        guard records.readableBytes > 0, !partition.producers.aborted.isEmpty else { return [] }
        var end = start
        var position = records.readerIndex
        while position < records.writerIndex, let header = try? RecordBatchHeader(at: position, in: records) {
            end = header.nextOffset
            position += header.sizeInBytes
        }
        return partition.producers.aborted(from: start, upTo: end).map {
            .init(producerId: $0.producerID, firstOffset: $0.firstOffset)
        }
    }

    private func failure(_ index: Int32, _ error: ErrorCode, _ partition: Partition? = nil) -> FetchResponse.PartitionData {
        .init(
            partitionIndex: index, errorCode: error,
            highWatermark: partition?.highWatermark(settings.durability) ?? -1, lastStableOffset: -1,
            logStartOffset: partition?.logStartOffset ?? -1, abortedTransactions: nil, preferredReadReplica: -1,
            records: ByteBuffer())
    }
}

extension Partition {
    /// KIP-320: a client that knows another leader epoch than ours must look the leader up anew.
    static func complaint(aboutEpoch epoch: Int32) -> ErrorCode? {
        if epoch < 0 || epoch == leaderEpoch { return nil }
        return epoch > leaderEpoch ? .unknownLeaderEpoch : .fencedLeaderEpoch
    }
}
