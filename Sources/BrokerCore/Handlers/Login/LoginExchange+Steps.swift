import BearerTokens
import Determinism
import FoundationEssentials
import ScramLogin

/// A client's message → the next step of its login.
extension Broker {
    func step(_ exchange: LoginExchange, _ message: [UInt8]) throws(LoginRefusal) -> LoginStep {
        switch (exchange.mechanism, exchange.state) {
        case (.plain, .new): try plain(message)
        case (.scram(let hash), .new): try beginScram(hash, message)
        case (.scram(let hash), .scram(let proof)): try finishScram(hash, proof, message)
        case (.bearer, .new): try bearer(message)
        case (_, .tokenRefused(let reason)): throw LoginRefusal(message: Self.tokenRefusal, reason: reason)
        case (.plain, .scram), (.bearer, .scram): preconditionFailure("a state is its own mechanism's")
        }
    }

    private func plain(_ message: [UInt8]) throws(LoginRefusal) -> LoginStep {
        let words = "Authentication failed: Invalid username or password"
        guard let login = PlainMessage(message) else { throw LoginRefusal(message: words, reason: "its PLAIN message is not valid") }
        // Held against something in any case: the time tells nothing.
        let known = settings.login.users[login.user]
        let fits = areEqual(digest(login.password), digest(known?.password ?? []))
        guard let known, fits else {
            throw LoginRefusal(message: words, reason: "\(login.user.quotedForMessage) and its password do not fit (PLAIN)")
        }
        return .letIn(known.principal, last: [], expiresAt: nil)
    }

    private func digest(_ password: [UInt8]) -> [UInt8] { ScramHash.sha256.digest(password) }

    private func beginScram(_ hash: ScramHash, _ message: [UInt8]) throws(LoginRefusal) -> LoginStep {
        do throws(SASLProblem) {
            let asked = try ScramClientFirst(message)
            let given = settings.login.users[asked.user]
            let credential = logins.credential(of: asked.user, hash, given: given, seed: saltSeed())
            let exchange = ScramServerExchange(asked, credential: credential, nonce: freshNonce())
            let principal = given?.principal ?? Principal(kind: "User", name: asked.user)
            return .challenge(exchange.challenge, .scram(ScramProof(exchange: exchange, principal: principal)))
        } catch {
            throw scramRefusal(hash, "\(error)")
        }
    }

    private func finishScram(_ hash: ScramHash, _ proof: ScramProof, _ message: [UInt8]) throws(LoginRefusal) -> LoginStep {
        do throws(SASLProblem) {
            return .letIn(proof.principal, last: try proof.exchange.finish(message), expiresAt: nil)
        } catch {
            throw scramRefusal(hash, "\(proof.principal.name.quotedForMessage): \(error)")
        }
    }

    private func scramRefusal(_ hash: ScramHash, _ reason: String) -> LoginRefusal {
        LoginRefusal(
            message: "Authentication failed during authentication due to invalid credentials with SASL mechanism \(hash.mechanism)",
            reason: "\(reason) (\(hash.mechanism))")
    }

    private static let tokenRefusal = #"{"status":"invalid_token"}"#

    private func bearer(_ message: [UInt8]) throws(LoginRefusal) -> LoginStep {
        guard let login = BearerMessage(message) else {
            throw LoginRefusal(
                message: "Authentication failed during authentication due to invalid credentials with SASL mechanism OAUTHBEARER",
                reason: "its OAUTHBEARER message is not valid")
        }
        do throws(TokenProblem) {
            let rules = settings.login.tokens ?? TokenRules()
            let token = try rules.verify(login.token, with: tokenKeys, now: now.millisecondsSinceEpoch)
            if let name = login.authorizedName, name != token.principal {
                return .challenge(Array(Self.tokenRefusal.utf8), .tokenRefused(reason: "nobody logs in for somebody else (OAUTHBEARER)"))
            }
            return .letIn(
                Principal(kind: "User", name: token.principal), last: [], expiresAt: Instant(millisecondsSinceEpoch: token.expiresAt))
        } catch {
            return .challenge(Array(Self.tokenRefusal.utf8), .tokenRefused(reason: "\(error) (OAUTHBEARER)"))
        }
    }

    /// Made, and kept, when SCRAM is first spoken.
    private func saltSeed() -> [UInt8] {
        if let seed = logins.saltSeed { return seed }
        let seed = nonces.draw("salts", using: &random)
        logins.saltSeed = seed
        keep(.loginSeed(seed))
        return seed
    }

    private func freshNonce() -> String {
        Data(nonces.draw("nonce", using: &random).prefix(24)).base64EncodedString()
    }
}

/// Bytes that nobody can foresee and that never come again.
struct NonceSource {
    /// Chance of the system's.
    private let seed: [UInt8]
    private var count: UInt64 = 0

    init(seed: [UInt8]) { self.seed = seed }

    /// 32 bytes.
    mutating func draw(_ what: String, using random: inout SeededGenerator) -> [UInt8] {
        count += 1
        return ScramHash.sha256.authenticate(Array("\(what):\(count):\(random.next())".utf8), with: seed)
    }
}
