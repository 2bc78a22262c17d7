import Crypto
import Foundation
import KafkaWire
import NIOCore
import ScriptedBroker
import Synchronization

@testable import KafkaClient

/// The server's side of a login, for one connection after another. Its SCRAM is written from the RFC, and not from the client's.
final class ScriptedLogin: Sendable {
    struct Rules {
        var offered = ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "OAUTHBEARER"]
        var password = "pencil"
        var token = "good"
        var lifetime: Int64 = 0
        var words: String? = "Authentication failed: Invalid username or password"
        var knowsPassword = true
    }

    private struct State {
        var mechanism = ""
        var clientFirst = ""
        var serverFirst = ""
        var logins = 0
        var isIn = false
    }

    let rules: Rules
    private let state = Mutex(State())

    init(_ rules: Rules = .init()) { self.rules = rules }

    var logins: Int { state.withLock { $0.logins } }

    func answer(_ request: ScriptedRequest) -> [ScriptedBroker.Step] {
        switch request.header.apiKey {
        case .saslHandshake:
            let mechanism = (try? request.decode(SaslHandshakeRequest.self).mechanism) ?? ""
            state.withLock { $0 = State(mechanism: mechanism, logins: $0.logins) }
            let isOffered = rules.offered.contains(mechanism)
            return [request.answer(SaslHandshakeResponse(errorCode: isOffered ? .none : .unsupportedSaslMechanism, mechanisms: rules.offered))]
        case .saslAuthenticate:
            guard let bytes = try? request.decode(SaslAuthenticateRequest.self).authBytes else { return [.cut] }
            return [request.answer(state.withLock { reply(to: String(buffer: bytes), &$0) })]
        case .metadata where state.withLock({ $0.isIn }):
            return [request.answer(MetadataResponse(clusterId: "safe"))]
        default: return [.cut]
        }
    }

    private func reply(to text: String, _ state: inout State) -> SaslAuthenticateResponse {
        let response = judge(text, &state)
        // The end of a login, but for SCRAM's first message and the reason why a token is refused.
        if response.errorCode == .none, response.sessionLifetimeMs >= 0 {
            state.isIn = true
            state.logins += 1
        }
        return SaslAuthenticateResponse(
            errorCode: response.errorCode, errorMessage: response.errorMessage, authBytes: response.authBytes,
            sessionLifetimeMs: max(0, response.sessionLifetimeMs))
    }

    /// A lifetime below zero: the login goes on.
    private func judge(_ text: String, _ state: inout State) -> SaslAuthenticateResponse {
        let accepted = SaslAuthenticateResponse(sessionLifetimeMs: rules.lifetime)
        let refused = SaslAuthenticateResponse(errorCode: .saslAuthenticationFailed, errorMessage: rules.words)
        switch state.mechanism {
        case "PLAIN": return text == "\0user\0\(rules.password)" ? accepted : refused
        case "OAUTHBEARER":
            if text == "\u{1}" { return refused }
            return text == "n,,\u{1}auth=Bearer \(rules.token)\u{1}\u{1}"
                ? accepted : SaslAuthenticateResponse(authBytes: ByteBuffer(string: #"{"status":"invalid_token"}"#), sessionLifetimeMs: -1)
        case "SCRAM-SHA-256": return scram(text, &state, SHA256.self, refused)
        default: return scram(text, &state, SHA512.self, refused)
        }
    }

    private func scram<Hash: HashFunction>(
        _ text: String, _ state: inout State, _: Hash.Type, _ refused: SaslAuthenticateResponse
    ) -> SaslAuthenticateResponse {
        func code(_ data: Data, _ key: Data) -> Data { Data(HMAC<Hash>.authenticationCode(for: data, using: SymmetricKey(data: key))) }
        if text.hasPrefix("n,,") {
            state.clientFirst = String(text.dropFirst(3))
            let nonce = state.clientFirst.split(separator: ",").last.map { $0.dropFirst(2) } ?? ""
            state.serverFirst = "r=\(nonce)server,s=\(Data("salt".utf8).base64EncodedString()),i=4096"
            return SaslAuthenticateResponse(authBytes: ByteBuffer(string: state.serverFirst), sessionLifetimeMs: -1)
        }
        var salted = Data()
        var last = Data("salt".utf8) + Data([0, 0, 0, 1])
        for round in 0..<4096 {
            last = code(last, Data(rules.password.utf8))
            salted = round == 0 ? last : Data(zip(salted, last).map { $0 ^ $1 })
        }
        guard let cut = text.range(of: ",p=") else { return refused }
        let message = Data("\(state.clientFirst),\(state.serverFirst),\(text[..<cut.lowerBound])".utf8)
        let clientKey = code(Data("Client Key".utf8), salted)
        let signature = code(message, Data(Hash.hash(data: clientKey)))
        let proof = Data(zip(clientKey, signature).map { $0 ^ $1 })
        guard proof.base64EncodedString() == text[cut.upperBound...] || !rules.knowsPassword else { return refused }
        let server = rules.knowsPassword ? code(message, code(Data("Server Key".utf8), salted)) : Data(repeating: 1, count: 32)
        return SaslAuthenticateResponse(authBytes: ByteBuffer(string: "v=\(server.base64EncodedString())"), sessionLifetimeMs: rules.lifetime)
    }
}
