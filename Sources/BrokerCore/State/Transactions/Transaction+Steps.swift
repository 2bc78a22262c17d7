import KafkaWire

extension Transaction {
    /// Why the producer may not add to the transaction now; nil where it may.
    func complaintAboutAdding(by producer: ProducerIdentity) -> ErrorCode? {
        if producer.id != producerID { return .invalidProducerIdMapping }
        if state.isEnding {
            // KIP-890: the epoch was raised when the end was decided.
            return producer.epoch == epoch || producer.epoch == lastEpoch ? .concurrentTransactions : .producerFenced
        }
        return producer.epoch == epoch ? nil : .producerFenced
    }

    /// The transaction with more in it, begun by the first.
    func adding(partitions added: [String: Set<Int32>] = [:], group: String? = nil, at now: Int64) -> Transaction {
        var next = self
        if state != .ongoing {
            next.partitions = [:]
            next.groups = []
            next.startedAt = now
            next.state = .ongoing
        }
        for (topic, indexes) in added { next.partitions[topic, default: []].formUnion(indexes) }
        if let group { next.groups.insert(group) }
        next.changedAt = now
        return next
    }

    enum Ending: Equatable {
        case refuse(ErrorCode)
        /// It has ended so already: the same answer again.
        case ended
        /// Keep this, and write the markers.
        case prepare(Transaction)
    }

    /// EndTxn as it was before KIP-890: the producer keeps its epoch.
    func end(committed: Bool, by producer: ProducerIdentity, at now: Int64) -> Ending {
        if producer.id != producerID { return .refuse(.invalidProducerIdMapping) }
        if producer.epoch != epoch { return .refuse(.producerFenced) }
        switch (state, committed) {
        case (.ongoing, _): return .prepare(prepared(committed: committed, at: now))
        case (.completeCommit, true), (.completeAbort, false): return .ended
        case (.prepareCommit, true), (.prepareAbort, false): return .refuse(.concurrentTransactions)
        case (.empty, _), (.completeCommit, false), (.completeAbort, true), (.prepareCommit, false), (.prepareAbort, true):
            return .refuse(.invalidTxnState)
        }
    }

    /// EndTxn of KIP-890: the producer's epoch is raised, so that nothing of this transaction can come late. Where epochs run
    /// out, it goes on with a new id. To abort nothing is allowed, as the producer does not know what was added for it.
    func endRaisingEpoch(
        committed: Bool, by producer: ProducerIdentity, at now: Int64, freshID: () -> Int64?
    ) -> Ending {
        let isRetryOverflown = previousProducerID == producer.id && producer.epoch == .max - 1 && epoch == 0
        let isRetryRaised = producer.id == producerID && producer.epoch < .max && producer.epoch + 1 == epoch
            && lastEpoch == producer.epoch
        if producer.id != producerID, !isRetryOverflown { return .refuse(.invalidProducerIdMapping) }
        let isRetry = isRetryOverflown || isRetryRaised
        let isKnown: Bool =
            switch state {
            case .empty, .ongoing: producer.epoch == epoch
            case .prepareCommit, .prepareAbort: isRetryRaised
            case .completeCommit, .completeAbort: isRetry || producer.epoch == epoch
            }
        guard isKnown else { return .refuse(.producerFenced) }
        switch (state, committed) {
        case (.prepareCommit, true), (.prepareAbort, false): return .refuse(.concurrentTransactions)
        case (.completeCommit, true) where isRetry, (.completeAbort, false) where isRetry: return .ended
        case (.empty, false), (.completeCommit, false) where !isRetry, (.completeAbort, false):
            return raised(committed: false, at: now, isEmpty: true, freshID: freshID)
        case (.ongoing, _): return raised(committed: committed, at: now, isEmpty: false, freshID: freshID)
        default: return .refuse(.invalidTxnState)
        }
    }

    private func raised(committed: Bool, at now: Int64, isEmpty: Bool, freshID: () -> Int64?) -> Ending {
        var next = prepared(committed: committed, at: now)
        if isEmpty {
            next.partitions = [:]
            next.groups = []
        }
        if Self.isExhausted(epoch) {
            guard let fresh = freshID() else { return .refuse(.coordinatorNotAvailable) }
            next.nextProducerID = fresh
        }
        next.lastEpoch = epoch
        next.epoch = epoch == .max ? epoch : epoch + 1
        return .prepare(next)
    }

    private func prepared(committed: Bool, at now: Int64) -> Transaction {
        var next = self
        next.state = committed ? .prepareCommit : .prepareAbort
        next.changedAt = now
        return next
    }

    /// All markers are written.
    func completed(at now: Int64) -> Transaction {
        var next = self
        next.state = state == .prepareCommit ? .completeCommit : .completeAbort
        next.partitions = [:]
        next.groups = []
        next.changedAt = now
        if nextProducerID >= 0 {
            next.previousProducerID = producerID
            next.producerID = nextProducerID
            next.nextProducerID = -1
            next.epoch = 0
        }
        return next
    }
}
