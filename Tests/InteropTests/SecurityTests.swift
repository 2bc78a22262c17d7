import Foundation
import Testing

/// Listeners that want to know who comes, and clients of other makes that prove it, or cannot.
@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Program.hasClients, "needs the Kafka clients that 'make test' installs"))
struct `Secured listeners` {
    private static let cluster = """
        apiVersion: heddle.dev/v1
        kind: Cluster
        metadata: { name: one }
        spec:
          engine: embedded
          listeners:
            - { name: logins, address: "127.0.0.1:0", security: sasl-plaintext, mechanisms: [plain, scram-sha-256, scram-sha-512, oauthbearer] }
            - name: encrypted
              address: "127.0.0.1:0"
              security: sasl-tls
              mechanisms: [plain, scram-sha-256, scram-sha-512]
              tls: { certificate: { fromFile: .heddle/certs/server.pem }, key: { fromFile: .heddle/certs/server.key } }
            - name: certificates
              address: "127.0.0.1:0"
              security: mtls
              tls:
                certificate: { fromFile: .heddle/certs/server.pem }
                key: { fromFile: .heddle/certs/server.key }
                clientCa: { fromFile: .heddle/certs/ca.pem }
                principalMapping: ["RULE:^CN=([^,]*)$/$1/L"]
          storage: { path: .heddle/one, durability: os }
          registry: { address: "127.0.0.1:0" }
          authentication:
            users:
              - { name: heddle, password: { fromFile: heddle.password } }
              - { name: alice, password: { fromFile: alice.password } }
            oauth: { issuer: "https://id.test", audience: [kafka], jwks: { file: keys.json }, clockSkew: 0s }
          authorization: { default: deny, superPrincipals: [heddle] }
          security:
            protocol: sasl-tls
            tls: { ca: { fromFile: .heddle/certs/ca.pem } }
            sasl: { mechanism: scram-sha-512, username: heddle, password: { fromFile: heddle.password } }
        """

    private func withMesh(_ body: (TemporaryMesh, [String]) async throws -> Void) async throws {
        try await TemporaryMesh.with { mesh in
            try mesh.write("manifests/clusters.yaml", Self.cluster)
            try mesh.write("heddle.password", "heddle-secret\n")
            try mesh.write("alice.password", "alice-secret\n")
            try await mesh.heddle("certs", "dev", "--client", "Checkout", "--client", "checkout")
            try await mesh.client("tokens.py", "keys.json", "token.key")
            try await mesh.heddle("mesh", "up", "--detach")
            struct Running: Decodable {
                struct Cluster: Decodable { var bootstrap: [String] }
                var clusters: [Cluster]
            }
            let data = try Data(contentsOf: mesh.folder.appendingPathComponent(".heddle/run/mesh.json"))
            try await body(mesh, try #require(try JSONDecoder().decode(Running.self, from: data).clusters.first).bootstrap)
        }
    }

    @Test func `clients of three makes log in, are let in by the rules for who they are, and are kept out`() async throws {
        try await withMesh { mesh, addresses in
            for script in ["security_confluent.py", "security_kafka_python.py", "security_aiokafka.py"] {
                let said = try await mesh.client(script, addresses[0], addresses[1], addresses[2])
                #expect(said.contains("logged in, let in, and kept out"))
            }
        }
    }

    @Test func `Heddle logs in to its own cluster, and a registry beside it needs no listener that is open`() async throws {
        try await withMesh { mesh, _ in
            try mesh.write("manifests/rest.yaml", "kind: Topic\nmetadata: { name: orders, owner: team-orders }\nspec: { partitions: 2 }\n")
            try await mesh.heddle("apply", "--yes")
            #expect(try await mesh.plan().changes.isEmpty)
            #expect(try await mesh.registry().hasPrefix("http://127.0.0.1:"))
            // Who does not know the password is told so, and what it was is not shown.
            try mesh.write("heddle.password", "something-else\n")
            let said = try await mesh.heddle("plan", "--detailed-exitcode", status: 3).everything
            #expect(said.contains("refuses the user name 'heddle' or its password"))
            #expect(!said.contains("something-else") && !said.contains("heddle-secret"))
        }
    }

    @Test func `an issuer's keys are fetched, and clients that bring its tokens are let in`() async throws {
        try await TemporaryMesh.with { mesh in
            try await mesh.client("tokens.py", "keys.json", "token.key")
            let port = try FreePort.find()
            let issuer = try Program.start(Program.python, ["-m", "http.server", "\(port)", "--bind", "127.0.0.1"], in: mesh.folder)
            defer { issuer.kill(SIGKILL) }
            try mesh.edit(
                "manifests/clusters.yaml", "[ { name: clients, address: \"127.0.0.1:0\", security: plaintext } ]",
                "[ { name: tokens, address: \"127.0.0.1:0\", security: sasl-plaintext, mechanisms: [scram-sha-256, oauthbearer] } ]")
            try mesh.edit(
                "manifests/clusters.yaml", "  storage:",
                """
                  authentication:
                    users: [{ name: heddle, password: { fromFile: heddle.password } }]
                    oauth: { issuer: "https://id.test", audience: [kafka], jwks: { url: "http://127.0.0.1:\(port)/keys.json" } }
                  security: { protocol: sasl-plaintext, sasl: { mechanism: scram-sha-256, username: heddle, password: { fromFile: heddle.password } } }
                  storage:
                """)
            try mesh.write("heddle.password", "heddle-secret\n")
            let end = ContinuousClock.now + .seconds(60)
            while try await Program.run(URL(fileURLWithPath: "/usr/bin/env"), ["python3", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:\(port)/keys.json')"], in: mesh.folder).status != 0,
                ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(200)) }
            let said = try await mesh.client("token_client.py", try await mesh.up())
            #expect(said.contains("both kinds of tokens are taken"))
        }
    }

    @Test func `a renewed certificate is served without a restart, and a spoiled one is not`() async throws {
        try await withMesh { mesh, addresses in
            func serial() async throws -> String {
                let asked = try await Program.run(
                    URL(fileURLWithPath: "/bin/sh"), ["-c", "openssl s_client -connect \(addresses[1]) </dev/null 2>/dev/null | openssl x509 -noout -serial"],
                    in: mesh.folder)
                return asked.output
            }
            let first = try await serial()
            #expect(first.hasPrefix("serial="))
            try FileManager.default.removeItem(at: mesh.folder.appendingPathComponent(".heddle/certs/server.pem"))
            try FileManager.default.removeItem(at: mesh.folder.appendingPathComponent(".heddle/certs/server.key"))
            try await mesh.heddle("certs", "dev")
            let end = ContinuousClock.now + .seconds(60)
            while try await serial() == first, ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(300)) }
            let second = try await serial()
            #expect(second != first && second.hasPrefix("serial="))
            try mesh.write(".heddle/certs/server.pem", "no certificate")
            let log = mesh.folder.appendingPathComponent(".heddle/run/mesh.log")
            while try !String(contentsOf: log, encoding: .utf8).contains("goes on with the certificate"), ContinuousClock.now < end {
                try await Task.sleep(for: .milliseconds(300))
            }
            #expect(try await serial() == second)
        }
    }

    @Test func `the example's second environment is encrypted, knows its applications, and denies what no rule allows`() async throws {
        try await TemporaryMesh.copying(example: "orders") { mesh in
            let passwords = Dictionary(uniqueKeysWithValues: ["heddle", "checkout", "payments", "shipping"].map { ("\($0.uppercased())_PASSWORD", "\($0)-secret") })
            func heddle(_ arguments: String...) async throws -> String {
                let ended = try await Program.run(Program.heddle, arguments, in: mesh.folder, environment: passwords)
                #expect(ended.status == 0, "heddle \(arguments): \(ended.everything)")
                return ended.everything
            }
            _ = try await heddle("certs", "dev")
            _ = try await heddle("mesh", "up", "--detach", "--env", "secure")
            let applied = try await heddle("apply", "--yes", "--env", "secure")
            #expect(!applied.contains("-secret"))
            let status = try await heddle("mesh", "status", "--env", "secure", "--format", "json")
            let clusters = try JSONDecoder().decode(TemporaryMesh.Status.self, from: Data(status.utf8)).clusters
            let eu = try #require(clusters.first { $0.name == "eu" }?.bootstrap.first)
            #expect(try await mesh.client("secure_orders.py", eu).contains("each writes what is its own"))
        }
    }

    @Test func `certificates that are there are kept, and half of a pair is complained about`() async throws {
        try await TemporaryMesh.with { mesh in
            try await mesh.heddle("certs", "dev", "--out", "certs")
            let key = mesh.folder.appendingPathComponent("certs/server.key"), first = try Data(contentsOf: key)
            let mode = try FileManager.default.attributesOfItem(atPath: key.path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(try await mesh.heddle("certs", "dev", "--out", "certs", "--client", "new").output.contains("kept"))
            #expect(try Data(contentsOf: key) == first)
            let judged = try await Program.run(
                URL(fileURLWithPath: "/usr/bin/env"), ["openssl", "verify", "-CAfile", "certs/ca.pem", "certs/server.pem", "certs/new.pem"], in: mesh.folder)
            #expect(judged.status == 0, "\(judged.everything)")
            try await mesh.heddle("certs", "dev", "--out", "certs", "--force")
            #expect(try Data(contentsOf: key) != first)
            try FileManager.default.removeItem(at: key)
            try await mesh.heddle("certs", "dev", "--out", "certs", status: 64)
            try await mesh.heddle("certs", "dev", "--client", "../evil", status: 64)
            try await mesh.heddle("certs", "dev", "--client", "ca", status: 64)
        }
    }
}
