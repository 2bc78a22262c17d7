import EngineInterface
import MeshModel
import MeshPlanning
import ReconcilerCore
import ReconcilerService
import Testing

@Suite struct `The loop` {
    @Test func `what is wanted is done, and its answer comes back`() async throws {
        let story = LoopStory([
            "tick": [.readSource(ticket(1)), .connect("one", desired("one"), ticket(2))],
            "connected one": [.observe("one", configsOf: [], subjects: [], ticket(3))],
            "observed one": [
                .observeAgain("one", ObservationFocus(topics: ["t"]), in: ObservedCluster(), ticket(4)),
                .ask(
                    "one", ClusterQuestions(records: [RecordQuestion(topic: "t", partitions: 1)], usage: ["t"]),
                    of: ObservedCluster(topics: ["t": ObservedTopic(partitions: 1, replication: 1, config: [:])]), ticket(5)),
            ],
        ])
        try await story.run { () async throws in
            try await story.heard("source 1")
            try await story.heard("answered one")
            #expect(try await eventually { story.names.filter { $0 == "observed one" }.count == 2 })
        }
        #expect(story.engines["one"].calls(of: "again") == ["again t"])
        let answer = story.events.compactMap { if case .answered(_, _, .success(let observed)) = $0 { observed } else { nil } }.first
        #expect(answer?.topics["t"]?.held?.total == 42)
        #expect(answer?.topics["t"]?.usage?.bytes == 7)
        #expect(story.engines["one"].isClosed)
        let kinds: [LoopCall.Kind] = story.calls.calls.withLock { $0.map(\.kind) }
        #expect(Set(kinds) == [.readSource, .connect, .observe, .observeAgain, .ask])
    }

    @Test func `a cluster that hangs holds up no other`() async throws {
        let engines = FakeEngines(["one": [FakeEngine()], "two": [FakeEngine()]])
        let gate = engines["one"].hold("observe")
        let story = LoopStory(
            [
                "tick": [.connect("one", desired("one"), ticket(1)), .connect("two", desired("two"), ticket(2))],
                "connected one": [.observe("one", configsOf: [], subjects: [], ticket(3)), .write("one", [.approvalSpent(plan: "a")])],
                "connected two": [.observe("two", configsOf: [], subjects: [], ticket(4)), .write("two", [.approvalSpent(plan: "b")])],
            ], engines: engines)
        try await story.run { () async throws in
            #expect(try await eventually { gate.isWaitedAt })
            try await story.heard("observed two")
            #expect(try await eventually { engines["two"].calls.contains("append control b") && engines["one"].calls.contains("append control a") })
            #expect(!story.names.contains("observed one"))
        }
        gate.open()
    }

    @Test func `a call that takes too long has failed`() async throws {
        let engines = FakeEngines(["one": [FakeEngine()]])
        let gate = engines["one"].hold("observe")
        var limits = LoopLimits()
        limits.observe = .milliseconds(20)
        let story = LoopStory(
            ["tick": [.connect("one", desired("one"), ticket(1))], "connected one": [.observe("one", configsOf: [], subjects: [], ticket(2))]],
            limits: limits, engines: engines)
        try await story.run { () async throws in try await story.heard("observed one: cluster 'one' did not answer within 0.02 s") }
        gate.open()
    }

    @Test func `an engine that was opened too late is closed, and nobody hears of it`() async throws {
        let gate = Gate()
        let engines = FakeEngines(["one": [FakeEngine()]], gate: gate)
        var limits = LoopLimits()
        limits.connect = .milliseconds(20)
        let story = LoopStory(["tick": [.connect("one", desired("one"), ticket(1))]], limits: limits, engines: engines)
        try await story.run { () async throws in
            try await story.heard("connected one: cluster 'one' could not be connected to within 0.02 s")
            gate.open()
            #expect(try await eventually { engines["one"].isClosed })
        }
        #expect(!story.names.contains("connected one"))
    }

    @Test func `where nothing is connected, calls fail at once`() async throws {
        let story = LoopStory(
            [
                "tick": [.connect("none", desired("none"), ticket(1))],
                "connected none: no route": [.observe("none", configsOf: [], subjects: [], ticket(2)), .lead("none", ticket(3)), .write("none", [])],
            ])
        try await story.run { () async throws in
            try await story.heard("observed none: cluster 'none' is not connected")
            try await story.heard("leading none: cluster 'none' is not connected")
            try await story.heard("unwritten none: cluster 'none' is not connected")
        }
    }

    @Test func `a new connection closes the one before, and ends its watch without a word`() async throws {
        let engines = FakeEngines(["one": [FakeEngine(), FakeEngine()]])
        let gate = engines["one"].hold("watch")
        let story = LoopStory(
            [
                "tick": [.connect("one", desired("one"), ticket(1))],
                "connected one": [.watch("one", after: nil, wait: Milliseconds(60_000), ticket(2))],
                "hinted": [.connect("one", desired("one"), ticket(3))],
            ], engines: engines)
        try await story.run { () async throws in
            #expect(try await eventually { gate.isWaitedAt })
            story.loop.hint()
            #expect(try await eventually { story.names.filter { $0 == "connected one" }.count == 2 })
            #expect(engines["one"].isClosed && !engines["one", 1].isClosed)
            gate.open()
        }
        #expect(!story.names.contains { $0.hasPrefix("changed") })
        #expect(engines["one", 1].isClosed)
    }

    @Test func `a new watch ends the one before`() async throws {
        let engines = FakeEngines(["one": [FakeEngine()]])
        let gate = engines["one"].hold("watch")
        let story = LoopStory(
            [
                "tick": [.connect("one", desired("one"), ticket(1))],
                "connected one": [.watch("one", after: nil, wait: Milliseconds(60_000), ticket(2))],
                "hinted": [.watch("one", after: 7, wait: Milliseconds(60_000), ticket(3))],
            ], engines: engines)
        try await story.run { () async throws in
            #expect(try await eventually { engines["one"].calls(of: "watch").count == 1 })
            story.loop.hint()
            #expect(try await eventually { engines["one"].calls(of: "watch") == ["watch -", "watch 7"] })
            gate.open()
            try await story.heard("changed 3 one")
        }
        #expect(!story.names.contains("changed 2 one"))
    }

    @Test func `hints and ticks that wait already are not repeated`() async throws {
        let story = LoopStory([:])
        for _ in 0..<1000 { story.loop.hint() }
        try await story.run { () async throws in try await story.heard("hinted") }
        #expect(story.names.filter { $0 == "hinted" }.count == 1)
    }

    @Test func `a tick comes when it was asked for, the latest word counting`() async throws {
        let story = LoopStory([
            "tick": [.wake(at: .distantFuture), .wake(at: .epoch)], "hinted": [.wake(at: .epoch), .wake(at: .distantFuture)],
        ])
        try await story.run { () async throws in
            #expect(try await eventually { story.names.filter { $0 == "tick" }.count == 2 })
        }
    }

    @Test func `a source that hangs is not read a second time beside it`() async throws {
        var limits = LoopLimits()
        limits.readSource = .milliseconds(20)
        let story = LoopStory(
            [
                "tick": [.readSource(ticket(1))],
                "source 1: the manifests could not be read within 0.02 s": [.readSource(ticket(2))],
                "hinted": [.readSource(ticket(3))],
            ], limits: limits)
        let gate = Gate()
        story.manifests.gate.withLock { $0 = gate }
        try await story.run { () async throws in
            try await story.heard("source 2: the reading before has not come back yet")
            #expect(story.manifests.readings == 1)
            #expect(story.loop.board.present.source.problem?.kind == .unreachable)
            gate.open()
            #expect(try await eventually { !story.loop.isReadingSource })
            story.loop.hint()
            try await story.heard("source 3")
            #expect(story.loop.board.present.source.problem == nil)
        }
        #expect(story.manifests.readings == 2)
    }
}
