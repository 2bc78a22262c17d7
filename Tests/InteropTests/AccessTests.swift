import Foundation
import Testing

/// Rules of the embedded broker as others' clients meet them.
@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Program.hasClients, "needs the Kafka clients that 'make test' installs"))
struct `Foreign clients and rules` {
    @Test func `kcat is refused what is denied, and let in again`() async throws {
        try await TemporaryMesh.with { mesh in
            try await mesh.client("access_kcat.sh", try await mesh.up())
        }
    }

    @Test func `librdkafka's clients are told what is denied, be it while they wait`() async throws {
        try await TemporaryMesh.with { mesh in
            let said = try await mesh.client("access_client.py", try await mesh.up())
            #expect(said.contains("all checks held"))
        }
    }

    @Test func `a cluster that denies by default serves super principals, and its registry`() async throws {
        try await TemporaryMesh.with(hasRegistry: true) { mesh in
            try mesh.edit(
                "manifests/clusters.yaml", "engine: embedded",
                "engine: embedded\n  authorization: { default: deny, superPrincipals: [\"User:ANONYMOUS\"] }")
            let bootstrap = try await mesh.up()
            try await mesh.client("make_topic.py", bootstrap, "orders", "1")
            _ = try await mesh.registry()
        }
    }

    @Test func `a cluster that denies by default lets nobody in, and validate says so`() async throws {
        try await TemporaryMesh.with { mesh in
            try mesh.edit("manifests/clusters.yaml", "engine: embedded", "engine: embedded\n  authorization: { default: deny }")
            let validated = try await mesh.heddle("validate")
            #expect(validated.everything.contains("cluster/everyone-locked-out"))
            let bootstrap = try await mesh.up()
            let refused = try await Program.run(
                Program.python,
                [Program.root.appendingPathComponent("Tests/InteropTests/clients/make_topic.py").path, bootstrap, "orders", "1"],
                in: mesh.folder)
            #expect(refused.status != 0)
            #expect(refused.everything.contains("TOPIC_AUTHORIZATION_FAILED"), "\(refused.everything)")
        }
    }
}
