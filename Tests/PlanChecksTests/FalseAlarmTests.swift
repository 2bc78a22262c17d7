import Determinism
import MeshModel
import MeshPlanning
import RandomMeshes
import Testing

@testable import PlanChecks

/// A plan with all that it was made from.
struct RandomPlan {
    var mesh: RandomMesh
    var options: PlanOptions
    var plan: Plan

    init(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        mesh = RandomMesh(using: &chance)
        options = PlanOptions(
            prunes: chance.next() % 4 != 0, maxDeletions: 100, skipsQuarantine: chance.next() % 2 == 0,
            now: Instant(millisecondsSinceEpoch: 1_764_000_000_000 + Int64(chance.next() % 200_000_000)))
        var limits = SeededGenerator(seed: seed ^ 0xE0D)
        mesh.limitAccess(round: options.now, using: &limits)
        plan = planMesh(mesh.desired, observations: [RandomMesh.cluster: .success(mesh.observed)], options: options)
        if chance.next() % 4 == 0, let some = plan.changes.randomElement(using: &chance) {
            options.targets = [some.address]
            plan = planMesh(mesh.desired, observations: [RandomMesh.cluster: .success(mesh.observed)], options: options)
        }
    }

    func faults() -> [PlanFault] {
        checkPlan(plan, desired: mesh.desired, observations: [RandomMesh.cluster: .success(mesh.observed)], options: options)
    }
}

@Suite struct `The second opinion on plans` {
    @Test func `agrees with the planner on thousands of meshes`() {
        var changes = 0
        for seed in 0..<2500 as Range<UInt64> {
            let random = RandomPlan(seed: seed)
            changes += random.plan.changes.count
            let faults = random.faults()
            #expect(faults.isEmpty, "seed \(seed): \(faults.map(\.description).joined(separator: "\n"))")
        }
        #expect(changes > 6_000)
    }
}
