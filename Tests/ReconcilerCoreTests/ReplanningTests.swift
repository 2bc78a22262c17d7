import Determinism
import EngineInterface
import MeshModel
import MeshPlanning
import MeshSimulation
import RandomMeshes
import Testing

@testable import ReconcilerCore

@Suite struct `A plan of what was touched` {
    private func words(_ plan: ClusterPlan) -> [String] {
        plan.changes.map { "\($0.stage) \($0.order) \($0.exactText) \($0.risk) \($0.reasons)" }
            + plan.notices.map { "\($0.kind) \($0.address) \($0.subject ?? "") \($0.message)" }.sorted() + plan.questions.map { "\($0)" }.sorted()
    }

    /// The whole, and the part put into the plan of before, say the same.
    @Test func `says with the rest what a whole plan says`() {
        var (parts, fallbacks) = (0, 0)
        for seed in 0..<600 as Range<UInt64> {
            var chance = SeededGenerator(seed: seed)
            let random = RandomMesh(using: &chance)
            var draw = Draw(chance: chance)
            var options = PlanOptions(prunes: draw.one(in: 2), maxDeletions: draw.one(in: 4) ? 1 : 100)
            options.now = Instant(millisecondsSinceEpoch: 1_764_000_000_000)
            let planner = ClusterPlanner(mesh: random.desired, environment: nil, cluster: "eu", options: options)
            let earlier = planner.plan(random.observed)
            var world = WorldState(cluster: "eu")
            (world.topics, world.access) = (random.observed.topics, random.observed.access)
            let before = world
            for _ in 0..<3 { draw.act(on: &world, inBetween: true) }
            var focus = ObservationFocus(access: world.access != before.access)
            for name in Set(world.topics.keys).union(before.topics.keys) where world.topics[name] != before.topics[name] { focus.topics.insert(name) }
            var observed = random.observed
            (observed.topics, observed.access) = (world.topics, world.access)
            guard let part = planner.replan(focus, in: observed, after: earlier) else {
                fallbacks += 1
                continue
            }
            parts += 1
            #expect(words(part) == words(planner.plan(observed)), "seed \(seed)")
        }
        #expect(parts > 100, "\(fallbacks) had to be planned whole")
    }
}
