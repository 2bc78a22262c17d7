import Determinism
import EngineInterface
import MeshApplying
import MeshModel
import MeshPlanning
import PlanChecks

/// What makes plans: the planner, or in tests of the checkers one that is broken on purpose.
package typealias Planner = @Sendable (DesiredMesh, [String: Observation], PlanOptions) -> Plan

/// One `heddle apply`, from the first reading to the last note.
struct MeshRun: Sendable {
    /// What is said besides the manifests.
    struct Wishes: Sendable {
        var options = PlanOptions(maxDeletions: 1000)
        var allowsClasses = true
        /// Topics and the like that are allowed by name; nil: whatever the plan asks for.
        var named: Set<String>? = []
        /// Applies what can be applied where something cannot; else nothing.
        var targetsTheRest = true
        var chunkSize = 1000
        var breaksLease = false
    }

    struct Outcome {
        var plan: Plan
        /// Before it was narrowed to what can be applied.
        var whole: Plan
        /// Empty where nothing was begun.
        var results: [String: [ChangeResult]] = [:]
    }

    var number: Int
    var worlds: [String: World]
    var desired: DesiredMesh
    var wishes: Wishes
    var faults: FaultMix
    var interlude = Session.Interludes()
    /// Between the plan and the apply.
    var pause: @Sendable () -> Void = {}
    var harness: Harness

    /// What is under test.
    struct Harness: Sendable {
        var planner: Planner
        var isCheckedTwice = true
    }

    func carryOut() async -> Outcome? {
        let sessions = worlds.mapValues { world in
            Session(world: world, faults: faults, mandate: mandate(on: world, [:]), interlude: interlude)
        }
        guard let observations = try? await observe(sessions) else { return nil }
        var options = wishes.options
        let whole = harness.planner(desired, observations, options)
        var plan = whole
        let permissions = permissions(for: plan)
        let open = plan.changes.filter { !permissions.permits($0) }
        if !open.isEmpty || !plan.refusals.isEmpty {
            let refused = Set(plan.refusals.map(\.address) + open.map(\.address))
            options.targets = Array(Set(plan.changes.map(\.address)).subtracting(refused)).sorted()
            guard wishes.targetsTheRest, !options.targets.isEmpty else { return Outcome(plan: plan, whole: whole) }
            plan = harness.planner(desired, observations, options)
            guard plan.refusals.isEmpty, plan.changes.allSatisfy(permissions.permits) else { return Outcome(plan: plan, whole: whole) }
        }
        if harness.isCheckedTwice {
            for fault in checkPlan(plan, desired: desired, observations: observations, options: options) {
                worlds.values.first?.with { $0.violation("the second opinion: \(fault)") }
            }
        }
        return await apply(plan, of: whole, observations, sessions)
    }

    /// Only what was planned before, as `heddle undo` does.
    func carryOut(_ plan: ClusterPlan) async -> Outcome? {
        guard let world = worlds[plan.cluster] else { return nil }
        let session = Session(world: world, faults: faults, mandate: mandate(on: world, [:]), interlude: interlude)
        let alone = Plan(mesh: desired.name, clusters: [plan])
        return await apply(alone, of: alone, [:], [plan.cluster: session])
    }

    private func apply(_ plan: Plan, of whole: Plan, _ observations: [String: Observation], _ sessions: [String: Session]) async -> Outcome? {
        var outcome = Outcome(plan: plan, whole: whole)
        pause()
        for cluster in plan.clusters where !cluster.changes.isEmpty {
            guard let world = worlds[cluster.cluster], let session = sessions[cluster.cluster] else { continue }
            await session.begin(mandate(on: world, observations))
            let before = world.now
            let request = LeaseRequest(id: "run-\(number)", holder: desired.name, purpose: "apply", breaks: wishes.breaksLease)
            guard (try? await session.acquireLease(request, isGone: { _ in false })) != nil else { continue }
            let record = ApplyRecord(
                number: 0, purpose: "apply", startedAt: before.time, author: ApplyAuthor(user: "run-\(number)", host: "ci"), mesh: desired.name,
                version: "1")
            let results = await applyPlan(cluster, on: session, terms: ApplyTerms(chunkSize: wishes.chunkSize, run: record, clock: { before.time }))
            outcome.results[cluster.cluster] = results
            let (died, disturbed) = (await session.hasDied, await session.wasDisturbed)
            world.with { $0.judge(results, ofRun: number, isTold: !died && !disturbed, before: before) }
        }
        return outcome
    }

    private func observe(_ sessions: [String: Session]) async throws(EngineFailure) -> [String: Observation] {
        var observations: [String: Observation] = [:]
        for (name, session) in sessions.sorted(by: { $0.key < $1.key }) {
            guard let cluster = desired.clusters[name] else { continue }
            var observed = try await session.observe(configsOf: [], subjects: [])
            let questions = schemaQuestions(of: cluster, in: observed)
            for (question, history) in zip(questions, try await session.history(of: questions)) {
                observed.subjects?[question.schema.subject]?.history = history
            }
            observations[name] = .success(observed)
        }
        for cluster in harness.planner(desired, observations, wishes.options).clusters {
            guard case .success(var observed)? = observations[cluster.cluster], let session = sessions[cluster.cluster] else { continue }
            let questions = recordQuestions(of: cluster, in: observed)
            for (question, held) in zip(questions, try await session.count(questions)) { observed.topics[question.topic]?.held = held }
            for (topic, usage) in try await session.inspect(usageQuestions(of: cluster, in: observed)) { observed.topics[topic]?.usage = usage }
            observations[cluster.cluster] = .success(observed)
        }
        return observations
    }

    private func permissions(for plan: Plan) -> Permissions {
        var permissions = Permissions()
        if wishes.allowsClasses {
            permissions.allow(.disruptive)
            permissions.allow(.destructive)
        }
        for change in plan.changes where wishes.named?.contains(change.address.name) ?? true {
            permissions.allow(.disruptive, on: change.address)
            permissions.allow(.destructive, on: change.address)
        }
        return permissions
    }

    private func mandate(on world: World, _ observations: [String: Observation]) -> Mandate {
        let state = world.now
        var mandate = Mandate(mesh: desired.name, desired: desired.clusters[state.cluster] ?? nowhere(state.cluster))
        mandate.run = number
        mandate.prunes = wishes.options.prunes
        mandate.skipsQuarantine = wishes.options.skipsQuarantine
        mandate.named = wishes.named ?? Set(state.topics.keys)
        mandate.deletion = desired.deletion
        if case .success(let observed)? = observations[state.cluster] {
            for (name, topic) in observed.topics {
                guard let held = topic.held, held.total == 0, let usage = topic.usage, usage.groups.allSatisfy({ $0.members == 0 }) else { continue }
                mandate.foundUnused.insert(name)
            }
        }
        return mandate
    }
}
