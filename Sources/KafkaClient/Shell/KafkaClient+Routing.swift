import KafkaWire

extension KafkaClient {
    /// An open connection to the destination's broker, after asking who that is where it is not known.
    func connection(to destination: Destination) async throws(KafkaClientError) -> KafkaConnection {
        var hasAsked = false
        while true {
            switch route(to: destination) {
            case .anywhere:
                return try await connectionToAny()
            case .at(let address):
                return try await pool.connection(to: address)
            case .unknown(let unknown):
                guard !hasAsked else { throw KafkaClientError(.noRoute(unknown.description)) }
                hasAsked = true
                try await ask(about: unknown)
            }
        }
    }

    private func connectionToAny() async throws(KafkaClientError) -> KafkaConnection {
        var firstFailure: KafkaClientError?
        for address in candidates {
            do {
                let connection = try await pool.connection(to: address)
                reached(address)
                return connection
            } catch {
                firstFailure = firstFailure ?? error
                guard error.isRetriable else { break }
            }
        }
        throw firstFailure ?? KafkaClientError(.noRoute("the cluster names no broker"))
    }

    private func ask(about unknown: ClusterMap.Unknown) async throws(KafkaClientError) {
        switch unknown {
        case .controller, .broker: try await learnMetadata(of: [])
        case .leader(let partition): try await learnMetadata(of: [partition.topic])
        case .coordinator(let group): try await findCoordinator(of: group)
        }
    }

    /// Asks any broker for the brokers, the controller, and the leaders of some topics.
    func learnMetadata(of topics: [String]) async throws(KafkaClientError) {
        let connection = try await connectionToAny()
        let response: MetadataResponse = try await connection.call(timeout: options.requestTimeout) { version in
            // Before version 4, asking for a topic may create it. Such brokers are refused rather than changed by a question.
            MetadataRequest(topics: topics.map { .init(name: $0) }, allowAutoTopicCreation: version < 4 && topics.isEmpty)
        }
        learn(response)
    }

    private func findCoordinator(of group: String) async throws(KafkaClientError) {
        let connection = try await connectionToAny()
        let response: FindCoordinatorResponse = try await connection.call(timeout: options.requestTimeout) { version in
            version >= 4 ? FindCoordinatorRequest(coordinatorKeys: [group]) : FindCoordinatorRequest(key: group)
        }
        // Version 4 answers many groups at once; before, the answer is the response itself.
        let (code, id, host, port) =
            if let found = response.coordinators.first {
                (found.errorCode, found.nodeId, found.host, found.port)
            } else {
                (response.errorCode, response.nodeId, response.host, response.port)
            }
        guard code == .none else { return }
        learnCoordinator(of: group, id: id, at: BrokerAddress(host: host, port: Int(port)))
    }
}

extension ClusterMap.Unknown: CustomStringConvertible {
    var description: String {
        switch self {
        case .controller: "the cluster has no controller at the moment"
        case .leader(let partition): "no broker leads partition \(partition.partition) of topic '\(partition.topic)'"
        case .broker(let id): "the cluster has no broker \(id)"
        case .coordinator(let group): "no broker coordinates group '\(group)'"
        }
    }
}
