import KafkaWire

extension Transaction {
    enum Initialization: Equatable {
        case refuse(ErrorCode)
        /// Keep this, and tell the producer who it is now.
        case become(Transaction)
        /// The transaction under way must be aborted first: keep this, which fences the producer before.
        case abortFirst(Transaction)
    }

    /// InitProducerId: the producer begins anew, and all before it with the same transactional id are fenced.
    ///
    /// - Parameters:
    ///   - expected: who the producer was, if it says so (KIP-360): it is then fenced like the others unless it was the last.
    ///   - freshID: a new producer id; nil where none can be had.
    func initialize(
        expected: ProducerIdentity?, timeout: Int32, at now: Int64, freshID: () -> Int64?
    ) -> Initialization {
        if let expected, !isPredecessor(expected) { return .refuse(.producerFenced) }
        switch state {
        case .prepareCommit, .prepareAbort: return .refuse(.concurrentTransactions)
        case .ongoing: return .abortFirst(fenced(at: now))
        case .empty, .completeCommit, .completeAbort: break
        }
        var next = self
        next.state = .empty
        next.timeout = timeout
        next.startedAt = -1
        next.changedAt = now
        if Self.isExhausted(epoch), expected.map({ $0.epoch == epoch }) ?? true {
            guard let fresh = freshID() else { return .refuse(.coordinatorNotAvailable) }
            next.previousProducerID = producerID
            next.producerID = fresh
            next.lastEpoch = expected == nil ? -1 : epoch
            next.epoch = 0
            return .become(next)
        }
        switch expected?.epoch {
        case nil:
            next.lastEpoch = -1
            next.epoch += 1
        case epoch?, _ where epoch < 0:
            next.lastEpoch = epoch
            next.epoch += 1
        case lastEpoch?:
            // The answer to the same request was lost on its way.
            break
        default:
            return .refuse(.producerFenced)
        }
        return .become(next)
    }

    private func isPredecessor(_ expected: ProducerIdentity) -> Bool {
        epoch < 0 || expected.id == producerID
            || expected.id == previousProducerID && Self.isExhausted(expected.epoch)
    }

    /// The transaction under way is to be aborted, and whoever runs it fenced: by a newer producer, or as its time is up.
    func fenced(at now: Int64) -> Transaction {
        var next = self
        next.epoch = epoch == .max ? epoch : epoch + 1
        next.lastEpoch = -1
        next.state = .prepareAbort
        next.changedAt = now
        return next
    }
}
