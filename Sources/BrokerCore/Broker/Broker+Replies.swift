import KafkaWire
import NIOCore

extension Broker {
    /// Answers a request now.
    func reply(_ id: RequestID, _ response: some KafkaMessage) {
        guard let encoded = encode(response, for: id) else { return }
        send(encoded, for: id)
    }

    /// Answers a request when all that was written until now is kept.
    func replyWhenKept(_ id: RequestID, _ response: some KafkaMessage) {
        guard settings.durability == .fsync, syncs.isSomethingUnsynced else { return reply(id, response) }
        guard let encoded = encode(response, for: id) else { return }
        syncs.wait(.init(request: id, response: encoded))
    }

    /// Ends a request that has no answer.
    func replyNothing(_ id: RequestID) {
        connections[id.connection]?.responses.complete(id.sequence, with: nil)
        sendReady(id.connection)
    }

    func send(_ encoded: ByteBuffer, for id: RequestID) {
        connections[id.connection]?.responses.complete(id.sequence, with: encoded)
        sendReady(id.connection)
    }

    func close(_ connection: ConnectionID, reason: String) {
        guard connections.removeValue(forKey: connection) != nil else { return }
        forgetFetches(of: connection)
        effects.append(.close(connection, reason: reason))
    }

    /// Nil when the client has gone, or when the response has no place in its version.
    func encode(_ response: some KafkaMessage, for id: RequestID) -> ByteBuffer? {
        guard let envelope = connections[id.connection]?.responses.envelope(of: id.sequence) else { return nil }
        do {
            return try encodeResponse(correlationId: envelope.correlationID, message: response, version: envelope.version)
        } catch {
            close(id.connection, reason: "the response to \(envelope.apiKey) v\(envelope.version) cannot be written: \(error)")
            return nil
        }
    }

    /// What became worth a line in the log outside of any event.
    func takeNotes() -> [BrokerEffect.Note] {
        defer { effects.removeAll() }
        return effects.compactMap { if case .note(let note) = $0 { note } else { nil } }
    }

    private func sendReady(_ connection: ConnectionID) {
        while let response = connections[connection]?.responses.popReady() {
            effects.append(.send(connection, response))
        }
    }
}
