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
        let wasObserved = ledgerState.withLock { $0.wasObserved }
        do throws(EngineFailure) {
            if !wasObserved { try await readLedger(isThere: try await ledgerTopicIsThere()) }
            if !ledgerState.withLock({ $0.topicIsThere }) { try await createLedgerTopic() }
        } catch {
            throw .failed(error)
        }
        let last = ledgerState.withLock { $0.leases.last }
        let mayBreak = request.breaks || last?.document.process.map(isGone) == true
        let document = LeaseDocument(
            act: .claim, id: request.id, holder: request.holder, purpose: request.purpose, duration: request.duration.count,
            since: Self.millisecondsNow, process: request.process, breaks: mayBreak ? last?.epoch : nil)
        let start = ContinuousClock.now
        let sawEntries: Bool
        let ledgerBefore = ledgerState.withLock { $0.ledger }
        do throws(EngineFailure) {
            let offset = try await appendToLedger([leaseRecord(document)])
            if offset >= 0 {
                sawEntries = try await follow(upTo: offset + 1)
            } else {
                // The acknowledgement of a batch that was sent twice may not say where it is.
                sawEntries = try await readLedger(isThere: true) != ledgerBefore
            }
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
            $0.holding = .init(lease: lease, document: document, end: start + .milliseconds(request.duration.count), ledger: $0.ledger)
        }
        guard !(wasObserved && sawEntries) else {
            try? await record(LedgerWrite(endsLease: true))
            throw .outdated(by: last?.document.holder)
        }
        beginRenewals(every: .milliseconds(max(100, request.duration.count / 3)))
        return lease
    }

    static var millisecondsNow: Int64 { Int64(Date().timeIntervalSince1970 * 1000) }

    func leaseRecord(_ document: LeaseDocument) -> ProducedRecord {
        ProducedRecord(
            key: ByteBuffer(string: HistoryKey.lease(on: cluster)), value: ByteBuffer(bytes: document.json), timestamp: Self.millisecondsNow)
    }

    /// - Returns: the offset of the first record.
    func appendToLedger(_ records: [ProducedRecord]) async throws(EngineFailure) -> Int64 {
        do {
            return try await producer.append(records)
        } catch {
            // The topic may have been deleted: look again next time.
            ledgerState.withLock { $0.topicIsThere = false }
            throw failure(error)
        }
    }

    /// Reads what the log holds between what is known of it and `end`.
    ///
    /// - Returns: whether somebody else's entries were among it.
    @discardableResult
    func follow(upTo end: Int64) async throws(EngineFailure) -> Bool {
        let start = ledgerState.withLock { $0.end }
        guard start < end else { return false }
        var records: [Record] = []
        do {
            try await client.readLog(of: LedgerLog.partition, in: start..<end) { records.append($0) }
        } catch {
            throw failure(error)
        }
        let read = records
        let followed = ledgerState.withLock { state -> Result<Bool, LedgerEntryProblem> in
            do throws(LedgerEntryProblem) {
                let sawEntries = try state.follow(read)
                state.end = max(state.end, end)
                return .success(sawEntries)
            } catch {
                return .failure(error)
            }
        }
        switch followed {
        case .success(let sawEntries): return sawEntries
        case .failure(let problem):
            throw EngineFailure(.misunderstood, "cluster '\(cluster)': in \(LedgerLog.topic), a record about the lease \(problem)")
        }
    }

    func lostLease(to grant: LeaseFold.Grant?) -> EngineFailure {
        let successor = grant.map { ": \($0.document.holder) has it now" } ?? ""
        return EngineFailure(.leaseLost, "cluster '\(cluster)': the lease was lost\(successor)")
    }

    func ledgerTopicIsThere() async throws(EngineFailure) -> Bool {
        do {
            let metadata = try await client.send(
                MetadataRequest(topics: [.init(name: LedgerLog.topic)], allowAutoTopicCreation: false))
            return metadata.topics.contains { $0.errorCode == .none }
        } catch {
            throw failure(error)
        }
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
        guard var holding = ledgerState.withLock({ $0.holding }) else { return false }
        holding.document.act = .renew
        holding.document.epoch = holding.lease.epoch
        holding.document.breaks = nil
        let document = holding.document
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
