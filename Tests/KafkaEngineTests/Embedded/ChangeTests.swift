import Determinism
import EngineInterface
import KafkaClient
import KafkaWire
import MeshModel
import NIOCore
import RegistryClient
import RegistryService
import Testing

@testable import KafkaEngine

/// What was told from a position on, until nothing more is.
struct ToldSoFar {
    var focus = ObservationFocus()
    var position: Int64
    var wasBegun = false

    static func begin(_ engine: KafkaEngine) async throws -> ToldSoFar {
        guard case .begun(let position) = try await engine.changes(after: nil, wait: Milliseconds(0)) else { throw NotTold() }
        return ToldSoFar(position: position)
    }

    struct NotTold: Error {}

    mutating func follow(_ engine: KafkaEngine) async throws {
        while true {
            switch try await engine.changes(after: position, wait: Milliseconds(0)) {
            case .untold: throw NotTold()
            case .begun(let place): (position, wasBegun) = (place, true)
            case .told(let more, let place):
                position = place
                if more.isEmpty { return }
                focus.formUnion(more)
            }
        }
    }
}

@Suite(.timeLimit(.minutes(5))) struct `Changes that a cluster tells` {
    private let rule = AccessRule(resourceType: .topic, pattern: .literal("a"), principal: "User:x", operation: .read)

    @Test func `are told by kind and name, and the ledger's own are not`() async throws {
        try await EmbeddedCluster.run { cluster async throws in
            try await cluster.with { engine async throws in
                var told = try await ToldSoFar.begin(engine)
                try await told.follow(engine)
                #expect(told.focus.isEmpty && !told.wasBegun)
                func after(_ operation: EngineOperation) async throws -> ObservationFocus {
                    #expect(await engine.perform([operation]) == [.done])
                    told.focus = ObservationFocus()
                    try await told.follow(engine)
                    return told.focus
                }
                #expect(try await after(.createTopic(name: "a", partitions: 1, replication: 1, config: [:])) == ObservationFocus(topics: ["a"]))
                #expect(try await after(.alterConfig(topic: "a", set: ["retention.ms": "1"], unset: [])) == ObservationFocus(topics: ["a"]))
                #expect(try await after(.setPartitions(topic: "a", total: 2)) == ObservationFocus(topics: ["a"]))
                #expect(try await after(.grant(rule)) == ObservationFocus(access: true))
                #expect(try await after(.revoke(rule)) == ObservationFocus(access: true))
                #expect(try await after(.deleteTopic(name: "a")) == ObservationFocus(topics: ["a"]))
                told.focus = ObservationFocus()
                try await engine.leadAs("a")
                _ = try await engine.append([MeshLogRecord(key: "k", value: [1])], to: .audit)
                try await told.follow(engine)
                #expect(told.focus.isEmpty && !told.wasBegun)
            }
        }
    }

    @Test func `are waited for without holding up anything else`() async throws {
        try await EmbeddedCluster.run { cluster async throws in
            try await cluster.with { engine async throws in
                let position = try await ToldSoFar.begin(engine).position
                async let waited = engine.changes(after: position, wait: Milliseconds(600_000))
                for _ in 0..<20 { _ = try await engine.observe(configsOf: [], subjects: []) }
                _ = await engine.perform([.createTopic(name: "a", partitions: 1, replication: 1, config: [:])])
                #expect(try await waited == .told(ObservationFocus(topics: ["a"]), position: position + 1))
            }
        }
    }

    @Test func `what another engine was told up to is not taken for ours`() async throws {
        try await EmbeddedCluster.run { cluster async throws in
            let position = try await cluster.with { try await ToldSoFar.begin($0).position }
            try await cluster.with { engine async throws in
                #expect(try await engine.changes(after: position, wait: Milliseconds(0)) == .begun(position: position))
                #expect(try await engine.changes(after: position + 50, wait: Milliseconds(0)) == .begun(position: position), "beyond the end")
            }
        }
    }

    @Test func `a cluster of another kind does not tell`() async throws {
        let cluster = try await ToyCluster.start()
        let engine = try await KafkaEngine.connect(
            cluster: "eu", addresses: [HostAndPort(host: "127.0.0.1", port: cluster.port)], options: .init(needsAccess: false))
        guard case .untold(let reason) = try await engine.changes(after: nil, wait: Milliseconds(60_000)) else { Issue.record("it tells"); return }
        #expect(reason.contains("cluster 'eu' has no topic '__heddle.changes'"))
        await engine.close()
        await cluster.stop()
    }

    @Test func `subjects of the registry in the same cluster are told`() async throws {
        try await EmbeddedCluster.run { cluster async throws in
            let service = try await RegistryService.start(RegistryConfiguration(bootstrap: [cluster.address]), logger: quiet)
            let registry = RegistryClient(RegistryAddress(host: "127.0.0.1", port: service.address.port))
            let other = RegistryClient(RegistryAddress(host: "127.0.0.1", port: service.address.port))
            let engine = try await cluster.engine(registry)
            var told = try await ToldSoFar.begin(engine)
            _ = try await other.register(RegistrySchema(.jsonSchema, "{\"type\":\"string\"}"), under: "orders-value")
            try await told.follow(engine)
            #expect(told.focus == ObservationFocus(subjects: ["orders-value"]))
            try await other.setCompatibility(.full, of: "orders-value")
            told.focus = ObservationFocus()
            try await told.follow(engine)
            #expect(told.focus == ObservationFocus(subjects: ["orders-value"]))
            // Ours to observe, and not of the whole.
            var seen = try await engine.observe(configsOf: [], subjects: ["orders-value", "more"])
            _ = try await other.register(RegistrySchema(.jsonSchema, "{\"type\":\"string\"}"), under: "more")
            _ = try await other.register(RegistrySchema(.jsonSchema, "{\"type\":\"string\"}"), under: "foreign")
            try await told.follow(engine)
            seen = try await engine.observe(told.focus, in: seen)
            #expect(seen.subjects?.keys.sorted() == ["more", "orders-value"])
            let whole = try await engine.observe(configsOf: [], subjects: ["orders-value", "more"])
            #expect(seen == whole)
            await engine.close()
            await other.close()
            await service.stop()
        }
    }

    @Test func `keys that are not known stand for everything`() {
        func told(_ key: String?) -> ToldChange {
            ToldChange(changeStream: Record(offset: 0, timestamp: 0, key: key.map { ByteBuffer(string: $0) }, value: nil))
        }
        #expect(told("topic:a:b") == .topic("a:b") && told("config:a") == .topic("a") && told("acl") == .access)
        #expect(told("topic:__heddle.state") == .nothing && told("config:_schemas") == .nothing)
        for key in ["everything", "quota:x", "", nil] { #expect(told(key) == .everything) }
        func schemas(_ key: String) -> ToldChange {
            ToldChange(schemas: Record(offset: 0, timestamp: 0, key: ByteBuffer(string: key), value: nil))
        }
        #expect(schemas(#"{"keytype":"SCHEMA","subject":"s","version":1,"magic":1}"#) == .subject("s"))
        #expect(schemas(#"{"keytype":"CONFIG","subject":null,"magic":0}"#) == .everything)
        #expect(schemas(#"{"keytype":"NOOP","magic":0}"#) == .nothing)
        #expect(schemas("garbage") == .everything)
    }
}
