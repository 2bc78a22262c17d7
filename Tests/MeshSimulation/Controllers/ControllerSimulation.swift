import Determinism
import MeshControl
import MeshModel
import MeshPlanning
import RandomMeshes
import ReconcilerCore

/// One history of controllers, their clusters, their repository and other hands, drawn from a seed.
package struct ControllerSimulation {
    package struct Report: Sendable {
        package var seed: UInt64
        package var violations: [String]
        package var trace: [String]
        /// Plans that were carried out, changes that they made, approvals that were used.
        package var applies: Int
        package var changes: Int
        package var approvals: Int
        package var census: [String: Int]
    }

    private let seed: UInt64
    private var draw: Draw
    private var bench: ControllerBench
    private var mesh: DesiredMesh
    /// What people saw waiting, at some time.
    private var seen: [String: PendingPlan] = [:]

    package init(seed: UInt64, spoil: @escaping (ReconcilerAction) -> ReconcilerAction? = { $0 }) {
        self.seed = seed
        draw = Draw(chance: SeededGenerator(seed: seed))
        var worlds: [String: WorldState] = [:]
        for name in ["eu", "us", "ap"].prefix(1 + draw.below(3)) {
            var state = WorldState(cluster: name)
            state.respells = draw.one(in: 4)
            state.allowsWithoutRules = draw.one(in: 4)
            state.tellsOfChanges = draw.one(in: 2)
            for _ in 0..<draw.below(6) { draw.act(on: &state, inBetween: false) }
            worlds[name] = state
        }
        var settings = ReconcilerSettings(name: "controller", interval: .seconds(10), resync: .seconds(600))
        settings.prunes = !draw.one(in: 4)
        settings.maxDeletions = draw.one(in: 4) ? 1 : 1000
        if draw.one(in: 4) { settings.permissions.allow(.disruptive) }
        mesh = DesiredMesh(name: "shop", clusters: worlds.keys.reduce(into: [:]) { $0[$1] = nowhere($1) })
        bench = ControllerBench(worlds: worlds, settings: settings, seed: draw.chance.next())
        bench.spoil = spoil
    }

    package mutating func run() async -> Report {
        bench.isFaulty = !draw.one(in: 5)
        commit()
        bench.start(1 + draw.below(2))
        for _ in 0..<20 + draw.below(40) {
            await bench.run(.milliseconds(draw.pick([100, 1000, 5000, 20_000, 45_000]) + draw.below(900)))
            await happen()
            if isBroken { break }
        }
        if !isBroken { await settle() }
        let states = bench.worlds.sorted { $0.key < $1.key }.map(\.value.now)
        let trails = bench.trails.values
        return Report(
            seed: seed, violations: states.flatMap(\.violations) + bench.violations, trace: states.flatMap(\.trace) + bench.trace,
            applies: trails.reduce(0) { $0 + $1.audit.count { $0.kind == .applied } },
            changes: trails.reduce(0) { $0 + $1.audit.filter { $0.kind == .applied }.reduce(0) { $0 + $1.changes.count { $0.outcome == "done" } } },
            approvals: trails.reduce(0) { $0 + $1.audit.count { $0.kind == .approved } }, census: bench.census)
    }

    private var isBroken: Bool { !bench.violations.isEmpty || bench.worlds.values.contains { !$0.now.violations.isEmpty } }
    private var clusters: [String] { bench.worlds.keys.sorted() }

    // MARK: What happens

    private mutating func happen() async {
        let cluster = draw.pick(clusters)
        let number = draw.below(bench.controllers.count)
        switch draw.below(24) {
        case 0...4: byHand(cluster)
        case 5...7: commit()
        case 8: bench.git.commit(.broken(draw.pick([.invalid, .untrusted])))
        case 9: bench.git.push(to: draw.below(bench.git.commits.count))
        case 10: bench.git.isDown.toggle()
        case 11: await bench.set(cluster, isDown: !bench.down.contains(cluster))
        case 12: await bench.cut(number, from: cluster, !bench.controllers[number].cutOff.contains(cluster))
        case 13, 14: if bench.controllers[number].isUp { bench.crash(number) } else { bench.restart(number) }
        case 15...18: approve(cluster)
        case 19: suspend(cluster)
        case 20: resume(cluster)
        case 21: bench.skew(number, by: .seconds(draw.pick([-90, 0, 0, 45])))
        case 22: bench.jump(.seconds(draw.pick([60, 3600, 90_000, 200_000])))
        default: bench.hint(number)
        }
        if !bench.controllers.contains(where: \.isUp) { bench.restart(number) }
    }

    private mutating func byHand(_ cluster: String) {
        var draw = draw
        let hands = draw.chance.split()
        bench.worlds[cluster]?.with { state in
            var draw = Draw(chance: hands)
            state.actByHand { for _ in 0..<1 + draw.below(3) { draw.act(on: &$0, inBetween: false) } }
        }
        self.draw = draw
    }

    private mutating func commit() {
        let states = bench.worlds.mapValues(\.now)
        mesh = draw.next(after: mesh, beside: states)
        if draw.one(in: 6) { mesh.drift = drift() }
        if !draw.one(in: 4) { mend(&mesh, after: planMesh(mesh, observations: states.mapValues { .success($0.observed()) }), in: states) }
        bench.git.commit(.sound(mesh))
    }

    private mutating func drift() -> DriftPolicy {
        func response() -> DriftPolicy.Response { draw.pick([.mend, .report, .ignore]) }
        return DriftPolicy(
            standard: response(),
            rules: (0..<draw.below(3)).map { _ in
                .init(kind: draw.pick([nil, .topic, .access]), name: draw.one(in: 2) ? "orders*" : nil, field: draw.one(in: 2) ? "config.*" : nil, response: response())
            })
    }

    private mutating func approve(_ cluster: String) {
        if let pending = bench.trails[cluster]?.status?.pending, !draw.one(in: 5) {
            seen[pending.id] = pending
            bench.approve(pending, on: cluster)
        } else if let old = seen.keys.sorted().randomElement(using: &draw.chance), let pending = seen[old] {
            bench.approve(pending, on: cluster)
        }
    }

    private mutating func suspend(_ cluster: String) {
        let addresses = bench.trails[cluster]?.resources.keys.sorted() ?? []
        bench.trails[cluster]?.append([
            .suspension(Suspension(address: draw.one(in: 3) ? nil : addresses.randomElement(using: &draw.chance), by: "ada@laptop", at: bench.now))
        ])
    }

    private mutating func resume(_ cluster: String) {
        for address in bench.trails[cluster]?.suspensions.keys.map({ $0 }) ?? [] { bench.trails[cluster]?.append([.resumption(address)]) }
    }

    // MARK: The end

    /// Once nothing goes wrong any more, people mend their manifests and approve what waits: then everything is as declared, and
    /// nothing happens any more.
    private mutating func settle() async {
        await bench.calm()
        for number in bench.controllers.indices { bench.crash(number) }
        bench.settings.prunes = true
        bench.settings.maxDeletions = 1000
        for number in bench.controllers.indices { bench.restart(number) }
        mesh.scope = .init()
        mesh.drift = .init()
        bench.git.commit(.sound(mesh))
        for round in 0..<16 {
            for cluster in clusters { resume(cluster) }
            await bench.run(.seconds(100))
            judgeStatus(isFinal: false)
            guard !isBroken else { return }
            let states = bench.worlds.mapValues(\.now)
            let plan = planMesh(mesh, observations: states.mapValues { .success($0.observed()) }, options: PlanOptions(prunes: true, maxDeletions: 1000, now: bench.now))
            let notices = plan.clusters.flatMap(\.notices)
            if plan.changes.allSatisfy({ $0.action == .record && $0.stage == .claim }), notices.isEmpty, !bench.hasPending { return await judgeSilence() }
            for cluster in clusters { if let pending = bench.trails[cluster]?.status?.pending { bench.approve(pending, on: cluster) } }
            await bench.run(.seconds(60))
            if !notices.isEmpty || round > 3 {
                mend(&mesh, after: plan, in: states)
                if round > 3 { keepWhatIsReferredTo(plan, states) }
                bench.git.commit(.sound(mesh))
            }
            await bench.run(.seconds(60))
            bench.jump(.seconds(2 * 86_400))
        }
        bench.note(planMesh(mesh, observations: bench.worlds.mapValues { .success($0.now.observed()) }, options: PlanOptions(prunes: true, maxDeletions: 1000, now: bench.now)))
        bench.violations.append("the mesh does not come to rest")
    }

    /// An earlier version of a schema that stays refers to it, which no reading tells: it is declared again.
    private mutating func keepWhatIsReferredTo(_ plan: Plan, _ states: [String: WorldState]) {
        for part in plan.clusters {
            for change in part.changes where change.stage == .deleteSubjects {
                guard let subject = change.subject, let state = states[part.cluster], var cluster = mesh.clusters[part.cluster] else { continue }
                keep(subject: subject, in: &cluster, as: state)
                mesh.clusters[part.cluster] = cluster
            }
        }
    }

    private mutating func judgeSilence() async {
        let settling = Settling(worlds: bench.worlds, harness: .init(planner: { planMesh($0, observations: $1, options: $2) }))
        for world in bench.worlds.values { settling.compare(world, with: mesh) }
        judgeStatus(isFinal: true)
        let before = bench.deeds
        await bench.run(.seconds(200))
        if bench.deeds != before { bench.violations.append("everything is as declared, and yet something is done: \(before) became \(bench.deeds)") }
    }

    /// What is said is what is the case.
    private mutating func judgeStatus(isFinal: Bool) {
        for cluster in clusters {
            guard let trail = bench.trails[cluster], let state = bench.worlds[cluster]?.now, let desired = mesh.clusters[cluster] else { continue }
            guard let status = trail.status, status.validUntil > bench.now else {
                bench.violations.append("\(cluster): nobody tells how it stands")
                continue
            }
            if status.source.problem != nil { bench.violations.append("\(cluster): the source is sound, and is said not to be: \(status.source)") }
            bench.violations += judge(trail.resources, of: desired, in: state, isFinal: isFinal).map { "\(cluster): \($0)" }
            if isFinal, status[.synced]?.state != .yes || status.counts.resources != trail.resources.count || status.counts.synced != status.counts.resources {
                bench.violations.append("\(cluster): everything is as declared, and the status says \(status)")
            }
        }
    }

    private func judge(_ statuses: [ResourceAddress: ResourceStatus], of desired: DesiredCluster, in state: WorldState, isFinal: Bool) -> [String] {
        var wrong: [String] = []
        let plan = planMesh(mesh, observations: [state.cluster: .success(state.observed())], options: PlanOptions(prunes: true, maxDeletions: 1000, now: bench.now))
        let open = Set(plan.changes.map(\.address) + plan.clusters.flatMap(\.notices).map(\.address))
        for (address, status) in statuses {
            if address.kind == .topic, (status[.ready]?.state == .yes) != (state.topics[address.name] != nil) { wrong.append("\(address) is said to be ready: \(status)") }
            if status[.synced]?.state == .yes, open.contains(address) { wrong.append("\(address) is said to be in sync, and there is something to do") }
            if status[.synced]?.state != .yes, !open.contains(address), isFinal { wrong.append("\(address) is in sync, and said not to be: \(status.conditions)") }
            if isFinal, status[.blocked]?.state != .no || status[.drifted]?.state != .no { wrong.append("\(address) is as declared, and is said: \(status.conditions)") }
        }
        let declared = Set(desired.topics.keys.map { ResourceAddress.topic($0, on: state.cluster) } + desired.access.keys.map { .access($0, on: state.cluster) })
        for address in declared.subtracting(statuses.keys).sorted() { wrong.append("\(address) is declared, and has no status") }
        if isFinal {
            for address in statuses.keys.filter({ $0.kind != .contract }) where !declared.contains(address) { wrong.append("\(address) is not declared, and has a status") }
        }
        return wrong
    }
}
