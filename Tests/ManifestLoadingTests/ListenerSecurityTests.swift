import Diagnostics
import ManifestLoading
import MeshModel
import Testing

/// What an embedded cluster says of its listeners' security, and what of it does not go together.
struct ListenerSecurityTests {
    private func cluster(_ listener: String, _ more: String = "", plaintext: Bool = true) -> (spec: ClusterSpec?, diagnostics: [Diagnostic]) {
        let open = plaintext ? "    - { name: open, address: '127.0.0.1:1' }\n" : ""
        let (mesh, diagnostics) = load(mesh("", """
            kind: Cluster
            metadata: { name: eu }
            spec:
              engine: embedded
              listeners:
            \(open)    - { name: clients, address: '127.0.0.1:9192', \(listener) }
            \(more)
            """))
        return (mesh?.clusters.first?.spec, diagnostics)
    }

    private static let tls = "tls: { certificate: { fromFile: a }, key: { fromEnv: B } }"

    @Test func `what belongs together is taken`() throws {
        let found = cluster(
            "security: sasl-tls, advertised: 'k.test:1', mechanisms: [scram-sha-512, oauthbearer], \(Self.tls)",
            """
              authentication:
                users: [{ name: heddle, password: { fromEnv: P } }]
                oauth: { issuer: i, audience: [a], jwks: { url: 'https://i.test/keys' }, clockSkew: 5s, principalClaim: name }
                session: 1h
            """)
        #expect(found.diagnostics.isEmpty, "\(found.diagnostics)")
        let listener = try #require(found.spec?.listeners.last), authentication = try #require(found.spec?.authentication)
        #expect(listener.security.value == .saslTls && listener.mechanisms == [.scramSHA512, .oauthbearer])
        #expect(listener.tls?.certificate == .file("a") && listener.tls?.key == .environment("B"))
        #expect(listener.advertised?.value == HostAndPort(host: "k.test", port: 1))
        #expect(authentication.users.map(\.name.value) == ["heddle"] && authentication.session?.value == Milliseconds(3_600_000))
        #expect(authentication.oauth?.keys == .url("https://i.test/keys") && authentication.oauth?.clockSkew == Milliseconds(5000))
    }

    @Test func `a login without mechanisms named is by SCRAM`() {
        let found = cluster("security: sasl-plaintext")
        #expect(found.diagnostics.isEmpty)
        #expect(found.spec?.listeners.last?.mechanisms == [.scramSHA256, .scramSHA512])
    }

    @Test(arguments: [
        ("security: tls", "", "needs a certificate"), ("security: plaintext, \(tls)", "", "does not encrypt"), ("security: mtls, \(tls)", "", "needs 'clientCa'"),
        ("security: tls, tls: { certificate: { fromFile: a }, key: { fromFile: b }, clientCa: { fromFile: c } }", "", "asks for no certificate"),
        ("security: tls, mechanisms: [plain], \(tls)", "", "has no login"), ("security: sasl-plaintext, mechanisms: [plain]", "", "there are none"),
        ("security: sasl-plaintext, mechanisms: [oauthbearer]", "", "'authentication.oauth'"),
        ("security: sasl-plaintext, mechanisms: [oauthbearer]", "  authentication: { oauth: { issuer: i } }", "needs 'jwks'"),
        ("security: sasl-plaintext", "  authentication: { users: [{ name: a, password: { fromEnv: A } }, { name: a, password: { fromEnv: B } }] }", "two users"),
        ("security: sasl-plaintext", "  security: { protocol: tls }", "no listener is 'tls'"),
    ])
    func `what does not go together is an error`(listener: String, more: String, words: String) {
        let found = cluster(listener, more).diagnostics
        #expect(found.map(\.code) == ["cluster/security-mismatch"], "\(found)")
        #expect(found.first?.message.contains(words) == true, "\(found)")
    }

    @Test func `Heddle needs a way in`() {
        let found = cluster("security: sasl-plaintext", plaintext: false).diagnostics
        #expect(found.map(\.code) == ["cluster/security-mismatch"])
        let login = "  security: { protocol: sasl-plaintext, sasl: { mechanism: scram-sha-512, username: heddle, password: { fromEnv: P } } }"
        #expect(cluster("security: sasl-plaintext", login, plaintext: false).diagnostics.isEmpty)
        // Where Heddle logs in, it is who it says, and may be super.
        let denying = login + "\n  authorization: { default: deny, superPrincipals: [heddle] }"
        #expect(cluster("security: sasl-plaintext", denying, plaintext: false).diagnostics.isEmpty)
        let locked = login + "\n  authorization: { default: deny, superPrincipals: [other] }"
        #expect(cluster("security: sasl-plaintext", locked, plaintext: false).diagnostics.map(\.code) == ["cluster/everyone-locked-out"])
    }

    @Test(arguments: ["RULE:(/x/", "RULE:a/b", "default"])
    func `a mapping rule that is none is an error`(rule: String) {
        let tls = "tls: { certificate: { fromFile: a }, key: { fromFile: b }, clientCa: { fromFile: c }, principalMapping: ['\(rule)'] }"
        let found = cluster("security: mtls, \(tls)").diagnostics
        #expect(found.count == 1 && found.first?.severity == .error, "\(found)")
        #expect(found.first?.message.contains("mapping rule") == true, "\(found)")
    }

    @Test func `a secret that somebody wrote down is shown nowhere`() {
        let found = cluster("security: sasl-plaintext", "  authentication: { users: [{ name: a, password: hunter2 }] }").diagnostics
        #expect(found.contains { $0.severity == .error })
        #expect(!found.contains { "\($0)".contains("hunter2") })
    }
}
