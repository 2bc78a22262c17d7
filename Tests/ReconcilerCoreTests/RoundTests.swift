import Determinism
import Diagnostics
import EngineInterface
import MeshControl
import MeshModel
import MeshSimulation
import ReconcilerCore
import Testing

@Suite struct `Rounds of a controller` {
    private func settled(_ topics: [String] = ["orders"], tells: Bool = true, controllers: Int = 1) async -> ControllerBench {
        var state = WorldState(cluster: "eu")
        state.tellsOfChanges = tells
        var bench = ControllerBench(worlds: ["eu": state])
        bench.git.commit(.sound(mesh(topics: topics)))
        bench.start(controllers)
        await bench.run(.seconds(20))
        return bench
    }

    private func delete(_ topic: String, _ bench: ControllerBench, on cluster: String = "eu") {
        bench.worlds[cluster]?.with { state in state.actByHand { $0.topics[topic] = nil } }
    }

    // MARK: Quiet

    @Test func `in which nothing happened ask only whether people decided something`() async {
        var bench = await settled((0..<50).map { "topic-\($0)" })
        let (before, deeds) = (bench.performed.count, bench.deeds)
        await bench.run(.seconds(300))
        #expect(bench.deeds == deeds)
        for item in bench.performed[before...] {
            switch item.action {
            case .lead, .readControl, .watch, .readSource, .wake: continue
            case .write(_, let records): #expect(records.count == 1, "a heartbeat is one record")
            default: Issue.record("in a quiet round: \(item.action)")
            }
        }
    }

    @Test func `of a cluster that tells nothing look at it each time, and write nothing`() async {
        var bench = await settled(tells: false)
        let (before, deeds) = (bench.performed.count, bench.deeds)
        await bench.run(.seconds(100))
        #expect(bench.deeds == deeds)
        let looks = bench.performed[before...].count { if case .observe = $0.action { true } else { false } }
        #expect((9...11).contains(looks))
    }

    @Test func `keep the status from going stale`() async {
        var bench = await settled()
        for _ in 0..<20 {
            await bench.run(.seconds(13))
            #expect(bench.trails["eu"]?.status.map { $0.validUntil > bench.now } == true)
        }
    }

    @Test func `read everything now and then, even where a cluster tells`() async {
        var bench = await settled()
        let before = bench.performed.count
        await bench.run(.seconds(1300))
        #expect(bench.performed[before...].count { if case .observe = $0.action { true } else { false } } == 2)
    }

    // MARK: Manifests

    @Test func `keep the last good revision while a bad one is there`() async {
        var bench = await settled()
        bench.git.commit(.broken(.invalid))
        bench.hint(0)
        await bench.run(.seconds(15))
        delete("orders", bench)
        await bench.run(.seconds(60))
        #expect(bench.worlds["eu"]?.now.topics["orders"] != nil)
        let source = bench.trails["eu"]?.status?.source
        #expect(source?.revision == "c0" && source?.seen == "c1" && source?.problem != nil && source?.diagnostics == ["topics.yaml:1:1: error"])
        #expect(bench.trails["eu"]?.audit.count { $0.kind == .revisionRefused } == 1)
        #expect(bench.notifications.count { $0.kind == .sourceRefused } == 1)
        bench.git.push(to: 0)
        await bench.run(.seconds(30))
        #expect(bench.trails["eu"]?.status?.source.problem == nil)
    }

    @Test func `count how often what is declared of a resource has changed`() async {
        var bench = await settled(["orders", "stock"])
        var next = mesh(topics: ["orders", "stock"])
        next.clusters["eu"]?.topics["orders"]?.partitions = 5
        bench.git.commit(.sound(next))
        bench.hint(0)
        await bench.run(.seconds(15))
        let statuses = bench.trails["eu"]?.resources
        #expect(statuses?[.topic("orders", on: "eu")]?.generation == 2 && statuses?[.topic("orders", on: "eu")]?.revision == "c1")
        // What the commit says nothing of has the status that it had.
        #expect(statuses?[.topic("stock", on: "eu")]?.generation == 1 && statuses?[.topic("stock", on: "eu")]?.revision == "c0")
    }

    @Test func `take leave of a cluster that is declared no more`() async {
        var bench = await settled()
        var next = mesh(topics: [])
        next.clusters = [:]
        bench.git.commit(.sound(next))
        bench.hint(0)
        await bench.run(.seconds(15))
        #expect(bench.controllers[0].reconciler.clusters.isEmpty)
        #expect(bench.performed.contains { if case .disconnect("eu") = $0.action { true } else { false } })
        #expect(bench.worlds["eu"]?.now.topics["orders"] != nil)
    }

    // MARK: Failures

    @Test func `of one cluster are not held up by another that is dead`() async {
        var (eu, us) = (WorldState(cluster: "eu"), WorldState(cluster: "us"))
        (eu.tellsOfChanges, us.tellsOfChanges) = (true, true)
        var bench = ControllerBench(worlds: ["eu": eu, "us": us])
        var both = mesh(topics: ["orders"])
        both.clusters["us"] = mesh(topics: ["orders"], on: "us").clusters["us"]
        bench.git.commit(.sound(both))
        await bench.set("us", isDown: true)
        bench.start()
        await bench.run(.seconds(120))
        delete("orders", bench)
        await bench.run(.seconds(1))
        #expect(bench.worlds["eu"]?.now.topics["orders"] != nil)
        #expect(bench.controllers[0].reconciler.clusters["us"]?[.synced]?.reason == "ClusterUnreachable")
        let tries = bench.performed.count { if case .connect("us", _, _) = $0.action { true } else { false } }
        #expect((3...12).contains(tries), "pauses grow: \(tries)")
        #expect(bench.notifications.count { $0.kind == .failed } == 1)
        await bench.set("us", isDown: false)
        await bench.run(.seconds(90))
        #expect(bench.worlds["us"]?.now.topics["orders"] != nil)
        #expect(bench.notifications.count { $0.kind == .recovered } == 1)
    }

    @Test func `call everything unknown while the cluster does not answer`() async {
        var bench = await settled()
        await bench.set("eu", isDown: true)
        await bench.run(.seconds(60))
        let reconciler = bench.controllers[0].reconciler
        #expect(reconciler.resources(of: "eu").map { $0[.synced]?.state } == [.unknown])
        #expect(reconciler.clusters["eu"]?[.synced]?.state == .unknown && reconciler.clusters["eu"]?[.ready]?.state == .no)
        let before = bench.trails["eu"]?.control.count ?? 0
        await bench.set("eu", isDown: false)
        await bench.run(.seconds(90))
        #expect(reconciler.clusters["eu"] != bench.controllers[0].reconciler.clusters["eu"])
        #expect(bench.controllers[0].reconciler.resources(of: "eu").map { $0[.synced]?.state } == [.yes])
        let rewritten = bench.trails["eu"]?.control[before...].count { if case .resource = $0 { true } else { false } }
        #expect(rewritten == 0, "an outage is no news of single resources")
    }

    @Test func `do nothing to a cluster that is not the declared one`() async {
        var bench = ControllerBench(worlds: ["eu": WorldState(cluster: "eu")])
        var wrong = mesh(topics: ["orders"])
        wrong.clusters["eu"]?.resource.spec.clusterId = Located("another")
        bench.git.commit(.sound(wrong))
        bench.start()
        await bench.run(.seconds(60))
        #expect(bench.worlds["eu"]?.now.effects == 0)
        #expect(bench.trails["eu"]?.status?[.blocked]?.reason == "WrongCluster")
    }

    @Test func `are not stopped by a clock that is set back`() async {
        var bench = await settled(tells: false)
        bench.skew(0, by: .seconds(-7200))
        bench.hint(0)
        await bench.run(.seconds(30))
        delete("orders", bench)
        await bench.run(.seconds(15))
        #expect(bench.worlds["eu"]?.now.topics["orders"] != nil)
    }

    // MARK: Two controllers

    @Test func `are one controller's, and another's once that one is gone`() async {
        var bench = await settled(controllers: 2)
        let standby = bench.controllers[0].reconciler.clusters["eu"]?.epoch == 0 ? 0 : 1
        #expect(bench.controllers[standby].reconciler.clusters["eu"]?[.synced]?.reason == "StandingBy")
        #expect(bench.trails["eu"]?.status?.controller == "controller-\(1 - standby)")
        bench.crash(1 - standby)
        await bench.run(.seconds(60))
        delete("orders", bench)
        await bench.run(.seconds(20))
        #expect(bench.worlds["eu"]?.now.topics["orders"] != nil)
        #expect(bench.trails["eu"]?.status?.controller == "controller-\(standby)")
        #expect(bench.trails["eu"]?.audit.count { $0.kind == .leadershipTaken } == 2)
        #expect(bench.violations.isEmpty)
    }

    @Test func `of a controller that was cut off change nothing once another leads`() async {
        var bench = await settled(controllers: 2)
        let leader = bench.controllers[0].reconciler.clusters["eu"]?.epoch == 0 ? 1 : 0
        await bench.cut(leader, from: "eu", true)
        await bench.run(.seconds(90))
        await bench.cut(leader, from: "eu", false)
        await bench.run(.seconds(60))
        #expect(bench.controllers[leader].reconciler.clusters["eu"]?[.synced]?.reason == "StandingBy")
        #expect(bench.trails["eu"]?.audit.count { $0.kind == .leadershipLost } == 1)
        #expect(bench.violations.isEmpty)
    }

    // MARK: People

    @Test func `leave alone what is suspended, and say so`() async {
        var bench = await settled(["orders", "stock"])
        let address = ResourceAddress.topic("orders", on: "eu")
        bench.trails["eu"]?.append([.suspension(Suspension(address: address, by: "ada@laptop", at: bench.now, reason: "a migration"))])
        await bench.run(.seconds(12))
        delete("orders", bench)
        delete("stock", bench)
        await bench.run(.seconds(30))
        #expect(bench.worlds["eu"]?.now.topics.keys.sorted() == ["stock"])
        #expect(bench.trails["eu"]?.resources[address]?[.blocked]?.reason == "Suspended")
        #expect(bench.trails["eu"]?.status?.suspensions.count == 1)
        bench.trails["eu"]?.append([.resumption(address)])
        await bench.run(.seconds(15))
        #expect(bench.worlds["eu"]?.now.topics.keys.sorted() == ["orders", "stock"])
        #expect(bench.trails["eu"]?.audit.filter { [.suspended, .resumed].contains($0.kind) }.map(\.kind) == [.suspended, .resumed])
    }

    @Test func `end when the process is told to, and let another take over at once`() async {
        var bench = await settled()
        bench.stop(0)
        await bench.run(.seconds(2))
        #expect(bench.controllers[0].hasStopped)
        bench.start()
        await bench.run(.seconds(5))
        #expect(bench.trails["eu"]?.status?.controller == "controller-1")
    }

    @Test func `of a new process go on where the old one was`() async {
        var bench = await settled()
        let before = bench.trails["eu"]?.resources[.topic("orders", on: "eu")]
        await bench.run(.seconds(100))
        bench.crash(0)
        bench.restart(0)
        await bench.run(.seconds(60))
        #expect(bench.trails["eu"]?.resources[.topic("orders", on: "eu")] == before)
        #expect(bench.trails["eu"]?.audit.count { $0.kind == .revisionAccepted } == 1)
    }
}
