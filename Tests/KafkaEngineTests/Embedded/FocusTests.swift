import Determinism
import EngineInterface
import MeshModel
import Testing

@testable import KafkaEngine

/// What all kinds of hands do to a cluster.
private struct OtherHands {
    var chance: SeededGenerator
    let names = (0..<9).map { "t\($0)" }
    private var runs = 0

    init(seed: UInt64) { chance = SeededGenerator(seed: seed) }

    private mutating func name() -> String { names.randomElement(using: &chance) ?? "t0" }

    private mutating func rule() -> AccessRule {
        AccessRule(resourceType: .topic, pattern: .literal(name()), principal: "User:x", operation: Bool.random(using: &chance) ? .read : .write)
    }

    private mutating func ledgerTopic() -> LedgerTopic {
        LedgerTopic(phase: .applied, stewardship: Stewardship(mesh: "shop"), partitions: Int.random(in: 1...9, using: &chance))
    }

    mutating func act(through engine: KafkaEngine) async throws {
        let operation: EngineOperation
        switch Int.random(in: 0...7, using: &chance) {
        case 0, 1: operation = .createTopic(name: name(), partitions: Int.random(in: 1...3, using: &chance), replication: 1, config: ["retention.ms": "\(Int.random(in: 1...99, using: &chance))"])
        case 2: operation = .deleteTopic(name: name())
        case 3: operation = .setPartitions(topic: name(), total: Int.random(in: 2...6, using: &chance))
        case 4: operation = .alterConfig(topic: name(), set: ["retention.ms": "\(Int.random(in: 1...99, using: &chance))"], unset: ["segment.bytes"])
        case 5: operation = .grant(rule())
        case 6: operation = .revoke(rule())
        default:
            runs += 1
            _ = try await engine.observe(configsOf: [], subjects: [])
            try await engine.lease("\(runs)")
            let updates = (0..<Int.random(in: 1...3, using: &chance)).map { _ in LedgerUpdate.topic(name(), Bool.random(using: &chance) ? ledgerTopic() : nil) }
            return try await engine.record(LedgerWrite(updates: updates, endsLease: true))
        }
        // Some of it cannot be done: then nothing has changed, and nothing is told.
        _ = await engine.perform([operation])
    }
}

@Suite(.timeLimit(.minutes(5))) struct `Observing what has changed` {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `comes to what observing everything comes to`(seed: UInt64) async throws {
        try await EmbeddedCluster.run { cluster async throws in
            try await cluster.with { engine async throws in
                try await cluster.with { other async throws in
                    var hands = OtherHands(seed: seed)
                    let wanted = Set(hands.names.prefix(4))
                    var told = try await ToldSoFar.begin(engine)
                    var seen = try await engine.observe(configsOf: wanted, subjects: [])
                    var changed = 0
                    for round in 0..<40 {
                        for _ in 0..<Int.random(in: 1...3, using: &hands.chance) { try await hands.act(through: other) }
                        told.focus = ObservationFocus()
                        try await told.follow(engine)
                        changed += told.focus.isEmpty ? 0 : 1
                        seen = try await engine.observe(told.focus, in: seen)
                        let whole = try await cluster.with { try await $0.observe(configsOf: wanted, subjects: []) }
                        #expect(seen == whole, "seed \(seed), round \(round), \(told.focus)")
                    }
                    #expect(changed > 15 && !told.wasBegun && !seen.ledger.topics.isEmpty)
                }
            }
        }
    }

    @Test func `of another cluster at the same address everything is read`() async throws {
        try await EmbeddedCluster.run { cluster async throws in
            try await cluster.with { engine async throws in
                _ = await engine.perform([.createTopic(name: "a", partitions: 1, replication: 1, config: [:])])
                let whole = try await engine.observe(configsOf: ["a"], subjects: [])
                let elsewhere = ObservedCluster(clusterId: "another", topics: ["gone": ObservedTopic(partitions: 3, replication: 1)])
                #expect(try await engine.observe(ObservationFocus(), in: elsewhere) == whole)
            }
        }
    }

    @Test func `what is not named is as old as it was`() async throws {
        try await EmbeddedCluster.run { cluster async throws in
            try await cluster.with { engine async throws in
                var earlier = try await engine.observe(configsOf: [], subjects: [])
                earlier.defaultPartitions = 77
                _ = await engine.perform(["a", "b"].map { .createTopic(name: $0, partitions: 1, replication: 1, config: [:]) })
                let seen = try await engine.observe(ObservationFocus(topics: ["b", "never"]), in: earlier)
                #expect(seen.topics.keys.sorted() == ["b"] && seen.defaultPartitions == 77)
            }
        }
    }
}
