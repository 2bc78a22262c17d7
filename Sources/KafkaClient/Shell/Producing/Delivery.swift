import Synchronization

/// Where a record went.
package struct DeliveredAt: Sendable, Hashable {
    package var partition: TopicPartition
    /// nil: the broker knew the record from an earlier try and did not say where it is.
    package var offset: Int64?

    package init(partition: TopicPartition, offset: Int64?) {
        self.partition = partition
        self.offset = offset
    }
}

/// A record on its way: waited for by whoever likes.
package final class Delivery: Sendable {
    package typealias Outcome = Result<DeliveredAt, KafkaClientError>
    private typealias Waiter = CheckedContinuation<Outcome, Never>

    private enum State {
        case pending([Int: Waiter], next: Int)
        case ended(Outcome)
    }

    private let state = Mutex(State.pending([:], next: 0))
    let bytes: Int

    init(bytes: Int) { self.bytes = bytes }

    func end(_ outcome: Outcome) {
        let waiters = state.withLock { state -> [Waiter] in
            guard case .pending(let waiters, _) = state else { return [] }
            state = .ended(outcome)
            return Array(waiters.values)
        }
        for waiter in waiters { waiter.resume(returning: outcome) }
    }

    /// Cancelling the caller ends the waiting, and not the delivery.
    package func value() async throws(KafkaClientError) -> DeliveredAt {
        let key = state.withLock { state -> Int in
            guard case .pending(let waiters, let next) = state else { return -1 }
            state = .pending(waiters, next: next + 1)
            return next
        }
        return try await withTaskCancellationHandler {
            await withCheckedContinuation { (waiter: Waiter) in
                let now = state.withLock { state -> Outcome? in
                    switch state {
                    case .ended(let outcome): return outcome
                    case .pending(var waiters, let next):
                        if Task.isCancelled { return .failure(Self.cancelled) }
                        waiters[key] = waiter
                        state = .pending(waiters, next: next)
                        return nil
                    }
                }
                if let now { waiter.resume(returning: now) }
            }
        } onCancel: {
            let waiter = state.withLock { state -> Waiter? in
                guard case .pending(var waiters, let next) = state else { return nil }
                let waiter = waiters.removeValue(forKey: key)
                state = .pending(waiters, next: next)
                return waiter
            }
            waiter?.resume(returning: .failure(Self.cancelled))
        }.get()
    }

    private static let cancelled = KafkaClientError(.cancelled, wasSent: true)
}
