import EngineInterface
import MeshModel
import MeshPlanning
import ReconcilerCore
import ReconcilerService
import Testing

@Suite struct `Leading and applying` {
    @Test func `the leadership is taken once a connection, then confirmed, and taken anew once it is lost`() async throws {
        let engine = FakeEngine()
        let story = LoopStory(
            [
                "tick": [.connect("one", desired("one"), ticket(1))],
                "connected one": [.lead("one", ticket(2))],
                "leading one 1": [.lead("one", ticket(3))],
                "leading one: taken": [.lead("one", ticket(4))],
            ], engines: FakeEngines(["one": [engine]]))
        engine.fail("confirm", EngineFailure(.leaseLost, "taken"))
        try await story.run { () async throws in try await story.heard("leading one 2") }
        #expect(engine.calls(of: "lead").count == 2 && engine.calls(of: "confirm").count == 1)
    }

    @Test func `a confirmation that fails otherwise leaves the leadership where it is`() async throws {
        let engine = FakeEngine()
        let story = LoopStory(
            [
                "tick": [.connect("one", desired("one"), ticket(1))],
                "connected one": [.lead("one", ticket(2))],
                "leading one 1": [.lead("one", ticket(3))],
                "leading one: away": [.lead("one", ticket(4))],
            ], engines: FakeEngines(["one": [engine]]))
        engine.fail("confirm", EngineFailure(.unreachable, "away"))
        try await story.run { () async throws in
            #expect(try await eventually { engine.calls(of: "confirm").count == 2 })
        }
        #expect(engine.calls(of: "lead").count == 1)
    }

    static let plan = ClusterPlan(
        cluster: "one",
        changes: [
            Change(
                address: .topic("t", on: "one"), action: .create, stage: .createTopics,
                operations: [.createTopic(name: "t", partitions: 1, replication: nil, config: [:])], outcome: .topic("t", nil)),
            Change(
                address: .topic("u", on: "one"), action: .delete, stage: .deleteTopics, operations: [.deleteTopic(name: "u")],
                outcome: .topic("u", nil)),
        ])
    static let task = ApplyTask(purpose: "controller", mesh: "shop", environment: nil, source: nil, leadership: 5)

    @Test func `a plan is carried out under the leadership`() async throws {
        let story = LoopStory([
            "tick": [.connect("one", desired("one"), ticket(1))], "connected one": [.apply("one", Self.plan, Self.task, ticket(2))],
        ])
        try await story.run { () async throws in try await story.heard("applied one") }
        let results = story.events.compactMap { if case .applied(_, _, .success(let results)) = $0 { results } else { nil } }.first
        #expect(results?.map(\.status) == [.done, .done])
        let requests = story.engines["one"].state.withLock { $0.leaseRequests }
        #expect(requests.map(\.leadership) == [5] && requests.map(\.purpose) == ["controller"])
    }

    @Test func `a lease that is not to be had is told`() async throws {
        let story = LoopStory([
            "tick": [.connect("one", desired("one"), ticket(1))], "connected one": [.apply("one", Self.plan, Self.task, ticket(2))],
        ])
        story.engines["one"].fail("lease", EngineFailure(.leaseLost, "a later one leads"))
        try await story.run { () async throws in try await story.heard("applied one: a later one leads") }
        #expect(story.engines["one"].calls(of: "perform").isEmpty)
    }

    @Test func `asked to stop, an apply ends what it has begun and begins nothing more`() async throws {
        let engine = FakeEngine()
        let gate = engine.hold("perform")
        let story = LoopStory(
            [
                "tick": [.connect("one", desired("one"), ticket(1))],
                "connected one": [.apply("one", Self.plan, Self.task, ticket(2))],
                "stop": [],
                "applied one": [.write("one", [.approvalSpent(plan: "last")]), .audit("one", event("end")), .resign("one"), .stopped],
            ], engines: FakeEngines(["one": [engine]]))
        let running = Task { await story.loop.run() }
        #expect(try await eventually { gate.isWaitedAt })
        story.loop.stop()
        try await story.heard("stop")
        gate.open()
        await running.value
        let results = story.events.compactMap { if case .applied(_, _, .success(let results)) = $0 { results } else { nil } }.first
        #expect(results?.map(\.status) == [.done, .notDone("the controller was stopped")])
        #expect(engine.calls.suffix(4).sorted() == ["append audit end", "append control last", "close", "resign"])
        #expect(engine.calls.suffix(2) == ["resign", "close"])
    }

    @Test func `a stop does not wait for what does not end`() async throws {
        let engine = FakeEngine()
        let gate = engine.hold("perform")
        var limits = LoopLimits()
        limits.stop = .milliseconds(20)
        let story = LoopStory(
            [
                "tick": [.connect("one", desired("one"), ticket(1))],
                "connected one": [.apply("one", Self.plan, Self.task, ticket(2))],
                "stop": [],
            ], limits: limits, engines: FakeEngines(["one": [engine]]))
        try await story.run { () async throws in #expect(try await eventually { gate.isWaitedAt }) }
        #expect(story.names.last == "stop" && engine.isClosed)
        gate.open()
    }

    @Test func `cancelled, it ends at once, whatever hangs`() async throws {
        let engine = FakeEngine()
        let gates = ["observe", "append", "watch"].map { engine.hold($0) }
        let story = LoopStory(
            [
                "tick": [.connect("one", desired("one"), ticket(1))],
                "connected one": [
                    .observe("one", configsOf: [], subjects: [], ticket(2)), .write("one", [.approvalSpent(plan: "a")]),
                    .watch("one", after: nil, wait: Milliseconds(1_000_000), ticket(3)), .resign("one"),
                ],
            ], engines: FakeEngines(["one": [engine]]))
        let running = Task { await story.loop.run() }
        #expect(try await eventually { gates.allSatisfy(\.isWaitedAt) })
        running.cancel()
        await running.value
        #expect(engine.isClosed)
        for gate in gates { gate.open() }
    }

    @Test func `a cluster that is declared no more is told what was to be written, and closed`() async throws {
        let story = LoopStory([
            "tick": [.connect("one", desired("one"), ticket(1))],
            "connected one": [.write("one", [.approvalSpent(plan: "a")]), .resign("one"), .disconnect("one")],
        ])
        try await story.run { () async throws in #expect(try await eventually { story.engines["one"].isClosed }) }
        #expect(story.engines["one"].calls == ["append control a", "resign", "close"])
    }
}
