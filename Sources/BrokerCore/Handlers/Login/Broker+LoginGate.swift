import Determinism
import KafkaWire
import NIOCore

/// The door of listeners that ask for a login: what may pass before it, after it, and when it has run out.
extension Broker {
    /// Most bytes of a frame of a client that is not known yet, as Kafka's sasl.server.max.receive.size.
    private static let mostLoginBytes = 524_288

    /// How long a frame the connection may send: strangers get little of the memory.
    package func mostFrameBytes(on connection: ConnectionID) -> Int {
        switch connections[connection]?.login {
        case .expected?, .exchanging?, .refused?: min(Self.mostLoginBytes, settings.maxRequestBytes)
        case .some(.none), .done?, nil: settings.maxRequestBytes
        }
    }

    /// Whether the request is to be read. What must not be asked yet ends the connection, as at Kafka.
    func passesLogin(_ frame: ByteBuffer, _ login: ConnectionLogin, of connection: ConnectionID) -> Bool {
        let key = frame.getInteger(at: frame.readerIndex, as: Int16.self).map(APIKey.init(rawValue:))
        switch login {
        case .none: return true
        case .expected:
            if key == .apiVersions || key == .saslHandshake { return true }
            close(connection, reason: "it sent \(key.map { "\($0)" } ?? "nothing") before it logged in")
        case .exchanging(let exchange) where exchange.isRaw:
            authenticateRaw(exchange, frame, of: connection)
        case .exchanging:
            if key == .saslAuthenticate { return true }
            close(connection, reason: "it sent \(key.map { "\($0)" } ?? "nothing") while it was logging in")
        case .refused: break
        case .done(let session):
            guard let expiresAt = session.expiresAt, now >= expiresAt, key != .saslHandshake else { return true }
            close(connection, reason: "its login as \(session.principal.text.quotedForMessage) has run out")
        }
        return false
    }

    /// Says no, late, and ends the connection.
    func refuseLogin(_ request: RequestID, _ response: some KafkaMessage, reason: String) {
        guard let encoded = encode(response, for: request) else { return }
        refuseLogin(of: request.connection, .init(answer: (request, encoded), reason: reason))
    }

    func refuseLogin(of connection: ConnectionID, _ refusal: ConnectionLogin.Refusal) {
        connections[connection]?.login = .refused(refusal)
        timers.schedule(.refusedLogin(connection), at: now + settings.login.failureDelay)
    }

    /// Between the answer and the end. Clients that are met by both at once may see the end alone: kafka-python does.
    private static let lingering: Duration = .milliseconds(100)

    func finishRefusal(of connection: ConnectionID) {
        guard case .refused(var refusal)? = connections[connection]?.login else { return }
        if let (request, response) = refusal.answer {
            send(response, for: request)
            refusal.answer = nil
            connections[connection]?.login = .refused(refusal)
            return timers.schedule(.refusedLogin(connection), at: now + Self.lingering)
        }
        close(connection, reason: "its login failed: \(refusal.reason)")
    }
}

extension Broker.Connection {
    mutating func letIn(_ session: LoginSession) {
        login = .done(session)
        info.principal = session.principal
        asker = Asker(session.principal, clientHost: info.clientHost)
    }
}
