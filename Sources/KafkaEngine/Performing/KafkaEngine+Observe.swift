import EngineInterface
import KafkaClient
import KafkaWire
import MeshModel

extension KafkaEngine {
    /// Several requests make up one picture, and the cluster moves on between them. Where they contradict each other, as when
    /// a topic is deleted in between, the picture is taken anew.
    private static let mostTries = 5
    static let topicsPerRequest = 250

    package func observe(configsOf topics: Set<String>, subjects: Set<String>) async throws(EngineFailure) -> ObservedCluster {
        var observed = try await untilTold { () async throws(ObservationProblem) in try await self.observeOnce(configsOf: topics) }
        try await observeSubjects(subjects, into: &observed)
        asked.withLock { $0 = Asked(topics: topics, subjects: subjects) }
        return observed
    }

    /// Again where topics could not be described at the moment.
    func untilTold<Result>(_ observe: () async throws(ObservationProblem) -> Result) async throws(EngineFailure) -> Result {
        var tries = 0
        while true {
            tries += 1
            do throws(ObservationProblem) {
                return try await observe()
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
        var observed = ObservedCluster(
            clusterId: metadata.clusterId, brokers: readBrokers(metadata), capabilities: try await observeCapabilities())
        do { observed.topics = try readTopics(metadata) } catch { throw .notTold(error) }
        if observed.capabilities.contains(.reassignment) { try await observeMoves(of: nil, in: &observed) }
        observed.ledger = try await observeLedger(in: observed.topics)
        observed.access = try await observeAccess(
            isNeeded: options.needsAccess || observed.ledger.speaksOfAccess, &observed.capabilities)

        let described = wanted.union(observed.ledger.topics.keys).union([LedgerLog.topic])
            .filter { observed.topics[$0] != nil }
        for (topic, config) in try await observeConfigs(of: described.sorted(), &observed.capabilities) {
            observed.topics[topic]?.config = config
        }
        for topic in described where observed.topics[topic]?.config == nil {
            throw .failed(EngineFailure(.misunderstood, "cluster '\(cluster)' does not describe the config of topic '\(topic)'"))
        }
        distrustSources(&observed)
        try checkLedgerTopic(observed.topics[LedgerLog.topic])
        await observeDefaults(&observed, of: metadata.brokers.map(\.nodeId).min())
        return observed
    }

    /// Left out where they are not told, for whatever reason: there are servers that hang up at a question about a broker.
    private func observeDefaults(_ observed: inout ObservedCluster, of broker: Int32?) async {
        guard let broker else { return }
        do {
            let response = try await client.send(describeDefaultsRequest(of: broker), to: .broker(broker), deadline: .zero)
            observed.defaultPartitions = readDefaultPartitions(response)
            observed.defaultReplication = readDefaultReplication(response)
            observed.allowsWithoutRules = readAllowsWithoutRules(response)
        } catch {
            logger.debug("the defaults are not told", metadata: ["cluster": "\(cluster)", "because": "\(error)"])
        }
    }

    /// - Parameter isNeeded: false when neither manifests nor ledger speak of access, so that nothing follows from it.
    func observeAccess(
        isNeeded: Bool, _ capabilities: inout Capabilities
    ) async throws(ObservationProblem) -> Set<AccessRule> {
        let response: DescribeAclsResponse
        do {
            response = try await client.send(describeAllACLs)
        } catch {
            guard case .unsupportedAPI = error.reason else { throw .failed(failure(error)) }
            capabilities.lacks(.access, because: "does not serve \(DescribeAclsRequest.apiKey)")
            try requireAccess(capabilities, code: .unsupportedVersion)
            return []
        }
        switch response.errorCode {
        case .none:
            try requireAccess(capabilities, code: .unsupportedVersion)
            return readAccess(response)
        case .clusterAuthorizationFailed where !isNeeded:
            capabilities.lacks(.access, because: "does not show its ACLs to this user")
            return []
        case .securityDisabled:
            capabilities.lacks(.access, because: "has no authorizer")
            try requireAccess(capabilities, code: .securityDisabled)
            return []
        default:
            throw .failed(EngineFailure(
                .refused, "cluster '\(cluster)' does not show its ACLs: \(reason(response.errorCode, response.errorMessage))",
                code: response.errorCode.name, isRetriable: response.errorCode.isRetriable))
        }
    }

    /// Rules that the manifests declare would protect nothing where none are held. That must be known before anything is
    /// changed.
    private func requireAccess(_ capabilities: Capabilities, code: ErrorCode) throws(ObservationProblem) {
        guard options.needsAccess, let shortfall = capabilities.shortfall(.access) else { return }
        throw .failed(EngineFailure(
            .refused,
            "cluster '\(cluster)' \(shortfall), so it cannot hold the access that the manifests declare, and nothing is changed there; "
                + "take the access away from the manifests, or give the cluster an authorizer", code: code.name))
    }

    private func observeCapabilities() async throws(ObservationProblem) -> Capabilities {
        do {
            return readCapabilities(try await client.versions())
        } catch {
            throw .failed(failure(error))
        }
    }

    /// A cluster that moves replicas tells of the old and the new ones alike: what counts is where they are to be.
    ///
    /// - Parameter topics: nil for all.
    func observeMoves(of topics: Set<String>?, in observed: inout ObservedCluster) async throws(ObservationProblem) {
        let response: ListPartitionReassignmentsResponse
        do {
            response = try await client.send(
                ListPartitionReassignmentsRequest(timeoutMs: requestTimeoutMs, topics: nil), to: .controller) { $0.errorCode }
        } catch {
            throw .failed(failure(error))
        }
        guard response.errorCode == .none else {
            return observed.capabilities.lacks(.reassignment, because: "does not show its moves to this user (\(response.errorCode.name))")
        }
        for topic in response.topics where topics?.contains(topic.name) ?? true {
            observed.topics[topic.name]?.isMoving = true
            for move in topic.partitions {
                guard let all = observed.topics[topic.name]?.replicas, all.indices.contains(Int(move.partitionIndex)) else { continue }
                let target = move.replicas.filter { !move.removingReplicas.contains($0) }
                observed.topics[topic.name]?.replicas[Int(move.partitionIndex)] = target
            }
            if let least = observed.topics[topic.name]?.replicas.map(\.count).min() { observed.topics[topic.name]?.replication = least }
        }
    }

    /// `cleanup.policy` was set on the ledger's topic when it was made, and no default says `compact`. A server that calls it one
    /// calls everything one: what it holds then counts as set, as if it told no sources.
    func distrustSources(_ observed: inout ObservedCluster) {
        guard let policy = observed.topics[LedgerLog.topic]?.config?["cleanup.policy"], policy.value == "compact", !policy.isSetOnTopic
        else { return }
        observed.capabilities.lacks(.configSources, because: "calls values defaults that were set on a topic")
        for (name, topic) in observed.topics {
            guard let config = topic.config else { continue }
            observed.topics[name]?.config = config.mapValues { .init(value: $0.value, isSetOnTopic: true) }
        }
    }

    func observeConfigs(
        of topics: [String], _ capabilities: inout Capabilities
    ) async throws(ObservationProblem) -> [String: [String: ObservedTopic.ConfigEntry]] {
        let slices = stride(from: 0, to: topics.count, by: Self.topicsPerRequest).map {
            Array(topics[$0..<min($0 + Self.topicsPerRequest, topics.count)])
        }
        let answers = await concurrently(slices, width: options.width) { slice -> Result<DescribeConfigsResponse, ObservationProblem> in
            do throws(ObservationProblem) {
                return .success(try await self.ask(describeConfigsRequest(of: slice)))
            } catch {
                return .failure(error)
            }
        }
        var configs: [String: [String: ObservedTopic.ConfigEntry]] = [:]
        for answer in answers {
            let response = try answer.get()
            if !tellsSources(response) { capabilities.lacks(.configSources, because: "does not tell where config values come from") }
            do {
                configs.merge(try readTopicConfigs(response)) { $1 }
            } catch {
                throw .notTold(error)
            }
        }
        return configs
    }

    func ask<Request: KafkaRequest>(
        _ request: Request, to destination: Destination = .any
    ) async throws(ObservationProblem) -> Request.Response {
        do {
            return try await client.send(request, to: destination)
        } catch {
            throw .failed(failure(error))
        }
    }

    func failure(_ topic: TopicNotTold) -> EngineFailure {
        EngineFailure(
            .refused, "cluster '\(cluster)' does not tell of topic '\(topic.topic)': \(reason(topic.code, topic.message))",
            code: topic.code.name, isRetriable: topic.code.isRetriable)
    }
}

extension Ledger {
    /// Whether it says of any rule that it is Heddle's: one that was granted, or one that keeps a topic in quarantine.
    var speaksOfAccess: Bool {
        !access.isEmpty || topics.values.contains { $0.quarantine?.denials.isEmpty == false }
    }
}
