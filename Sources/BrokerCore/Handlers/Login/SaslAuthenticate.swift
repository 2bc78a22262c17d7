import Determinism
import KafkaWire
import NIOCore

/// SaslAuthenticate 0-2 (KIP-152): a message of the login, and what the broker says to it. Who is refused is told so late, and
/// the connection ends; version 1 says how long the login is good for.
extension Broker {
    func saslAuthenticate(_ request: SaslAuthenticateRequest, _ call: Call) {
        guard case .exchanging(let exchange)? = connections[call.id.connection]?.login else {
            return reply(call.id, SaslAuthenticateResponse(
                errorCode: .illegalSaslState,
                errorMessage: "SaslAuthenticate request received after successful authentication", authBytes: ByteBuffer()))
        }
        do throws(LoginRefusal) {
            let (message, lifetime) = try advance(exchange, Array(request.authBytes.readableBytesView), of: call.id.connection)
            reply(call.id, SaslAuthenticateResponse(
                errorMessage: nil, authBytes: ByteBuffer(bytes: message), sessionLifetimeMs: lifetime?.wholeMilliseconds ?? 0))
        } catch {
            refuseLogin(
                call.id,
                SaslAuthenticateResponse(errorCode: .saslAuthenticationFailed, errorMessage: error.message, authBytes: ByteBuffer()),
                reason: error.reason)
        }
    }

    /// The same for a message without a header. Nothing is said to who is refused, as no answer has a place for it.
    func authenticateRaw(_ exchange: LoginExchange, _ frame: ByteBuffer, of connection: ConnectionID) {
        do throws(LoginRefusal) {
            let (message, _) = try advance(exchange, Array(frame.readableBytesView), of: connection)
            var answer = ByteBuffer()
            answer.writeInteger(Int32(message.count))
            answer.writeBytes(message)
            effects.append(.send(connection, answer))
        } catch {
            refuseLogin(of: connection, .init(answer: nil, reason: error.reason))
        }
    }

    /// - Returns: what to answer, and how long the login is good for once it came about.
    private func advance(
        _ exchange: LoginExchange, _ message: [UInt8], of connection: ConnectionID
    ) throws(LoginRefusal) -> ([UInt8], Duration?) {
        var exchange = exchange
        if let renewed = exchange.renewed, renewed.mechanism != exchange.mechanism {
            throw LoginRefusal(
                message: "SASL mechanism \(exchange.mechanism.name) requested by client is not supported for re-authentication of mechanism "
                    + renewed.mechanism.name,
                reason: "it logs in again with another mechanism")
        }
        switch try step(exchange, message) {
        case .challenge(let challenge, let state):
            exchange.state = state
            connections[connection]?.login = .exchanging(exchange)
            return (challenge, nil)
        case .letIn(let principal, let last, let tokenExpiresAt):
            if let renewed = exchange.renewed, renewed.principal != principal {
                throw LoginRefusal(
                    message: "Cannot change principals during re-authentication from \(renewed.principal.text): \(principal.text)",
                    reason: "\(renewed.principal.text.quotedForMessage) logs in again as \(principal.text.quotedForMessage)")
            }
            let limits = [settings.login.maxSession.map { now + $0 }, tokenExpiresAt].compactMap(\.self)
            let expiresAt = limits.min()
            connections[connection]?.letIn(
                LoginSession(principal: principal, mechanism: exchange.mechanism, renewedAt: exchange.renewed == nil ? nil : now, expiresAt: expiresAt))
            return (last, expiresAt.map { max($0.since(now), .milliseconds(1)) })
        }
    }
}
