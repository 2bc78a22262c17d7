import EngineInterface
import KafkaClient
import KafkaWire
import MeshModel

extension KafkaEngine {
    /// Several requests make up one picture, and the cluster moves on between them. Where they contradict each other, as when
    /// a topic is deleted in between, the picture is taken anew.
    private static let mostTries = 5
    private static let topicsPerRequest = 250

    package func observe(configsOf topics: Set<String>, subjects: Set<String>) async throws(EngineFailure) -> ObservedCluster {
        var observed = try await observe(configsOf: topics)
        try await observeSubjects(subjects, into: &observed)
        return observed
    }

    private func observe(configsOf topics: Set<String>) async throws(EngineFailure) -> ObservedCluster {
        var tries = 0
        while true {
            tries += 1
            do throws(ObservationProblem) {
                return try await observeOnce(configsOf: topics)
            } catch {
                switch error {
                case .failed(let failure):
                    throw failure
                case .notTold(let topic):
                    let failure = self.failure(topic)
                    guard topic.code.isRetriable, tries < Self.mostTries else { throw failure }
                    logger.debug("observing anew", metadata: ["cluster": "\(cluster)", "because": "\(failure.message)"])
                    do { try await Task.sleep(for: .milliseconds(50 << tries)) } catch { throw failure }
                }
            }
        }
    }

    enum ObservationProblem: Error {
        case failed(EngineFailure)
        case notTold(TopicNotTold)
    }

    private func observeOnce(configsOf wanted: Set<String>) async throws(ObservationProblem) -> ObservedCluster {
        let metadata = try await ask(MetadataRequest(topics: nil, allowAutoTopicCreation: false))
        var observed = ObservedCluster(clusterId: metadata.clusterId)
        do { observed.topics = try readTopics(metadata) } catch { throw .notTold(error) }
        observed.ledger = try await observeLedger(in: observed.topics)
        observed.access = try await observeAccess(isNeeded: options.needsAccess || observed.ledger.speaksOfAccess)

        let described = wanted.union(observed.ledger.topics.keys).union([LedgerLog.topic])
            .filter { observed.topics[$0] != nil }
        for (topic, config) in try await observeConfigs(of: described.sorted()) {
            observed.topics[topic]?.config = config
        }
        for topic in described where observed.topics[topic]?.config == nil {
            throw .failed(EngineFailure(.misunderstood, "cluster '\(cluster)' does not describe the config of topic '\(topic)'"))
        }
        try checkLedgerTopic(observed.topics[LedgerLog.topic])
        if let broker = metadata.brokers.map(\.nodeId).min() {
            let defaults = try await ask(describeDefaultsRequest(of: broker), to: .broker(broker))
            observed.defaultPartitions = readDefaultPartitions(defaults)
        }
        return observed
    }

    /// - Parameter isNeeded: false when neither manifests nor ledger speak of access, so that nothing follows from it.
    private func observeAccess(isNeeded: Bool) async throws(ObservationProblem) -> Set<AccessRule> {
        let response: DescribeAclsResponse
        do {
            response = try await client.send(describeAllACLs)
        } catch {
            if case .unsupportedAPI = error.reason, !options.needsAccess { return [] }
            throw .failed(failure(error))
        }
        switch response.errorCode {
        case .none:
            return readAccess(response)
        case .securityDisabled where !options.needsAccess, .clusterAuthorizationFailed where !isNeeded:
            return []
        case .securityDisabled:
            throw .failed(EngineFailure(
                .refused, "cluster '\(cluster)' has no authorizer, so it cannot hold the access that the manifests declare",
                code: response.errorCode.name))
        default:
            throw .failed(EngineFailure(
                .refused, "cluster '\(cluster)' does not show its ACLs: \(reason(response.errorCode, response.errorMessage))",
                code: response.errorCode.name, isRetriable: response.errorCode.isRetriable))
        }
    }

    private func observeConfigs(
        of topics: [String]
    ) async throws(ObservationProblem) -> [String: [String: ObservedTopic.ConfigEntry]] {
        let slices = stride(from: 0, to: topics.count, by: Self.topicsPerRequest).map {
            Array(topics[$0..<min($0 + Self.topicsPerRequest, topics.count)])
        }
        let answers = await concurrently(slices, width: Self.width) { slice -> Result<DescribeConfigsResponse, ObservationProblem> in
            do throws(ObservationProblem) {
                return .success(try await self.ask(describeConfigsRequest(of: slice)))
            } catch {
                return .failure(error)
            }
        }
        var configs: [String: [String: ObservedTopic.ConfigEntry]] = [:]
        for answer in answers {
            let response = try answer.get()
            do {
                configs.merge(try readTopicConfigs(response)) { $1 }
            } catch {
                throw .notTold(error)
            }
        }
        return configs
    }

    private func ask<Request: KafkaRequest>(
        _ request: Request, to destination: Destination = .any
    ) async throws(ObservationProblem) -> Request.Response {
        do {
            return try await client.send(request, to: destination)
        } catch {
            throw .failed(failure(error))
        }
    }

    private func failure(_ topic: TopicNotTold) -> EngineFailure {
        EngineFailure(
            .refused, "cluster '\(cluster)' does not tell of topic '\(topic.topic)': \(reason(topic.code, topic.message))",
            code: topic.code.name, isRetriable: topic.code.isRetriable)
    }
}

extension Ledger {
    /// Whether it says of any rule that it is Heddle's: one that was granted, or one that keeps a topic in quarantine.
    fileprivate var speaksOfAccess: Bool {
        !access.isEmpty || topics.values.contains { $0.quarantine?.denials.isEmpty == false }
    }
}
