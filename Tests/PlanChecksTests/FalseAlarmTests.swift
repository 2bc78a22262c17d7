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
        options = PlanOptions(prunes: chance.next() % 4 != 0)
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
            // Here the check is ahead of the planner, which does not yet keep protected rights and records by itself.
            let faults = random.faults().filter { $0.harm != .protected }
            #expect(faults.isEmpty, "seed \(seed): \(faults.map(\.description).joined(separator: "\n"))")
        }
        #expect(changes > 6_000)
    }
}
