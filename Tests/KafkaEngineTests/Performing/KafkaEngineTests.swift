import EngineInterface
import KafkaClient
import KafkaWire
import MeshModel
import NIOCore
import ScriptedBroker
import Synchronization
import Testing

@testable import KafkaEngine

struct KafkaEngineTests {
    private static let options = KafkaEngineOptions(
        operationDeadline: .seconds(5),
        client: ClientOptions(callDeadline: .seconds(60), retries: .init(firstDelay: .milliseconds(1), longestDelay: .milliseconds(5))))

    private func with(
        _ cluster: ToyCluster, needsAccess: Bool = true, _ body: (KafkaEngine) async throws -> Void
    ) async throws {
        var options = Self.options
        options.needsAccess = needsAccess
        let engine = try await KafkaEngine.connect(
            cluster: "eu", addresses: [HostAndPort(host: "127.0.0.1", port: cluster.port)], options: options)
        try await body(engine)
        await engine.close()
        await cluster.stop()
    }

    private func failure(_ body: () async throws -> Void) async -> EngineFailure? {
        do {
            try await body()
            return nil
        } catch {
            return error as? EngineFailure
        }
    }

    private let steward = Stewardship(mesh: "shop", owner: "team", deletionProtection: false)
    private let rule = AccessRule(resourceType: .topic, pattern: .literal("orders"), principal: "User:checkout", operation: .write)

    // MARK: Connecting

    @Test func `a cluster that is not there is told by name, address and cause`() async throws {
        let cluster = try await ToyCluster.start()
        let port = cluster.port
        await cluster.stop()
        let failure = await failure {
            _ = try await KafkaEngine.connect(cluster: "eu", addresses: [HostAndPort(host: "127.0.0.1", port: port)])
        }
        #expect(failure == EngineFailure(.unreachable, "cluster 'eu' cannot be reached at 127.0.0.1:\(port): connection refused", isRetriable: true))
    }

    @Test func `a cluster without addresses cannot be reached`() async {
        let failure = await failure { _ = try await KafkaEngine.connect(cluster: "eu", addresses: []) }
        #expect(failure?.message == "cluster 'eu' cannot be reached: no address is given")
    }

    // MARK: The round

    @Test func `what was performed and recorded is observed`() async throws {
        try await with(try await ToyCluster.start()) { engine in
            let topic = LedgerTopic(phase: .applied, stewardship: steward, partitions: 3, config: ["retention.ms": "1"])
            let access = LedgerAccess(phase: .applied, stewardship: steward)
            let outcomes = await engine.perform([
                .createTopic(name: "orders", partitions: 3, replication: 1, config: ["retention.ms": "1"]), .grant(rule),
                .createTopic(name: "foreign", partitions: 1, replication: nil, config: [:]),
            ])
            #expect(outcomes == [.done, .done, .done])
            try await engine.lease()
            try await engine.record([.topic("orders", topic), .access(rule, access)])
            let observed = try await engine.observe(configsOf: ["not there"], subjects: [])
            #expect(observed.clusterId == "toy")
            #expect(observed.defaultPartitions == 6)
            #expect(Set(observed.topics.keys) == ["orders", "foreign", "__heddle.state"])
            #expect(observed.topics["orders"]?.config == ["retention.ms": .init(value: "1", isSetOnTopic: true)])
            #expect(observed.topics["orders"]?.partitions == 3)
            #expect(observed.topics["foreign"]?.config == nil, "nobody asked for it")
            #expect(observed.access == [rule])
            #expect(observed.ledger == Ledger(topics: ["orders": topic], access: [rule: access]))
        }
    }

    @Test func `operations that fail do not stop the others`() async throws {
        try await with(try await ToyCluster.start()) { engine in
            _ = await engine.perform([.createTopic(name: "a", partitions: 1, replication: nil, config: [:])])
            let outcomes = await engine.perform(["a", "b"].map { .createTopic(name: $0, partitions: 1, replication: nil, config: [:]) })
            #expect(outcomes == [.failed(EngineFailure(.refused, "topic 'a' already exists", code: "TOPIC_ALREADY_EXISTS")), .done])
        }
    }

    @Test func `a thousand and one topics take two requests`() async throws {
        let cluster = try await ToyCluster.start()
        try await with(cluster) { engine in
            let outcomes = await engine.perform((0..<1001).map { .createTopic(name: "t\($0)", partitions: 1, replication: nil, config: [:]) })
            #expect(outcomes.count == 1001)
            #expect(outcomes.allSatisfy { $0 == .done })
            #expect(cluster.count(of: .createTopics) == 2)
        }
    }

    // MARK: The ledger

    @Test func `the ledger's topic is created compacted, once`() async throws {
        let cluster = try await ToyCluster.start()
        try await with(cluster) { engine in
            try await engine.lease()
            try await engine.record([.topic("a", LedgerTopic(phase: .intended, stewardship: steward, partitions: 1))])
            try await engine.record([.topic("a", nil)])
            #expect(cluster.count(of: .createTopics) == 1)
            #expect(cluster.state.withLock { $0.topics["__heddle.state"]?.config["cleanup.policy"] } == "compact")
            #expect(cluster.state.withLock { $0.topics["__heddle.state"]?.partitions } == 1)
            #expect(try await engine.observe(configsOf: [], subjects: []).ledger == Ledger())
        }
    }

    @Test func `no updates write nothing`() async throws {
        let cluster = try await ToyCluster.start()
        try await with(cluster) { engine in
            try await engine.record([])
            #expect(cluster.count(of: .createTopics) == 0)
        }
    }

    @Test func `an acknowledgement that is lost does not write an entry twice`() async throws {
        let cuts = Atomic<Int>(0)
        let cluster = try await ToyCluster.start { request, cluster in
            guard request.header.apiKey == .produce, cuts.wrappingAdd(1, ordering: .relaxed).newValue == 1 else { return nil }
            _ = try? cluster.answer(request)
            return [.cut]
        }
        try await with(cluster) { engine in
            try await engine.lease()
            try await engine.record([.topic("a", LedgerTopic(phase: .intended, stewardship: steward, partitions: 1))])
            try await engine.record([.topic("a", LedgerTopic(phase: .applied, stewardship: steward, partitions: 1))])
            let batches = cluster.state.withLock { $0.producedBatches }
            #expect(batches.map(\.baseSequence) == [0, 0, 1, 2])
            #expect(batches.allSatisfy { $0.producerID == 77 })
            #expect(cluster.state.withLock { $0.logEnd } == 3)
            #expect(try await engine.observe(configsOf: [], subjects: []).ledger.topics["a"]?.phase == .applied)
        }
    }

    @Test func `a producer that the broker has forgotten asks for a new identity`() async throws {
        let refusals = Atomic<Int>(0)
        let cluster = try await ToyCluster.start { request, _ in
            guard request.header.apiKey == .produce, refusals.wrappingAdd(1, ordering: .relaxed).newValue == 2 else { return nil }
            return [request.answer(ProduceResponse(responses: [.init(partitionResponses: [.init(errorCode: .unknownProducerId)])]))]
        }
        try await with(cluster) { engine in
            try await engine.lease()
            try await engine.record([.topic("a", LedgerTopic(phase: .intended, stewardship: steward, partitions: 1))])
            try await engine.record([.topic("b", LedgerTopic(phase: .intended, stewardship: steward, partitions: 1))])
            #expect(cluster.count(of: .initProducerId) == 2)
        }
    }

    @Test func `an entry of the future fails the observation`() async throws {
        let cluster = try await ToyCluster.start()
        try await with(cluster) { engine in
            try await engine.lease()
            try await engine.record([.topic("a", LedgerTopic(phase: .applied, stewardship: steward, partitions: 1))])
            var batch = RecordBatchBuilder()
            batch.append(key: ByteBuffer(string: "route/x"), value: ByteBuffer(string: #"{"version":2,"kind":"route"}"#), timestamp: 1)
            #expect(cluster.append(batch.finish()) != nil)
            let failure = await failure { _ = try await engine.observe(configsOf: [], subjects: []) }
            #expect(failure?.kind == .misunderstood)
            #expect(failure?.message == "cluster 'eu': in __heddle.state, the value of 'route/x' is version 2 of 'route', but this Heddle reads version 1: a newer one wrote it")
        }
    }

    @Test func `a ledger that forgets is not trusted`() async throws {
        let cluster = try await ToyCluster.start()
        cluster.state.withLock { $0.topics["__heddle.state"] = .init(partitions: 1, config: ["cleanup.policy": "delete"]) }
        try await with(cluster) { engine in
            let failure = await failure { _ = try await engine.observe(configsOf: [], subjects: []) }
            #expect(failure?.kind == .misunderstood)
            #expect(failure?.message.contains("cleanup.policy=delete") == true)
        }
    }

    // MARK: Trouble

    @Test func `a topic that goes away while it is looked at is looked for again`() async throws {
        let looks = Atomic<Int>(0)
        let cluster = try await ToyCluster.start { request, cluster in
            if request.header.apiKey == .describeConfigs, looks.wrappingAdd(1, ordering: .relaxed).newValue == 1 {
                cluster.state.withLock { $0.topics["gone"] = nil }
            }
            return nil
        }
        cluster.state.withLock { $0.topics = ["gone": .init(partitions: 1, config: [:]), "stays": .init(partitions: 1, config: [:])] }
        try await with(cluster) { engine in
            let observed = try await engine.observe(configsOf: ["gone", "stays"], subjects: [])
            #expect(Set(observed.topics.keys) == ["stays"])
        }
    }

    @Test func `a cluster without an authorizer is a failure only when access is declared`() async throws {
        func cluster() async throws -> ToyCluster {
            try await ToyCluster.start { request, _ in
                request.header.apiKey == .describeAcls ? [request.answer(DescribeAclsResponse(errorCode: .securityDisabled))] : nil
            }
        }
        try await with(try await cluster(), needsAccess: false) { engine in
            let observed = try await engine.observe(configsOf: [], subjects: [])
            #expect(observed.access.isEmpty)
        }
        try await with(try await cluster(), needsAccess: true) { engine in
            let failure = await failure { _ = try await engine.observe(configsOf: [], subjects: []) }
            #expect(failure?.code == "SECURITY_DISABLED")
            #expect(failure?.kind == .refused)
        }
    }

    @Test func `ACLs that may not be seen are missed only when something depends on them`() async throws {
        let cluster = try await ToyCluster.start { request, _ in
            request.header.apiKey == .describeAcls ? [request.answer(DescribeAclsResponse(errorCode: .clusterAuthorizationFailed))] : nil
        }
        try await with(cluster, needsAccess: false) { engine in
            let observed = try await engine.observe(configsOf: [], subjects: [])
            #expect(observed.access.isEmpty)
            try await engine.lease()
            try await engine.record([.access(rule, LedgerAccess(phase: .applied, stewardship: steward))])
            let failure = await failure { _ = try await engine.observe(configsOf: [], subjects: []) }
            #expect(failure?.code == "CLUSTER_AUTHORIZATION_FAILED")
        }
    }

    @Test func `a request that was cut off has an unknown outcome`() async throws {
        let cluster = try await ToyCluster.start { request, _ in request.header.apiKey == .createTopics ? [.cut] : nil }
        try await with(cluster) { engine in
            let outcomes = await engine.perform([.createTopic(name: "a", partitions: 1, replication: nil, config: [:]), .grant(rule)])
            guard case .unknown(let failure)? = outcomes.first else { Issue.record("\(outcomes)"); return }
            #expect(failure.kind == .unreachable)
            #expect(cluster.count(of: .createTopics) == 1, "a change is not repeated blindly")
        }
    }

    @Test func `a controller that is busy moving is asked again`() async throws {
        let asked = Atomic<Int>(0)
        let cluster = try await ToyCluster.start { request, _ in
            guard request.header.apiKey == .createTopics, asked.wrappingAdd(1, ordering: .relaxed).newValue <= 2,
                let topics = try? request.decode(CreateTopicsRequest.self).topics
            else { return nil }
            return [request.answer(CreateTopicsResponse(topics: topics.map { .init(name: $0.name, errorCode: .notController) }))]
        }
        try await with(cluster) { engine in
            #expect(await engine.perform([.createTopic(name: "a", partitions: 1, replication: nil, config: [:])]) == [.done])
            #expect(cluster.count(of: .createTopics) == 3)
        }
    }

    @Test func `a cluster that answers nonsense is misunderstood`() async throws {
        let cluster = try await ToyCluster.start { request, _ in
            request.header.apiKey == .describeAcls ? [.answer(ByteBuffer(repeating: 0xFF, count: 64))] : nil
        }
        try await with(cluster) { engine in
            let failure = await failure { _ = try await engine.observe(configsOf: [], subjects: []) }
            #expect(failure?.kind == .misunderstood)
            #expect(failure?.isRetriable == false)
        }
    }
}
