import AuditTrail
import Determinism
import EngineInterface
import MeshApplying
import MeshControl
import MeshModel
import MeshPlanning

/// One cluster's rounds: connect, lead, read what people decided, look, ask, plan, guard, apply, look again, rest.
///
/// After any failure what was seen is thrown away, and the next round begins from nothing.
struct ClusterReconciler: Sendable {
    enum Phase: Sendable {
        case waiting
        case connecting(Ticket)
        case leading(Ticket)
        case readingControl(Ticket)
        /// nil: everything.
        case looking(Ticket, ObservationFocus?)
        case asking(Ticket, Draft)
        case applying(Ticket, approved: String?)
    }

    /// A plan that is not final: something has to be asked before.
    struct Draft: Sendable {
        var observed: ObservedCluster
        /// nil: everything may be another than before.
        var focus: ObservationFocus?
    }

    enum Leadership: Sendable, Equatable {
        case none
        case standby(behind: String)
        case held(epoch: Int64)
    }

    let name: String
    var chance: SeededGenerator
    var phase = Phase.waiting
    var leadership = Leadership.none
    var decisions = StandingDecisions()
    var watch = ChangeWatch()
    var retries = RetryBook()
    var book = StatusBook()
    var backoff = Backoff()
    var announced = Announcements()

    // MARK: When

    /// Of the next round.
    var dueAt: Instant
    /// A round shall begin as soon as none is under way.
    var isHurried = false
    /// When something falls due by time alone.
    var momentAt: Instant?
    /// When something that failed is tried again.
    var retryAt: Instant?
    var resyncAt = Instant.distantPast

    // MARK: What is known

    private var connection: ConnectionTerms?
    var isConnected = false
    /// As it was read, without what was asked.
    var observed: ObservedCluster?
    /// The planner's word on `observed`, and for which contents of the manifests.
    var planned: (plan: ClusterPlan, generation: Int)?
    var round: PlannedRound?
    /// What is said to have changed since `observed`.
    var focus = ObservationFocus()
    var needsWhole = true
    /// Planned again even where nothing has changed: an approval came, a time is over.
    var mustPlan = true
    /// Changes that were done in this round, by their exact text.
    var justDone: Set<String> = []
    var looks = 0
    var unknown: [ResourceAddress: String] = [:]

    // MARK: What is said

    /// Why nothing is known; nil where something is.
    var trouble: StatusPicture.Finding? = .init(.unknown, .notYetObserved)
    var troubledSince: Instant
    var pending: PendingPlan?
    var status: ClusterStatus?
    var lastWritten: ClusterStatus?
    var rounds = 0
    var observedAt: Instant?
    /// The leadership was confirmed in this round: what is written counts.
    var isInTouch = false
    var rewritesAll = false
    var hasToldOfFailure = false

    private(set) var isLeaving = false
    private(set) var hasLeft = false

    init(name: String, chance: SeededGenerator, now: Instant) {
        self.name = name
        self.chance = chance
        dueAt = now
        troubledSince = now
    }

    var epoch: Int64? { if case .held(let epoch) = leadership { epoch } else { nil } }

    /// What is written now counts: the leadership was confirmed in this round, and it is known what was written before.
    var maySpeak: Bool { isInTouch && epoch != nil && decisions.isCurrent }

    /// Nothing that it began can still change the cluster.
    var isAtRest: Bool { if case .applying = phase { false } else { true } }

    private var isWaiting: Bool { if case .waiting = phase { true } else { false } }

    mutating func hurry() { isHurried = true }

    mutating func revised(isDeclared: Bool) {
        isLeaving = !isDeclared
        isHurried = true
        needsWhole = true
        mustPlan = true
    }

    mutating func forgetDeadlines(_ now: Instant) {
        dueAt = min(dueAt, now)
        resyncAt = min(resyncAt, now)
        momentAt = momentAt.map { min($0, now) }
        retryAt = retryAt.map { min($0, now) }
        watch.notBefore = min(watch.notBefore, now)
        retries.forgetDeadlines(now)
        lastWritten = nil
    }

    func wakeAt(_ settings: ReconcilerSettings) -> Instant {
        var next = isWaiting ? dueAt : .distantFuture
        // Only what `proceed` would do then: anything else would wake it again and again.
        if let lastWritten, maySpeak, trouble == nil { next = min(next, lastWritten.writtenAt + Self.heartbeat) }
        if epoch != nil, isConnected, watch.ticket == nil, watch.telling != .untold { next = min(next, watch.notBefore) }
        return next
    }

    /// Begins whatever is due.
    mutating func proceed(_ turn: inout Turn) {
        if isLeaving {
            guard isAtRest, !hasLeft else { return }
            resign(&turn)
            turn.perform(.disconnect(name))
            hasLeft = true
            return
        }
        guard !turn.isStopping else { return }
        // After a failure nothing hurries: the pause is what keeps the cluster from being run over.
        if isWaiting, turn.now >= dueAt || (isHurried && backoff.failures == 0) { beginRound(&turn) }
        watchChanges(&turn)
        if let lastWritten, maySpeak, trouble == nil, turn.now >= lastWritten.writtenAt + Self.heartbeat { writeStatus(&turn) }
    }

    mutating func resign(_ turn: inout Turn) {
        guard epoch != nil else { return }
        leadership = .none
        turn.perform(.resign(name))
    }

    // MARK: From the connection to the first look

    private mutating func beginRound(_ turn: inout Turn) {
        guard let desired = turn.source.revision?.mesh.clusters[name] else { return }
        isHurried = false
        isInTouch = false
        looks = 0
        justDone = []
        if let momentAt, momentAt <= turn.now { (self.momentAt, mustPlan, needsWhole) = (nil, true, true) }
        if let retryAt, retryAt <= turn.now { (self.retryAt, mustPlan, needsWhole) = (nil, true, true) }
        let terms = ConnectionTerms(desired)
        if isConnected, terms == connection { return lead(&turn) }
        connection = terms
        isConnected = false
        watch = ChangeWatch()
        phase = .connecting(turn.ask { .connect(name, desired, $0) })
    }

    mutating func connected(_ ticket: Ticket, _ failure: EngineFailure?, _ turn: inout Turn) {
        guard case .connecting(ticket) = phase else { return }
        if let failure { return fail(failure, &turn) }
        isConnected = true
        lead(&turn)
    }

    private mutating func lead(_ turn: inout Turn) { phase = .leading(turn.ask { .lead(name, $0) }) }

    mutating func toldOfLeadership(_ ticket: Ticket, _ result: Result<Lease, LeaseProblem>, _ turn: inout Turn) {
        guard case .leading(ticket) = phase else { return }
        switch result {
        case .success(let lease):
            isInTouch = true
            if epoch != lease.epoch { takeLeadership(lease, &turn) }
            phase = .readingControl(turn.ask { .readControl(name, $0) })
        case .failure(.held(let lease)):
            if epoch != nil { loseLeadership("\(lease.holder) is the cluster's controller now", &turn) }
            leadership = .standby(behind: lease.holder)
            forget()
            backoff.succeed()
            tell(.init(.unknown, .standingBy, "\(lease.holder) is the cluster's controller; this one stands by and writes nothing"), turn.now)
            rest(until: turn.now + turn.settings.interval, &turn)
        case .failure(.outdated): fail(EngineFailure(.refused, "the leadership could not be taken: the ledger changes too fast", isRetriable: true), &turn)
        case .failure(.failed(let failure)): fail(failure, &turn)
        }
    }

    private mutating func takeLeadership(_ lease: Lease, _ turn: inout Turn) {
        leadership = .held(epoch: lease.epoch)
        forget()
        decisions.isCurrent = false
        rewritesAll = true
        lastWritten = nil
        audit(.leadershipTaken, "\(turn.settings.name) is the cluster's controller, epoch \(lease.epoch)", &turn)
    }

    mutating func loseLeadership(_ why: String, _ turn: inout Turn) {
        guard let epoch else { return }
        leadership = .none
        watch = ChangeWatch()
        audit(.leadershipLost, "\(turn.settings.name) is the cluster's controller no more, since epoch \(epoch) ended: \(why)", &turn)
    }

    /// Nothing that was seen holds any more.
    mutating func forget() {
        observed = nil
        planned = nil
        focus = ObservationFocus()
        needsWhole = true
        mustPlan = true
    }

    // MARK: The end of a round

    /// The world did not answer as it should.
    mutating func fail(_ failure: EngineFailure, _ turn: inout Turn) {
        if failure.kind == .unreachable { isInTouch = false }
        if failure.kind == .leaseLost { loseLeadership(failure.message, &turn) }
        forget()
        let pause = backoff.fail(turn.settings, using: &chance)
        // An engine mends its connections itself, for a while.
        if !isConnected || (failure.kind == .unreachable && backoff.failures % 3 == 0) {
            isConnected = false
            watch = ChangeWatch()
        }
        tell(.init(.unknown, .clusterUnreachable, failure.message), turn.now)
        if backoff.failures >= 3, !hasToldOfFailure {
            hasToldOfFailure = true
            notify(.failed, "cluster '\(name)' cannot be reconciled: \(failure.message)", &turn)
        }
        rest(until: turn.now + pause, &turn)
    }

    mutating func endRound(_ turn: inout Turn) {
        if hasToldOfFailure {
            hasToldOfFailure = false
            notify(.recovered, "cluster '\(name)' is reconciled again", &turn)
        }
        backoff.succeed()
        trouble = nil
        rounds += 1
        var next = turn.now + turn.settings.interval
        if let momentAt { next = min(next, momentAt) }
        retryAt = retries.next(after: turn.now)
        if let retryAt { next = min(next, retryAt) }
        if needsWhole || !focus.isEmpty { next = looks < Self.mostLooks ? turn.now : turn.now + turn.settings.firstPause }
        rest(until: next, &turn)
    }

    /// Looks within a round, before it is taken for one that finds no end.
    static let mostLooks = 4

    mutating func rest(until next: Instant, _ turn: inout Turn) {
        phase = .waiting
        dueAt = next
        writeStatus(&turn)
    }
}
