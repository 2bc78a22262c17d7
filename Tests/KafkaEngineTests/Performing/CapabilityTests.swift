import EngineInterface
import KafkaClient
import KafkaWire
import MeshModel
import Testing

@testable import KafkaEngine

/// Clusters that cannot do everything.
struct CapabilityTests {
    private let rule = AccessRule(resourceType: .topic, pattern: .literal("orders"), principal: "User:checkout", operation: .write)

    private func with(_ cluster: ToyCluster, needsAccess: Bool = false, _ body: (KafkaEngine) async throws -> Void) async throws {
        let engine = try await KafkaEngine.connect(
            cluster: "eu", addresses: [HostAndPort(host: "127.0.0.1", port: cluster.port)],
            options: KafkaEngineOptions(needsAccess: needsAccess, client: ClientOptions(callDeadline: .seconds(60))))
        try await body(engine)
        await engine.close()
        await cluster.stop()
    }

    @Test func `what a cluster does not serve is told with the API's name`() {
        let versions = VersionAgreement(served: [.createTopics: 0...7, .describeAcls: 0...3, .createAcls: 0...3])
        let capabilities = readCapabilities(versions)
        #expect(capabilities.contains(.topics))
        #expect(capabilities.shortfall(.topicDeletion) == "does not serve DeleteTopics")
        #expect(capabilities.shortfall(.access) == "does not serve DeleteAcls")
        #expect(capabilities.shortfall(.scram) == "does not serve DescribeUserScramCredentials, AlterUserScramCredentials")
    }

    @Test func `every operation on a cluster names what it takes, and what its absence comes to`() {
        let operations: [EngineOperation] = [
            .createTopic(name: "a", partitions: 1, replication: nil, config: [:]), .setPartitions(topic: "a", total: 3),
            .alterConfig(topic: "a", set: [:], unset: []), .deleteTopic(name: "a"), .grant(rule), .revoke(rule),
        ]
        var capabilities = Capabilities()
        for operation in operations { #expect(capabilities.refusal(of: operation, on: "eu") == nil) }
        for capability in Capability.allCases { capabilities.lacks(capability, because: "has lost its mind") }
        for operation in operations {
            #expect(capabilities.refusal(of: operation, on: "eu")?.hasPrefix("cluster 'eu' has lost its mind: ") == true)
        }
        #expect(
            capabilities.refusal(of: operations[1], on: "eu")
                == "cluster 'eu' has lost its mind: topic 'a' cannot be given 3 partitions and keeps those it has")
    }

    @Test func `an observation says what the cluster lacks`() async throws {
        let cluster = try await ToyCluster.start(lacking: [.createPartitions, .incrementalAlterConfigs]) { request, _ in
            request.header.apiKey == .describeAcls ? [request.answer(DescribeAclsResponse(errorCode: .securityDisabled))] : nil
        }
        try await with(cluster) { engine in
            let capabilities = try await engine.observe(configsOf: [], subjects: []).capabilities
            #expect(capabilities.shortfall(.partitions) == "does not serve CreatePartitions")
            #expect(capabilities.shortfall(.topicConfigs) == "does not serve IncrementalAlterConfigs")
            #expect(capabilities.shortfall(.access) == "has no authorizer")
            #expect(capabilities.contains(.topics))
            #expect(capabilities.contains(.configSources))
        }
    }

    @Test func `an operation that the cluster has no API for fails with what that comes to`() async throws {
        let cluster = try await ToyCluster.start(lacking: [.createPartitions, .incrementalAlterConfigs, .createAcls])
        try await with(cluster) { engine in
            let outcomes = await engine.perform([
                .setPartitions(topic: "a", total: 3), .alterConfig(topic: "a", set: ["retention.ms": "1"], unset: []), .grant(rule),
                .createTopic(name: "b", partitions: 1, replication: nil, config: [:]),
            ])
            #expect(outcomes.map(\.refusalMessage) == [
                "cluster 'eu' does not serve CreatePartitions: topic 'a' cannot be given 3 partitions and keeps those it has",
                "cluster 'eu' does not serve IncrementalAlterConfigs: the config of topic 'a' stays as it is; "
                    + "to change it otherwise would reset the keys that the manifest does not name",
                "cluster 'eu' does not serve CreateAcls: access '\(rule.addressName)' cannot be granted, "
                    + "and nobody is let in or kept out by it",
                nil,
            ])
        }
    }

    @Test func `declared access needs all of its APIs before anything is changed`() async throws {
        for lacking in [APIKey.describeAcls, .createAcls, .deleteAcls] {
            try await with(try await ToyCluster.start(lacking: [lacking]), needsAccess: true) { engine in
                do throws(EngineFailure) {
                    _ = try await engine.observe(configsOf: [], subjects: [])
                    Issue.record("\(lacking) is not missed")
                } catch {
                    let failure = error
                    #expect(failure.message.hasPrefix("cluster 'eu' does not serve \(lacking), so it cannot hold the access"))
                    #expect(failure.code == "UNSUPPORTED_VERSION")
                }
            }
        }
    }

    @Test func `a server that calls the ledger's own setting a default is not believed`() async throws {
        let cluster = try await ToyCluster.start { request, _ in
            guard request.header.apiKey == .describeConfigs, let asked = try? request.decode(DescribeConfigsRequest.self) else { return nil }
            return [request.answer(DescribeConfigsResponse(results: asked.resources.map {
                .init(
                    resourceType: $0.resourceType, resourceName: $0.resourceName,
                    configs: [.init(name: "cleanup.policy", value: $0.resourceName == "a" ? "delete" : "compact", configSource: 5)])
            }))]
        }
        cluster.state.withLock { $0.topics = ["a": .init(partitions: 1, config: [:]), "__heddle.state": .init(partitions: 1, config: [:])] }
        try await with(cluster) { engine in
            let observed = try await engine.observe(configsOf: ["a"], subjects: [])
            #expect(observed.topics["a"]?.config == ["cleanup.policy": .init(value: "delete", isSetOnTopic: true)])
            #expect(observed.capabilities.shortfall(.configSources) == "calls values defaults that were set on a topic")
        }
    }

    @Test func `values without a source count as set on the topic, and the cluster's silence is told`() async throws {
        let cluster = try await ToyCluster.start { request, _ in
            guard request.header.apiKey == .describeConfigs, let asked = try? request.decode(DescribeConfigsRequest.self) else { return nil }
            return [request.answer(DescribeConfigsResponse(results: asked.resources.map {
                .init(resourceType: $0.resourceType, resourceName: $0.resourceName, configs: [.init(name: "retention.ms", value: "5", configSource: 0)])
            }))]
        }
        cluster.state.withLock { $0.topics["a"] = .init(partitions: 1, config: [:]) }
        try await with(cluster) { engine in
            let observed = try await engine.observe(configsOf: ["a"], subjects: [])
            #expect(observed.topics["a"]?.config == ["retention.ms": .init(value: "5", isSetOnTopic: true)])
            #expect(observed.capabilities.shortfall(.configSources) == "does not tell where config values come from")
        }
    }
}

extension EngineOutcome {
    fileprivate var refusalMessage: String? {
        if case .failed(let failure) = self { failure.message } else { nil }
    }
}
