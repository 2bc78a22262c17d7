import Foundation
import Testing

/// Clusters that others filled, taken over.
@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Program.hasClients, "needs the Kafka clients that 'make test' installs"))
struct `Importing what others made` {
    @Test func `a cluster becomes a mesh, whose plan takes over and is then empty`() async throws {
        try await filled { mesh, bootstrap, registry in
            let imported = try await mesh.heddle("import", "--bootstrap", bootstrap, "--registry", registry, "--cluster", "eu", "-o", "taken", "--owner", "team")
            #expect(imported.everything.contains("changes nothing in the cluster"))
            #expect(imported.everything.contains("left out access 'Group:staff/topic:payments/read'"))
            #expect(imported.everything.contains("left out subject 'lost-value'"))
            let topics = try String(contentsOf: mesh.folder.appendingPathComponent("taken/manifests/topics.yaml"), encoding: .utf8)
            #expect(topics.contains("retention: { time: 7d, size: 10GiB }"))
            // Retry and dead-letter topics follow from the application.
            #expect(!topics.contains("billing.retry") && !topics.contains("billing.dlq"))

            try await mesh.heddle("validate", "-C", "taken")
            let plan = try await mesh.heddle("plan", "-C", "taken", "--format", "json")
            let actions = plan.output.matches(of: /"action" ?: ?"([a-z]+)"/).map { String($0.output.1) }
            #expect(!actions.isEmpty && Set(actions) == ["adopt"], "\(plan.output)")
            try await mesh.heddle("apply", "-C", "taken", "--yes")
            try await mesh.heddle("plan", "-C", "taken", "--detailed-exitcode")

            // All that is left is declared now, and nothing is written over.
            let again = try await mesh.heddle("import", "-C", "taken", "--cluster", "eu")
            #expect(again.everything.contains("nothing to import"))
            let over = try await mesh.heddle("import", "--bootstrap", bootstrap, "--cluster", "eu", "-o", "taken", status: 64)
            #expect(over.everything.contains("holds a mesh already"))
        }
    }

    @Test func `into a mesh that is there, beside its files`() async throws {
        try await filled { mesh, _, _ in
            try mesh.write("manifests/topics.yaml", "kind: Topic\nmetadata: { name: plain, owner: me, annotations: { heddle.dev/adopt: \"true\" } }\nspec: { clusters: [one], partitions: 1 }\n")
            let before = try String(contentsOf: mesh.folder.appendingPathComponent("manifests/topics.yaml"), encoding: .utf8)
            let dry = try await mesh.heddle("import", "--cluster", "one", "--prefix", "pay", "--prefix", "pl", "--no-access", "--dry-run")
            #expect(dry.output.contains("==> manifests/topics-one.yaml <=="))
            #expect(!FileManager.default.fileExists(atPath: mesh.folder.appendingPathComponent("manifests/topics-one.yaml").path))
            let imported = try await mesh.heddle("import", "--cluster", "one", "--prefix", "pay", "--prefix", "pl", "--no-access")
            #expect(imported.output.contains("manifests/topics-one.yaml"))
            #expect(imported.everything.contains("left out topic 'plain': the manifests declare it"))
            #expect(try String(contentsOf: mesh.folder.appendingPathComponent("manifests/topics.yaml"), encoding: .utf8) == before)
            try await mesh.heddle("apply", "--yes")
            try await mesh.heddle("plan", "--detailed-exitcode")
        }
    }

    @Test func `an environment that changes what was imported is told, and the files stay`() async throws {
        try await filled { mesh, _, _ in
            try mesh.edit("heddle.yaml", "spec:\n", "spec:\n  environments: { prod: { patches: [ { target: { kind: Topic }, set: { spec.partitions: 9 } } ] } }\n")
            let imported = try await mesh.heddle("import", "--cluster", "one", "--prefix", "payments", "--no-access", "--env", "prod", status: 1)
            #expect(imported.everything.contains("topic/one/payments: the plan would adopt it: partitions 3 → 9"), "\(imported.everything)")
            #expect(FileManager.default.fileExists(atPath: mesh.folder.appendingPathComponent("manifests/topics.yaml").path))
        }
    }

    @Test func `a wrong command line, and a cluster that does not answer`() async throws {
        try await TemporaryMesh.with { mesh in
            #expect(try await mesh.heddle("import", "--cluster", "two", status: 64).everything.contains("there are: one"))
            try await mesh.heddle("import", "--cluster", "one", "--prefix", "", status: 64)
            try await mesh.heddle("import", "--cluster", "Not a name", status: 64)
            try await mesh.heddle("import", "--cluster", "one", "-o", "/elsewhere", status: 64)
            try await mesh.heddle("import", "--cluster", "x", "--bootstrap", "nowhere", "-o", "new", status: 64)
            try await mesh.heddle("import", "--cluster", "x", "--bootstrap", "127.0.0.1:1", "-o", "new", status: 3)
            #expect(!FileManager.default.fileExists(atPath: mesh.folder.appendingPathComponent("new").path))
        }
    }

    private func filled(_ body: (TemporaryMesh, _ bootstrap: String, _ registry: String) async throws -> Void) async throws {
        try await TemporaryMesh.with(hasRegistry: true) { mesh in
            let bootstrap = try await mesh.up()
            let registry = try await mesh.registry()
            try await mesh.client("fill_cluster.py", bootstrap, registry)
            try await body(mesh, bootstrap, registry)
        }
    }
}
