import Diagnostics
import MeshModel

/// What of an embedded cluster's listeners, users and rules does not go together, and what is unwise.
func checkListenerSecurity(_ cluster: ClusterSpec, _ spec: ManifestValue, _ diagnostics: inout [Diagnostic]) {
    for (listener, value) in zip(cluster.listeners, spec["listeners"]?.list ?? []) {
        checkTLS(listener, value, &diagnostics)
        checkMechanisms(listener, value, cluster, &diagnostics)
    }
    checkUsers(cluster, &diagnostics)
    checkTokens(cluster, spec["authentication"]?["oauth"], &diagnostics)
    checkOwnWayIn(cluster, spec, &diagnostics)
    checkLockedOut(cluster, &diagnostics)
}

private func checkTLS(_ listener: ClusterSpec.Listener, _ value: ManifestValue, _ diagnostics: inout [Diagnostic]) {
    let security = listener.security.value, name = listener.security.value.rawValue
    guard let tls = value.field("tls") else {
        guard security.encrypts else { return }
        return diagnostics.append(
            mismatch(
                "the security '\(name)' needs a certificate", at: listener.security.range,
                mend: "add tls: { certificate: { fromFile: … }, key: { fromFile: … } }; 'heddle certs dev' makes them for a laptop"))
    }
    if !security.encrypts {
        return diagnostics.append(
            mismatch(
                "'tls' means nothing for the security '\(name)', which does not encrypt", at: tls.nameRange,
                mend: "say security: \(security.logsIn ? "sasl-tls" : "tls"), or remove 'tls'"))
    }
    if security == .mtls, tls.value.field("clientCa") == nil {
        diagnostics.append(
            mismatch("the security 'mtls' needs 'clientCa', which says whose certificates are taken", at: tls.nameRange, mend: "add 'clientCa' to 'tls'"))
    }
    for field in tls.value.fields where security != .mtls && ["clientCa", "principalMapping"].contains(field.name) {
        diagnostics.append(
            mismatch(
                "'\(field.name)' means nothing for the security '\(name)', which asks for no certificate", at: field.nameRange,
                mend: "say security: mtls, or remove it"))
    }
}

private func checkMechanisms(
    _ listener: ClusterSpec.Listener, _ value: ManifestValue, _ cluster: ClusterSpec, _ diagnostics: inout [Diagnostic]
) {
    let security = listener.security.value
    guard let mechanisms = value.field("mechanisms") else { return }
    guard security.logsIn else {
        return diagnostics.append(
            mismatch(
                "'mechanisms' means nothing for the security '\(security.rawValue)', which has no login", at: mechanisms.nameRange,
                mend: "say security: \(security.encrypts ? "sasl-tls" : "sasl-plaintext"), or remove it"))
    }
    if listener.mechanisms.contains(.oauthbearer), cluster.authentication?.oauth == nil {
        diagnostics.append(
            mismatch(
                "the mechanism 'oauthbearer' needs 'authentication.oauth', which says whose tokens are taken", at: mechanisms.value.range,
                mend: "add authentication: { oauth: { issuer: …, audience: […], jwks: { url: … } } }"))
    }
    if listener.mechanisms.contains(.plain), cluster.authentication?.users.isEmpty != false {
        diagnostics.append(
            mismatch(
                "the mechanism 'plain' knows the users of 'authentication' alone, and there are none", at: mechanisms.value.range,
                mend: "add authentication: { users: [{ name: …, password: { fromEnv: … } }] }, or use scram-sha-512"))
    }
    if !security.encrypts, !listener.address.value.isLoopback, listener.mechanisms.contains(.plain) || listener.mechanisms.contains(.oauthbearer) {
        diagnostics.append(
            Diagnostic(
                .warning, code: "cluster/password-unencrypted", "whoever sees the connection reads passwords and tokens", at: mechanisms.value.range,
                suggestion: "say security: sasl-tls, or take scram-sha-512 alone"))
    }
}

private func checkUsers(_ cluster: ClusterSpec, _ diagnostics: inout [Diagnostic]) {
    var names: [String: Located<String>] = [:]
    for user in cluster.authentication?.users ?? [] {
        guard let first = names.updateValue(user.name, forKey: user.name.value) else { continue }
        diagnostics.append(
            Diagnostic(
                code: "cluster/security-mismatch", "two users are called '\(user.name.value)'", at: user.name.range,
                secondary: first.range.map { [.init("the first", at: $0)] } ?? [], suggestion: "remove one"))
    }
}

private func checkTokens(_ cluster: ClusterSpec, _ oauth: ManifestValue?, _ diagnostics: inout [Diagnostic]) {
    guard let oauth, let tokens = cluster.authentication?.oauth else { return }
    if tokens.keys == nil, !tokens.acceptsUnsecured {
        diagnostics.append(
            mismatch("'oauth' needs 'jwks', the keys that tokens are held against", at: oauth.range, mend: "add jwks: { url: … } or { file: … }"))
    }
    if let field = oauth.field("insecureAcceptUnsigned"), tokens.acceptsUnsecured {
        diagnostics.append(
            Diagnostic(
                .warning, code: "cluster/tokens-not-verified", "a token that nobody signed is taken: everybody is who they say", at: field.nameRange,
                suggestion: "remove it, and give the issuer's keys as 'jwks'"))
    }
    if case .url(let url)? = tokens.keys, url.hasPrefix("http://"), let range = oauth["jwks"]?.range, !isLoopback(url) {
        diagnostics.append(
            Diagnostic(
                .warning, code: "cluster/tokens-not-verified", "whoever sits between can give keys of his own, and be anybody", at: range,
                suggestion: "fetch the keys by https"))
    }
}

private func isLoopback(_ url: String) -> Bool {
    ["localhost", "127.0.0.1", "[::1]"].contains { url.hasPrefix("http://\($0):") || url.hasPrefix("http://\($0)/") || url == "http://\($0)" }
}

/// Heddle applies manifests as a client of the listeners that `security` speaks of.
private func checkOwnWayIn(_ cluster: ClusterSpec, _ spec: ManifestValue, _ diagnostics: inout [Diagnostic]) {
    let wanted = cluster.security?.listenerSecurity ?? .plaintext
    guard !cluster.listeners.isEmpty, !cluster.listeners.contains(where: { $0.security.value == wanted }) else { return }
    if let security = spec.field("security") {
        diagnostics.append(
            mismatch(
                "no listener is '\(wanted.rawValue)', which Heddle is told to connect by", at: security.nameRange,
                mend: "name the protocol of one of the listeners"))
    } else {
        diagnostics.append(
            mismatch(
                "Heddle has no way in: every listener asks for more than plaintext", at: cluster.listeners.first?.security.range,
                mend: "say in 'security' how Heddle connects, as of a cluster that is there already"))
    }
}

private func checkLockedOut(_ cluster: ClusterSpec, _ diagnostics: inout [Diagnostic]) {
    guard let authorization = cluster.authorization, authorization.value == .deny else { return }
    let own: String
    switch cluster.security?.login {
    case .password(_, let username, _)?: own = username
    // Whom a token or a certificate names is not known here.
    case .token?: return
    case nil:
        guard cluster.security?.tls?.certificate == nil else { return }
        own = "ANONYMOUS"
    }
    guard !cluster.superPrincipals.contains(where: { $0.value == "User:\(own)" || $0.value == own }) else { return }
    let name = own == "ANONYMOUS" ? "User:ANONYMOUS" : own
    diagnostics.append(
        Diagnostic(
            .warning, code: "cluster/everyone-locked-out",
            "'deny' locks out whoever no rule lets in, 'heddle apply' too, which comes as User:\(own)", at: authorization.range,
            suggestion: "add superPrincipals: [\"\(name)\"], or use 'allow'"))
}

private func mismatch(_ message: String, at range: SourceRange?, mend: String) -> Diagnostic {
    Diagnostic(code: "cluster/security-mismatch", message, at: range, suggestion: mend)
}
