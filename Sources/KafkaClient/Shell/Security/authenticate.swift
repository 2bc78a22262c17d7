import KafkaWire
import NIOCore
import ScramLogin

/// Says who we are on a connection whose versions are agreed (KIP-43, KIP-152).
///
/// - Returns: how long the login is good for; nil for as long as the connection lasts (KIP-368).
func authenticate(
    _ login: SASLLogin, over wire: WireConnection, versions: VersionAgreement, options: ClientOptions
) async throws(KafkaClientError) -> Duration? {
    // Below version 1 the tokens go over the wire without a frame.
    guard versions.serves(SaslHandshakeRequest.self), try versions.version(of: SaslHandshakeRequest.self) >= 1,
        versions.serves(SaslAuthenticateRequest.self)
    else { throw KafkaClientError(.notAuthenticated("the listener knows no login")) }
    let handshake = try await wire.call(SaslHandshakeRequest(mechanism: login.mechanism), version: 1, timeout: options.connectTimeout)
    switch handshake.errorCode {
    case .none: break
    case .unsupportedSaslMechanism:
        let offered = handshake.mechanisms.prefix(20).map { shown($0) }.joined(separator: ", ")
        throw KafkaClientError(.notAuthenticated("the listener does not offer \(login.mechanism); it offers \(offered.isEmpty ? "nothing" : offered)"))
    case .illegalSaslState: throw KafkaClientError(.notAuthenticated("the listener asks for no login: its protocol is one without SASL"))
    case let code: throw KafkaClientError(.notAuthenticated("the listener refuses the mechanism \(login.mechanism): \(code.message)"))
    }
    let version = try versions.version(of: SaslAuthenticateRequest.self)
    var exchange = login.exchange(nonce: makeNonce())
    var message = try step { () throws(SASLProblem) in try exchange.begin() }
    // No mechanism of ours takes more than three messages.
    for _ in 0..<4 {
        let response = try await wire.call(SaslAuthenticateRequest(authBytes: ByteBuffer(bytes: message)), version: version, timeout: options.connectTimeout)
        guard response.errorCode == .none else { throw KafkaClientError(.notAuthenticated(refusal(of: login, response))) }
        let challenge = Array(response.authBytes.readableBytesView)
        guard let next = try step({ () throws(SASLProblem) in try exchange.answer(to: challenge) }) else {
            return response.sessionLifetimeMs > 0 ? .milliseconds(response.sessionLifetimeMs) : nil
        }
        message = next
    }
    throw KafkaClientError(.notAuthenticated("the broker does not come to an end with the login"))
}

private func step<Value>(_ body: () throws(SASLProblem) -> Value) throws(KafkaClientError) -> Value {
    do { return try body() } catch { throw KafkaClientError(.notAuthenticated(error.description)) }
}

private func refusal(of login: SASLLogin, _ response: SaslAuthenticateResponse) -> String {
    let words = response.errorMessage.map { shown($0, hiding: login) } ?? ""
    let what =
        switch login {
        case .plain(let username, _), .scram(_, let username, _): "the broker refuses the user name '\(username)' or its password"
        case .bearer: "the broker refuses the token"
        }
    return words.isEmpty ? what : "\(what): \(words)"
}

/// A broker's words, of a bearable length and without what a terminal would obey. A broker that repeats a secret is not repeated.
func shown(_ words: String, hiding login: SASLLogin? = nil) -> String {
    let secret: String? =
        switch login {
        case .plain(_, let password), .scram(_, _, let password): password.reveal()
        case .bearer(let token): token.reveal()
        case nil: nil
        }
    let hidden = if let secret, !secret.isEmpty { words.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "…") } else { words }
    let clean = String(String.UnicodeScalarView(hidden.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }.prefix(200)))
    return clean.hasSuffix(".") ? String(clean.dropLast()) : clean
}

/// 144 bits of the system's chance, in letters and digits.
private func makeNonce() -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".unicodeScalars)
    var generator = SystemRandomNumberGenerator()
    return String(String.UnicodeScalarView((0..<24).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] }))
}
