import Determinism
import EngineInterface
import MeshModel
import MeshPlanning
import RandomMeshes

/// One history of a mesh and its neighbours, drawn from a seed: manifests that change, plans, applies with faults, other hands.
package struct Simulation {
    package struct Report: Sendable {
        package var seed: UInt64
        package var violations: [String]
        package var trace: [String]
        /// Runs that wrote to a ledger.
        package var runs: Int
        package var changes: Int
    }

    private let seed: UInt64
    private var draw: Draw
    private let worlds: [String: World]
    private let harness: MeshRun.Harness
    private var meshes: [String: DesiredMesh] = [:]
    private var number = 1

    package init(seed: UInt64, isCheckedTwice: Bool = true, planner: @escaping Planner = { planMesh($0, observations: $1, options: $2) }) {
        self.seed = seed
        draw = Draw(chance: SeededGenerator(seed: seed))
        harness = .init(planner: planner, isCheckedTwice: isCheckedTwice)
        var worlds: [String: World] = [:]
        for name in draw.one(in: 6) ? ["eu", "us"] : ["eu"] {
            var state = WorldState(cluster: name)
            state.respells = draw.one(in: 4)
            state.allowsWithoutRules = draw.one(in: 4)
            for _ in 0..<draw.below(6) { draw.act(on: &state, inBetween: false) }
            worlds[name] = World(state)
        }
        self.worlds = worlds
        for mesh in ["shop", "other"] {
            meshes[mesh] = DesiredMesh(name: mesh, clusters: worlds.reduce(into: [:]) { $0[$1.key] = nowhere($1.key) })
        }
    }

    package mutating func run() async -> Report {
        for _ in 0..<4 + draw.below(8) {
            await round()
            if isBroken { break }
        }
        if !isBroken, let shop = meshes["shop"] { await Settling(worlds: worlds, harness: harness).settle(shop, from: number) }
        let states = worlds.sorted { $0.key < $1.key }.map(\.value.now)
        return Report(
            seed: seed, violations: states.flatMap(\.violations), trace: states.flatMap(\.trace), runs: states.reduce(0) { $0 + $1.history.count },
            changes: states.reduce(0) { $0 + $1.history.values.reduce(0) { $0 + $1.changes.count } })
    }

    private var isBroken: Bool { worlds.values.contains { !$0.now.violations.isEmpty } }

    private mutating func round() async {
        for world in worlds.sorted(by: { $0.key < $1.key }).map(\.value) {
            var state = world.now
            for _ in 0..<draw.below(4) { draw.act(on: &state, inBetween: false) }
            state.time += .seconds(draw.pick([1, 60, 3600, 90_000, 200_000]))
            let next = state
            world.with { $0 = next }
        }
        let name = draw.one(in: 6) ? "other" : "shop"
        switch draw.below(12) {
        case 0: await undo(name)
        case 1: await rollBack(name)
        default: await apply(name)
        }
        if draw.one(in: 3) { for world in worlds.values { world.with { $0.calmDown() } } }
        let planner = harness.planner
        for world in worlds.values { world.with { world in for mesh in ["shop", "other"] { world.judgeLedger(of: mesh, planner: planner) } } }
    }

    private mutating func apply(_ name: String) async {
        guard let old = meshes[name] else { return }
        var mesh = draw.next(after: old, beside: worlds.mapValues(\.now))
        mesh.name = name
        // Schemas are one mesh's, so that no subject is referred to by a stranger.
        if name == "other" { for cluster in mesh.clusters.keys { mesh.clusters[cluster]?.subjects = [:] } }
        meshes[name] = mesh
        if !draw.one(in: 4) {
            let states = worlds.mapValues(\.now)
            mend(&mesh, after: harness.planner(mesh, states.mapValues { .success($0.observed()) }, PlanOptions()), in: states)
            meshes[name] = mesh
        }
        _ = await run(of: mesh).carryOut()
    }

    private mutating func undo(_ name: String) async {
        guard let mesh = meshes[name], let world = worlds["eu"] else { return }
        let state = world.now
        guard let topic = state.ledger.topics.filter({ $0.value.quarantine != nil }).keys.sorted().first else { return }
        let plan = planUndo(of: .topic(topic, on: "eu"), in: mesh, observed: state.observed())
        guard plan.notices.isEmpty else { return }
        _ = await run(of: mesh).carryOut(plan)
    }

    private mutating func rollBack(_ name: String) async {
        guard let mesh = meshes[name] else { return }
        var earlier = DesiredMesh(name: name, scope: mesh.scope.ofTopicsAndAccess, deletion: mesh.deletion)
        for (cluster, world) in worlds.sorted(by: { $0.key < $1.key }) {
            let state = world.now
            let numbers = state.history.keys.sorted()
            guard let target = numbers.randomElement(using: &draw.chance), let present = mesh.clusters[cluster] else { return }
            let undone = numbers.filter { $0 > target }.map { (number: $0, changes: state.history[$0]?.changes) }
            let ledger = undoRuns(undone, in: state.ledger)
            earlier.clusters[cluster] = desiredCluster(
                present, of: name, as: ledger, observed: state.observed(), scope: mesh.scope, name: "apply \(target)"
            ).cluster
        }
        _ = await run(of: earlier).carryOut()
    }

    /// With whatever may go wrong drawn for it.
    private mutating func run(of mesh: DesiredMesh) -> MeshRun {
        var wishes = MeshRun.Wishes()
        wishes.options.prunes = !draw.one(in: 3)
        wishes.options.skipsQuarantine = draw.one(in: 6)
        wishes.options.now = worlds.values.map { $0.now.time }.max() ?? .epoch
        wishes.options.maxDeletions = draw.one(in: 4) ? 1 : 1000
        wishes.allowsClasses = !draw.one(in: 4)
        wishes.named = draw.one(in: 3) ? nil : Set((0..<draw.below(6)).map { _ in draw.name() })
        wishes.targetsTheRest = !draw.one(in: 4)
        wishes.chunkSize = draw.pick([1, 3, 1000])
        wishes.breaksLease = !draw.one(in: 3)
        var run = MeshRun(
            number: number, worlds: worlds, desired: mesh, wishes: wishes, faults: draw.one(in: 4) ? .none : FaultMix(using: &draw.chance),
            harness: harness)
        number += 100
        run.interlude = interlude(during: run)
        if draw.one(in: 4), let world = worlds["eu"] {
            let hands = draw.chance.split()
            run.pause = { world.with { state in var draw = Draw(chance: hands); draw.act(on: &state, inBetween: true) } }
        }
        return run
    }

    /// Another process that is sure to be alone, or somebody with a tool of their own.
    private mutating func interlude(during run: MeshRun) -> Session.Interludes {
        let hands = draw.chance.split()
        var rival = run
        rival.number += 50
        rival.faults = .none
        rival.interlude = .init()
        rival.pause = {}
        rival.wishes.breaksLease = true
        if draw.one(in: 2), let other = meshes["other"] {
            rival.desired = draw.next(after: other, beside: worlds.mapValues(\.now))
            for cluster in rival.desired.clusters.keys { rival.desired.clusters[cluster]?.subjects = [:] }
        }
        let (second, world) = (rival, worlds["eu"])
        return .init(
            byHand: { world?.with { state in var draw = Draw(chance: hands); draw.act(on: &state, inBetween: true) } },
            byRival: { _ = await second.carryOut() })
    }
}
