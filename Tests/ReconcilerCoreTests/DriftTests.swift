import Determinism
import EngineInterface
import MeshControl
import MeshModel
import MeshSimulation
import ReconcilerCore
import Testing

@Suite struct `What another hand changed` {
    private let address = ResourceAddress.topic("orders", on: "eu")

    private func drifted(_ policy: DriftPolicy, tells: Bool = true, by hand: (inout WorldState) -> Void) async -> ControllerBench {
        var state = WorldState(cluster: "eu")
        state.tellsOfChanges = tells
        var bench = ControllerBench(worlds: ["eu": state])
        var mesh = mesh(topics: ["orders", "stock"], rules: [rule])
        mesh.drift = policy
        bench.git.commit(.sound(mesh))
        bench.start()
        await bench.run(.seconds(20))
        bench.worlds["eu"]?.with { state in state.actByHand(hand) }
        await bench.run(.seconds(tells ? 1 : 15))
        return bench
    }

    private var rule: AccessRule { AccessRule(resourceType: .topic, pattern: .literal("orders"), principal: "User:checkout", operation: .read) }
    private func set(_ key: String, _ value: String) -> (inout WorldState) -> Void {
        { $0.topics["orders"]?.config?[key] = .init(value: value, isSetOnTopic: true) }
    }
    private func value(_ bench: ControllerBench, _ key: String = "retention.ms") -> String? { bench.worlds["eu"]?.now.topics["orders"]?.config?[key]?.value }

    @Test(arguments: [true, false]) func `is put right, and told of once`(tells: Bool) async {
        var bench = await drifted(.init(), tells: tells, by: set("retention.ms", "3600000"))
        #expect(value(bench) == "86400000")
        await bench.run(.seconds(60))
        #expect(bench.trails["eu"]?.audit.count { $0.kind == .drifted } == 1)
        #expect(bench.notifications.count { $0.kind == .drift } == 1)
        #expect(bench.trails["eu"]?.resources[address]?[.drifted]?.state == .no)
    }

    @Test func `comes back, and is told of again`() async {
        var bench = await drifted(.init(), by: set("retention.ms", "3600000"))
        let hand = set("retention.ms", "3600000")
        bench.worlds["eu"]?.with { state in state.actByHand(hand) }
        await bench.run(.seconds(2))
        #expect(value(bench) == "86400000")
        #expect(bench.trails["eu"]?.audit.count { $0.kind == .drifted } == 2)
    }

    @Test func `stays and is shown where it is only reported`() async {
        var bench = await drifted(.init(standard: .report), by: set("retention.ms", "3600000"))
        await bench.run(.seconds(60))
        #expect(value(bench) == "3600000")
        let status = bench.trails["eu"]?.resources[address]
        #expect(status?[.drifted]?.state == .yes && status?[.drifted]?.reason == "Reported" && status?[.synced]?.state == .no)
        #expect(bench.trails["eu"]?.audit.count { $0.kind == .drifted } == 1)
        #expect(bench.trails["eu"]?.status?[.drifted]?.state == .yes)
    }

    @Test func `stays and is not spoken of where it is ignored`() async {
        let bench = await drifted(.init(rules: [.init(kind: .topic, field: "config.retention.*", response: .ignore)]), by: set("retention.ms", "3600000"))
        #expect(value(bench) == "3600000")
        #expect(bench.trails["eu"]?.resources[address]?[.synced]?.state == .yes)
        #expect(bench.trails["eu"]?.audit.count { $0.kind == .drifted } == 0)
    }

    @Test func `is answered field by field`() async {
        var bench = ControllerBench(worlds: ["eu": WorldState(cluster: "eu")])
        var mesh = mesh(topics: ["orders"])
        mesh.clusters["eu"]?.topics["orders"]?.config["max.message.bytes"] = .value("1000")
        mesh.drift = .init(rules: [.init(field: "config.retention.ms", response: .report)])
        bench.git.commit(.sound(mesh))
        bench.start()
        await bench.run(.seconds(5))
        let (one, other) = (set("retention.ms", "3600000"), set("max.message.bytes", "2000"))
        bench.worlds["eu"]?.with { state in
            state.actByHand {
                one(&$0)
                other(&$0)
            }
        }
        await bench.run(.seconds(30))
        #expect(value(bench) == "3600000")
        #expect(value(bench, "max.message.bytes") == "1000")
        #expect(bench.trails["eu"]?.resources[address]?[.drifted]?.reason == "Reported")
        #expect(bench.violations.isEmpty)
    }

    @Test func `is a topic that was deleted, which only a rule for the whole speaks of`() async {
        let gone: (inout WorldState) -> Void = { $0.topics["orders"] = nil }
        let field = await drifted(.init(rules: [.init(field: "config.*", response: .report)]), by: gone)
        #expect(field.worlds["eu"]?.now.topics["orders"] != nil)
        let whole = await drifted(.init(rules: [.init(kind: .topic, response: .report)]), by: gone)
        #expect(whole.worlds["eu"]?.now.topics["orders"] == nil)
        #expect(whole.trails["eu"]?.resources[address]?[.ready]?.state == .no)
        #expect(whole.trails["eu"]?.resources[address]?[.drifted]?.state == .yes)
    }

    @Test func `is a rule that was revoked`() async {
        let revoked = rule
        let bench = await drifted(.init()) { $0.access.remove(revoked) }
        #expect(bench.worlds["eu"]?.now.access == [rule])
        let left = await drifted(.init(rules: [.init(kind: .access, response: .ignore)])) { $0.access.remove(revoked) }
        #expect(left.worlds["eu"]?.now.access == [])
    }

    @Test func `costs a look at what was changed alone where the cluster tells`() async {
        let bench = await drifted(.init(), by: set("retention.ms", "3600000"))
        let start = bench.now - .seconds(2)
        let looks = bench.performed.filter { $0.at >= start }.compactMap { item -> ObservationFocus? in
            switch item.action {
            case .observe: Issue.record("everything is read"); return nil
            case .observeAgain(_, let focus, _, _): return focus
            default: return nil
            }
        }
        #expect(!looks.isEmpty && looks.allSatisfy { $0 == ObservationFocus(topics: ["orders"]) })
    }

    @Test func `by hands that never touched what is Heddle's is none`() async {
        let bench = await drifted(.init()) { $0.topics["theirs"] = ObservedTopic(partitions: 1, replication: 1, config: [:]) }
        #expect(bench.worlds["eu"]?.now.topics["theirs"] != nil)
        #expect(bench.trails["eu"]?.audit.count { $0.kind == .drifted } == 0)
    }
}
