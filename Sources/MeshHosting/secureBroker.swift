import BearerTokens
import BrokerCore
import BrokerServer
import MeshModel
import PrincipalNames

/// Where manifests' paths lead, and what their secrets are.
package struct ManifestPlaces {
    /// A path of the manifests → one of the system's.
    package var path: (String) -> String
    /// - Parameter 1: whose secret it is, for the message of what is thrown.
    package var secret: (SecretReference, String) throws -> String

    package init(path: @escaping (String) -> String, secret: @escaping (SecretReference, String) throws -> String) {
        self.path = path
        self.secret = secret
    }
}

/// Gives a broker the listeners, users and rules of an embedded cluster.
package func secureBroker(_ broker: inout BrokerConfiguration, as cluster: ClusterSpec, named name: String, places: ManifestPlaces) throws {
    broker.listeners = try cluster.listeners.map { try listenerConfiguration($0, of: name, places) }
    broker.settings.authorization = AuthorizationSettings(
        byDefault: cluster.authorization?.value == .deny ? .deny : .allow,
        superPrincipals: Set(cluster.superPrincipals.map { kafkaName(ofPrincipal: $0.value) }))
    if let authentication = cluster.authentication { try give(authentication, of: name, to: &broker, places) }
    // The registry beside the broker comes by the listeners while they ask for nothing.
    broker.hasOwnListener = cluster.registryAddress != nil && !cluster.listeners.allSatisfy { $0.security.value == .plaintext }
}

private func listenerConfiguration(
    _ listener: ClusterSpec.Listener, of cluster: String, _ places: ManifestPlaces
) throws -> ListenerConfiguration {
    let whose = "of the listener '\(listener.name.value)' of cluster '\(cluster)'"
    func pem(_ reference: SecretReference, _ what: String) throws -> PEMSource {
        switch reference {
        case .file(let path): .file(places.path(path))
        case .environment: .text(PEMText(try places.secret(reference, "\(what) \(whose)")))
        }
    }
    var security = ListenerSecurity(mechanisms: listener.mechanisms.map(\.mechanism))
    if listener.security.value.encrypts, let tls = listener.tls {
        security.tls = ServerTLS(
            certificate: try pem(tls.certificate, "the certificate"), key: try pem(tls.key, "the key"),
            clientAuthorities: listener.security.value == .mtls ? try tls.clientAuthorities.map { try pem($0, "the 'clientCa'") } : nil,
            principals: try PrincipalMapping(tls.principalMapping.map(\.value)))
    }
    return ListenerConfiguration(
        name: listener.name.value, host: listener.address.value.host, port: listener.address.value.port,
        advertisedHost: listener.advertised?.value.host, advertisedPort: listener.advertised?.value.port, security: security)
}

private func give(
    _ authentication: ClusterSpec.Authentication, of cluster: String, to broker: inout BrokerConfiguration, _ places: ManifestPlaces
) throws {
    var login = LoginSettings()
    if let delay = authentication.failureDelay { login.failureDelay = .milliseconds(delay.value.count) }
    login.maxSession = authentication.session.map { .milliseconds($0.value.count) }
    for user in authentication.users {
        let password = try places.secret(user.password, "the password of the user '\(user.name.value)' of cluster '\(cluster)'")
        login.users[user.name.value] = LoginUser(user.name.value, password: password)
    }
    if let oauth = authentication.oauth {
        login.tokens = TokenRules(
            issuer: oauth.issuer, audiences: oauth.audiences, clockSkew: oauth.clockSkew.count / 1000, principalClaim: oauth.principalClaim,
            acceptsUnsecured: oauth.acceptsUnsecured)
        switch oauth.keys {
        case nil: break
        case .file(let path)?: broker.tokenKeys = .file(places.path(path))
        case .url(let url)?: broker.tokenKeys = .url(url)
        }
    }
    broker.settings.login = login
}

extension ClusterSpec.Security.Mechanism {
    fileprivate var mechanism: SASLMechanism {
        switch self {
        case .plain: .plain
        case .scramSHA256: .scram(.sha256)
        case .scramSHA512: .scram(.sha512)
        case .oauthbearer: .bearer
        }
    }
}
