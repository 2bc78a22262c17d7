import Determinism
import MeshControl
import MeshModel
import MeshSimulation
import ReconcilerCore
import Testing

@Suite struct `A controller of one cluster` {
    @Test func `brings about what is declared, and falls silent`() async {
        var bench = ControllerBench(worlds: ["eu": WorldState(cluster: "eu")])
        bench.git.commit(.sound(mesh(topics: ["orders", "stock"])))
        bench.start()
        await bench.run(.seconds(5))
        let world = bench.worlds["eu"]?.now
        #expect(world?.topics.keys.sorted() == ["orders", "stock"])
        #expect(bench.trails["eu"]?.status?.counts.synced == 2)
        #expect(bench.trails["eu"]?.audit.map(\.kind) == [.leadershipTaken, .revisionAccepted, .planned, .applied])
        let effects = world?.effects
        await bench.run(.seconds(300))
        #expect(bench.worlds["eu"]?.now.effects == effects)
        #expect(bench.violations.isEmpty)
        #expect(bench.trails["eu"]?.audit.count == 4)
    }
}
