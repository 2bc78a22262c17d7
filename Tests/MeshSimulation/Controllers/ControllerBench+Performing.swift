import Determinism
import EngineInterface
import MeshApplying
import MeshControl
import MeshModel
import MeshPlanning
import RandomMeshes
import ReconcilerCore

/// What a shell does.
extension ControllerBench {
    mutating func perform(_ action: ReconcilerAction, by number: Int) async {
        switch action {
        case .readSource(let ticket):
            let (outcome, last) = git.read(after: controllers[number].lastCommit)
            controllers[number].lastCommit = last
            if case .revision(let revision) = outcome { controllers[number].mesh = revision.mesh }
            answer(number, .sourceRead(ticket, outcome))
        case .connect(let cluster, _, let ticket): await connect(cluster, ticket, number)
        case .lead(let cluster, let ticket):
            let controller = controllers[number]
            let request = LeaseRequest(id: controller.process, holder: controller.name, purpose: "controller")
            let result = await attempt(cluster, number) { session throws(LeaseProblem) in try await session.lead(request, isGone: { _ in false }) }
            answer(number, .leadership(cluster, ticket, result))
        case .observe(let cluster, let topics, let subjects, let ticket):
            let result = await reading(cluster, number) { session throws(EngineFailure) in try await session.observe(configsOf: topics, subjects: subjects) }
            answer(number, .observed(cluster, ticket, result))
        case .observeAgain(let cluster, let focus, let earlier, let ticket):
            let result = await reading(cluster, number) { session throws(EngineFailure) in try await session.observe(focus, in: earlier) }
            answer(number, .observed(cluster, ticket, result))
        case .ask(let cluster, let questions, let observed, let ticket):
            let result = await reading(cluster, number) { session throws(EngineFailure) in try await ask(questions, of: observed, session) }
            noteUnused(result, questions, cluster, number)
            answer(number, .answered(cluster, ticket, result))
        case .apply(let cluster, let plan, let task, let ticket):
            // What was audited before has to be there first.
            if controllers[number].queues[cluster]?.isEmpty == false { return add(.perform(action), for: number, after: .milliseconds(50)) }
            answer(number, .applied(cluster, ticket, await apply(plan, task, on: cluster, by: number, process: controllers[number].process)))
        case .watch(let cluster, let position, let wait, let ticket):
            await poll(number, cluster, after: position, until: now + .milliseconds(wait.count), ticket)
        case .readControl(let cluster, let ticket):
            guard !isUnreachable(cluster, for: number), let trail = trails[cluster] else {
                return answer(number, .controlRead(cluster, ticket, .failure(Session.lost)))
            }
            let from = controllers[number].controlRead[cluster] ?? 0
            controllers[number].controlRead[cluster] = trail.control.count
            answer(number, .controlRead(cluster, ticket, .success(Array(trail.control[from...]))))
        case .resign(let cluster):
            let process = controllers[number].process
            guard !isUnreachable(cluster, for: number) else { return }
            worlds[cluster]?.with { if $0.leader?.id == process { $0.leader = nil } }
        case .disconnect(let cluster): controllers[number].sessions[cluster] = nil
        case .write, .audit, .notify, .wake, .stopped: return
        }
    }

    private mutating func connect(_ cluster: String, _ ticket: Ticket, _ number: Int) async {
        guard let world = worlds[cluster], let mesh = controllers[number].mesh, !isUnreachable(cluster, for: number) else {
            return answer(number, .connected(cluster, ticket, Session.lost))
        }
        var byHand: (@Sendable () -> Void)?
        if isFaulty, draw.one(in: 4) {
            let chance = draw.chance.split()
            byHand = {
                world.with { state in
                    var draw = Draw(chance: chance)
                    state.actByHand { draw.act(on: &$0, inBetween: true) }
                }
            }
        }
        let faults = isFaulty && draw.one(in: 2) ? FaultMix(using: &draw.chance) : .none
        controllers[number].sessions[cluster] = Session(
            world: world, faults: faults, mandate: Mandate(mesh: mesh.name, desired: mesh.clusters[cluster] ?? nowhere(cluster)), interlude: .init(byHand: byHand))
        answer(number, .connected(cluster, ticket, nil))
    }

    mutating func poll(_ number: Int, _ cluster: String, after position: Int64?, until: Instant, _ ticket: Ticket) async {
        let result = await reading(cluster, number) { session throws(EngineFailure) in
            try await session.changes(after: position, wait: Milliseconds(0))
        }
        if case .success(.told(let focus, _)) = result, focus.isEmpty, now < until {
            return add(.poll(cluster, after: position, until: until, ticket), for: number, after: pollInterval)
        }
        answer(number, .changed(cluster, ticket, result))
    }

    private func ask(_ questions: ClusterQuestions, of observed: ObservedCluster, _ session: Session) async throws(EngineFailure) -> ObservedCluster {
        var observed = observed
        for (question, held) in zip(questions.records, try await session.count(questions.records)) { observed.topics[question.topic]?.held = held }
        for (topic, usage) in try await session.inspect(questions.usage) { observed.topics[topic]?.usage = usage }
        for (question, history) in zip(questions.schemas, try await session.history(of: questions.schemas)) {
            observed.subjects?[question.schema.subject]?.history = history
        }
        return observed
    }

    private mutating func noteUnused(_ result: Result<ObservedCluster, EngineFailure>, _ questions: ClusterQuestions, _ cluster: String, _ number: Int) {
        guard case .success(let observed) = result else { return }
        for question in questions.records {
            guard let topic = observed.topics[question.topic], let held = topic.held, let usage = topic.usage else { continue }
            if held.total == 0, usage.groups.allSatisfy({ $0.members == 0 }) {
                controllers[number].foundUnused[cluster, default: []].insert(question.topic)
            } else {
                controllers[number].foundUnused[cluster]?.remove(question.topic)
            }
        }
    }

    // MARK: Applying

    private mutating func apply(
        _ plan: ClusterPlan, _ task: ApplyTask, on cluster: String, by number: Int, process: String
    ) async -> Result<[ChangeResult], LeaseProblem> {
        let controller = controllers[number]
        guard let session = controller.sessions[cluster], let world = worlds[cluster], let latest = controller.mesh else { return .failure(.failed(Session.lost)) }
        // What the manifests said when the plan was made; they may say something else by now.
        let mesh = task.source?.revision.flatMap { git.mesh(at: $0) } ?? latest
        let run = runNumber()
        let request = LeaseRequest(id: "\(process)/\(run)", holder: controller.name, purpose: task.purpose, leadership: task.leadership)
        do throws(LeaseProblem) { _ = try await session.acquireLease(request, isGone: { _ in false }) } catch { return .failure(error) }
        check(plan, task, on: cluster, by: number, process: process)
        await session.begin(mandate(plan, mesh, cluster, number, run))
        let before = world.now
        let record = ApplyRecord(
            number: 0, purpose: task.purpose, startedAt: before.time, author: ApplyAuthor(user: "\(process)/\(run)", host: "ci"), mesh: mesh.name, version: "1")
        let results = await applyPlan(plan, on: session, terms: ApplyTerms(chunkSize: draw.pick([1, 3, 1000]), run: record, clock: { before.time }))
        let (died, disturbed) = (await session.hasDied, await session.wasDisturbed)
        world.with { $0.judge(results, ofRun: run, isTold: !died && !disturbed, before: before) }
        return .success(results)
    }

    /// A request whose sender is gone.
    mutating func landLate(_ action: ReconcilerAction, of number: Int, incarnation: Int) async {
        guard case .apply(let cluster, let plan, let task, _) = action, !isUnreachable(cluster, for: number) else { return }
        guard controllers[number].queues[cluster]?.isEmpty != false, controllers[number].mesh != nil else { return }
        _ = await apply(plan, task, on: cluster, by: number, process: "\(controllers[number].name)#\(incarnation)")
    }

    private func mandate(_ plan: ClusterPlan, _ mesh: DesiredMesh, _ cluster: String, _ number: Int, _ run: Int) -> Mandate {
        var mandate = Mandate(mesh: mesh.name, desired: mesh.clusters[cluster] ?? nowhere(cluster))
        mandate.run = run
        mandate.prunes = settings.prunes
        mandate.deletion = mesh.deletion
        mandate.foundUnused = controllers[number].foundUnused[cluster] ?? []
        let trail = trails[cluster]
        for id in trail?.standingApprovals ?? [] { mandate.named.formUnion(trail?.given[id]?.changes.map(\.address.name) ?? []) }
        return mandate
    }

    // MARK: Connections

    private func attempt<Answer: Sendable>(
        _ cluster: String, _ number: Int, _ body: (Session) async throws(LeaseProblem) -> Answer
    ) async -> Result<Answer, LeaseProblem> {
        guard let session = controllers[number].sessions[cluster], !isUnreachable(cluster, for: number) else { return .failure(.failed(Session.lost)) }
        do throws(LeaseProblem) { return .success(try await body(session)) } catch { return .failure(error) }
    }

    private func reading<Answer: Sendable>(
        _ cluster: String, _ number: Int, _ body: (Session) async throws(EngineFailure) -> Answer
    ) async -> Result<Answer, EngineFailure> {
        guard let session = controllers[number].sessions[cluster], !isUnreachable(cluster, for: number) else { return .failure(Session.lost) }
        do throws(EngineFailure) { return .success(try await body(session)) } catch { return .failure(error) }
    }
}
