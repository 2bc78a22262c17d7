/// How connections to brokers are kept from others' eyes, and how the client says who it is.
///
///     Security(tls: .init(), login: .scramSHA512(user: "checkout", password: password))
///
/// Passwords and keys are never printed, logged or reflected.
public struct Security: Sendable {
    public var tls: TLS?
    public var login: Login?

    public init(tls: TLS? = nil, login: Login? = nil) {
        self.tls = tls
        self.login = login
    }

    /// No encryption, no login.
    public static let plaintext = Security()

    public struct TLS: Sendable {
        /// Whom to trust, PEM; nil: those that the system trusts.
        public var authorities: String?
        /// The client's own certificate, PEM, its issuers behind it, for listeners that ask for one.
        public var certificate: String?
        /// PEM.
        public var key: String?
        /// False takes any server for the right one: for tests alone.
        public var verifiesServer: Bool
        /// The name that the server's certificate must carry, where it is not the address's host.
        public var serverName: String?

        public init(
            authorities: String? = nil, certificate: String? = nil, key: String? = nil, verifiesServer: Bool = true, serverName: String? = nil
        ) {
            self.authorities = authorities
            self.certificate = certificate
            self.key = key
            self.verifiesServer = verifiesServer
            self.serverName = serverName
        }
    }

    public enum Login: Sendable {
        /// SASL PLAIN: the password goes over the connection as it is. Use it with TLS only.
        case plain(user: String, password: String)
        case scramSHA256(user: String, password: String)
        case scramSHA512(user: String, password: String)
        /// SASL OAUTHBEARER, with a token that somebody else issued.
        case bearer(token: String)
    }
}

extension Security: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(tls == nil ? "no TLS" : "TLS"), \(login.map(\.description) ?? "no login")" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Security.TLS: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "TLS" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Security.Login: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String {
        switch self {
        case .plain(let user, _): "PLAIN as \(user)"
        case .scramSHA256(let user, _): "SCRAM-SHA-256 as \(user)"
        case .scramSHA512(let user, _): "SCRAM-SHA-512 as \(user)"
        case .bearer: "OAUTHBEARER"
        }
    }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// How the client says who it is to a registry.
public enum RegistryLogin: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    case basic(user: String, password: String)
    case bearer(token: String)

    public var description: String {
        switch self {
        case .basic(let user, _): "basic as \(user)"
        case .bearer: "bearer"
        }
    }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
