import AuditTrail
import Determinism
import EngineInterface
import MeshApplying
import MeshControl
import MeshModel
import MeshPlanning
import RandomMeshes
import ReconcilerCore

/// Reconcilers and simulated clusters, with a clock of their own: performs what the reconcilers ask for, with delays and in whatever
/// order, and holds every deed against what was allowed.
package struct ControllerBench {
    enum Happening {
        case deliver(ReconcilerEvent)
        case perform(ReconcilerAction)
        case drain(String)
        case poll(String, after: Int64?, until: Instant, Ticket)
    }

    struct Scheduled {
        var at: Instant
        var order: Int
        var controller: Int
        var incarnation: Int
        var happening: Happening
    }

    package private(set) var now = Instant(millisecondsSinceEpoch: 1_764_000_000_000)
    package let worlds: [String: World]
    package var trails: [String: ControlTrail] = [:]
    package var git = SimulatedGit()
    package var controllers: [SimulatedController] = []
    package var settings: ReconcilerSettings
    /// Clusters that answer nobody.
    package var down: Set<String> = []
    package var draw: Draw
    /// Of delays and engines; none: everything takes ten milliseconds and works.
    package var isFaulty = false
    /// What the reconcilers' actions are before they are performed: tests of the checkers put in broken ones.
    package var spoil: (ReconcilerAction) -> ReconcilerAction? = { $0 }
    package private(set) var performed: [(at: Instant, controller: Int, action: ReconcilerAction)] = []
    package private(set) var notifications: [Notification] = []
    package var violations: [String] = []
    var schedule: [Scheduled] = []
    private var nextOrder = 0
    private var nextRun = 0

    package init(worlds: [String: WorldState], settings: ReconcilerSettings = ReconcilerSettings(name: "test"), seed: UInt64 = 1) {
        self.worlds = worlds.mapValues(World.init)
        self.settings = settings
        draw = Draw(chance: SeededGenerator(seed: seed))
        for name in worlds.keys { trails[name] = ControlTrail() }
    }

    // MARK: Controllers

    package mutating func start(_ count: Int = 1) {
        for _ in 0..<count {
            let number = controllers.count
            controllers.append(SimulatedController(number: number, reconciler: newReconciler(number)))
            tell(number, .tick)
        }
    }

    private mutating func newReconciler(_ number: Int) -> Reconciler {
        var settings = settings
        settings.name = "controller-\(number)"
        return Reconciler(settings: settings, seed: draw.chance.next())
    }

    /// Whatever was under way ends somewhere; a new process knows nothing of it.
    package mutating func crash(_ number: Int) {
        controllers[number].isUp = false
        controllers[number].incarnation += 1
        schedule.removeAll { $0.controller == number && !$0.isUnderWay }
        worlds.values.forEach { $0.with { $0.note("controller \(number) is killed") } }
    }

    package mutating func restart(_ number: Int) {
        let fresh = newReconciler(number)
        var next = SimulatedController(number: number, reconciler: fresh)
        next.incarnation = controllers[number].incarnation + 1
        next.cutOff = controllers[number].cutOff
        controllers[number] = next
        tell(number, .tick)
    }

    package mutating func cut(_ number: Int, from cluster: String, _ isCut: Bool) async {
        if isCut { controllers[number].cutOff.insert(cluster) } else { controllers[number].cutOff.remove(cluster) }
        await controllers[number].sessions[cluster]?.cut(isCut || down.contains(cluster))
    }

    package mutating func set(_ cluster: String, isDown: Bool) async {
        if isDown { down.insert(cluster) } else { down.remove(cluster) }
        for controller in controllers { await controller.sessions[cluster]?.cut(isDown || controller.cutOff.contains(cluster)) }
    }

    package mutating func skew(_ number: Int, by duration: Duration) { controllers[number].skew = duration }
    package mutating func jump(_ duration: Duration) { now += duration }

    /// Everything works from now on.
    package mutating func calm() async {
        isFaulty = false
        git.isDown = false
        down = []
        for index in controllers.indices {
            controllers[index].cutOff = []
            controllers[index].skew = .zero
            for session in controllers[index].sessions.values { await session.calm() }
        }
        for world in worlds.values { world.with { $0.calmDown() } }
    }

    // MARK: Time

    package mutating func run(_ duration: Duration) async {
        let end = now + duration
        while let index = schedule.indices.min(by: { (schedule[$0].at, schedule[$0].order) < (schedule[$1].at, schedule[$1].order) }),
            schedule[index].at <= end
        {
            let next = schedule.remove(at: index)
            now = max(now, next.at)
            await happen(next)
        }
        now = max(now, end)
    }

    mutating func tell(_ number: Int, _ event: ReconcilerEvent) {
        guard controllers[number].isUp else { return }
        let actions = controllers[number].reconciler.handle(event, now: now + controllers[number].skew)
        for action in actions {
            guard let action = spoil(action) else { continue }
            performed.append((now, number, action))
            switch action {
            case .wake(let at):
                // No clock rings at once for ever.
                let due = max(at - controllers[number].skew, now + .milliseconds(1))
                controllers[number].wake = due
                add(.deliver(.tick), for: number, after: due.since(now))
            case .notify(let notification): notifications.append(notification)
            case .stopped: controllers[number].hasStopped = true
            case .write(let cluster, let records):
                controllers[number].queues[cluster, default: []].append(.control(records))
                add(.drain(cluster), for: number, after: delay())
            case .audit(let cluster, let event):
                controllers[number].queues[cluster, default: []].append(.audit(event))
                add(.drain(cluster), for: number, after: delay())
            default: add(.perform(action), for: number, after: delay())
            }
        }
    }

    mutating func delay() -> Duration {
        guard isFaulty else { return .milliseconds(10) }
        return .milliseconds(draw.one(in: 12) ? 2000 + draw.below(6000) : draw.below(60))
    }

    mutating func add(_ happening: Happening, for number: Int, after delay: Duration) {
        nextOrder += 1
        schedule.append(
            Scheduled(at: now + delay, order: nextOrder, controller: number, incarnation: controllers[number].incarnation, happening: happening))
    }

    private mutating func happen(_ next: Scheduled) async {
        let number = next.controller
        guard controllers[number].incarnation == next.incarnation else {
            // The process is gone; a request that it had sent is not.
            if case .perform(let action) = next.happening { await landLate(action, of: number) }
            return
        }
        for world in worlds.values { world.with { $0.time = max($0.time, now) } }
        switch next.happening {
        case .deliver(.tick):
            guard controllers[number].wake == next.at || controllers[number].wake == nil else { return }
            controllers[number].wake = nil
            tell(number, .tick)
        case .deliver(let event): tell(number, event)
        case .drain(let cluster): drain(number, cluster)
        case .poll(let cluster, let position, let until, let ticket): await poll(number, cluster, after: position, until: until, ticket)
        case .perform(let action): await perform(action, by: number)
        }
    }

    mutating func answer(_ number: Int, _ event: ReconcilerEvent) { add(.deliver(event), for: number, after: delay()) }

    mutating func runNumber() -> Int {
        nextRun += 1
        return nextRun
    }

    // MARK: Logs

    private mutating func drain(_ number: Int, _ cluster: String) {
        guard let first = controllers[number].queues[cluster]?.first else { return }
        let isLost = isUnreachable(cluster, for: number) || (isFaulty && draw.one(in: 25))
        switch first {
        case .control(let records):
            controllers[number].queues[cluster]?.removeFirst()
            guard !isLost else { return answer(number, .writingFailed(cluster, Session.lost)) }
            check(records, by: number, on: cluster)
            trails[cluster]?.append(records)
        case .audit(let event):
            // Nothing is left out of a trail: it is tried again.
            guard !isLost else { return add(.drain(cluster), for: number, after: .milliseconds(500)) }
            controllers[number].queues[cluster]?.removeFirst()
            trails[cluster]?.append(event)
        }
        if controllers[number].queues[cluster]?.isEmpty == false { add(.drain(cluster), for: number, after: .milliseconds(1)) }
    }

    func isUnreachable(_ cluster: String, for number: Int) -> Bool { down.contains(cluster) || controllers[number].cutOff.contains(cluster) }
}

extension ControllerBench.Scheduled {
    /// A request to a cluster: it may arrive although its sender is gone.
    var isUnderWay: Bool { if case .perform(.apply) = happening { true } else { false } }
}
