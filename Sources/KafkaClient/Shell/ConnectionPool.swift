/// At most one connection to each broker, opened when first needed and again after it broke.
actor ConnectionPool {
    /// Throws `KafkaClientError`.
    private typealias Opening = Task<KafkaConnection, any Error>

    private let clientId: String
    private let options: ClientOptions
    private let transport: SecuredTransport
    private var connections: [BrokerAddress: Opening] = [:]
    private var isClosed = false

    init(clientId: String, options: ClientOptions, transport: SecuredTransport) {
        self.clientId = clientId
        self.options = options
        self.transport = transport
    }

    /// Callers that ask for the same broker at once share one attempt.
    func connection(to address: BrokerAddress) async throws(KafkaClientError) -> KafkaConnection {
        while true {
            guard !isClosed else { throw KafkaClientError(.closed, at: address) }
            guard let current = connections[address] else {
                connections[address] = Task { [clientId, options, transport] in
                    try await KafkaConnection.open(to: address, clientId: clientId, options: options, transport: transport)
                }
                continue
            }
            let connection: KafkaConnection
            do {
                connection = try await current.value
            } catch {
                if connections[address] == current { connections[address] = nil }
                throw located(error, at: address)
            }
            if connection.isOpen { return connection }
            if connections[address] == current { connections[address] = nil }
        }
    }

    private func located(_ error: any Error, at address: BrokerAddress) -> KafkaClientError {
        guard var located = error as? KafkaClientError else { return KafkaClientError(.cannotConnect("\(error)"), at: address) }
        located.address = address
        // Nothing but our own greeting went out.
        located.wasSent = false
        return located
    }

    func close() async {
        isClosed = true
        let all = connections.values
        connections = [:]
        for opening in all {
            if let connection = try? await opening.value { await connection.close() }
        }
    }
}
