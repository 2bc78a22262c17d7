/// At most one connection to each broker, opened when first needed and again after it broke.
actor ConnectionPool {
    private typealias Opening = Task<Result<KafkaConnection, KafkaClientError>, Never>

    private let clientId: String
    private let options: ClientOptions
    private var connections: [BrokerAddress: Opening] = [:]
    private var isClosed = false

    init(clientId: String, options: ClientOptions) {
        self.clientId = clientId
        self.options = options
    }

    /// Callers that ask for the same broker at once share one attempt.
    func connection(to address: BrokerAddress) async throws(KafkaClientError) -> KafkaConnection {
        while true {
            guard !isClosed else { throw KafkaClientError(.closed, at: address) }
            guard let current = connections[address] else {
                connections[address] = Task { [clientId, options] in
                    do throws(KafkaClientError) {
                        return .success(try await KafkaConnection.open(to: address, clientId: clientId, options: options))
                    } catch {
                        return .failure(error)
                    }
                }
                continue
            }
            let outcome = await current.value
            if case .success(let connection) = outcome, connection.isOpen { return connection }
            if connections[address] == current { connections[address] = nil }
            if case .failure(var error) = outcome {
                error.address = address
                // Nothing but our own greeting went out.
                error.wasSent = false
                throw error
            }
        }
    }

    func close() async {
        isClosed = true
        let all = connections.values
        connections = [:]
        for opening in all {
            if case .success(let connection) = await opening.value { await connection.close() }
        }
    }
}
