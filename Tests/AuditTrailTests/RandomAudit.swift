import AuditTrail
import Determinism
import EngineInterface
import MeshModel

/// Events, and logs of them that several have written at once.
struct RandomAudit {
    var chance: SeededGenerator

    init(seed: UInt64) { chance = SeededGenerator(seed: seed) }

    mutating func event() -> AuditEvent {
        AuditEvent(
            AuditEvent.Kind.allCases[number(AuditEvent.Kind.allCases.count)], at: Instant(millisecondsSinceEpoch: Int64(number(4_000_000_000_000))),
            mesh: word(), cluster: maybe { $0.word() }, actor: word(),
            source: maybe { random in SourceStamp(repository: random.maybe { $0.word() }, revision: random.maybe { $0.word() }) },
            plan: maybe { $0.word() }, run: maybe { $0.number(1000) }, message: word(),
            changes: (0..<number(3)).map { _ in
                AuditEvent.Change(
                    address: .topic(word(), on: "eu"), action: ["create", "update", "delete"][number(3)], risk: maybe { $0.word() },
                    outcome: maybe { ["done", "failed", "unknown", "not-done"][$0.number(4)] }, detail: maybe { $0.word() })
            })
    }

    /// Each of `writers` has read the log up to some place, and appends what it knows from there.
    mutating func log(writers: Int, events: Int, start: Int64 = 0) -> MeshLogReading {
        var reading = MeshLogReading(start: start, end: start)
        let origin = AuditStatement(offset: start, digest: [UInt8](repeating: start == 0 ? 0 : 7, count: 32))
        var chains = Array(repeating: AuditChain(origin), count: writers)
        for index in 0..<events {
            let writer = number(writers)
            // The first word has to speak of what is left; later ones may be late.
            if index == 0 || number(3) > 0 {
                for entry in reading.entries { chains[writer].take(entry) }
            }
            // Gaps, as transactions of others would leave them.
            if start == 0, number(8) == 0 { reading.end += 1 }
            let record = event().logRecord(id: "\(index)", after: chains[writer].statement, version: "0.1.0")
            reading.entries.append(.init(offset: reading.end, writtenAt: .epoch, record: record))
            reading.end += 1
        }
        return reading
    }

    mutating func word() -> String {
        ["eu", "orders.created", "a/b", "50%", "\"quoted\"\\", "new\nline\u{0}", "日本 ☃", "ada@laptop"][number(8)] + (number(2) == 0 ? "" : "\(number(1000))")
    }

    mutating func number(_ bound: Int) -> Int { Int(chance.next() % UInt64(bound)) }
    mutating func maybe<Value>(_ make: (inout RandomAudit) -> Value) -> Value? { number(2) == 0 ? nil : make(&self) }
}
