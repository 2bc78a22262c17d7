import Diagnostics

/// Where a secret is to be found. The secret itself is never held by the model.
package enum SecretReference: Sendable, Hashable {
    case environment(String)
    case file(String)
}

/// Kind `Principal`: an identity, or a group of them. Engines that speak Kafka know an identity as `User:<name>`; groups they do
/// not know, so that what a group may is granted to each of its members.
package struct PrincipalSpec: Sendable {
    package enum Identity: Sendable, Hashable {
        case scram(mechanism: String, password: SecretReference?)
        case mtls(subject: String)
        case oauth(subject: String)
    }

    package var identity: Located<Identity>?
    /// Names of kind Principal, none of them a group; nil: it is no group.
    package var members: [Located<String>]?

    package init(identity: Located<Identity>? = nil, members: [Located<String>]? = nil) {
        self.identity = identity
        self.members = members
    }
}
