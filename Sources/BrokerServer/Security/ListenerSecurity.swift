import BrokerCore
import PrincipalNames

/// How clients of a listener are let in. Neither TLS nor mechanisms: plaintext, and everybody is anonymous.
package struct ListenerSecurity: Sendable, Equatable {
    package var tls: ServerTLS?
    /// How clients may log in; empty: they need not.
    package var mechanisms: [SASLMechanism]

    package init(tls: ServerTLS? = nil, mechanisms: [SASLMechanism] = []) {
        self.tls = tls
        self.mechanisms = mechanisms
    }

    package static let plaintext = ListenerSecurity()
}

/// A listener's side of TLS, 1.2 and later.
package struct ServerTLS: Sendable, Equatable {
    /// The listener's own, its issuers behind it.
    package var certificate: PEMSource
    /// Without a passphrase.
    package var key: PEMSource
    /// Whose word for clients is taken. Nil: clients show no certificate; else each must.
    package var clientAuthorities: PEMSource?
    /// Who a client with a certificate is, where it does not log in.
    package var principals: PrincipalMapping

    package init(certificate: PEMSource, key: PEMSource, clientAuthorities: PEMSource? = nil, principals: PrincipalMapping = .asItIs) {
        self.certificate = certificate
        self.key = key
        self.clientAuthorities = clientAuthorities
        self.principals = principals
    }
}

/// Where text in PEM comes from. Files are read again when they change.
package enum PEMSource: Sendable, Equatable {
    case file(String)
    case text(PEMText)
}

/// PEM that may hold a key, and is not shown.
package struct PEMText: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    let bytes: [UInt8]

    package init(_ text: String) { bytes = Array(text.utf8) }

    package var description: String { "(PEM)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why a listener's TLS cannot be had, or its key set not be read.
package struct SecurityProblem: Error, Equatable, CustomStringConvertible {
    package var description: String
    package init(_ description: String) { self.description = description }
}
