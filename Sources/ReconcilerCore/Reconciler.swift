import Determinism
import MeshControl
import MeshModel

/// Brings the mesh to what the manifests say, and keeps it there: (event, now) → actions.
///
/// Level-triggered: whatever happened, each round of a cluster starts from what is declared and what is there now. Clusters are
/// independent of each other. Nothing is remembered that a successor would miss: approvals, suspensions and statuses are in the
/// clusters' control logs, what was applied is in their ledgers.
///
/// The shell performs the actions as it likes, with three duties: every ticket is answered once, if only by a failure; what is
/// written or audited for one cluster arrives in order, and before a later `apply` of that cluster begins; an audit record that could
/// not be written is tried again.
package struct Reconciler: Sendable {
    package let settings: ReconcilerSettings
    private var source: SourceState
    private var machines: [String: ClusterReconciler] = [:]
    private var chance: SeededGenerator
    private var lastTicket = 0
    private var latest = Instant.distantPast
    private var wokenAt: Instant?
    private var isStopping = false
    private var hasStopped = false

    package init(settings: ReconcilerSettings, seed: UInt64) {
        self.settings = settings
        chance = SeededGenerator(seed: seed)
        source = SourceState()
    }

    package mutating func handle(_ event: ReconcilerEvent, now: Instant) -> [ReconcilerAction] {
        // A clock that was set back must not make anything wait for the time it once showed.
        if now < latest { forgetDeadlines(now) }
        latest = now
        if case .stopAsked = event { isStopping = true }
        if case .tick = event { wokenAt = nil }
        var turn = Turn(now: now, settings: settings, source: source, isStopping: isStopping, lastTicket: lastTicket)
        dispatch(event, &turn)
        if !isStopping { source.readIfDue(&turn) }
        turn.source = source
        for name in machines.keys.sorted() { machines[name]?.proceed(&turn) }
        finish(&turn)
        lastTicket = turn.lastTicket
        return turn.actions
    }

    /// By name; what is shown at the HTTP interface and written to the mesh.
    package var clusters: [String: ClusterStatus] { machines.compactMapValues { $0.isLeaving ? nil : $0.status } }

    /// By address.
    package func resources(of cluster: String) -> [ResourceStatus] { machines[cluster]?.resources ?? [] }

    private mutating func dispatch(_ event: ReconcilerEvent, _ turn: inout Turn) {
        switch event {
        case .tick, .stopAsked: break
        case .sourceHinted:
            source.hint()
            // Whoever calls may have approved something as well.
            for name in machines.keys.sorted() { machines[name]?.hurry() }
        case .sourceRead(let ticket, let outcome):
            let isNew = source.take(outcome, of: ticket, &turn)
            turn.source = source
            if isNew { adoptRevision(&turn) }
        case .connected(let name, let ticket, let failure): machines[name]?.connected(ticket, failure, &turn)
        case .leadership(let name, let ticket, let result): machines[name]?.toldOfLeadership(ticket, result, &turn)
        case .observed(let name, let ticket, let result): machines[name]?.observed(ticket, result, &turn)
        case .answered(let name, let ticket, let result): machines[name]?.answered(ticket, result, &turn)
        case .applied(let name, let ticket, let result): machines[name]?.applied(ticket, result, &turn)
        case .changed(let name, let ticket, let result): machines[name]?.toldOfChanges(ticket, result, &turn)
        case .controlRead(let name, let ticket, let result): machines[name]?.readControl(ticket, result, &turn)
        case .writingFailed(let name, let failure): machines[name]?.writingFailed(failure, &turn)
        }
    }

    /// A revision with other contents is there: clusters come, go, and look anew.
    private mutating func adoptRevision(_ turn: inout Turn) {
        guard let mesh = turn.source.revision?.mesh else { return }
        for name in mesh.clusters.keys.sorted() where machines[name] == nil {
            machines[name] = ClusterReconciler(name: name, chance: chance.split(), now: turn.now)
        }
        for name in machines.keys.sorted() { machines[name]?.revised(isDeclared: mesh.clusters[name] != nil) }
    }

    private mutating func finish(_ turn: inout Turn) {
        for (name, machine) in machines where machine.hasLeft { machines[name] = nil }
        if isStopping {
            guard !hasStopped, machines.values.allSatisfy(\.isAtRest) else { return }
            hasStopped = true
            for name in machines.keys.sorted() { machines[name]?.resign(&turn) }
            return turn.perform(.stopped)
        }
        let next = machines.values.map { $0.wakeAt(turn.settings) }.reduce(source.dueAt, min)
        guard next != .distantFuture, next != wokenAt else { return }
        wokenAt = next
        turn.perform(.wake(at: next))
    }

    private mutating func forgetDeadlines(_ now: Instant) {
        source.dueAt = min(source.dueAt, now)
        wokenAt = nil
        for name in machines.keys { machines[name]?.forgetDeadlines(now) }
    }
}
