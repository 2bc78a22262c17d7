import Determinism
import MeshControl
import MeshModel
import MeshSimulation
import ReconcilerCore
import Testing

/// A change that loses records: a shorter retention of a topic that holds some.
@Suite struct `A change that needs somebody's yes` {
    private func waiting(_ settings: ReconcilerSettings = ReconcilerSettings(name: "test")) async -> ControllerBench {
        var bench = ControllerBench(worlds: ["eu": WorldState(cluster: "eu")], settings: settings)
        bench.git.commit(.sound(mesh(topics: ["orders", "stock"])))
        bench.start()
        await bench.run(.seconds(5))
        bench.worlds["eu"]?.with { $0.contents["orders"] = .init(records: 100) }
        bench.git.commit(.sound(shorter()))
        bench.hint(0)
        await bench.run(.seconds(15))
        return bench
    }

    private func shorter() -> DesiredMesh {
        var mesh = mesh(topics: ["orders", "stock", "new"])
        mesh.clusters["eu"]?.topics["orders"]?.config["retention.ms"] = .value("1000")
        return mesh
    }

    private func retention(_ bench: ControllerBench) -> String? { bench.worlds["eu"]?.now.topics["orders"]?.config?["retention.ms"]?.value }

    @Test func `waits, is told of once, and holds up nothing else`() async {
        var bench = await waiting()
        #expect(retention(bench) == "86400000")
        #expect(bench.worlds["eu"]?.now.topics["new"] != nil)
        let status = bench.trails["eu"]?.status
        #expect(status?.pending?.changes.map(\.address.name) == ["orders"])
        #expect(status?.pending?.id.count == 12)
        #expect(bench.trails["eu"]?.resources[.topic("orders", on: "eu")]?[.blocked]?.reason == "AwaitingApproval")
        await bench.run(.seconds(120))
        #expect(bench.trails["eu"]?.status?.pending == status?.pending)
        #expect(bench.trails["eu"]?.audit.count { $0.kind == .pending } == 1)
        #expect(bench.notifications.count { $0.kind == .pending } == 1)
    }

    @Test func `is made once it is approved, and the approval is used up`() async {
        var bench = await waiting()
        guard let pending = bench.trails["eu"]?.status?.pending else { Issue.record("nothing waits"); return }
        bench.approve(pending, on: "eu")
        await bench.run(.seconds(15))
        #expect(retention(bench) == "1000")
        #expect(bench.trails["eu"]?.standingApprovals == [])
        #expect(bench.trails["eu"]?.status?.pending == nil)
        #expect(bench.trails["eu"]?.audit.first { $0.kind == .approved }?.actor == "ada@laptop")
        #expect(bench.violations.isEmpty)
    }

    @Test func `is not made by an approval of another`() async {
        var bench = await waiting()
        bench.approve(PendingPlan(id: "0123456789ab", changes: [], since: bench.now), on: "eu")
        await bench.run(.seconds(30))
        #expect(retention(bench) == "86400000")
        #expect(bench.trails["eu"]?.standingApprovals == [])
    }

    @Test func `is not made by an approval of what it was before`() async {
        var bench = await waiting()
        guard let pending = bench.trails["eu"]?.status?.pending else { Issue.record("nothing waits"); return }
        var mesh = shorter()
        mesh.clusters["eu"]?.topics["orders"]?.config["retention.ms"] = .value("500")
        bench.git.commit(.sound(mesh))
        bench.hint(0)
        await bench.run(.seconds(15))
        bench.approve(pending, on: "eu")
        await bench.run(.seconds(30))
        #expect(retention(bench) == "86400000")
        #expect(bench.trails["eu"]?.status?.pending?.id != pending.id)
    }

    @Test func `keeps its name over commits that say nothing else of it, and over restarts`() async {
        var bench = await waiting()
        let pending = bench.trails["eu"]?.status?.pending
        bench.git.commit(.sound(shorter()))
        bench.crash(0)
        bench.restart(0)
        await bench.run(.seconds(60))
        #expect(bench.trails["eu"]?.status?.source.revision == "c2")
        #expect(bench.trails["eu"]?.status?.pending == pending)
        #expect(bench.trails["eu"]?.audit.count { $0.kind == .pending } == 1)
    }

    @Test func `is made at once where the settings permit it`() async {
        var settings = ReconcilerSettings(name: "test")
        settings.permissions.allow(.destructive, on: .topic("orders", on: "eu"))
        let bench = await waiting(settings)
        #expect(retention(bench) == "1000")
    }

    @Test func `is made only under the same name by two who look`() async {
        let (one, other) = (await waiting(), await waiting())
        #expect(one.trails["eu"]?.status?.pending?.id == other.trails["eu"]?.status?.pending?.id)
    }
}
