import Diagnostics

/// How an embedded cluster knows its clients.
extension ClusterSpec {
    /// A listener's own side of TLS.
    package struct ListenerTLS: Sendable {
        /// PEM, its issuers behind it.
        package var certificate: SecretReference
        package var key: SecretReference
        /// Whose word for clients' certificates is taken; nil: clients show none.
        package var clientAuthorities: SecretReference?
        /// Rules of Kafka's ssl.principal.mapping.rules; empty: the subject is the name.
        package var principalMapping: [Located<String>]

        package init(
            certificate: SecretReference, key: SecretReference, clientAuthorities: SecretReference? = nil, principalMapping: [Located<String>] = []
        ) {
            self.certificate = certificate
            self.key = key
            self.clientAuthorities = clientAuthorities
            self.principalMapping = principalMapping
        }
    }

    package struct Authentication: Sendable {
        /// A user that the cluster starts with.
        package struct User: Sendable {
            package var name: Located<String>
            package var password: SecretReference
            package init(name: Located<String>, password: SecretReference) {
                self.name = name
                self.password = password
            }
        }

        package var users: [User]
        package var oauth: OAuth?
        /// How long a login lasts; nil: as long as the connection, or as the token.
        package var session: Located<Milliseconds>?
        /// How late failed logins are answered; nil: after 100 ms.
        package var failureDelay: Located<Milliseconds>?

        package init(
            users: [User] = [], oauth: OAuth? = nil, session: Located<Milliseconds>? = nil, failureDelay: Located<Milliseconds>? = nil
        ) {
            self.users = users
            self.oauth = oauth
            self.session = session
            self.failureDelay = failureDelay
        }
    }

    /// Which tokens are taken.
    package struct OAuth: Sendable {
        package enum Keys: Sendable, Hashable {
            /// Relative to the folder of heddle.yaml.
            case file(String)
            case url(String)
        }

        package var issuer: String?
        package var audiences: [String]
        /// nil: no signed token can be checked.
        package var keys: Keys?
        package var clockSkew: Milliseconds
        package var principalClaim: String
        package var acceptsUnsecured: Bool

        package init(
            issuer: String? = nil, audiences: [String] = [], keys: Keys? = nil, clockSkew: Milliseconds = Milliseconds(30_000),
            principalClaim: String = "sub", acceptsUnsecured: Bool = false
        ) {
            self.issuer = issuer
            self.audiences = audiences
            self.keys = keys
            self.clockSkew = clockSkew
            self.principalClaim = principalClaim
            self.acceptsUnsecured = acceptsUnsecured
        }
    }
}

extension ClusterSpec.Listener.Security {
    package var encrypts: Bool { [.tls, .mtls, .saslTls].contains(self) }
    package var logsIn: Bool { [.saslPlaintext, .saslTls].contains(self) }
    /// Whether clients are told apart.
    package var authenticates: Bool { logsIn || self == .mtls }
}

extension ClusterSpec.Security {
    /// The listeners that Heddle connects to this way.
    package var listenerSecurity: ClusterSpec.Listener.Security {
        switch (tls, login) {
        case (nil, nil): .plaintext
        case (nil, .some): .saslPlaintext
        case (.some, .some): .saslTls
        case (.some(let tls), nil): tls.certificate == nil ? .tls : .mtls
        }
    }
}
