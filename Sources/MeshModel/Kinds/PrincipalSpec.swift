import Diagnostics

/// Where a secret is to be found. The secret itself is never held by the model.
package enum SecretReference: Sendable, Hashable {
    case environment(String)
    case file(String)
}

/// Kind `Principal`: an identity. Engines that speak Kafka know it as `User:<name>`.
package struct PrincipalSpec: Sendable {
    package enum Identity: Sendable, Hashable {
        case scram(mechanism: String, password: SecretReference?)
        case mtls(subject: String)
        case oauth(subject: String)
    }

    package var identity: Located<Identity>?
    package init(identity: Located<Identity>? = nil) { self.identity = identity }
}
