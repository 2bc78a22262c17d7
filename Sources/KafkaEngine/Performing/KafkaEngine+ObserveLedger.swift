import EngineInterface
import KafkaClient
import MeshModel

extension KafkaEngine {
    /// What `__heddle.state` amounts to; an empty ledger where there is no such topic.
    func observeLedger(in topics: [String: ObservedTopic]) async throws(ObservationProblem) -> Ledger {
        guard topics[LedgerLog.topic] != nil else {
            ledgerState.withLock { $0 = LedgerState() }
            return Ledger()
        }
        var reading = LedgerReading()
        do {
            try await client.readLog(of: LedgerLog.partition) { reading.add($0) }
        } catch {
            throw .failed(failure(error))
        }
        let outcome = reading.finish()
        if reading.isTooLarge {
            throw .failed(EngineFailure(
                .misunderstood, "cluster '\(cluster)': \(LedgerLog.topic) holds more than \(LedgerReading.mostEntries) entries"))
        }
        if let first = outcome.misunderstood.first {
            let others = outcome.misunderstood.count == 1 ? "" : ", and \(outcome.misunderstood.count - 1) more are not understood"
            throw .failed(EngineFailure(
                .misunderstood, "cluster '\(cluster)': in \(LedgerLog.topic), the value of '\(first.key)' \(first.problem)\(others)"))
        }
        ledgerState.withLock { $0 = LedgerState(topicIsThere: true, keys: outcome.keys) }
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
