import Determinism
import KafkaWire
import NIOCore

/// SaslHandshake 0-1 (KIP-43): the client names its mechanism. After version 0 its messages come without headers. On a connection
/// that is logged in, it begins the login anew (KIP-368), once a second at most.
extension Broker {
    func saslHandshake(_ request: SaslHandshakeRequest, _ call: Call) {
        let mechanisms = call.connection.mechanisms
        let names = mechanisms.map(\.name)
        var renewed: LoginSession?
        switch connections[call.id.connection]?.login {
        case .expected?: break
        case .done(let session)? where session.renewedAt.map { now >= $0 + .seconds(1) } ?? true: renewed = session
        default: return reply(call.id, SaslHandshakeResponse(errorCode: .illegalSaslState, mechanisms: []))
        }
        guard let mechanism = SASLMechanism(name: request.mechanism), mechanisms.contains(mechanism) else {
            return refuseLogin(
                call.id, SaslHandshakeResponse(errorCode: .unsupportedSaslMechanism, mechanisms: names),
                reason: "it asks for the login \(request.mechanism.quotedForMessage), which its listener does not offer")
        }
        connections[call.id.connection]?.login = .exchanging(
            LoginExchange(mechanism: mechanism, isRaw: call.version == 0, renewed: renewed))
        reply(call.id, SaslHandshakeResponse(mechanisms: names))
    }
}
