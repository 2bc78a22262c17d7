import EngineInterface
import KafkaClient
import MeshModel

extension KafkaEngine {
    /// What `__heddle.state` amounts to; an empty ledger where there is no such topic.
    func observeLedger(in topics: [String: ObservedTopic]) async throws(ObservationProblem) -> Ledger {
        do throws(EngineFailure) {
            return try await readLedger(topics[LedgerLog.topic].map { OwnTopic(id: $0.id) }, isObserved: true)
        } catch {
            throw .failed(error)
        }
    }

    /// Reads the ledger, and remembers it together with who holds the lease. Of a log that was read before, what is new.
    ///
    /// - Parameters:
    ///   - topic: nil where it is not there.
    ///   - isObserved: whether somebody is shown it, and may build on it.
    @discardableResult
    func readLedger(_ topic: OwnTopic?, isObserved: Bool = false) async throws(EngineFailure) -> Ledger {
        let (earlier, known) = ledgerState.withLock { state in
            defer { state.tail = nil }
            return (state.tail, (end: state.end, isWritten: state.wasRead && state.topicIsThere, topicId: state.topicId))
        }
        guard let topic else {
            ledgerState.withLock {
                $0.learn(LedgerReading.Outcome(), end: 0, of: nil, isAnew: true)
                if isObserved { ($0.wasObserved, $0.observedEnd) = (true, 0) }
            }
            return Ledger()
        }
        var tail = try await readTail(topic, after: earlier)
        let outcome = tail.reading.finish()
        if tail.reading.isTooLarge {
            throw EngineFailure(
                .misunderstood, "cluster '\(cluster)': \(LedgerLog.topic) holds more than \(LedgerReading.mostEntries) entries")
        }
        if let first = outcome.misunderstood.first {
            let others = outcome.misunderstood.count == 1 ? "" : ", and \(outcome.misunderstood.count - 1) more are not understood"
            throw EngineFailure(
                .misunderstood, "cluster '\(cluster)': in \(LedgerLog.topic), the value of '\(first.key)' \(first.problem)\(others)")
        }
        let isAnew = !known.isWritten || tail.end < known.end || (known.topicId != nil && known.topicId != topic.id)
        let read = tail
        ledgerState.withLock { state in
            if !isObserved, state.wasObserved, state.ledger != outcome.ledger { state.foreignEntry = read.end }
            state.learn(outcome, end: read.end, of: topic, isAnew: isAnew)
            if isObserved { (state.wasObserved, state.observedEnd) = (true, read.end) }
            if state.tail.map({ $0.end < read.end }) ?? true { state.tail = read }
        }
        return outcome.ledger
    }

    /// What the log holds beyond `earlier`, where that can be gone on with, or all of it.
    private func readTail(_ topic: OwnTopic, after earlier: LedgerTail?) async throws(EngineFailure) -> LedgerTail {
        let now = ContinuousClock.now
        do {
            if var tail = earlier, tail.continues(topic, at: now) {
                let bounds = try await client.readTail(of: LedgerLog.partition, from: tail.end) { tail.reading.add($0) }
                if bounds.start == tail.start, bounds.holds(tail.end) {
                    (tail.end, tail.readAt) = (bounds.end, now)
                    return tail
                }
            }
            var tail = LedgerTail(topic: topic, reading: LedgerReading(), start: 0, end: 0, readAt: now)
            var bounds = try await client.readTail(of: LedgerLog.partition, from: 0) { tail.reading.add($0) }
            if bounds.start > 0 {
                tail.reading = LedgerReading()
                let start = bounds.start
                bounds = try await client.readTail(of: LedgerLog.partition, from: start) { tail.reading.add($0) }
            }
            (tail.start, tail.end) = (bounds.start, bounds.end)
            return tail
        } catch {
            throw failure(error)
        }
    }

    /// A ledger that forgets, or that has no one order, would make Heddle take its own for foreign.
    func checkLedgerTopic(_ topic: ObservedTopic?) throws(ObservationProblem) {
        guard let topic else { return }
        let policy = topic.config?["cleanup.policy"]?.value ?? "compact"
        guard policy == "compact" else {
            throw .failed(EngineFailure(
                .misunderstood,
                "cluster '\(cluster)': topic \(LedgerLog.topic) has cleanup.policy=\(policy), so entries may have been deleted; "
                    + "set it to compact"))
        }
        guard topic.partitions == 1 else {
            throw .failed(EngineFailure(
                .misunderstood, "cluster '\(cluster)': topic \(LedgerLog.topic) has \(topic.partitions) partitions, but a ledger has one"))
        }
    }
}
