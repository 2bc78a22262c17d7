import Foundation
import Testing

/// Servers that speak the Kafka protocol and are not ours: what they can do is done, and what they cannot is said.
@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Program.hasClients, "needs the servers that 'make test' installs"))
struct `Heddle against foreign servers` {
    /// Starts a server and a mesh folder whose only cluster `one` it is.
    private func with(
        _ server: String, _ arguments: String..., security: String = "", _ body: (TemporaryMesh) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-server-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = Program.root.appendingPathComponent("Tests/InteropTests/clients/foreign_server.py").path
        let running = try Program.start(Program.python, [script, server, "\(try FreePort.find())", folder.path] + arguments, in: folder)
        do {
            let port = try await port(of: running)
            try await TemporaryMesh.with { mesh in
                try mesh.write("manifests/clusters.yaml", """
                    apiVersion: heddle.dev/v1
                    kind: Cluster
                    metadata: { name: one }
                    spec:
                      engine: kafka
                      addresses: ["127.0.0.1:\(port)"]
                      \(security)
                    """)
                try await body(mesh)
            }
        } catch {
            running.kill(SIGTERM)
            _ = await running.ended()
            throw error
        }
        running.kill(SIGTERM)
        _ = await running.ended()
    }

    private func port(of server: RunningProgram) async throws -> Int {
        for _ in 0..<600 {
            // librdkafka's mock announces itself on standard error alone.
            if let port = server.outputSoFar.split(separator: "\n").first.flatMap({ Int($0) }) { return port }
            try await Task.sleep(for: .milliseconds(100))
        }
        let said = server.outputSoFar
        throw NotThere(said: said)
    }

    private struct NotThere: Error { var said: String }

    private static let topic = """
        apiVersion: heddle.dev/v1
        kind: Topic
        metadata: { name: orders, owner: team }
        spec: { clusters: [one], partitions: 2, retention: { time: 7d }, config: { max.message.bytes: 100000 } }
        """

    private static let access = """
        apiVersion: heddle.dev/v1
        kind: Principal
        metadata: { name: reader }
        spec: {}
        ---
        apiVersion: heddle.dev/v1
        kind: Access
        metadata: { name: readers }
        spec: { clusters: [one], principals: [reader], operations: [read], resources: [ { type: topic, name: orders } ] }
        """

    private func create(on mesh: TemporaryMesh) async throws {
        try mesh.write("manifests/rest.yaml", Self.topic)
        #expect(try await mesh.plan().changes.map(\.action) == ["create"])
        try await mesh.heddle("apply", "--yes")
        #expect(try await mesh.plan().changes.isEmpty, "what was applied is there")
    }

    private func prune(on mesh: TemporaryMesh) async throws {
        try mesh.write("manifests/rest.yaml", "")
        try await mesh.heddle("apply", "--yes", "--prune", "--allow", "destructive")
        #expect(try await mesh.plan("--prune").changes.isEmpty)
    }

    @Test func `noida-db holds topics from their creation to their end, and no access`() async throws {
        try await with("noida") { mesh in
            try await create(on: mesh)
            try mesh.edit("manifests/rest.yaml", "time: 7d", "time: 8d")
            try await mesh.heddle("apply", "--yes")
            try mesh.edit("manifests/rest.yaml", "partitions: 2", "partitions: 4")
            try await mesh.heddle("apply", "--yes")
            #expect(try await mesh.plan().changes.isEmpty)
            try await prune(on: mesh)
            try mesh.write("manifests/rest.yaml", Self.access)
            let refused = try await mesh.heddle("apply", "--yes", status: 3)
            #expect(refused.everything.contains("cluster 'one' has no authorizer, so it cannot hold the access that the manifests declare"))
        }
    }

    @Test func `Tansu holds topics but adds no partitions, and no access that could not be revoked`() async throws {
        try await with("tansu") { mesh in
            try await create(on: mesh)
            try mesh.edit("manifests/rest.yaml", "partitions: 2", "partitions: 4")
            let refused = try await mesh.heddle("apply", "--yes", status: 4)
            #expect(
                refused.everything.contains(
                    "cluster 'one' does not serve CreatePartitions: topic 'orders' cannot be given 4 partitions and keeps those it has"))
            try mesh.edit("manifests/rest.yaml", "partitions: 4", "partitions: 2")
            try mesh.edit("manifests/rest.yaml", "time: 7d", "time: 8d")
            try await mesh.heddle("apply", "--yes")
            #expect(try await mesh.plan().changes.isEmpty)
            try await prune(on: mesh)
            try mesh.write("manifests/rest.yaml", Self.access)
            let access = try await mesh.heddle("apply", "--yes", status: 3)
            #expect(access.everything.contains("cluster 'one' does not serve DeleteAcls, so it cannot hold the access"))
        }
    }

    @Test func `librdkafka's mock cluster is read, and says that nothing can be created there`() async throws {
        try await with("mock") { mesh in
            #expect(try await mesh.plan().clusters.map(\.state) == ["observed"])
            try mesh.write("manifests/rest.yaml", Self.topic)
            let refused = try await mesh.heddle("apply", "--yes", status: 4)
            #expect(refused.everything.contains("cluster 'one' does not serve CreateTopics: topic 'orders' cannot be created"))
        }
    }

    /// A login that Tansu takes cannot be had: users are made over the listener that already asks who one is.
    @Test func `a login that Tansu refuses is told without the password`() async throws {
        let login = "security: { protocol: sasl-plaintext, sasl: { mechanism: scram-sha-256, username: heddle, password: { fromFile: word } } }"
        try await with("tansu", "--authentication", security: login) { mesh in
            try mesh.write("word", "hushhush\n")
            let refused = try await mesh.heddle("plan", status: 3)
            #expect(refused.everything.contains("cluster 'one' does not let Heddle in at 127.0.0.1:"))
            #expect(refused.everything.contains("the broker refuses the user name or the password"))
            #expect(!refused.everything.contains("hushhush"))
        }
        try await with("tansu", "--authentication") { mesh in
            let refused = try await mesh.heddle("plan", status: 3)
            #expect(refused.everything.contains("the listener may demand a login"))
        }
    }

    @Test func `TLS to a plaintext server is told as that`() async throws {
        try await with("noida", security: "security: { protocol: tls }") { mesh in
            let refused = try await mesh.heddle("plan", status: 3)
            #expect(refused.everything.contains("the listener speaks plaintext, not TLS"))
        }
    }
}
