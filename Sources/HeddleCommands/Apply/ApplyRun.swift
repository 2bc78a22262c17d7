import AuditTrail
import Determinism
import EngineInterface
import MeshApplying
import MeshModel
import MeshPlanning
import Synchronization

/// A plan that is to be carried out, and everything that its history will tell.
struct ApplyRun: Sendable {
    var plan: Plan
    /// For the lease and the history: `apply`, `rollback to 12`.
    var purpose: String
    var source: SourceStamp?
    var planDigest: String?
    var timeLimit: Milliseconds
    var breaksLease: Bool
    var listener: ApplyListener

    /// All clusters at once; within one, in the plan's order. A signal or the end of the time lets what is under way end, and
    /// begins nothing more.
    func carryOut(on connections: MeshConnections) async throws -> ApplyReport {
        let start = Instant.present
        let deadline = ContinuousClock.now + .milliseconds(timeLimit.count)
        let signals = await StopSignals.trap()
        let changed = plan.clusters.filter { !$0.changes.isEmpty }
        await listener.planStarted(plan)
        let leases = try await MeshLeases.acquire(of: changed.map(\.cluster), for: purpose, connections: connections, breaks: breaksLease)
        for (cluster, lease) in leases.byCluster.sorted(by: { $0.key < $1.key }) { await listener.leaseAcquired(lease, of: cluster) }

        let reasonToStop: @Sendable () -> String? = {
            if signals.isAsked { return "it was stopped" }
            return ContinuousClock.now >= deadline ? "the time limit of \(timeLimit) was over" : nil
        }
        let record = ApplyRecord(
            number: 0, purpose: purpose, startedAt: start, author: .present(), mesh: plan.mesh, environment: plan.environment, source: source,
            planDigest: planDigest, version: heddleVersion)
        var byCluster: [String: [ChangeResult]] = [:]
        await withTaskGroup(of: (String, [ChangeResult]).self) { group in
            for cluster in changed {
                guard let engine = connections.engine(of: cluster.cluster) else { continue }
                group.addTask {
                    let terms = ApplyTerms(run: record, clock: { .present }, reasonToStop: reasonToStop)
                    let results = await applyPlan(cluster, on: engine, terms: terms) { await listener.note($0, on: cluster.cluster) }
                    return (cluster.cluster, results)
                }
            }
            for await (name, results) in group { byCluster[name] = results }
        }
        let report = ApplyReport(results: changed.flatMap { byCluster[$0.cluster] ?? [] })
        await listener.finished(report)
        let audit = ApplyAudit(connections: connections, console: listener.console)
        for (cluster, results) in byCluster.sorted(by: { $0.key < $1.key }) {
            await audit.append([.ended(record, number: leases.byCluster[cluster]?.number, on: cluster, results, at: .present)], to: cluster)
        }
        return report
    }
}

/// Told of an apply as it goes on: a running count for people, or a line of JSON an event.
actor ApplyListener {
    enum Manner: Sendable { case silent, count(of: Int), events }

    nonisolated let console: Console
    private let manner: Manner
    private var count = 0

    init(console: Console, format: ApplyFormat, changes: Int) {
        self.console = console
        let isSeen = !console.isQuiet && Console.Stream.error.isTerminal
        manner = format == .events ? .events : isSeen ? .count(of: changes) : .silent
    }

    func planStarted(_ plan: Plan) {
        say(ApplyEventJSON("plan-started") {
            $0.mesh = plan.mesh
            $0.environment = plan.environment
            $0.changes = plan.changes.count
        })
    }

    func leaseAcquired(_ lease: Lease, of cluster: String) {
        say(ApplyEventJSON("lease-acquired") {
            $0.cluster = cluster
            $0.apply = lease.number
            $0.holder = lease.holder
            $0.until = utc(lease.until)
        })
    }

    func note(_ event: ApplyEvent, on cluster: String) {
        switch manner {
        case .silent: break
        case .count(let total):
            guard case .changeEnded(let result) = event else { return }
            count += 1
            guard count % 10 == 0 || count == total || count < 10 else { return }
            console.write("\r\u{1B}[K  \(count) of \(total)  \(result.change.address)", to: .error)
        case .events: say(ApplyEventJSON(event, on: cluster))
        }
    }

    func finished(_ report: ApplyReport) {
        switch manner {
        case .silent: break
        case .count: console.write("\r\u{1B}[K", to: .error)
        case .events: say(ApplyEventJSON("finished") { $0.summary = ApplyJSON(mesh: "", report: report).summary })
        }
    }

    private func say(_ event: @autoclosure () -> ApplyEventJSON) {
        guard case .events = manner else { return }
        console.print(event().line)
    }
}
