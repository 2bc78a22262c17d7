import EngineInterface
import KafkaClient
import KafkaWire
import MeshModel

extension KafkaEngine {
    /// Learns what the log holds beyond what is known of it: one request where the log is the one that was known.
    func followToEnd() async throws(EngineFailure) {
        let (start, isKnown, topic) = ledgerState.withLock { ($0.end, $0.wasRead && $0.topicIsThere, $0.topicId) }
        // Of a log that we made ourselves the id is not known yet: another could have taken its place unnoticed.
        guard isKnown, topic != nil else {
            try await readLedger(try await lookUp(LedgerLog.topic))
            return
        }
        var records: [Record] = []
        let bounds: LogBounds
        do {
            bounds = try await client.readTail(of: LedgerLog.partition, from: start) { records.append($0) }
        } catch {
            throw failure(error)
        }
        let isSame = topic == nil || client.topicId(of: LedgerLog.topic)?.description == topic
        if bounds.holds(start), isSame { return try follow(records, upTo: bounds.end) }
        try await readLedger(try await lookUp(LedgerLog.topic))
    }

    func beginLeadershipRenewals(every interval: Duration) {
        let renewals = Task { [weak self] in
            while !Task.isCancelled {
                do { try await Task.sleep(for: interval) } catch { return }
                guard let self, await self.renewLeadership() else { return }
            }
        }
        ledgerState.withLock { state in
            state.leadershipRenewals?.cancel()
            state.leadershipRenewals = renewals
        }
    }

    func endLeadershipRenewals() {
        ledgerState.withLock { state in
            state.leadershipRenewals?.cancel()
            state.leadershipRenewals = nil
        }
    }

    /// - Returns: whether there is a leadership to renew again. A renewal that did not get through is tried again in time.
    @discardableResult
    func renewLeadership() async -> Bool {
        guard let leading = ledgerState.withLock({ $0.leading }) else { return false }
        let document = leading.document.later(.renew, epoch: leading.lease.epoch)
        let start = ContinuousClock.now
        do throws(EngineFailure) {
            let offset = try await appendToLedger([leaseRecord(document)])
            if offset >= 0 { try await follow(upTo: offset + 1) } else { try await followToEnd() }
        } catch {
            logger.debug("the leadership was not renewed", metadata: ["cluster": "\(cluster)", "because": "\(error.message)"])
            return true
        }
        return ledgerState.withLock { state in
            guard state.leads, state.leading?.lease.epoch == leading.lease.epoch else { return false }
            state.leading?.end = start + .milliseconds(document.duration)
            return true
        }
    }
}
