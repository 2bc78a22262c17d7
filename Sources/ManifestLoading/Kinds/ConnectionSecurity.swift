import Diagnostics
import MeshModel

/// `security` of a cluster that is there already.
let securityDescription = ObjectDescription(
    "a security setting",
    [
        FieldDescription(
            "protocol",
            .choice([
                Choice("plaintext", "Neither encrypted nor authenticated."), Choice("tls", "Encrypted; with `certificate` and `key`, authenticated."),
                Choice("mtls", "Encrypted, and Heddle shows a certificate."),
                Choice("sasl-plaintext", "Heddle logs in, unencrypted."), Choice("sasl-tls", "Heddle logs in, encrypted."),
            ]), fallback: "plaintext", example: "sasl-tls", "How to connect."),
        FieldDescription(
            "tls",
            .object(
                ObjectDescription(
                    "a TLS setting",
                    [
                        FieldDescription(
                            "ca", .secret, fallback: "what the system trusts", example: "{ fromFile: certificates/ca.pem }", since: "0.2",
                            "The certificates, in PEM, of those whose word for the brokers is taken."),
                        FieldDescription(
                            "certificate", .secret, example: "{ fromFile: certificates/heddle.pem }", since: "0.2",
                            "Heddle's own certificate in PEM, its issuers behind it, for listeners that ask for one. Goes with `key`."),
                        FieldDescription(
                            "key", .secret, example: "{ fromFile: certificates/heddle.key }", since: "0.2",
                            "The key of `certificate`, in PEM without a passphrase."),
                        FieldDescription(
                            "serverName", .text(.nonEmpty), fallback: "the address's host", example: "kafka.example.com", since: "0.2",
                            "The name that the brokers' certificates carry."),
                        FieldDescription(
                            "insecureSkipVerify", .boolean, fallback: "false", example: "false", since: "0.2",
                            "Takes any server for the right one. For experiments alone."),
                    ])), example: "{ ca: { fromFile: certificates/ca.pem } }", since: "0.2", "Whom to trust, and what to show."),
        FieldDescription(
            "sasl",
            .object(
                ObjectDescription(
                    "a login",
                    [
                        FieldDescription(
                            "mechanism",
                            .choice([
                                Choice("plain", "The password is sent as it is."),
                                Choice("scram-sha-256", "The password is proved and not sent."),
                                Choice("scram-sha-512", "As above, with the longer hash."),
                                Choice("oauthbearer", "A token that somebody else issued is sent."),
                            ]), required: true, example: "scram-sha-512", since: "0.2", "How to log in."),
                        FieldDescription("username", .text(.nonEmpty), example: "heddle", since: "0.2", "The user. Not for `oauthbearer`."),
                        FieldDescription(
                            "password", .secret, example: "{ fromEnv: KAFKA_PASSWORD }", since: "0.2",
                            "Where the password is. Not for `oauthbearer`."),
                        FieldDescription(
                            "token", .secret, example: "{ fromEnv: KAFKA_TOKEN }", since: "0.2", "Where the token of `oauthbearer` is."),
                    ])), example: "{ mechanism: scram-sha-512, username: heddle, password: { fromEnv: KAFKA_PASSWORD } }", since: "0.2",
            "Who Heddle is."),
    ])

private typealias Wanted = ClusterSpec.Listener.Security

func decodeConnectionSecurity(_ value: ManifestValue) -> ClusterSpec.Security? {
    let wanted: Located<Wanted> = value.choice("protocol") ?? Located(.plaintext)
    var security = ClusterSpec.Security()
    if [.tls, .mtls, .saslTls].contains(wanted.value) {
        let tls = value["tls"]
        security.tls = ClusterSpec.Security.TLS(
            authorities: tls?["ca"].flatMap(decodeSecret), certificate: tls?["certificate"].flatMap(decodeSecret),
            key: tls?["key"].flatMap(decodeSecret), verifiesServer: tls?.boolean("insecureSkipVerify")?.value != true,
            serverName: tls?.text("serverName")?.value)
    }
    if [.saslPlaintext, .saslTls].contains(wanted.value), let sasl = value["sasl"],
        let mechanism: Located<ClusterSpec.Security.Mechanism> = sasl.choice("mechanism")
    {
        if mechanism.value == .oauthbearer {
            security.login = sasl["token"].flatMap(decodeSecret).map { .token($0) }
        } else if let username = sasl.text("username"), let password = sasl["password"].flatMap(decodeSecret) {
            security.login = .password(mechanism.value, username: username.value, password: password)
        }
    }
    return security
}

/// What does not go together, and what is unwise.
func checkConnectionSecurity(_ security: ManifestValue, addresses: [HostAndPort], _ diagnostics: inout [Diagnostic]) {
    let wanted: Located<Wanted> = security.choice("protocol") ?? Located(.plaintext)
    let encrypts = [.tls, .mtls, .saslTls].contains(wanted.value)
    let logsIn = [.saslPlaintext, .saslTls].contains(wanted.value)
    let name = wanted.value.rawValue
    if let tls = security.field("tls"), !encrypts {
        diagnostics.append(
            mismatch(
                "'tls' means nothing for the protocol '\(name)', which does not encrypt", at: tls.nameRange,
                mend: "say protocol: \(logsIn ? "sasl-tls" : "tls"), or remove 'tls'"))
    }
    if let sasl = security.field("sasl"), !logsIn {
        diagnostics.append(
            mismatch(
                "'sasl' means nothing for the protocol '\(name)', which has no login", at: sasl.nameRange,
                mend: "say protocol: \(encrypts ? "sasl-tls" : "sasl-plaintext"), or remove 'sasl'"))
    }
    if logsIn, security.field("sasl") == nil {
        diagnostics.append(
            mismatch(
                "the protocol '\(name)' needs a login", at: wanted.range,
                mend: "add sasl: { mechanism: scram-sha-512, username: …, password: { fromEnv: … } }"))
    }
    checkCertificates(security["tls"], wanted, &diagnostics)
    if let sasl = security["sasl"], logsIn { checkLogin(sasl, encrypts: encrypts, addresses: addresses, &diagnostics) }
}

private func checkCertificates(_ tls: ManifestValue?, _ wanted: Located<Wanted>, _ diagnostics: inout [Diagnostic]) {
    let (certificate, key) = (tls?.field("certificate"), tls?.field("key"))
    if wanted.value == .mtls, certificate == nil, key == nil {
        diagnostics.append(
            mismatch("the protocol 'mtls' needs a certificate to show", at: wanted.range, mend: "add 'certificate' and 'key' to 'tls'"))
    } else if let alone = certificate ?? key, (certificate == nil) != (key == nil) {
        diagnostics.append(
            mismatch("a certificate and its key go together: one is missing", at: alone.nameRange, mend: "give both 'certificate' and 'key'"))
    }
    if let skip = tls?.field("insecureSkipVerify"), tls?.boolean("insecureSkipVerify")?.value == true {
        diagnostics.append(
            Diagnostic(
                .warning, code: "cluster/server-not-verified", "any server is taken for the right one, and may be given the password",
                at: skip.nameRange, suggestion: "remove it, and give the authority's certificate as 'ca'"))
    }
}

private func checkLogin(_ sasl: ManifestValue, encrypts: Bool, addresses: [HostAndPort], _ diagnostics: inout [Diagnostic]) {
    guard let mechanism: Located<ClusterSpec.Security.Mechanism> = sasl.choice("mechanism") else { return }
    let isToken = mechanism.value == .oauthbearer
    let (needed, foreign) = isToken ? (["token"], ["username", "password"]) : (["username", "password"], ["token"])
    for name in needed where sasl.field(name) == nil {
        diagnostics.append(
            mismatch("the mechanism '\(mechanism.value.rawValue)' needs '\(name)'", at: mechanism.range, mend: "add '\(name)'"))
    }
    for field in sasl.fields where foreign.contains(field.name) {
        diagnostics.append(
            mismatch("'\(field.name)' means nothing for the mechanism '\(mechanism.value.rawValue)'", at: field.nameRange, mend: "remove it"))
    }
    if !encrypts, isToken || mechanism.value == .plain, !addresses.allSatisfy(\.isLoopback) {
        diagnostics.append(
            Diagnostic(
                .warning, code: "cluster/password-unencrypted",
                "whoever sees the connection reads the \(isToken ? "token" : "password")", at: mechanism.range,
                suggestion: "say protocol: sasl-tls\(isToken ? "" : ", or at least mechanism: scram-sha-512")"))
    }
}

private func mismatch(_ message: String, at range: SourceRange?, mend: String) -> Diagnostic {
    Diagnostic(code: "cluster/security-mismatch", message, at: range, suggestion: mend)
}
