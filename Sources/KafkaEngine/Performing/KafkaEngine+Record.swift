import EngineInterface
import FoundationEssentials
import KafkaClient
import KafkaWire

extension KafkaEngine {
    package func record(_ updates: [LedgerUpdate]) async throws(EngineFailure) {
        guard !updates.isEmpty else { return }
        let known = ledgerState.withLock { $0 }
        let records: [ProducedRecord]
        do {
            let timestamp = Int64(Date().timeIntervalSince1970 * 1000)
            records = try ledgerRecords(for: updates, on: cluster, keys: known.keys, timestamp: timestamp)
        } catch {
            throw EngineFailure(.misunderstood, "cluster '\(cluster)': an entry of the ledger cannot be written: \(error)")
        }
        if !known.topicIsThere { try await createLedgerTopic() }
        do {
            for batch in ledgerBatches(records) { _ = try await producer.append(batch) }
        } catch {
            // It may have been deleted: look again next time.
            ledgerState.withLock { $0.topicIsThere = false }
            throw failure(error)
        }
        ledgerState.withLock { state in
            for update in updates {
                let item = LedgerItem(update)
                state.keys[item] = update.entry == nil ? nil : [item.key(on: cluster)]
            }
        }
    }

    /// Creates `__heddle.state` unless it is there.
    private func createLedgerTopic() async throws(EngineFailure) {
        let create = EngineOperation.createTopic(
            name: LedgerLog.topic, partitions: 1, replication: LedgerLog.replication(brokers: client.brokers.count),
            config: LedgerLog.config)
        switch await perform([create]).first {
        case .done, nil:
            break
        case .failed(let failure), .unknown(let failure):
            guard failure.code == ErrorCode.topicAlreadyExists.name else { throw failure }
        }
        ledgerState.withLock { $0.topicIsThere = true }
    }
}
