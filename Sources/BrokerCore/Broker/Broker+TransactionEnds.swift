import BrokerLog
import Determinism
import KafkaWire

/// What is to be done about a transaction that ends, once what was written before is kept.
enum TransactionStep {
    case writeMarkers(id: String)
    case complete(id: String)
}

/// The end of a transaction, in three steps that a crash may come between: the decision is kept; then the markers are
/// written, and offsets committed; when these are kept too, the transaction is complete and the producer is answered.
///
/// The order is the promise: no marker may be on disk before the decision, nor the completion before all markers. After a
/// crash the decision is carried out again where it had not been, which can be seen: the transaction is still open there.
extension Broker {
    /// How long to wait before what the disk refused is tried again.
    static let endingRetry = Duration.seconds(1)

    /// Decides how a transaction ends.
    ///
    /// - Parameters:
    ///   - transaction: as it stands from now on: prepared to be committed or aborted.
    ///   - asked: the request to be answered when it is complete.
    /// - Returns: false when the disk refuses; nothing has then changed.
    func beginEnding(_ transaction: Transaction, asked: RequestID? = nil) -> Bool {
        guard keepTransaction(transaction) else { return false }
        let places = transaction.partitions.sorted { $0.key < $1.key }.flatMap { topic, indexes in
            indexes.sorted().map { TransactionTable.Place(topic: topic, partition: $0) }
        }
        transactions.endings[transaction.id] = .init(
            partitions: places, groups: transaction.groups.sorted(), asked: asked)
        whenKept(.writeMarkers(id: transaction.id))
        return true
    }

    func perform(_ step: TransactionStep) {
        switch step {
        case .writeMarkers(let id):
            transactions.endings[id]?.isWaitingForDisk = false
            writeMarkers(of: id)
        case .complete(let id):
            transactions.endings[id]?.isWaitingForDisk = false
            complete(id)
        }
    }

    private func whenKept(_ step: TransactionStep) {
        guard settings.durability == .fsync, syncs.isSomethingUnsynced else { return perform(step) }
        switch step {
        case .writeMarkers(let id), .complete(let id): transactions.endings[id]?.isWaitingForDisk = true
        }
        syncs.wait(step)
    }

    /// The decision is kept: carries it out wherever it still has to be.
    func writeMarkers(of id: String) {
        guard let transaction = transactions[id], transaction.state.isEnding, let ending = transactions.endings[id] else { return }
        let end = TransactionEnd(
            transaction.state == .prepareCommit ? .commit : .abort, coordinatorEpoch: Self.coordinatorEpoch)
        let partitions = ending.partitions.filter { place in
            // A topic that is gone has nothing to end.
            guard let topic = topics[place.topic], let partition = topic.partition(place.partition) else { return false }
            return append(end, of: transaction.producer, to: partition, of: topic) == .kafkaStorageError
        }
        let groups = ending.groups.filter { group in
            !decideOffsets(of: group, transaction.producerID, isCommitted: end.marker == .commit)
        }
        if let first = partitions.first, !ending.hasComplained {
            note(.error, "the end of the transaction of \(id.quotedForMessage) cannot be written to \(partitions.count)"
                + " partition(s), among them \(first.topic)-\(first.partition); it is tried again until it can")
            transactions.endings[id]?.hasComplained = true
        }
        transactions.endings[id]?.partitions = partitions
        transactions.endings[id]?.groups = groups
        whenKept(.complete(id: id))
    }

    /// The markers are kept, but for those that the disk refused: these are tried again, for as long as it takes.
    private func complete(_ id: String) {
        guard let transaction = transactions[id], transaction.state.isEnding, var ending = transactions.endings[id] else { return }
        for (topic, indexes) in transaction.partitions.sorted(by: { $0.key < $1.key }) {
            for index in indexes.sorted() {
                // A log that went offline while it was brought to disk may have lost its marker: the next start will show.
                guard let log = topics[topic]?.partition(index)?.log, log.offlineReason != nil else { continue }
                let place = TransactionTable.Place(topic: topic, partition: index)
                if !ending.partitions.contains(place) { ending.partitions.append(place) }
            }
        }
        let isDone = ending.partitions.isEmpty && ending.groups.isEmpty
            && keepTransaction(transaction.completed(at: now.millisecondsSinceEpoch))
        if let asked = ending.asked {
            ending.asked = nil
            answerEnd(asked, transactions[id] ?? transaction)
        }
        transactions.endings[id] = isDone ? nil : ending
        if !isDone { wake(id, at: now + Self.endingRetry) }
    }

    /// Writes a marker. A log that refuses it for a reason of its own is `.kafkaStorageError`.
    func append(
        _ end: TransactionEnd, of producer: ProducerIdentity, to partition: Partition, of topic: Topic
    ) -> ErrorCode {
        if let complaint = partition.producers.complaint(
            aboutMarkerOf: producer.id, epoch: producer.epoch, coordinatorEpoch: end.coordinatorEpoch) { return complaint }
        let batch = end.marker.batch(
            producerID: producer.id, producerEpoch: producer.epoch, coordinatorEpoch: end.coordinatorEpoch,
            timestamp: now.millisecondsSinceEpoch)
        do {
            let records = try checkRecords(batch, rules: RecordBatchRules(origin: .broker))
            guard var header = records.headers.first else { return .unknownServerError }
            let appended = try append(records, to: partition, of: topic)
            header.baseOffset = appended.baseOffset
            partition.producers.apply(header, end: end, at: now)
        } catch {
            return .kafkaStorageError
        }
        // Whoever reads committed records may now see all that the transaction wrote, not only its marker.
        if settings.durability == .os {
            wakeFetches(of: partition, grownBy: Partition.everything)
        } else {
            partition.unsyncedBytes = Partition.everything
        }
        return .none
    }

    /// Commits or drops what a group was to commit with the transaction. False when the disk refuses.
    private func decideOffsets(of group: String, _ producerID: Int64, isCommitted: Bool) -> Bool {
        guard pendingOffsets[group, producerID] != nil else { return true }
        guard keep(.pendingDecided(group: group, producerID: producerID, isCommitted: isCommitted)) else { return false }
        guard let pending = pendingOffsets.take(group, producerID), isCommitted else { return true }
        groups.findOrMake(group)
        groups.update(group) { $0.offsets.merge(pending) }
        return true
    }

    /// With one broker the coordinator never changes.
    static let coordinatorEpoch: Int32 = 0
}
