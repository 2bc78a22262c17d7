import ScramLogin

/// How connections are kept from others' eyes, and how the client says who it is. Neither: plaintext.
package struct ConnectionSecurity: Sendable, Equatable {
    package var tls: TLSSettings?
    package var login: SASLLogin?

    package init(tls: TLSSettings? = nil, login: SASLLogin? = nil) {
        self.tls = tls
        self.login = login
    }

    package static let plaintext = ConnectionSecurity()
}

package struct TLSSettings: Sendable, Equatable {
    /// PEM; nil: those that the system trusts.
    package var authorities: String?
    /// The client's own, for listeners that ask for one: PEM, its issuers behind it.
    package var certificate: String?
    package var key: Secret?
    /// False takes any server for the right one.
    package var verifiesServer: Bool
    /// The name that the server's certificate must carry, where it is not the address's host.
    package var serverName: String?

    package init(
        authorities: String? = nil, certificate: String? = nil, key: Secret? = nil, verifiesServer: Bool = true, serverName: String? = nil
    ) {
        self.authorities = authorities
        self.certificate = certificate
        self.key = key
        self.verifiesServer = verifiesServer
        self.serverName = serverName
    }
}

package enum SASLLogin: Sendable, Equatable {
    /// RFC 4616: the password goes over the connection as it is.
    case plain(username: String, password: Secret)
    /// RFC 5802 and 7677: the password is proved and never sent.
    case scram(ScramHash, username: String, password: Secret)
    /// RFC 7628: a token that somebody else issued.
    case bearer(token: Secret)

    package var mechanism: String {
        switch self {
        case .plain: "PLAIN"
        case .scram(let hash, _, _): hash.mechanism
        case .bearer: "OAUTHBEARER"
        }
    }
}
