import EngineInterface
import KafkaClient
import KafkaWire
import MeshModel

/// Who is the cluster's controller: docs/decisions/0009-leadership.md.
extension KafkaEngine {
    package func lead(_ request: LeaseRequest, isGone: @Sendable (LeaseProcess) -> Bool) async throws(LeaseProblem) -> Lease {
        do throws(EngineFailure) {
            if let leading = ledgerState.withLock({ $0.leading }), leading.lease.id == request.id, try await stillLeads() { return leading.lease }
            try await followToEnd()
            if !ledgerState.withLock({ $0.topicIsThere }) { try await createLedgerTopic() }
        } catch {
            throw .failed(error)
        }
        let (last, isInForce) = ledgerState.withLock { state in
            let last = state.leadership.last
            return (
                last,
                last.map { state.sighting.showsInForce($0, at: .now, millisecondsNow: Self.millisecondsNow) } ?? false
            )
        }
        let mayBreak = request.breaks || last.map { $0.document.id == request.id || $0.document.process.map(isGone) == true } ?? false
        if let last, isInForce, !mayBreak { throw .held(by: last.lease) }

        let document = LeaseDocument(
            kind: .leadership, act: .claim, id: request.id, holder: request.holder, purpose: request.purpose, duration: request.duration.count,
            since: Self.millisecondsNow, process: request.process, breaks: mayBreak ? last?.epoch : nil)
        let start = ContinuousClock.now
        do throws(EngineFailure) {
            let offset = try await appendToLedger([leaseRecord(document)])
            // The acknowledgement of a batch that was sent twice may not say where it is.
            if offset >= 0 { try await follow(upTo: offset + 1) } else { try await followToEnd() }
        } catch {
            throw .failed(error)
        }
        guard let granted = ledgerState.withLock({ $0.leadership.last }), granted.document.id == request.id, !granted.isReleased else {
            let holder = ledgerState.withLock { state in
                // Not by somebody who was faster.
                if state.leadership.last?.epoch == last?.epoch { state.sighting.wasRefused() }
                return state.leadership.last
            }
            guard let holder else { throw .failed(lostLeadership(to: nil)) }
            throw .held(by: holder.lease)
        }
        ledgerState.withLock {
            $0.leading = .init(lease: granted.lease, document: document, end: start + .milliseconds(request.duration.count))
        }
        beginLeadershipRenewals(every: .milliseconds(max(100, request.duration.count / 3)))
        return granted.lease
    }

    package func confirmLeadership() async throws(EngineFailure) {
        guard try await stillLeads() else { throw lostLeadership(to: ledgerState.withLock { $0.leadership.last }) }
    }

    package func resign() async {
        endLeadershipRenewals()
        let leading = ledgerState.withLock { state in
            defer { state.leading = nil }
            return state.leading
        }
        guard let leading else { return }
        do throws(EngineFailure) {
            let offset = try await appendToLedger([leaseRecord(leading.document.later(.release, epoch: leading.lease.epoch))])
            try await follow(upTo: offset + 1)
        } catch {
            logger.debug("the leadership was not given back, and ends by itself", metadata: ["cluster": "\(cluster)", "because": "\(error.message)"])
        }
    }

    /// As the log has it at this moment, and by our own clock. A leadership that is over by that, though nobody else took it, is
    /// renewed, as after a sleep of the machine.
    private func stillLeads() async throws(EngineFailure) -> Bool {
        try await followToEnd()
        if ledgerState.withLock({ $0.leads && ContinuousClock.now >= ($0.leading?.end ?? .now) }) { await renewLeadership() }
        let isOurs = ledgerState.withLock { $0.leads && ContinuousClock.now < ($0.leading?.end ?? .now) }
        if !isOurs {
            endLeadershipRenewals()
            ledgerState.withLock { $0.leading = nil }
        }
        return isOurs
    }

    /// Whether a run of this controller may still begin, as far as the log is known.
    func checkLeadership(of request: LeaseRequest) throws(EngineFailure) {
        guard let epoch = request.leadership else { return }
        let (last, isLost) = ledgerState.withLock { state in
            (state.leadership.last, state.leading.map { $0.lease.epoch == epoch && !state.leads } ?? false)
        }
        guard let last, last.epoch == epoch, !last.isReleased, !isLost else { throw lostLeadership(to: last?.epoch == epoch ? nil : last) }
    }

    func lostLeadership(to grant: LeaseFold.Grant?) -> EngineFailure {
        let successor = grant.map { $0.isReleased ? "" : ": \($0.document.holder) leads now" } ?? ""
        return EngineFailure(.leaseLost, "cluster '\(cluster)': this controller leads no more\(successor)")
    }

    /// Gives a lease back under which nothing more is written. What cannot be given back ends by itself.
    func giveLeaseBack() async {
        endRenewals()
        guard let holding = ledgerState.withLock({ $0.holding }) else { return }
        let release = leaseRecord(holding.document.later(.release, epoch: holding.lease.epoch))
        do throws(EngineFailure) {
            let offset = try await appendToLedger([release])
            try await follow(upTo: offset + 1)
        } catch {
            logger.debug("the lease was not given back", metadata: ["cluster": "\(cluster)", "because": "\(error.message)"])
        }
        ledgerState.withLock { $0.endLease() }
    }
}
