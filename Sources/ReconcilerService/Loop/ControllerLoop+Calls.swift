import Determinism
import EngineInterface
import MeshApplying
import MeshModel
import MeshPlanning
import ReconcilerCore

extension ControllerLoop {
    /// One call of one cluster's engine, within its time; told to the observers.
    nonisolated func call<Value: Sendable>(
        _ kind: LoopCall.Kind, _ link: ClusterLink, _ ticket: Ticket? = nil, within limit: Duration, items: Int? = nil,
        _ work: @escaping @Sendable (any Engine) async throws(EngineFailure) -> Value
    ) async -> Result<Value, EngineFailure> {
        let watch = Stopwatch(clock: world.clock)
        let result: Result<Value, EngineFailure>
        if let engine = link.engine {
            let late = EngineFailure(.unreachable, "cluster '\(link.name)' did not answer within \(limit.inSeconds)", isRetriable: true)
            result = await within(limit, orElse: late) { () async throws(EngineFailure) -> Value in try await work(engine) }
        } else {
            result = .failure(EngineFailure(.unreachable, "cluster '\(link.name)' is not connected", isRetriable: true))
        }
        tell(kind, link.name, ticket, watch, items: items, failure: result.failure?.message)
        return result
    }

    nonisolated func tell(
        _ kind: LoopCall.Kind, _ cluster: String?, _ ticket: Ticket?, _ watch: Stopwatch, items: Int? = nil, failure: String?
    ) {
        if let failure { logger.debug("\(kind.rawValue) failed: \(failure)", metadata: cluster.map { ["cluster": "\($0)"] }) }
        guard !world.observers.isEmpty else { return }
        let call = LoopCall(
            kind: kind, cluster: cluster, ticket: ticket, began: watch.began, took: watch.elapsed, items: items, failure: failure)
        for observer in world.observers { observer.called(call) }
    }

    nonisolated func readSource(_ ticket: Ticket) async {
        guard source.begin() else {
            inbox.post(.sourceRead(ticket, .failure(SourceProblem(.unreachable, "the reading before has not come back yet"))))
            return
        }
        let watch = Stopwatch(clock: world.clock)
        let (manifests, source) = (world.manifests, source)
        let late = SourceProblem(.unreachable, "the manifests could not be read within \(limits.readSource.inSeconds)")
        let result = await within(limits.readSource, orElse: late) { () async throws(SourceProblem) -> SourceOutcome in
            defer { source.end() }
            return await manifests.read()
        }
        let outcome: SourceOutcome
        switch result {
        case .success(let found): outcome = found
        case .failure(let problem): outcome = .failure(problem)
        }
        var failure: String?
        if case .failure(let problem) = outcome { failure = problem.message }
        tell(.readSource, nil, ticket, watch, failure: failure)
        inbox.post(.sourceRead(ticket, outcome))
    }

    nonisolated func connect(
        _ link: ClusterLink, _ desired: DesiredCluster, _ ticket: Ticket, _ generation: ClusterLink.Generation, closing old: (any Engine)?
    ) async {
        if let old { await close(old) }
        let watch = Stopwatch(clock: world.clock)
        let opener = world.engines
        let late = EngineFailure(
            .unreachable, "cluster '\(link.name)' could not be connected to within \(limits.connect.inSeconds)", isRetriable: true)
        let result = await within(limits.connect, orElse: late, onLate: { (engine: any Engine) in Task { await engine.close() } }) {
            () async throws(EngineFailure) -> any Engine in try await opener.open(desired)
        }
        tell(.connect, link.name, ticket, watch, failure: result.failure?.message)
        switch result {
        case .success(let engine):
            guard link.connected(engine, generation) else { return await close(engine) }
            inbox.post(.connected(link.name, ticket, nil))
            if !link.backlog.isEmpty { writeBacklog(of: link) }
        case .failure(let failure):
            guard link.isPresent(generation) else { return }
            inbox.post(.connected(link.name, ticket, failure))
        }
    }

    nonisolated func observe(_ link: ClusterLink, configsOf topics: Set<String>, subjects: Set<String>, _ ticket: Ticket) async {
        let result = await call(.observe, link, ticket, within: limits.observe) { engine async throws(EngineFailure) in
            try await engine.observe(configsOf: topics, subjects: subjects)
        }
        inbox.post(.observed(link.name, ticket, result))
    }

    nonisolated func observeAgain(_ link: ClusterLink, _ focus: ObservationFocus, in earlier: ObservedCluster, _ ticket: Ticket) async {
        let result = await call(.observeAgain, link, ticket, within: limits.observe) { engine async throws(EngineFailure) in
            try await engine.observe(focus, in: earlier)
        }
        inbox.post(.observed(link.name, ticket, result))
    }

    nonisolated func ask(_ link: ClusterLink, _ questions: ClusterQuestions, of observed: ObservedCluster, _ ticket: Ticket) async {
        let result = await call(.ask, link, ticket, within: limits.observe) { engine async throws(EngineFailure) in
            try await askCluster(questions, of: observed, on: engine)
        }
        inbox.post(.answered(link.name, ticket, result))
    }

    /// A long poll: silent where it was given up for another.
    nonisolated func watch(_ link: ClusterLink, after position: Int64?, wait: Milliseconds, _ ticket: Ticket) async {
        let result = await call(.watch, link, ticket, within: .milliseconds(wait.count) + limits.answer) { engine async throws(EngineFailure) in
            try await engine.changes(after: position, wait: wait)
        }
        guard !Task.isCancelled else { return }
        inbox.post(.changed(link.name, ticket, result))
    }

    /// Begins once everything is written that was to be written before.
    nonisolated func apply(_ link: ClusterLink, _ plan: ClusterPlan, _ task: ApplyTask, _ ticket: Ticket) async {
        await link.drain(within: limits.answer)
        let watch = Stopwatch(clock: world.clock)
        let (identity, clock, stopping, limit) = (world.identity, world.clock, stopping, limits.apply)
        let end = ContinuousClock.now + limit
        let reasonToStop: @Sendable () -> String? = {
            if stopping.isSet || Task.isCancelled { return "the controller was stopped" }
            return ContinuousClock.now >= end ? "the time limit of \(limit.inSeconds) was over" : nil
        }
        let result: Result<[ChangeResult], LeaseProblem>
        if let engine = link.engine {
            let late = LeaseProblem.failed(
                EngineFailure(.unreachable, "cluster '\(link.name)' did not let an apply end within \((limit + limits.chunk).inSeconds)", isRetriable: true))
            result = await within(limit + limits.chunk, orElse: late) { () async throws(LeaseProblem) -> [ChangeResult] in
                try await carryOutPlan(plan, task, on: engine, as: identity, clock: clock, reasonToStop: reasonToStop)
            }
        } else {
            result = .failure(.failed(EngineFailure(.unreachable, "cluster '\(link.name)' is not connected", isRetriable: true)))
        }
        tell(.apply, link.name, ticket, watch, items: plan.changes.count, failure: result.failure?.summary)
        inbox.post(.applied(link.name, ticket, result))
    }

    nonisolated func notify(_ notification: Notification) async {
        let watch = Stopwatch(clock: world.clock)
        let (sender, limit) = (world.notifications, limits.notify)
        let late = EngineFailure(.unreachable, "not in time")
        let result = await within(limit, orElse: late) { () async throws(EngineFailure) -> Void in await sender.send(notification) }
        tell(.notify, notification.cluster, nil, watch, failure: result.failure?.message)
    }

    /// What is still to be written is written before the engine goes.
    nonisolated func disconnect(_ link: ClusterLink) async {
        link.stopWatching()
        await link.drain(within: limits.stop)
        if let engine = link.beginConnecting().old { await close(engine) }
    }
}

/// When something began, and how long it takes.
struct Stopwatch: Sendable {
    let began: Instant
    private let start = ContinuousClock.now
    init(clock: @Sendable () -> Instant) { began = clock() }
    var elapsed: Duration { ContinuousClock.now - start }
}

extension Result {
    var failure: Failure? { if case .failure(let failure) = self { failure } else { nil } }
}

extension Duration {
    /// `30 s`, `0.25 s`.
    var inSeconds: String {
        let milliseconds = wholeMilliseconds
        return milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(Double(milliseconds) / 1000) s"
    }
}

extension LeaseProblem {
    /// For logs.
    var summary: String {
        switch self {
        case .held(let lease): "\(lease.holder) holds it for '\(lease.purpose)'"
        case .outdated(let author): "the ledger was written to since it was read\(author.map { ", by \($0)" } ?? "")"
        case .failed(let failure): failure.message
        }
    }
}
