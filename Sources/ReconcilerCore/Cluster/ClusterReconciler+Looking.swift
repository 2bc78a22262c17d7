import Determinism
import EngineInterface
import MeshControl
import MeshModel
import MeshPlanning

extension ClusterReconciler {
    // MARK: What people decided

    mutating func readControl(_ ticket: Ticket, _ result: Result<[ControlRecord], EngineFailure>, _ turn: inout Turn) {
        guard case .readingControl(ticket) = phase else { return }
        switch result {
        case .failure(let failure): return fail(failure, &turn)
        case .success(let records):
            let isFirst = !decisions.isCurrent
            for record in records { take(record, isFirst: isFirst, &turn) }
            decisions.isCurrent = true
            if isFirst, let predecessor = decisions.predecessor { announced.recall(predecessor) }
            look(&turn)
        }
    }

    private mutating func take(_ record: ControlRecord, isFirst: Bool, _ turn: inout Turn) {
        // What this controller wrote comes back as well.
        if case .resource(let status, let told) = record, told == epoch { book.confirm(status.address, status) }
        if case .resourceGone(let address) = record { book.confirm(address, nil) }
        if isFirst {
            if case .resource(let status, _) = record { book.recall(status) }
            if case .resourceGone(let address) = record { book.recallGone(address) }
        }
        guard let news = decisions.take(record) else { return }
        mustPlan = true
        needsWhole = true
        // What the controller before this one knew already, it told of.
        let known = isFirst ? decisions.predecessor?.suspensions ?? [] : []
        switch news {
        case .approved: break
        case .suspended(let suspension) where !known.contains(suspension):
            audit(.suspended, "\(suspension.address?.description ?? "cluster '\(name)'") is \(suspension.words)", actor: suspension.by, &turn)
        case .resumed(let address) where !isFirst:
            audit(.resumed, "\(address?.description ?? "cluster '\(name)'") is reconciled again", &turn)
        case .suspended, .resumed: break
        }
    }

    // MARK: What is there

    func planner(_ turn: Turn) -> ClusterPlanner? {
        guard let revision = turn.source.revision, revision.mesh.clusters[name] != nil else { return nil }
        let options = PlanOptions(prunes: turn.settings.prunes, maxDeletions: turn.settings.maxDeletions, now: turn.now)
        return ClusterPlanner(mesh: revision.mesh, environment: revision.environment, cluster: name, options: options)
    }

    mutating func look(_ turn: inout Turn) {
        guard let desired = turn.source.revision?.mesh.clusters[name] else { return rest(until: turn.now, &turn) }
        announceSource(&turn)
        looks += 1
        let seesAll = needsWhole || (watch.telling != .told && looks == 1) || turn.now >= resyncAt || focus.topics.count > ClusterPlanner.mostTopics
        guard let observed, !seesAll else {
            needsWhole = false
            focus = ObservationFocus()
            let ticket = turn.ask { .observe(name, configsOf: Set(desired.topics.keys), subjects: Set(desired.subjects.keys), $0) }
            phase = .looking(ticket, nil)
            return
        }
        guard !focus.isEmpty else { return endRound(&turn) }
        let wanted = focus
        focus = ObservationFocus()
        phase = .looking(turn.ask { .observeAgain(name, wanted, in: observed, $0) }, wanted)
    }

    mutating func observed(_ ticket: Ticket, _ result: Result<ObservedCluster, EngineFailure>, _ turn: inout Turn) {
        guard case .looking(ticket, let looked) = phase else { return }
        let seen: ObservedCluster
        switch result {
        case .failure(let failure): return fail(failure, &turn)
        case .success(let success): seen = success
        }
        guard let planner = planner(turn), let desired = planner.mesh.clusters[name] else { return rest(until: turn.now, &turn) }
        if looked == nil {
            resyncAt = turn.now + turn.settings.resync
            observedAt = turn.now
        }
        let isSame = seen == observed
        let earlier = planned?.generation == turn.source.generation && !mustPlan ? planned?.plan : nil
        observed = seen
        if isSame, earlier != nil { return endRound(&turn) }
        var focus = earlier == nil ? nil : looked
        let draft = focus.flatMap { focus in earlier.flatMap { planner.replan(focus, in: seen, after: $0) } } ?? {
            focus = nil
            return planner.plan(seen)
        }()
        let open = questions(of: draft, desired: desired, observed: seen, asksOfSchemas: focus.map { !$0.subjects.isEmpty } ?? true)
        guard !open.isEmpty else { return conclude(draft, seen, focus, planner, &turn) }
        phase = .asking(turn.ask { .ask(name, open, of: seen, $0) }, Draft(observed: seen, focus: focus))
    }

    mutating func answered(_ ticket: Ticket, _ result: Result<ObservedCluster, EngineFailure>, _ turn: inout Turn) {
        guard case .asking(ticket, let draft) = phase else { return }
        switch result {
        case .failure(let failure): fail(failure, &turn)
        case .success(let told):
            guard let planner = planner(turn) else { return rest(until: turn.now, &turn) }
            let earlier = planned?.generation == turn.source.generation ? planned?.plan : nil
            let part = draft.focus.flatMap { focus in earlier.flatMap { planner.replan(focus, in: told, after: $0) } }
            conclude(part ?? planner.plan(told), told, part == nil ? nil : draft.focus, planner, &turn)
        }
    }

    // MARK: What it tells

    mutating func watchChanges(_ turn: inout Turn) {
        guard epoch != nil, isConnected, watch.ticket == nil, watch.telling != .untold, turn.now >= watch.notBefore else { return }
        watch.ticket = turn.ask { .watch(name, after: watch.position, wait: Milliseconds(ChangeWatch.wait), $0) }
    }

    mutating func toldOfChanges(_ ticket: Ticket, _ result: Result<ObservedChanges, EngineFailure>, _ turn: inout Turn) {
        guard watch.ticket == ticket else { return }
        watch.ticket = nil
        switch result {
        case .success(.untold): watch.telling = .untold
        case .success(.begun(let position)):
            (watch.telling, watch.position) = (.told, position)
            needsWhole = true
            isHurried = true
        case .success(.told(let changed, let position)):
            (watch.telling, watch.position) = (.told, position)
            guard !changed.isEmpty else { return }
            focus.formUnion(changed)
            isHurried = true
        case .failure:
            // What is missed meanwhile is not told later: everything is read once it tells again.
            watch = ChangeWatch()
            watch.notBefore = turn.now + turn.settings.interval
        }
    }
}
