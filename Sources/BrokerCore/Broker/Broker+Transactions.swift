import Determinism
import KafkaWire

/// Transactional ids: what is kept of them, and when their time is up.
extension Broker {
    /// A new producer id; nil where the disk refuses to remember that it is given.
    func takeProducerID() -> Int64? {
        if let end = producerIDs.reservationNeeded {
            guard keep(.producerIDsReserved(end: end)) else { return nil }
            producerIDs.reserve(upTo: end)
        }
        return producerIDs.take()
    }

    /// Writes down how a transactional id stands now. False when the disk refuses; nothing has then changed.
    func keepTransaction(_ transaction: Transaction) -> Bool {
        guard keep(.transaction(transaction)) else { return false }
        transactions.put(transaction)
        scheduleTimer(of: transaction)
        return true
    }

    /// Adds to the transaction under way, or begins one.
    func grow(_ transaction: Transaction, partitions: [String: Set<Int32>] = [:], group: String? = nil) -> ErrorCode {
        let moment = now.millisecondsSinceEpoch
        let next = transaction.adding(partitions: partitions, group: group, at: moment)
        if transaction.state == .ongoing, next.partitions == transaction.partitions, next.groups == transaction.groups {
            return .none
        }
        let entry = MetadataEntry.transactionGrown(id: transaction.id, partitions: partitions, group: group, at: moment)
        guard keep(entry) else { return .coordinatorNotAvailable }
        transactions.put(next)
        scheduleTimer(of: next)
        return .none
    }

    func scheduleTimer(of transaction: Transaction) {
        guard let moment = transaction.deadline else { return }
        wake(transaction.id, at: Instant(millisecondsSinceEpoch: moment))
    }

    func wake(_ id: String, at deadline: Instant) {
        guard transactions.needsTimer(for: id, at: deadline) else { return }
        timers.schedule(.transaction(id), at: deadline)
    }

    /// The timer of a transactional id fired: its transaction is aborted if it took too long; its end is tried again if the
    /// disk refused it.
    func advanceTransaction(_ id: String) {
        transactions.timerFired(for: id, at: now)
        guard let transaction = transactions[id] else { return }
        if let deadline = transaction.deadline {
            guard deadline <= now.millisecondsSinceEpoch else { return scheduleTimer(of: transaction) }
            note(.warning, "the transaction of \(id.quotedForMessage) took longer than \(transaction.timeout) ms and is aborted")
            if !beginEnding(transaction.fenced(at: now.millisecondsSinceEpoch)) { wake(id, at: now + Self.endingRetry) }
        } else if transaction.state.isEnding, transactions.endings[id]?.isWaitingForDisk == false {
            writeMarkers(of: id)
        }
    }

    /// Forgets ids that have not been used for long (transactional.id.expiration.ms).
    func forgetIdleTransactions() {
        let limit = (now - settings.transactionalIDExpiration).millisecondsSinceEpoch
        let idle = transactions.all.filter { $0.changedAt < limit && $0.state != .ongoing && !$0.state.isEnding }
        guard !idle.isEmpty, keep(idle.map { .transactionForgotten(id: $0.id) }) else { return }
        transactions.remove(Set(idle.map(\.id)))
    }
}
