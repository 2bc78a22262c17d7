import EngineInterface
import KafkaClient
import MeshModel

extension KafkaEngine {
    /// What `__heddle.state` amounts to; an empty ledger where there is no such topic.
    func observeLedger(in topics: [String: ObservedTopic]) async throws(ObservationProblem) -> Ledger {
        do throws(EngineFailure) {
            let ledger = try await readLedger(isThere: topics[LedgerLog.topic] != nil)
            ledgerState.withLock { $0.wasObserved = true }
            return ledger
        } catch {
            throw .failed(error)
        }
    }

    /// Reads the ledger, and remembers it together with who holds the lease.
    @discardableResult
    func readLedger(isThere: Bool) async throws(EngineFailure) -> Ledger {
        guard isThere else {
            ledgerState.withLock { $0.learn(LedgerReading.Outcome(), end: 0, topicIsThere: false) }
            return Ledger()
        }
        var reading = LedgerReading()
        let end: Int64
        do {
            end = try await client.readLog(of: LedgerLog.partition) { reading.add($0) }
        } catch {
            throw failure(error)
        }
        let outcome = reading.finish()
        if reading.isTooLarge {
            throw EngineFailure(
                .misunderstood, "cluster '\(cluster)': \(LedgerLog.topic) holds more than \(LedgerReading.mostEntries) entries")
        }
        if let first = outcome.misunderstood.first {
            let others = outcome.misunderstood.count == 1 ? "" : ", and \(outcome.misunderstood.count - 1) more are not understood"
            throw EngineFailure(
                .misunderstood, "cluster '\(cluster)': in \(LedgerLog.topic), the value of '\(first.key)' \(first.problem)\(others)")
        }
        ledgerState.withLock { $0.learn(outcome, end: end, topicIsThere: true) }
        return outcome.ledger
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
