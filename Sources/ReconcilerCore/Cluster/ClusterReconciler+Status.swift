import Determinism
import EngineInterface
import MeshControl
import MeshModel
import MeshPlanning

extension ClusterReconciler {
    /// How often a cluster's status is written where nothing changes in it.
    static let heartbeat = Duration.seconds(20)
    /// How long what was written is to be believed.
    static let validity = Duration.seconds(60)

    /// By address. Where nothing is known of the cluster, nothing is known of what is in it.
    var resources: [ResourceStatus] {
        book.statuses.values.sorted { $0.address < $1.address }.map { status in
            guard let trouble else { return status }
            var status = status
            status.conditions = status.conditions.map { condition in
                guard condition.kind == .synced || condition.kind == .ready else { return condition }
                return Condition(condition.kind, .unknown, reason: trouble.reason.word, message: trouble.message, since: troubledSince)
            }
            return status
        }
    }

    /// Why nothing is known.
    mutating func tell(_ finding: StatusPicture.Finding, _ now: Instant) {
        if trouble == nil { troubledSince = now }
        trouble = finding
    }

    mutating func tellResources(_ round: PlannedRound, _ focus: ObservationFocus?, _ planner: ClusterPlanner, _ turn: inout Turn) {
        guard let desired = planner.mesh.clusters[name] else { return }
        let ledger = round.observed.ledger
        let mesh = planner.mesh.name
        let picture = StatusPicture(round, unknown: unknown)
        var items: [ResourceAddress: StatusItem] = [:]
        func add(_ item: StatusItem) { items[item.address(on: name)] = item }
        if let focus {
            for topic in focus.topics { add(.topic(topic)) }
            if !focus.subjects.isEmpty { for item in contractItems(of: desired, ledger: ledger, mesh: mesh) { add(item) } }
            for address in picture.troubled.union(announced.troubled) { if let item = book.items[address] { items[address] = item } }
            for change in round.plan.changes {
                switch change.outcome {
                case .topic(let topic, _): add(.topic(topic))
                case .access(let rule, _): add(.rule(rule))
                case .subject, .claim: continue
                }
            }
            if focus.access { for case .rule(let rule) in book.items.values { add(.rule(rule)) } }
        } else {
            for item in statusItems(of: desired, ledger: ledger, mesh: mesh) { add(item) }
            book.removeAll(but: Set(items.keys))
        }
        if rewritesAll {
            rewritesAll = false
            book.forgetWritten()
        }
        announced.troubled = picture.troubled
        let changed = Set(round.plan.changes.filter { !$0.isDrift }.map(\.address))
        for (address, item) in items {
            guard item.exists(in: desired, ledger: ledger, mesh: mesh) else {
                book.remove(address)
                continue
            }
            book.tell(
                item, at: address, picture.findings(of: item, at: address), declaration: item.declaration(in: desired), isChanged: changed.contains(address),
                revision: planner.mesh.source?.revision, now: turn.now)
        }
    }

    // MARK: The cluster as a whole

    /// Keeps the cluster's status in step, and writes it, with the statuses of resources that have changed, where it counts.
    mutating func writeStatus(_ turn: inout Turn) {
        let now = turn.now
        var next = compose(turn)
        guard maySpeak else {
            status = next
            return
        }
        var records = book.takeUnwritten(epoch: next.epoch)
        let isDue = lastWritten.map { now >= $0.writtenAt + Self.heartbeat } ?? true
        if records.isEmpty, !isDue, let lastWritten, next.says(lastWritten) {
            (next.writtenAt, next.validUntil) = (lastWritten.writtenAt, lastWritten.validUntil)
            status = next
            return
        }
        records.append(.cluster(next))
        status = next
        lastWritten = next
        turn.perform(.write(name, records))
    }

    mutating func writingFailed(_ failure: EngineFailure, _ turn: inout Turn) {
        book.writeAgain()
        lastWritten = nil
        // The next round says it again; a cluster that does not take it is asked no more often than that.
        isInTouch = false
    }

    private func compose(_ turn: Turn) -> ClusterStatus {
        let revision = turn.source.revision
        var next = ClusterStatus(
            mesh: revision?.mesh.name ?? "", environment: revision?.environment, cluster: name, source: turn.source.status, counts: book.counts,
            pending: pending, suspensions: decisions.inForce, controller: turn.settings.name, epoch: epoch ?? 0, rounds: rounds, observedAt: observedAt,
            writtenAt: turn.now, validUntil: turn.now + Self.validity)
        next.conditions = Condition.Kind.allCases.map { kind in
            let finding = finding(kind, next.counts)
            let before = status?[kind] ?? decisions.predecessor?[kind]
            return Condition(
                kind, finding.state, reason: finding.reason.word, message: finding.message,
                since: before.flatMap { $0.state == finding.state ? $0.since : nil } ?? turn.now)
        }
        return next
    }

    private func finding(_ kind: Condition.Kind, _ counts: ClusterStatus.Counts) -> StatusPicture.Finding {
        let wrong = round?.plan.notices.first { $0.isOfTheWhole && $0.kind.isRefusal }
        switch kind {
        case .synced:
            if let trouble { return trouble }
            if let wrong, wrong.kind == .wrongCluster { return .init(.unknown, .refused(wrong.kind), wrong.message) }
            return counts.synced == counts.resources
                ? .init(.yes, .asDeclared) : .init(.no, .outOfSync, "\(counts.resources - counts.synced) of \(counts.resources) are not in sync")
        case .ready:
            if let trouble { return .init(trouble.reason == .clusterUnreachable ? .no : .unknown, trouble.reason, trouble.message) }
            return .init(.yes, .present)
        case .drifted:
            return counts.drifted == 0 ? .init(.no, .noDrift) : .init(.yes, .reported, counted(counts.drifted, "resource"))
        case .blocked:
            if let fault = round?.fault { return .init(.yes, .planFault, fault) }
            if let suspension = decisions.suspensions[nil] { return .init(.yes, .suspended, suspension.words) }
            if let wrong { return .init(.yes, .refused(wrong.kind), wrong.message) }
            if let pending { return .init(.yes, .awaitingApproval, "waits for 'heddle approve \(pending.id)'") }
            return counts.blocked == 0 ? .init(.no, .nothing) : .init(.yes, .outOfSync, "\(counted(counts.blocked, "resource")) blocked")
        }
    }
}

extension ClusterStatus {
    /// Whether it says what another says, whenever each was written.
    fileprivate func says(_ other: ClusterStatus) -> Bool {
        var copy = self
        (copy.writtenAt, copy.validUntil, copy.rounds, copy.observedAt) = (other.writtenAt, other.validUntil, other.rounds, other.observedAt)
        return copy == other
    }
}
