import AuditTrail
import Determinism
import EngineInterface
import MeshModel
import Synchronization
import Testing

@Suite struct `Appending to an audit log` {
    private func appender(_ engine: LogEngine, _ name: String) -> AuditAppender {
        let count = Mutex(0)
        let ids = IDs(count: count, name: name)
        return AuditAppender(engine: engine, version: "0.1.0") { ids.next() }
    }

    private final class IDs: Sendable {
        let count: Mutex<Int>
        let name: String
        init(count: consuming Mutex<Int>, name: String) {
            self.count = count
            self.name = name
        }
        func next() -> String { "\(name)-\(count.withLock { $0 += 1; return $0 })" }
    }

    @Test func `several at once, new ones among them, leave a log that is whole`() async throws {
        let engine = LogEngine()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    var random = RandomAudit(seed: UInt64(writer))
                    let steady = appender(engine, "\(writer)")
                    for round in 0..<30 {
                        let fresh = appender(engine, "\(writer)-\(round)")
                        try await (round % 5 == 0 ? fresh : steady).append((0...random.number(2)).map { _ in random.event() })
                    }
                }
            }
            try await group.waitForAll()
        }
        let log = engine.log(.audit)
        let verdict = verifyAuditLog(log)
        #expect(verdict.isWhole && verdict.strangers.isEmpty && verdict.events >= 120)
        #expect(verdict.uncoveredEvents < 40)
        #expect(try await appender(engine, "z").head() == verdict.head)
    }

    @Test func `an event about ten thousand changes is kept in parts that a cluster takes, none left out`() async throws {
        let engine = LogEngine()
        let changes = (0..<10_000).map {
            AuditEvent.Change(address: .topic("load.\($0)", on: "eu"), action: "create", outcome: "done", detail: String(repeating: "d", count: 5000))
        }
        let event = AuditEvent(.applied, at: .epoch, mesh: "shop", cluster: "eu", actor: "c", message: "10000 changes done", changes: changes)
        try await appender(engine, "a").append([event])
        let log = engine.log(.audit)
        #expect(log.entries.allSatisfy { $0.record.value.map { $0.count < 900_000 } == true })
        let text = log.entries.compactMap(\.record.value).map { String(decoding: $0, as: UTF8.self) }.joined()
        let kept = Set(text.split(separator: "\"").filter { $0.hasPrefix("topic/eu/load.") })
        #expect(kept.count == 10_000)
        #expect(text.contains("(part 40 of 40)") && verifyAuditLog(log).isWhole)
    }

    @Test(arguments: ["é", "🧵", "e" + String(repeating: "\u{301}", count: 2_000)])
    func `texts are cut by what they weigh, and not within a character's code`(sign: String) async throws {
        let engine = LogEngine()
        let changes = (0..<250).map {
            AuditEvent.Change(address: .topic("load.\($0)", on: "eu"), action: "create", outcome: "failed", detail: "d" + String(repeating: sign, count: 1000))
        }
        let event = AuditEvent(.applied, at: .epoch, mesh: "shop", cluster: "eu", actor: "c", message: String(repeating: sign, count: 20_000), changes: changes)
        try await appender(engine, "a").append([event])
        for entry in engine.log(.audit).entries {
            let text = entry.record.value.map { String(decoding: $0, as: UTF8.self) } ?? ""
            #expect(text.utf8.count < 900_000 && text.contains("…") && !text.contains("\u{FFFD}"))
        }
    }

    @Test func `a new writer reads the end of a long log alone`() async throws {
        let engine = LogEngine()
        var random = RandomAudit(seed: 1)
        let first = appender(engine, "a")
        for _ in 0..<1000 { try await first.append([random.event()]) }
        let before = engine.entriesRead
        let second = appender(engine, "b")
        #expect(try await second.head() == verifyAuditLog(engine.log(.audit)).head)
        #expect(engine.entriesRead - before <= 100)
    }

    @Test func `retention of a part or of all breaks nothing`() async throws {
        let engine = LogEngine()
        var random = RandomAudit(seed: 2)
        let (old, events) = (appender(engine, "a"), (0..<10).map { _ in random.event() })
        for event in events { try await old.append([event]) }
        engine.change(.audit) { log in
            log.entries.removeFirst(4)
            log.start = 4
        }
        try await appender(engine, "b").append([random.event()])
        try await old.append([random.event()])
        #expect(verifyAuditLog(engine.log(.audit)).isWhole)
        engine.change(.audit) { log in
            log.entries = []
            log.start = log.end
        }
        try await appender(engine, "c").append([random.event()])
        try await old.append([random.event()])
        try await appender(engine, "d").append([random.event()])
        let verdict = verifyAuditLog(engine.log(.audit))
        #expect(verdict.isWhole && verdict.events == 3)
    }

    @Test func `a log that was deleted and made anew is begun anew`() async throws {
        let engine = LogEngine()
        var random = RandomAudit(seed: 3)
        let writer = appender(engine, "a")
        for _ in 0..<5 { try await writer.append([random.event()]) }
        engine.change(.audit) { $0 = MeshLogReading() }
        for _ in 0..<3 { try await writer.append([random.event()]) }
        #expect(verifyAuditLog(engine.log(.audit)).isWhole)
    }

    @Test func `what was changed before somebody appended is found after it`() async throws {
        let engine = LogEngine()
        var random = RandomAudit(seed: 4)
        let writer = appender(engine, "a")
        for _ in 0..<5 { try await writer.append([random.event()]) }
        engine.change(.audit) { $0.entries[2].record.key = "other" }
        try await appender(engine, "b").append([random.event()])
        try await writer.append([random.event()])
        #expect(verifyAuditLog(engine.log(.audit)).breach?.from == 2)
    }
}
