import EngineInterface
import KafkaClient
import MeshModel

/// How a cluster is connected to, its secrets read from where the manifest says.
func connectionSecurity(of cluster: DesiredCluster, in folder: MeshFolder) throws(EngineFailure) -> ConnectionSecurity {
    guard let security = cluster.spec.security else { return .plaintext }
    func read(_ reference: SecretReference?, _ what: String) throws(EngineFailure) -> String? {
        guard let reference else { return nil }
        // A bundle of authorities is larger than any password.
        return try readSecret(reference, of: "\(what) of cluster '\(cluster.name)'", in: folder, limit: 1 << 20)
    }
    var connection = ConnectionSecurity()
    if let tls = security.tls {
        connection.tls = TLSSettings(
            authorities: try read(tls.authorities, "the 'ca'"), certificate: try read(tls.certificate, "the certificate"),
            key: try read(tls.key, "the key").map { Secret($0) }, verifiesServer: tls.verifiesServer, serverName: tls.serverName)
    }
    switch security.login {
    case nil: break
    case .token(let reference)?:
        connection.login = try read(reference, "the token").map { .bearer(token: Secret($0)) }
    case .password(let mechanism, let username, let reference)?:
        guard let password = try read(reference, "the password").map({ Secret($0) }) else { break }
        connection.login =
            switch mechanism {
            case .scramSHA256: .scram(.sha256, username: username, password: password)
            case .scramSHA512: .scram(.sha512, username: username, password: password)
            case .plain, .oauthbearer: .plain(username: username, password: password)
            }
    }
    return connection
}
