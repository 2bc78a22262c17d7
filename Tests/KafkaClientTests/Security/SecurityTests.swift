import KafkaWire
import NIOCore
import NIOSSL
import ScriptedBroker
import Synchronization
import Testing

@testable import KafkaClient

struct SecurityTests {
    private func connect(_ port: Int, _ security: ConnectionSecurity) async throws(KafkaClientError) -> KafkaClient {
        try await KafkaClient.connect(
            bootstrap: [BrokerAddress(host: "127.0.0.1", port: port)], options: ClientOptions(callDeadline: .zero, security: security))
    }

    private func failure(_ port: Int, _ security: ConnectionSecurity) async -> KafkaClientError? {
        do throws(KafkaClientError) {
            await (try await connect(port, security)).close()
            return nil
        } catch {
            return error
        }
    }

    // MARK: SASL

    private func password(_ text: String = "pencil") -> Secret { Secret(text) }

    private func failure(_ login: SASLLogin, rules: ScriptedLogin.Rules = .init()) async throws -> KafkaClientError? {
        let server = ScriptedLogin(rules)
        let broker = try await ScriptedBroker.start { server.answer($0) }
        let failure = await failure(broker.port, ConnectionSecurity(login: login))
        await broker.stop()
        return failure
    }

    private var logins: [SASLLogin] {
        [
            .plain(username: "user", password: password()), .scram(.sha256, username: "user", password: password()),
            .scram(.sha512, username: "user", password: password()), .bearer(token: Secret("good")),
        ]
    }

    @Test func `every mechanism lets the right one in`() async throws {
        for login in logins { #expect(try await failure(login) == nil, "\(login.mechanism)") }
    }

    @Test func `a wrong password or token is told in words that hold neither`() async throws {
        let rules = ScriptedLogin.Rules(words: "no: wrong-hush is not it\u{1B}[2J.")
        for login: SASLLogin in [
            .plain(username: "user", password: password("wrong-hush")), .scram(.sha256, username: "user", password: password("wrong-hush")),
            .scram(.sha512, username: "user", password: password("wrong-hush")),
        ] {
            let error = try await failure(login, rules: rules)
            #expect(error?.reason == .notAuthenticated("the broker refuses the user name 'user' or its password: no: … is not it[2J"))
            #expect(error?.isRetriable == false)
        }
        let error = try await failure(.bearer(token: Secret("bad")), rules: .init(words: nil))
        #expect(error?.reason == .notAuthenticated("the broker refuses the token"))
    }

    @Test func `a mechanism that is not offered is told with those that are`() async throws {
        for login in logins {
            let rules = ScriptedLogin.Rules(offered: ["GSSAPI", "SCRAM-SHA-1"])
            let error = try await failure(login, rules: rules)
            #expect(error?.reason == .notAuthenticated("the listener does not offer \(login.mechanism); it offers GSSAPI, SCRAM-SHA-1"))
        }
    }

    @Test func `a broker that only pretends to know the password is refused`() async throws {
        let error = try await failure(.scram(.sha256, username: "user", password: password()), rules: .init(knowsPassword: false))
        #expect(error?.summary.contains("does not know the password either") == true)
    }

    @Test func `a login that ends is renewed before its end`() async throws {
        let server = ScriptedLogin(.init(lifetime: 300))
        let broker = try await ScriptedBroker.start { server.answer($0) }
        let client = try await connect(broker.port, ConnectionSecurity(login: logins[1]))
        _ = try await client.send(MetadataRequest(topics: []))
        let before = server.logins
        try await Task.sleep(for: .milliseconds(320))
        _ = try await client.send(MetadataRequest(topics: []))
        #expect(server.logins > before)
        await client.close()
        await broker.stop()
    }

    @Test func `a listener that asks for no login says so`() async throws {
        let broker = try await ScriptedBroker.start { [$0.answer(SaslHandshakeResponse(errorCode: .illegalSaslState))] }
        #expect(await failure(broker.port, ConnectionSecurity(login: logins[0]))?.summary == "the listener asks for no login: its protocol is one without SASL")
        await broker.stop()
        let bare = try await ScriptedBroker.start(lacking: [.saslHandshake]) { _ in [.cut] }
        #expect(await failure(bare.port, ConnectionSecurity(login: logins[0]))?.summary == "the listener knows no login")
        await bare.stop()
    }

    @Test func `a listener that demands a login may be the cause when it hangs up`() async throws {
        let server = ScriptedLogin()
        let broker = try await ScriptedBroker.start { server.answer($0) }
        #expect(await failure(broker.port, .plaintext)?.summary.contains("the listener may demand a login") == true)
        await broker.stop()
    }

    // MARK: TLS

    @Test(.enabled(if: TestCertificates.isPossible, "needs openssl"))
    func `TLS holds the server to its certificate, and shows the client's`() async throws {
        let made = try TestCertificates()
        defer { made.remove() }
        let authorities = try made.pem("ca.pem")
        func reach(_ name: String, demands: Bool = false, _ settings: TLSSettings) async throws -> String? {
            let broker = try await ScriptedBroker.start(tls: try made.context(name, demandsCertificate: demands)) {
                [$0.answer(MetadataResponse(clusterId: "safe"))]
            }
            let failure = await failure(broker.port, ConnectionSecurity(tls: settings))
            await broker.stop()
            return failure?.summary
        }
        #expect(try await reach("server", .init(authorities: authorities)) == nil)
        #expect(try await reach("server", .init()) == "the server's certificate is not trusted: none of the authorities that the system trusts has issued it")
        #expect(try await reach("server", .init(verifiesServer: false)) == nil)
        #expect(try await reach("expired", .init(authorities: authorities)) == "the server's certificate is not trusted: it expired on 2020-02-01")
        #expect(
            try await reach("stranger", .init(authorities: authorities))
                == "the server's certificate is for another host; if that is meant, give the name in 'serverName'")
        #expect(try await reach("stranger", .init(authorities: authorities, serverName: "elsewhere.example.com")) == nil)

        let key = Secret(try made.pem("client.key"))
        #expect(try await reach("server", demands: true, .init(authorities: authorities, certificate: try made.pem("client.pem"), key: key)) == nil)
        // The alert is read, unless the end of the connection comes before it.
        let withoutCertificate = try await reach("server", demands: true, .init(authorities: authorities)) ?? ""
        #expect(withoutCertificate.contains(/the listener (demands|may demand a login, or) a client's certificate/), "\(withoutCertificate)")
        #expect(
            try await reach("server", .init(certificate: try made.pem("server.pem"), key: key))
                == "TLS cannot be set up: the client's certificate and key may not belong together")
        #expect(try await reach("server", .init(authorities: "nonsense")) == "the authorities' certificates: there is none in PEM")
        #expect(try await reach("server", .init(key: Secret("hush")))?.contains("hush") == false)
    }

    @Test(.enabled(if: TestCertificates.isPossible, "needs openssl"))
    func `a login goes through TLS, and plaintext to a TLS port and TLS to a plaintext port are told apart`() async throws {
        let made = try TestCertificates()
        defer { made.remove() }
        let tls = TLSSettings(authorities: try made.pem("ca.pem"))
        let server = ScriptedLogin()
        let secured = try await ScriptedBroker.start(tls: try made.context("server")) { server.answer($0) }
        #expect(await failure(secured.port, ConnectionSecurity(tls: tls, login: logins[2])) == nil)
        let plain = await failure(secured.port, .plaintext)?.summary ?? ""
        #expect(plain.contains("TLS"), "\(plain)")
        await secured.stop()
        let open = try await ScriptedBroker.start { [$0.answer(MetadataResponse())] }
        #expect(await failure(open.port, ConnectionSecurity(tls: tls))?.summary == "the listener speaks plaintext, not TLS")
        await open.stop()
    }
}
