import Determinism
import KafkaWire
import NIOCore

/// Where a connection stands with its login.
///
///     expected ── SaslHandshake ──▶ exchanging ── the last SaslAuthenticate ──▶ done
///                                        ▲                                       │
///                                        └────────────── SaslHandshake ──────────┘ (KIP-368)
///
/// Whatever goes wrong leads to `refused`: nothing more is read, the answer comes late, and the connection ends.
enum ConnectionLogin {
    /// The listener asks nobody who they are, or knows it by the certificate.
    case none
    case expected
    case exchanging(LoginExchange)
    case refused(Refusal)
    case done(LoginSession)

    /// What a client that was refused is still to be told, and the log.
    struct Refusal {
        var answer: (request: RequestID, response: ByteBuffer)?
        var reason: String
    }
}

extension ConnectionLogin {
    /// Whether a request may have to be refused, or read otherwise, for the login's sake.
    var isWatched: Bool {
        switch self {
        case .none: false
        case .expected, .exchanging, .refused: true
        case .done(let session): session.expiresAt != nil
        }
    }
}

/// A login that came about.
struct LoginSession {
    var principal: Principal
    var mechanism: SASLMechanism
    /// When it was last carried on; nil: never.
    var renewedAt: Instant?
    /// From then on, the client may only log in again.
    var expiresAt: Instant?
}

/// A login under way.
struct LoginExchange {
    var mechanism: SASLMechanism
    /// After SaslHandshake 0, messages come and go without request headers.
    var isRaw: Bool
    /// The login that this one is to carry on.
    var renewed: LoginSession?
    var state = State.new

    enum State {
        case new
        case scram(ScramProof)
        /// The client was told that its token is not taken, and is expected to say that it heard (RFC 7628, section 3.2.3).
        case tokenRefused(reason: String)
    }
}

/// Why somebody is not let in.
struct LoginRefusal: Error {
    /// For the client: nothing that helps guessing.
    var message: String
    /// For the log.
    var reason: String
}

/// What follows from a client's message.
enum LoginStep {
    case challenge([UInt8], LoginExchange.State)
    case letIn(Principal, last: [UInt8], expiresAt: Instant?)
}
