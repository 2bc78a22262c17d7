import EngineInterface
import KafkaClient
import KafkaWire
import MeshModel
import NIOCore

extension KafkaEngine {
    package func record(_ write: LedgerWrite) async throws(EngineFailure) {
        guard !write.isEmpty else { return }
        try await checkLease()
        let known = ledgerState.withLock { $0 }
        guard let holding = known.holding else { throw lostLease(to: known.leases.last) }
        if write.endsLease { endRenewals() }
        if !known.topicIsThere { try await createLedgerTopic() }

        let records = records(of: write, known: known, holding: holding)
        for batch in ledgerBatches(records.list) {
            let offset = try await appendToLedger(batch)
            // Somebody else wrote in between: it may have been to take the lease.
            if offset != ledgerState.withLock({ $0.end }) { try await follow(upTo: offset) }
            ledgerState.withLock { $0.end = max($0.end, offset + Int64(batch.count)) }
            guard ledgerState.withLock({ $0.holdsLease }) else {
                let last = ledgerState.withLock { state in
                    state.holding = nil
                    return state.leases.last
                }
                endRenewals()
                throw lostLease(to: last)
            }
            // What ends the run is written: nothing follows it.
            if !write.endsLease, let successor = ledgerState.withLock({ $0.successorInLeadership }) {
                await giveLeaseBack()
                throw lostLeadership(to: successor)
            }
        }
        let chunks = records.chunks
        ledgerState.withLock { state in
            for update in write.updates {
                state.ledger.apply(update)
                let item = LedgerItem(update)
                state.keys[item] = update.entry == nil ? nil : [item.key(on: cluster)]
            }
            state.repairs = [:]
            state.holding?.chunks += chunks
            if write.endsLease { state.endLease() }
        }
    }

    /// Renews a lease that has run out by our own clock, as after a sleep of the machine, before it is written under.
    private func checkLease() async throws(EngineFailure) {
        let (holding, last) = ledgerState.withLock { ($0.holding, $0.leases.last) }
        guard let holding else { throw lostLease(to: last) }
        guard ContinuousClock.now >= holding.end else { return }
        await renewLease()
        let (renewed, successor) = ledgerState.withLock { ($0.holding, $0.leases.last) }
        guard let renewed, ContinuousClock.now < renewed.end else { throw lostLease(to: renewed == nil ? successor : nil) }
    }

    /// Entries first and the lease last: whatever arrives of them, what follows never goes without what precedes it.
    private func records(of write: LedgerWrite, known: LedgerState, holding: LedgerState.Holding) -> (list: [ProducedRecord], chunks: Int) {
        let now = Self.millisecondsNow
        var records = known.repairs.sorted { $0.key < $1.key }.map { key, value in
            ProducedRecord(key: ByteBuffer(string: key), value: value.map { ByteBuffer(bytes: $0) }, timestamp: now)
        }
        records += ledgerRecords(for: write.updates, on: cluster, keys: known.keys, timestamp: now)
        func add(_ key: String, _ value: [UInt8]?) {
            records.append(ProducedRecord(key: ByteBuffer(string: key), value: value.map { ByteBuffer(bytes: $0) }, timestamp: now))
        }
        let number = holding.lease.number
        let values = ChangesDocument.values(of: write.changes.map { $0.completed(from: holding.ledger) }, inRun: number)
        for (index, value) in values.enumerated() { add(HistoryKey.changes(holding.chunks + index, ofRun: number, on: cluster), value) }
        if var run = write.run {
            run.number = number
            add(HistoryKey.run(number, on: cluster), RunDocument(run: run).json)
            if run.endedAt != nil {
                let bytes = values.reduce(0) { $0 + $1.count }
                for key in known.runs.outdatedKeys(afterRun: number, bytes: bytes, on: cluster) { add(key, nil) }
            }
        }
        let epoch = RecordHeader(name: LedgerLog.leaseHeader, value: ByteBuffer(string: String(holding.lease.epoch)))
        for index in records.indices { records[index].headers = [epoch] }
        if write.endsLease { records.append(leaseRecord(holding.document.later(.release, epoch: holding.lease.epoch))) }
        return (records, values.count)
    }

    /// Creates `__heddle.state` unless it is there.
    func createLedgerTopic() async throws(EngineFailure) {
        try await createOwnTopic(LedgerLog.topic, config: LedgerLog.config, leastConfig: LedgerLog.leastConfig)
        ledgerState.withLock { $0.topicIsThere = true }
    }
}

extension AppliedChange {
    /// With what the ledger says before it; where it was not done, without what it would say after it.
    fileprivate func completed(from ledger: Ledger) -> AppliedChange {
        guard let after else { return self }
        var change = self
        if change.before == nil { change.before = ledger.present(after).settled }
        if status != .done { change.after = nil }
        return change
    }
}

extension LedgerState {
    mutating func endLease() {
        holding = nil
        // A second lease of this engine finds the log changed by nobody but itself.
        leases.end()
    }
}
