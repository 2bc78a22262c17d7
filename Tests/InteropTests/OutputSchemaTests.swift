import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Program.hasClients, "needs the Python that 'make test' prepares"))
struct `What machines read keeps to its schema` {
    @Test func `plan, apply and status`() async throws {
        try await TemporaryMesh.with(MeshStoryTopics.declared) { mesh in
            try await check(mesh, "plan/v1/plan", "plan", status: 3)
            let bootstrap = try await mesh.up()
            try await mesh.client("make_topic.py", bootstrap, "theirs", "1")
            try await check(mesh, "mesh/v1/status", "mesh", "status")
            try await check(mesh, "plan/v1/plan", "plan", status: 4)
            try mesh.edit("manifests/rest.yaml", "name: theirs, ", "name: ours, ")
            try await check(mesh, "plan/v1/apply", "apply", "--yes")
            try await mesh.client("alter_config.py", bootstrap, "orders.created", "retention.ms", "3600000")
            try await check(mesh, "plan/v1/plan", "plan")
            try await check(mesh, "apply/v1/history", "history")
            try await check(mesh, "apply/v1/history", "history", "1")
            let events = try await mesh.heddle("apply", "--yes", "--format", "events").output.split(separator: "\n")
            #expect(events.count >= 6)
            for event in events {
                try mesh.write("output.json", String(event))
                let file = Program.root.appendingPathComponent("Specs/apply/v1/event.schema.json")
                try await mesh.client("check_schema.py", file.path, mesh.folder.appendingPathComponent("output.json").path)
            }
        }
    }

    @Test func `fmt, render and graph`() async throws {
        try await TemporaryMesh.with(MeshStoryTopics.declared) { mesh in
            try mesh.write("manifests/messy.yaml", "metadata: {name: x}\nkind:   Principal\n")
            try mesh.write("broken.yaml", "a: [1\n")
            try await check(mesh, "fmt/v1/fmt", "fmt", "--check", "--diff", status: 1)
            try await check(mesh, "fmt/v1/fmt", "fmt", "broken.yaml", status: 1)
            try await check(mesh, "fmt/v1/fmt", "fmt")
            try await check(mesh, "render/v1/render", "render")
            try await check(mesh, "graph/v1/graph", "graph")
        }
    }

    @Test func `snapshots, plan files and differences`() async throws {
        try await TemporaryMesh.with(MeshStoryTopics.declared, hasRegistry: true) { mesh in
            try await mesh.up()
            try await mesh.heddle("plan", "-o", "release.plan")
            try await check("plan/v1/plan-file", mesh, "release.plan")
            try await mesh.heddle("apply", "--yes", "release.plan")
            try await mesh.heddle("snapshot", "-o", "mesh.snapshot.json")
            try await check("snapshot/v1/snapshot", mesh, "mesh.snapshot.json")
            try mesh.edit("manifests/rest.yaml", "retention: { time: 7d }", "retention: { time: 1d }")
            try await check(mesh, "plan/v1/plan", "plan", "--snapshot", "mesh.snapshot.json")
            try await check(mesh, "plan/v1/diff", "diff", ".", ".")
            let stale = try await mesh.heddle("apply", "--yes", "release.plan", status: 4)
            #expect(stale.error.contains("stale: the manifests have changed since it was made"))
            // Offline the worse risk holds; here nothing is in the topic.
            #expect(try await mesh.plan("--snapshot", "mesh.snapshot.json").changes.map(\.risk) == ["destructive"])
            #expect(try await mesh.plan().changes.map(\.risk) == ["notable"])
            try await mesh.heddle("apply", "--snapshot", "mesh.snapshot.json", status: 64)
        }
    }

    private func check(_ schema: String, _ mesh: TemporaryMesh, _ file: String) async throws {
        let schema = Program.root.appendingPathComponent("Specs/\(schema).schema.json")
        try await mesh.client("check_schema.py", schema.path, mesh.folder.appendingPathComponent(file).path)
    }

    @Test func `import`() async throws {
        try await TemporaryMesh.with(MeshStoryTopics.declared) { mesh in
            let bootstrap = try await mesh.up()
            try await mesh.client("make_topic.py", bootstrap, "theirs", "2")
            try await mesh.client("make_topic.py", bootstrap, "found", "1")
            try await check(mesh, "import/v1/import", "import", "--cluster", "one", "--dry-run")
            try await check(mesh, "import/v1/import", "import", "--cluster", "one")
        }
    }

    @Test func `status, decisions and the audit`() async throws {
        try await TemporaryMesh.with(MeshStoryTopics.declared) { mesh in
            try await check(mesh, "status/v1/status", "status", status: 3)
            let bootstrap = try await mesh.up()
            try await check(mesh, "status/v1/status", "status")
            try await check(mesh, "status/v1/decision", "suspend", "topic/one/orders.created", "--reason", "because")
            try await mesh.client("write_status.py", bootstrap, "test", "one", "60", "drifted", "orders.created", "3f9a0c11b2d4")
            try await check(mesh, "status/v1/status", "status", "--detailed-exitcode", status: 2)
            try await check(mesh, "status/v1/decision", "approve", "3f9a", "--yes")
            try await check(mesh, "status/v1/decision", "approve", "3f9a", "--yes", "--reason", "again")
            try await check(mesh, "status/v1/status", "status", "topic/one/orders.created")
            try await check(mesh, "status/v1/decision", "resume", "--all")
            try await check(mesh, "audit/v1/audit-log-event", "audit", "log", "--type", "plan.approved")
            try await check(mesh, "audit/v1/audit-log-verify", "audit", "log", "verify")
            try await check(mesh, "audit/v1/audit-log-verify", "audit", "log", "verify", "--head", "99:" + String(repeating: "0", count: 64), status: 1)
        }
    }

    private func check(_ mesh: TemporaryMesh, _ schema: String, _ arguments: String..., status: Int32 = 0) async throws {
        let ended = try await Program.run(Program.heddle, arguments + ["--format", "json"], in: mesh.folder)
        #expect(ended.status == status, "\(ended.everything)")
        try mesh.write("output.json", ended.output)
        let file = Program.root.appendingPathComponent("Specs/\(schema).schema.json")
        try await mesh.client("check_schema.py", file.path, mesh.folder.appendingPathComponent("output.json").path)
    }
}

enum MeshStoryTopics {
    static let declared = """
        apiVersion: heddle.dev/v1
        kind: Topic
        metadata: { name: orders.created, owner: team-checkout }
        spec: { clusters: [one], partitions: 3, retention: { time: 7d } }
        ---
        apiVersion: heddle.dev/v1
        kind: Topic
        metadata: { name: theirs, owner: team-checkout }
        spec: { clusters: [one], partitions: 2 }
        """
}
