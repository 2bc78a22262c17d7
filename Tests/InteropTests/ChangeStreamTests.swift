import Foundation
import Testing

/// The embedded broker's change stream as others' clients meet it.
@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Program.hasClients, "needs the Kafka clients that 'make test' installs"))
struct `Foreign clients and the change stream` {
    @Test func `what others' admin clients change is read by others' consumers`() async throws {
        try await TemporaryMesh.with { mesh in
            let said = try await mesh.client("change_stream.py", try await mesh.up())
            #expect(said.contains("all checks held"))
        }
    }

    @Test func `a plan, an import and a snapshot do not speak of the stream`() async throws {
        try await TemporaryMesh.with { mesh in
            let bootstrap = try await mesh.up()
            try await mesh.client("make_topic.py", bootstrap, "orders", "1")
            let planned = try await mesh.heddle("plan", "--format", "json")
            #expect(planned.output.contains("\"one\"") && !planned.everything.contains("__heddle.changes"), "\(planned.everything)")
            let imported = try await mesh.heddle("import", "--cluster", "one", "--format", "json")
            #expect(imported.everything.contains("orders") && !imported.everything.contains("__heddle.changes"), "\(imported.everything)")
            try await mesh.heddle("snapshot", "-o", "snapshot.json")
            let snapshot = try String(contentsOf: mesh.folder.appendingPathComponent("snapshot.json"), encoding: .utf8)
            #expect(snapshot.contains("orders") && !snapshot.contains("__heddle.changes"))
        }
    }
}
