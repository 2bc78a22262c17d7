import Determinism
import EngineInterface
import FoundationEssentials
import KafkaClient
import KafkaWire
import MeshModel
import NIOCore

extension KafkaEngine {
    package func acquireLease(
        _ request: LeaseRequest, isGone: @Sendable (LeaseProcess) -> Bool
    ) async throws(LeaseProblem) -> Lease {
        do throws(EngineFailure) {
            if !ledgerState.withLock({ $0.wasObserved }) { try await readLedger(try await lookUp(LedgerLog.topic)) }
            if !ledgerState.withLock({ $0.topicIsThere }) { try await createLedgerTopic() }
            try checkLeadership(of: request)
        } catch {
            throw .failed(error)
        }
        let last = ledgerState.withLock { $0.leases.last }
        let mayBreak = request.breaks || last?.document.process.map(isGone) == true
        let document = LeaseDocument(
            act: .claim, id: request.id, holder: request.holder, purpose: request.purpose, duration: request.duration.count,
            since: Self.millisecondsNow, process: request.process, breaks: mayBreak ? last?.epoch : nil)
        let start = ContinuousClock.now
        do throws(EngineFailure) {
            let offset = try await appendToLedger([leaseRecord(document)])
            // The acknowledgement of a batch that was sent twice may not say where it is.
            if offset >= 0 { try await follow(upTo: offset + 1) } else { try await readLedger(try await lookUp(LedgerLog.topic)) }
        } catch {
            throw .failed(error)
        }
        let (granted, number) = ledgerState.withLock { ($0.leases.last, $0.runs.nextNumber) }
        guard let granted, granted.document.id == request.id, !granted.isReleased else {
            guard let holder = granted?.lease else { throw .failed(lostLease(to: nil)) }
            throw .held(by: holder)
        }
        var lease = granted.lease
        lease.number = number
        ledgerState.withLock {
            $0.holding = .init(lease: lease, document: document, end: start + .milliseconds(request.duration.count), ledger: $0.ledger,
                leadership: request.leadership)
        }
        do throws(EngineFailure) {
            // Somebody may have become the controller just before the lease was granted: then it is given back unused.
            try checkLeadership(of: request)
        } catch {
            try? await record(LedgerWrite(endsLease: true))
            throw .failed(error)
        }
        guard !ledgerState.withLock({ $0.wasWrittenByOthers }) else {
            try? await record(LedgerWrite(endsLease: true))
            throw .outdated(by: last?.document.holder)
        }
        beginRenewals(every: .milliseconds(max(100, request.duration.count / 3)))
        return lease
    }

    static var millisecondsNow: Int64 { Int64(Date().timeIntervalSince1970 * 1000) }

    func leaseRecord(_ document: LeaseDocument) -> ProducedRecord {
        let value = ByteBuffer(bytes: document.json)
        switch document.kind {
        case .lease:
            return ProducedRecord(key: ByteBuffer(string: HistoryKey.lease(on: cluster)), value: value, timestamp: Self.millisecondsNow)
        case .leadership:
            // An epoch before every other: a Heddle that knows of no leadership takes it for nothing that was written since.
            return ProducedRecord(
                key: ByteBuffer(string: HistoryKey.leadership(on: cluster)), value: value, timestamp: Self.millisecondsNow,
                headers: [RecordHeader(name: LedgerLog.leaseHeader, value: ByteBuffer(string: "-1"))])
        }
    }

    /// - Returns: the offset of the first record.
    func appendToLedger(_ records: [ProducedRecord]) async throws(EngineFailure) -> Int64 {
        let offset: Int64
        do {
            offset = try await producer.append(records)
        } catch {
            // The topic may have been deleted: look again next time.
            ledgerState.withLock { $0.topicIsThere = false }
            throw failure(error)
        }
        let written = client.topicId(of: LedgerLog.topic)?.description
        let isAnew = ledgerState.withLock { state in
            if state.topicId == nil { state.topicId = written }
            return written != nil && state.topicId != written
        }
        // It was deleted and made again by somebody else: nothing of what was known holds.
        if isAnew { try await readLedger(try await lookUp(LedgerLog.topic)) }
        return offset
    }

    /// Reads what the log holds between what is known of it and `end`.
    func follow(upTo end: Int64) async throws(EngineFailure) {
        let start = ledgerState.withLock { $0.end }
        guard start < end else { return }
        var records: [Record] = []
        do {
            try await client.readLog(of: LedgerLog.partition, in: start..<end) { records.append($0) }
        } catch {
            throw failure(error)
        }
        try follow(records, upTo: end)
    }

    /// - Parameter records: without gap from what is known on.
    func follow(_ records: [Record], upTo end: Int64) throws(EngineFailure) {
        let problem = ledgerState.withLock { state -> LedgerEntryProblem? in
            do throws(LedgerEntryProblem) {
                try state.follow(records)
                state.end = max(state.end, end)
                return nil
            } catch {
                return error
            }
        }
        guard let problem else { return }
        throw EngineFailure(.misunderstood, "cluster '\(cluster)': in \(LedgerLog.topic), a record about the lease \(problem)")
    }

    func lostLease(to grant: LeaseFold.Grant?) -> EngineFailure {
        let successor = grant.map { ": \($0.document.holder) has it now" } ?? ""
        return EngineFailure(.leaseLost, "cluster '\(cluster)': the lease was lost\(successor)")
    }

    // MARK: Renewals

    private func beginRenewals(every interval: Duration) {
        let renewals = Task { [weak self] in
            while !Task.isCancelled {
                do { try await Task.sleep(for: interval) } catch { return }
                guard let self, await self.renewLease() else { return }
            }
        }
        ledgerState.withLock { $0.renewals = renewals }
    }

    func endRenewals() {
        ledgerState.withLock { state in
            state.renewals?.cancel()
            state.renewals = nil
        }
    }

    /// - Returns: whether there is a lease to renew again. A renewal that did not get through is tried again in time.
    @discardableResult
    func renewLease() async -> Bool {
        guard let holding = ledgerState.withLock({ $0.holding }) else { return false }
        let document = holding.document.later(.renew, epoch: holding.lease.epoch)
        let start = ContinuousClock.now
        do throws(EngineFailure) {
            let offset = try await appendToLedger([leaseRecord(document)])
            try await follow(upTo: offset + 1)
        } catch {
            logger.debug("the lease was not renewed", metadata: ["cluster": "\(cluster)", "because": "\(error.message)"])
            return true
        }
        return ledgerState.withLock { state in
            guard state.holdsLease else {
                state.holding = nil
                return false
            }
            state.holding?.end = start + .milliseconds(document.duration)
            return true
        }
    }
}
