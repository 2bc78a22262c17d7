import Diagnostics
import MeshModel
import PrincipalNames

/// What a listener says beside its name, address and `security`.
let listenerSecurityFields = [
    FieldDescription(
        "advertised", .text(.hostAndPort), fallback: "the address by which the client came", example: "\"kafka.example.com:9192\"", since: "0.6",
        "What clients are told to connect to. Other listeners keep their own."),
    FieldDescription(
        "tls", .object(listenerTLSDescription), example: "{ certificate: { fromFile: certs/server.pem }, key: { fromFile: certs/server.key } }",
        since: "0.6", "The listener's certificate, for `tls`, `mtls` and `sasl-tls`. Files are read again when they change."),
    FieldDescription(
        "mechanisms",
        .list(
            of: .choice([
                Choice("plain", "The password is sent as it is. Only users of `authentication` can log in so."),
                Choice("scram-sha-256", "The password is proved and not sent."), Choice("scram-sha-512", "As above, with the longer hash."),
                Choice("oauthbearer", "A token that somebody else issued is sent. Needs `authentication.oauth`."),
            ]), atLeast: 1), fallback: "[scram-sha-256, scram-sha-512]", example: "[scram-sha-512, oauthbearer]", since: "0.6",
        "How clients may log in, for `sasl-plaintext` and `sasl-tls`."),
]

private let listenerTLSDescription = ObjectDescription(
    "a listener's TLS",
    [
        FieldDescription(
            "certificate", .secret, required: true, example: "{ fromFile: certs/server.pem }", since: "0.6",
            "The listener's certificate in PEM, its issuers behind it."),
        FieldDescription(
            "key", .secret, required: true, example: "{ fromFile: certs/server.key }", since: "0.6",
            "The key of `certificate`, in PEM without a passphrase."),
        FieldDescription(
            "clientCa", .secret, example: "{ fromFile: certs/ca.pem }", since: "0.6",
            "The certificates, in PEM, of those whose word for clients is taken. For `mtls`."),
        FieldDescription(
            "principalMapping", .list(of: .text(principalRuleText), atLeast: 1), fallback: "[DEFAULT]",
            example: "[\"RULE:^CN=(.*?),.*$/$1/L\", DEFAULT]", since: "0.6",
            "What a certificate's subject comes to as a principal: Kafka's `ssl.principal.mapping.rules`, the first that fits the whole subject. For `mtls`."),
    ])

private let principalRuleText = TextForm("a mapping rule", pattern: "^(DEFAULT|RULE:.+/.*/[LU]?)$") { text in
    do throws(PrincipalRuleProblem) {
        _ = try PrincipalMapping([text])
        return nil
    } catch {
        return TextForm.Problem("is no mapping rule: \(error)", suggestion: "write 'RULE:^CN=(.*?),.*$/$1/', or 'DEFAULT'")
    }
}

func decodeListenerTLS(_ tls: ManifestValue) -> ClusterSpec.ListenerTLS? {
    guard let certificate = tls["certificate"].flatMap(decodeSecret), let key = tls["key"].flatMap(decodeSecret) else { return nil }
    return ClusterSpec.ListenerTLS(
        certificate: certificate, key: key, clientAuthorities: tls["clientCa"].flatMap(decodeSecret), principalMapping: tls.texts("principalMapping"))
}

func decodeMechanisms(_ listener: ManifestValue, _ security: ClusterSpec.Listener.Security) -> [ClusterSpec.Security.Mechanism] {
    guard security.logsIn else { return [] }
    guard listener["mechanisms"] != nil else { return [.scramSHA256, .scramSHA512] }
    var mechanisms: [ClusterSpec.Security.Mechanism] = []
    for text in listener.texts("mechanisms") {
        if let mechanism = ClusterSpec.Security.Mechanism(rawValue: text.value), !mechanisms.contains(mechanism) { mechanisms.append(mechanism) }
    }
    return mechanisms
}
