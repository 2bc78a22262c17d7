import AuditTrail
import Determinism
import EngineInterface
import MeshApplying
import MeshControl
import MeshModel
import MeshPlanning

extension ClusterReconciler {
    /// The plan is final: says what there is to say, and does what may be done.
    ///
    /// - Parameter focus: what may be another than in the round before; nil: everything.
    mutating func conclude(_ raw: ClusterPlan, _ observed: ObservedCluster, _ focus: ObservationFocus?, _ planner: ClusterPlanner, _ turn: inout Turn) {
        let policies = turn.source.revision?.policies
        planned = (raw, turn.source.generation)
        mustPlan = false
        var round = planRound(raw, observed: observed, planner: planner, policies: policies, terms: terms(turn))
        // Done a moment ago, and planned again: it did not come about, and would not the next moment either.
        let undone = round.guarded.allowed.filter { !justDone.isEmpty && justDone.contains($0.exactText) }
        if !undone.isEmpty {
            for change in undone { retries.fail(change, "it was done, and is not there", now: turn.now, turn.settings, using: &chance) }
            round = planRound(raw, observed: observed, planner: planner, policies: policies, terms: terms(turn))
        }
        retries.keep(round.plan.changes)
        self.round = round
        trouble = nil
        momentAt = planner.mesh.clusters[name].flatMap {
            nextMoment(of: $0, in: planner.mesh, ledger: observed.ledger, prunes: turn.settings.prunes, after: turn.now)
        }
        announce(round, &turn)
        spendApprovals(of: round, &turn)
        tellResources(round, focus, planner, &turn)
        guard !round.guarded.allowed.isEmpty, round.fault == nil, looks <= Self.mostLooks, !turn.isStopping, let epoch else { return endRound(&turn) }
        apply(round, planner, epoch, &turn)
    }

    private func terms(_ turn: Turn) -> GuardTerms {
        GuardTerms(
            permissions: turn.settings.permissions, approvals: decisions.approvals, suspensions: decisions.inForce, failed: retries.paused(at: turn.now))
    }

    private mutating func apply(_ round: PlannedRound, _ planner: ClusterPlanner, _ epoch: Int64, _ turn: inout Turn) {
        var plan = round.plan
        plan.changes = round.guarded.allowed
        plan.questions = []
        var approved: String?
        if let approval = round.guarded.approval, let id = round.guarded.id {
            approved = id
            audit(
                .approved, "plan \(id) is carried out: approved by \(approval.by)\(approval.reason.map { ": \($0)" } ?? "")", actor: approval.by,
                plan: id, changes: pending?.changes.map { AuditEvent.Change(address: $0.address, action: $0.action, risk: $0.risk) } ?? [], &turn)
        }
        let task = ApplyTask(
            purpose: "controller", mesh: planner.mesh.name, environment: planner.environment, source: planner.mesh.source, leadership: epoch)
        phase = .applying(turn.ask { .apply(name, plan, task, $0) }, approved: approved)
    }

    mutating func applied(_ ticket: Ticket, _ result: Result<[ChangeResult], LeaseProblem>, _ turn: inout Turn) {
        guard case .applying(ticket, let approved) = phase else { return }
        switch result {
        case .success(let results): take(results, approved, &turn)
        case .failure(.held(let lease)):
            // Somebody applies by hand: that is no failure, and over soon.
            forget()
            tell(.init(.unknown, .leaseHeld, "\(lease.holder) is applying there now"), turn.now)
            rest(until: turn.now + min(turn.settings.interval, .seconds(5)), &turn)
        case .failure(.outdated):
            forget()
            rest(until: turn.now + turn.settings.firstPause, &turn)
        case .failure(.failed(let failure)): fail(failure, &turn)
        }
    }

    private mutating func take(_ results: [ChangeResult], _ approved: String?, _ turn: inout Turn) {
        let counts = ApplyRecord.Counts(results)
        audit(
            .applied, "\(counted(counts.done, "change")) done, \(counts.failed) failed, \(counts.unknown) unknown, \(counts.notDone) not done",
            plan: approved, changes: results.map { AuditEvent.Change($0) }, &turn)
        auditExpired(results, &turn)
        if let approved, counts.done + counts.unknown > 0 { spend(approved, &turn) }
        unknown = [:]
        var broken: EngineFailure?
        var failed: [ChangeResult] = []
        for result in results {
            switch result.status {
            case .done:
                retries.succeed(result.change)
                justDone.insert(result.change.exactText)
            case .failed(let failure), .unknown(let failure):
                if case .unknown = result.status { unknown[result.change.address] = failure.message }
                if failure.kind == .leaseLost || failure.kind == .unreachable { broken = broken ?? failure }
                retries.fail(result.change, failure.message, now: turn.now, turn.settings, using: &chance)
                failed.append(result)
            case .notDone(let why): retries.fail(result.change, why, now: turn.now, turn.settings, using: &chance)
            }
        }
        if !failed.isEmpty, broken == nil {
            notify(.failed, "\(counted(failed.count, "change")) could not be made: \(failed.prefix(3).map(\.words).joined(separator: "; "))",
                failed.map(\.change.address), &turn)
        }
        if let broken { return fail(broken, &turn) }
        if failed.isEmpty, counts.notDone == 0 {
            focus.formUnion(ObservationFocus(results.map(\.change)))
            if results.contains(where: { $0.change.stage == .claim }) { needsWhole = true }
        } else {
            forget()
        }
        guard !turn.isStopping else { return rest(until: turn.now, &turn) }
        // Nothing that a manifest asks for waits for the next round only because something else was done first.
        if focus.isEmpty, !needsWhole { needsWhole = true }
        look(&turn)
    }

    // MARK: Approvals

    /// One counts once, and for this very plan: whatever the plan is now instead, an approval of another does not outlive it.
    private mutating func spendApprovals(of round: PlannedRound, _ turn: inout Turn) {
        for id in decisions.approvals.keys.sorted() where id != round.guarded.id { spend(id, &turn) }
        if let id = round.guarded.id, round.guarded.approval == nil {
            pending = PendingPlan(
                id: id, changes: round.guarded.waiting.map { .init($0) },
                since: pending?.id == id ? pending?.since ?? turn.now : decisions.predecessor?.pending.flatMap { $0.id == id ? $0.since : nil } ?? turn.now)
        } else if round.guarded.approval == nil || round.guarded.allowed.isEmpty {
            pending = nil
        }
    }

    private mutating func spend(_ id: String, _ turn: inout Turn) {
        decisions.spend(id)
        if pending?.id == id { pending = nil }
        guard epoch != nil else { return }
        turn.perform(.write(name, [.approvalSpent(plan: id)]))
    }

    private mutating func auditExpired(_ results: [ChangeResult], _ turn: inout Turn) {
        guard let access = turn.source.revision?.mesh.clusters[name]?.access else { return }
        for result in results where result.status == .done {
            guard case .access(let rule, nil) = result.change.outcome, let expires = access[rule]?.expires, expires <= turn.now else { continue }
            audit(.grantExpired, "the time of \(result.change.address) is over, and it is withdrawn", changes: [AuditEvent.Change(result)], &turn)
        }
    }
}

extension ChangeResult {
    fileprivate var words: String {
        switch status {
        case .failed(let failure), .unknown(let failure): "\(change.address): \(failure.message)"
        case .notDone(let why): "\(change.address): \(why)"
        case .done: "\(change.address)"
        }
    }
}
