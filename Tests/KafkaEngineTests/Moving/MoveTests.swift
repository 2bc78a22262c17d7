import EngineInterface
import KafkaClient
import KafkaWire
import MeshModel
import ScriptedBroker
import Synchronization
import Testing

@testable import KafkaEngine

struct MoveTests {
    /// What a cluster with one topic was asked, and how far its moves are.
    private final class Moving: Sendable {
        struct State {
            var replicas: [[Int32]] = [[1], [1]]
            var target: [[Int32]] = []
            var listsLeft = 0
            var configs: [String] = []
            var refusesConfigs = false
            var refusal: ErrorCode = .none
            var goesAstray = false
        }
        let state = Mutex(State())

        func start() async throws -> ToyCluster {
            try await ToyCluster.start { request, cluster in self.answer(request, port: cluster.port).map { [$0] } }
        }

        private func answer(_ request: ScriptedRequest, port: Int) -> ScriptedBroker.Step? {
            state.withLock { state in
                switch request.header.apiKey {
                case .metadata:
                    return request.answer(MetadataResponse(
                        brokers: [.init(nodeId: 1, host: "127.0.0.1", port: Int32(port), rack: "a")], clusterId: "toy", controllerId: 1,
                        topics: [
                            .init(name: "t", partitions: state.replicas.enumerated().map { .init(partitionIndex: Int32($0), leaderId: 1, replicaNodes: $1) })
                        ]))
                case .alterPartitionReassignments:
                    guard let asked = try? request.decode(AlterPartitionReassignmentsRequest.self), let topic = asked.topics.first else { return nil }
                    state.target = topic.partitions.map { $0.replicas ?? [] }
                    state.listsLeft = 3
                    return request.answer(AlterPartitionReassignmentsResponse(responses: [
                        .init(name: "t", partitions: topic.partitions.map { [refusal = state.refusal] in
                            .init(partitionIndex: $0.partitionIndex, errorCode: $0.partitionIndex == 1 ? refusal : .none)
                        })
                    ]))
                case .listPartitionReassignments:
                    state.listsLeft -= 1
                    guard state.listsLeft > 0 else {
                        if !state.target.isEmpty { state.replicas = state.goesAstray ? state.replicas : state.target }
                        return request.answer(ListPartitionReassignmentsResponse())
                    }
                    return request.answer(ListPartitionReassignmentsResponse(topics: [
                        .init(name: "t", partitions: [.init(partitionIndex: 0, replicas: [1, 2, 3], addingReplicas: [2], removingReplicas: [1])])
                    ]))
                case .incrementalAlterConfigs:
                    guard let asked = try? request.decode(IncrementalAlterConfigsRequest.self) else { return nil }
                    for resource in asked.resources {
                        for config in resource.configs {
                            state.configs.append(
                                "\(resource.resourceType) \(resource.resourceName) \(config.name.prefix(8)) \(config.configOperation) \(config.value ?? "-")")
                        }
                    }
                    let code: ErrorCode = state.refusesConfigs ? .clusterAuthorizationFailed : .none
                    return request.answer(IncrementalAlterConfigsResponse(responses: asked.resources.map {
                        .init(errorCode: code, resourceType: $0.resourceType, resourceName: $0.resourceName)
                    }))
                default: return nil
                }
            }
        }
    }

    private func with(_ moving: Moving, lacking: Set<APIKey> = [], _ body: (KafkaEngine, ToyCluster) async throws -> Void) async throws {
        let cluster = try await (lacking.isEmpty ? moving.start() : ToyCluster.start(lacking: lacking))
        let engine = try await KafkaEngine.connect(
            cluster: "eu", addresses: [HostAndPort(host: "127.0.0.1", port: cluster.port)],
            options: KafkaEngineOptions(needsAccess: false, client: ClientOptions(callDeadline: .seconds(60))))
        try await body(engine, cluster)
        await engine.close()
        await cluster.stop()
    }

    private let move = EngineOperation.setReplication(topic: "t", assignment: [[1], [1]], throttle: nil)

    @Test func `replicas are moved, waited for and confirmed`() async throws {
        let moving = Moving()
        try await with(moving) { engine, cluster in
            #expect(await engine.perform([.setReplication(topic: "t", assignment: [[1, 2], [2, 1]], throttle: nil)]) == [.done])
            #expect(moving.state.withLock { $0.replicas } == [[1, 2], [2, 1]])
            #expect(cluster.count(of: .listPartitionReassignments) == 3)
            #expect(cluster.count(of: .incrementalAlterConfigs) == 0)
        }
    }

    @Test func `a throttle is set before and removed after, on the brokers before the topic`() async throws {
        let moving = Moving()
        try await with(moving) { engine, _ in
            // Only broker 1 is there to take its rate, so nothing is added on others.
            moving.state.withLock { $0.replicas = [[1], []] }
            #expect(await engine.perform([.setReplication(topic: "t", assignment: [[1], [1]], throttle: 1000)]) == [.done])
            #expect(moving.state.withLock { $0.configs } == [
                "4 1 follower 0 1000", "4 1 leader.r 0 1000", "2 t follower 0 1:1", "2 t leader.r 0 ",
                "2 t follower 1 -", "2 t leader.r 1 -", "4 1 follower 1 -", "4 1 leader.r 1 -",
            ])
        }
    }

    @Test func `a throttle that is refused keeps everything where it is`() async throws {
        let moving = Moving()
        moving.state.withLock { $0.replicas = [[1], []]; $0.refusesConfigs = true }
        try await with(moving) { engine, cluster in
            guard case .failed(let failure)? = await engine.perform([.setReplication(topic: "t", assignment: [[1], [1]], throttle: 5)]).first
            else { Issue.record("it was not refused"); return }
            #expect(failure.message.hasPrefix("cluster 'eu' does not take the throttle, so nothing is moved: '1': "))
            #expect(cluster.count(of: .alterPartitionReassignments) == 0)
        }
    }

    @Test func `a partition that is refused fails its topic by name`() async throws {
        let moving = Moving()
        moving.state.withLock { $0.refusal = .invalidReplicaAssignment }
        try await with(moving) { engine, _ in
            guard case .failed(let failure)? = await engine.perform([move]).first else { Issue.record("it was not refused"); return }
            #expect(failure.code == "INVALID_REPLICA_ASSIGNMENT")
            #expect(failure.message.hasPrefix("the replicas of topic 't' cannot be moved: partition 1: "))
        }
    }

    @Test func `moves that another hand has turned elsewhere are not taken for done`() async throws {
        let moving = Moving()
        moving.state.withLock { $0.goesAstray = true }
        try await with(moving) { engine, _ in
            guard case .failed(let failure)? = await engine.perform([.setReplication(topic: "t", assignment: [[1, 2], [1, 2]], throttle: nil)]).first
            else { Issue.record("it was taken for done"); return }
            #expect(failure.message.contains("another hand"))
        }
    }

    @Test func `a cluster without the API says so and moves nothing`() async throws {
        try await with(Moving(), lacking: [.alterPartitionReassignments]) { engine, _ in
            #expect(await engine.perform([move]) == [
                .failed(EngineFailure(
                    .refused,
                    "cluster 'eu' does not serve AlterPartitionReassignments: the replicas of topic 't' cannot be moved and stay where they are",
                    code: "UNSUPPORTED_VERSION"))
            ])
        }
    }

    @Test func `what is being moved is observed where it is to be`() async throws {
        let moving = Moving()
        moving.state.withLock { $0.replicas = [[1, 2, 3], [1, 2]]; $0.listsLeft = 9 }
        try await with(moving) { engine, _ in
            let observed = try await engine.observe(configsOf: [], subjects: [])
            #expect(observed.topics["t"]?.replicas == [[2, 3], [1, 2]])
            #expect(observed.topics["t"]?.isMoving == true)
            #expect(observed.brokers == [ObservedBroker(id: 1, rack: "a")])
        }
    }

    @Test func `ten thousand and one partitions take three requests that a controller takes`() {
        let move = ReplicaMove(.setReplication(topic: "t", assignment: Array(repeating: [1, 2], count: 10_001), throttle: nil), at: 0)
        let requests = reassignmentRequests(for: [move].compactMap { $0 }, timeoutMs: 1)
        #expect(requests.map { $0.topics.reduce(0) { $0 + $1.partitions.count } } == [5000, 5000, 1])
        #expect(requests.flatMap(\.topics).flatMap(\.partitions).map(\.partitionIndex) == (0..<10_001).map { Int32($0) })
    }
}
