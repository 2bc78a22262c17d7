import Determinism
import EngineInterface
import Logging
import MeshControl
import MeshModel
import ReconcilerCore
import Synchronization

/// The shell round a reconciler: tells it what happens, and does what it wants done.
///
/// One event is thought about at a time. Everything else happens at the side, each thing in a task of its own and within a time of
/// its own, so that nothing that hangs holds up another cluster; what is written to one cluster is written in order.
///
///     let loop = ControllerLoop(Reconciler(settings: settings, seed: seed), name: settings.name, world: world, logger: logger)
///     await loop.run()   // until `stop`, or until it is cancelled
package actor ControllerLoop {
    nonisolated package let board: StatusBoard

    nonisolated let world: ControllerWorld
    nonisolated let limits: LoopLimits
    nonisolated let logger: Logger
    nonisolated let inbox = Inbox()
    nonisolated let source = SourceReading()
    nonisolated let stopping = StopFlag()

    private var mind: any Reconciling
    private var links: [String: ClusterLink] = [:]
    /// Clusters that are declared no more, until the last is written there.
    private var leaving: [ClusterLink] = []
    private var alarm: Task<Void, Never>?
    private var isOver = false

    package init(_ mind: any Reconciling, name: String, world: ControllerWorld, limits: LoopLimits = .init(), logger: Logger) {
        self.mind = mind
        self.world = world
        self.limits = limits
        self.logger = logger
        board = StatusBoard(name: name, startedAt: world.clock())
    }

    /// Runs until the reconciler says that it is done, which it does after `stop`. Cancelled, it lets go of everything at once.
    package func run() async {
        inbox.post(.tick)
        await withDiscardingTaskGroup { group in
            for await event in inbox.events {
                inbox.took(event)
                for action in step(event) { begin(action, in: &group) }
                if case .stopAsked = event { hurry(in: &group) }
                if isOver { break }
            }
            if !Task.isCancelled { await finishWritings() }
            group.cancelAll()
        }
        alarm?.cancel()
        await closeAll()
    }

    /// Lets what is under way end, and begins nothing more.
    nonisolated package func stop() {
        stopping.set()
        inbox.post(.stopAsked)
    }

    /// The source may have something new.
    nonisolated package func hint() { inbox.post(.sourceHinted) }

    nonisolated package var isReadingSource: Bool { source.isReading }

    /// The reconciler as it is now: a value to ask for resources, which are too many to be laid out after each event.
    package func present() -> any Reconciling { mind }

    private func step(_ event: ReconcilerEvent) -> [ReconcilerAction] {
        let now = world.clock()
        let began = ContinuousClock.now
        let actions = mind.handle(event, now: now)
        board.note(event, clusters: mind.clusters, now: now)
        let took = ContinuousClock.now - began
        for observer in world.observers { observer.stepped(event, to: actions, at: now, took: took) }
        return actions
    }

    private func begin(_ action: ReconcilerAction, in group: inout DiscardingTaskGroup) {
        switch action {
        case .readSource(let ticket): group.addTask { await self.readSource(ticket) }
        case .connect(let name, let desired, let ticket):
            let link = link(name)
            let begun = link.beginConnecting()
            group.addTask { await self.connect(link, desired, ticket, begun.generation, closing: begun.old) }
        case .lead(let name, let ticket):
            let link = link(name)
            group.addTask { await self.lead(link, ticket) }
        case .observe(let name, let topics, let subjects, let ticket):
            let link = link(name)
            group.addTask { await self.observe(link, configsOf: topics, subjects: subjects, ticket) }
        case .observeAgain(let name, let focus, let earlier, let ticket):
            let link = link(name)
            group.addTask { await self.observeAgain(link, focus, in: earlier, ticket) }
        case .ask(let name, let questions, let observed, let ticket):
            let link = link(name)
            group.addTask { await self.ask(link, questions, of: observed, ticket) }
        case .apply(let name, let plan, let task, let ticket):
            let link = link(name)
            group.addTask { await self.apply(link, plan, task, ticket) }
        case .watch(let name, let position, let wait, let ticket):
            let link = link(name)
            // Not one of the group's own: it ends when another begins, or with the engine.
            let watch = Task { await self.watch(link, after: position, wait: wait, ticket) }
            link.watch(with: watch)
        case .readControl(let name, let ticket):
            let link = link(name)
            group.addTask { await self.readControl(link, ticket) }
        case .write(let name, let records): write(records, to: link(name))
        case .audit(let name, let record): note(record, for: link(name))
        case .notify(let notification): group.addTask { await self.notify(notification) }
        case .wake(let time): wake(at: time)
        case .resign(let name): resign(link(name))
        case .disconnect(let name):
            guard let link = links.removeValue(forKey: name) else { return }
            leaving.append(link)
            group.addTask {
                await self.disconnect(link)
                await self.left(link)
            }
        case .stopped: isOver = true
        }
    }

    private func left(_ link: ClusterLink) { leaving.removeAll { $0 === link } }

    private func link(_ name: String) -> ClusterLink {
        if let link = links[name] { return link }
        let link = ClusterLink(name: name, auditBacklog: limits.auditBacklog)
        links[name] = link
        return link
    }

    /// The clock may be set while we sleep, so it is looked at now and then.
    private func wake(at time: Instant) {
        alarm?.cancel()
        alarm = Task { [inbox, clock = world.clock] in
            while true {
                let left = time.since(clock())
                guard left > .zero else { break }
                do { try await Task.sleep(for: min(left, .seconds(30))) } catch { return }
            }
            guard !Task.isCancelled else { return }
            inbox.post(.tick)
        }
    }

    /// Ends even where something that is under way does not.
    private func hurry(in group: inout DiscardingTaskGroup) {
        group.addTask { [inbox, limits, logger] in
            do { try await Task.sleep(for: limits.stop) } catch { return }
            logger.warning("what is under way does not end within \(limits.stop), and is left behind")
            inbox.finish()
        }
    }
}

extension ControllerLoop {
    /// What was to be written last, the resignations among it, gets there.
    private func finishWritings() async {
        let end = ContinuousClock.now + limits.stop
        for link in leaving + links.values { await link.drain(within: end - .now) }
    }

    private func closeAll() async {
        let all = Array(links.values)
        links = [:]
        for link in all {
            let begun = link.beginConnecting()
            if let engine = begun.old { await close(engine) }
        }
    }

    /// Waits for it only so long: a cluster that hangs is no reason not to end.
    nonisolated func close(_ engine: any Engine) async {
        let closing = Task {
            _ = await within(.seconds(5), orElse: EngineFailure(.unreachable, "not in time")) { () async throws(EngineFailure) -> Void in await engine.close() }
        }
        await closing.value
    }
}

/// Whether a stop was asked for: for those in the middle of something.
final class StopFlag: Sendable {
    private let flag = Mutex(false)
    func set() { flag.withLock { $0 = true } }
    var isSet: Bool { flag.withLock { $0 } }
}

/// Whether the source is being read: one that hangs is not read a second time beside it.
final class SourceReading: Sendable {
    private let isOn = Mutex(false)
    func begin() -> Bool {
        isOn.withLock { isOn in
            defer { isOn = true }
            return !isOn
        }
    }
    func end() { isOn.withLock { $0 = false } }
    var isReading: Bool { isOn.withLock { $0 } }
}
