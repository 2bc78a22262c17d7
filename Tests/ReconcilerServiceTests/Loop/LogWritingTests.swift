import EngineInterface
import MeshControl
import MeshModel
import ReconcilerCore
import ReconcilerService
import Testing

@Suite struct `What is written to clusters` {
    @Test func `writings follow each other, however long one takes`() async throws {
        let engines = FakeEngines(["one": [FakeEngine()]])
        let gate = engines["one"].hold("append")
        let story = LoopStory(
            [
                "tick": [.connect("one", desired("one"), ticket(1))],
                "connected one": [
                    .write("one", [.approvalSpent(plan: "a"), .approvalSpent(plan: "b")]), .write("one", [.approvalSpent(plan: "c")]),
                ],
                "hinted": [.write("one", [.approvalSpent(plan: "d")])],
            ], engines: engines)
        try await story.run { () async throws in
            #expect(try await eventually { gate.isWaitedAt })
            story.loop.hint()
            try await story.heard("hinted")
            #expect(engines["one"].calls(of: "append") == ["append control a,b"])
            gate.open()
        }
        #expect(engines["one"].calls(of: "append") == ["append control a,b", "append control c", "append control d"], "what waits is written before the end")
    }

    @Test func `what waits behind a writing that failed is not tried, but what comes after that was told is`() async throws {
        let engines = FakeEngines(["one": [FakeEngine()]])
        let gate = engines["one"].hold("append")
        engines["one"].fail("append", EngineFailure(.refused, "no"))
        let story = LoopStory(
            [
                "tick": [.connect("one", desired("one"), ticket(1))],
                "connected one": [.write("one", [.approvalSpent(plan: "a")]), .write("one", [.approvalSpent(plan: "b")])],
                "unwritten one: no": [.write("one", [.approvalSpent(plan: "c")])],
            ], engines: engines)
        try await story.run { () async throws in
            #expect(try await eventually { gate.isWaitedAt })
            gate.open()
            #expect(try await eventually { story.names.filter { $0 == "unwritten one: no" }.count == 2 })
        }
        #expect(engines["one"].calls(of: "append") == ["append control a", "append control c"])
    }

    @Test func `many records are appended in parts`() async throws {
        let records = (0..<1100).map { ControlRecord.approvalSpent(plan: "\($0)") }
        let story = LoopStory(["tick": [.connect("one", desired("one"), ticket(1))], "connected one": [.write("one", records)]])
        try await story.run { () async throws in try await story.heard("connected one") }
        let parts = story.engines["one"].calls(of: "append").map { $0.dropFirst("append control ".count).split(separator: ",") }
        #expect(parts.map(\.count) == [500, 500, 100])
        #expect(parts.joined().map(String.init) == (0..<1100).map(String.init))
    }

    @Test func `audit events wait for their cluster, and none is left out or overtaken`() async throws {
        let story = LoopStory([
            "tick": [.audit("one", event("1")), .audit("one", event("2"))],
            "hinted": [.connect("one", desired("one"), ticket(1))],
            "unwritten one: no log": [.audit("one", event("3"))],
        ])
        story.audit.failNext(1)
        try await story.run { () async throws in
            try await story.heard("tick")
            #expect(story.audit.tries.isEmpty)
            story.loop.hint()
            #expect(try await eventually { story.engines["one"].calls(of: "append") == ["append audit 1,2,3"] })
        }
        #expect(story.audit.tries == [["1", "2"], ["1", "2", "3"]])
    }

    @Test func `audit events beyond the backlog are lost, those before are not`() async throws {
        var limits = LoopLimits()
        limits.auditBacklog = 2
        let story = LoopStory(
            [
                "tick": [.audit("one", event("1")), .audit("one", event("2")), .audit("one", event("3"))],
                "hinted": [.connect("one", desired("one"), ticket(1))],
            ], limits: limits)
        try await story.run { () async throws in
            story.loop.hint()
            #expect(try await eventually { story.engines["one"].calls(of: "append") == ["append audit 1,2"] })
        }
    }

    @Test func `the control log is read on from where the last reading ended, over again where it is another`() async throws {
        let engine = FakeEngine()
        func hold(_ keys: String...) {
            engine.state.withLock { state in
                state.log = keys.enumerated().map { .init(offset: Int64($0), writtenAt: .epoch, record: MeshLogRecord(key: $1, value: nil)) }
            }
        }
        hold("a", "?", "b")
        let story = LoopStory(
            [
                "tick": [.connect("one", desired("one"), ticket(1))],
                "connected one": [.readControl("one", ticket(1))],
                "control 1 one 2": [.readControl("one", ticket(2))],
                "hinted": [.readControl("one", ticket(3))],
            ], engines: FakeEngines(["one": [engine]]))
        try await story.run { () async throws in
            try await story.heard("control 2 one 0")
            hold("c")
            story.loop.hint()
            try await story.heard("control 3 one 1")
        }
        #expect(engine.calls(of: "read") == ["read 0", "read 3", "read 3", "read 0"])
    }
}
