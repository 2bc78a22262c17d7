import Foundation
import Testing

/// What `heddle access` says, against what happens to clients.
///
/// A second server to judge by is not to be had as a package: of those that Debian and PyPI have, noida-db answers that it has
/// no authorizer, Tansu neither answers CreateAcls as clients understand it nor lists rules, and librdkafka's mock has no ACLs. So
/// the judge is the embedded broker with a client that is not ours, and in AccessAnalysisTests its authorizer itself.
@Suite(.serialized, .timeLimit(.minutes(10)), .enabled(if: Program.hasClients, "needs the Kafka clients that 'make test' installs"))
struct `Questions about access` {
    @Test(arguments: [1, 2, 3])
    func `what may be done is what a foreign client can do`(seed: Int) async throws {
        try await TemporaryMesh.with { mesh in
            let said = try await mesh.client("access_judge.py", try await mesh.up(), Program.heddle.path, "\(seed)")
            #expect(said.contains("agreed on"))
        }
    }

    private static let manifests = """
        apiVersion: heddle.dev/v1
        kind: Topic
        metadata: { name: orders.created, owner: team }
        spec: { clusters: [one], partitions: 1 }
        ---
        apiVersion: heddle.dev/v1
        kind: Principal
        metadata: { name: checkout }
        spec: {}
        ---
        apiVersion: heddle.dev/v1
        kind: Application
        metadata: { name: till, owner: team }
        spec: { principal: checkout, produces: [ { topic: orders.created } ] }
        ---
        apiVersion: heddle.dev/v1
        kind: Access
        metadata: { name: nobody-writes, owner: team }
        spec: { permission: deny, principals: [ "*" ], operations: [write], resources: [ { type: topic, prefix: audit. } ] }
        """

    @Test func `live answers mark what nobody declares`() async throws {
        try await TemporaryMesh.with(Self.manifests) { mesh in
            let bootstrap = try await mesh.up()
            try await mesh.heddle("apply", "--yes")
            try await mesh.client("access_rules.py", bootstrap, "deny", "read", "orders.created")
            let why = try await mesh.heddle("access", "why", "till", "read", "orders.created", "--live", status: 1)
            #expect(why.output.contains("User:*/topic:orders.created/deny-read denies it, and a denial wins\n    live, not declared"))
            #expect(why.error.contains("application 'till' acts as User:checkout"))
            // The manifests know nothing of that denial.
            try await mesh.heddle("access", "why", "till", "read", "orders.created")
            let declared = try await mesh.heddle("access", "why", "checkout", "write", "orders.created", "--live")
            #expect(declared.output.contains("(Application till)"))
            try await mesh.heddle("mesh", "down")
            let gone = try await mesh.heddle("access", "who-can", "read", "orders.created", "--live", status: 3)
            #expect(gone.output.isEmpty)
        }
    }

    @Test func `a gate for pull requests sees what somebody gains in effect`() async throws {
        try await TemporaryMesh.with(Self.manifests) { mesh in
            for arguments in [["init", "-q", "-b", "main"], ["add", "-A"], ["-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-qm", "first"]] {
                _ = try await Program.run(URL(fileURLWithPath: "/usr/bin/git"), arguments, in: mesh.folder)
            }
            let same = try await mesh.heddle("access", "diff", "main", "--no-new-access")
            #expect(same.output.contains("Nobody gains or loses anything."))
            // By default everybody may already: a grant is no news, a denial that goes is.
            try mesh.edit("manifests/rest.yaml", "operations: [write]", "operations: [create]")
            let changed = try await mesh.heddle("access", "diff", "main", "--no-new-access", status: 1)
            #expect(changed.output.contains("+ everybody  write topic audit.*"))
            #expect(changed.output.contains("- everybody  create topic audit.*"))
            try await mesh.heddle("access", "diff", "main")
            let markdown = try await mesh.heddle("access", "diff", "main", "--format", "markdown")
            #expect(markdown.output.contains("| 🟢 gained | everybody | write |"))
        }
    }

    @Test func `what was misspelt is told`() async throws {
        try await TemporaryMesh.with(Self.manifests) { mesh in
            try await mesh.heddle("access", "who-can", "fly", "orders.created", status: 64)
            try await mesh.heddle("access", "who-can", "read", "planet:earth", status: 64)
            let never = try await mesh.heddle("access", "who-can", "write", "group:x", status: 64)
            #expect(never.error.contains("'write' is never asked of a group"))
            let stranger = try await mesh.heddle("access", "what-can", "chekout")
            #expect(stranger.error.contains("did you mean 'User:checkout'?"))
            try await mesh.heddle("access", "what-can", "checkout", "--cluster", "two", status: 64)
            try await mesh.heddle("access", "simulate", "checkout", "read", "orders.created", "--add", "nonsense", status: 64)
            try await mesh.heddle("access", "simulate", "checkout", "read", "orders.created", status: 64)
            try await mesh.heddle("access", "diff", "nowhere", status: 64)
        }
    }

    @Test func `a page of the matrix takes no markup from names`() async throws {
        try await TemporaryMesh.with(Self.manifests) { mesh in
            let page = try await mesh.heddle(
                "access", "matrix", "--format", "html", "--resource", "group:<script>alert(1)</script>", "--principal", "User:\"><b>x").output
            #expect(!page.contains("<script>") && !page.contains("<b>"))
            #expect(page.contains("group:&lt;script&gt;alert(1)&lt;/script&gt;"))
            let lines = try await mesh.heddle("access", "matrix", "--format", "csv", "--resource", "group:a,\"b\"").output
            #expect(lines.contains("one,\"group:a,\"\"b\"\"\""))
        }
    }

    @Test func `what machines read keeps to its schema`() async throws {
        try await TemporaryMesh.with(Self.manifests) { mesh in
            try mesh.edit("manifests/rest.yaml", "spec: { permission: deny", "spec: { permission: deny, hosts: [10.0.0.1]")
            try await mesh.heddle("mesh", "up", "--detach")
            try await mesh.heddle("apply", "--yes")
            for live in [[], ["--live"]] {
                try await check(mesh, "who-can", ["who-can", "read", "orders.*"] + live)
                try await check(mesh, "who-can", ["who-can", "write", "audit.log", "--host", "10.0.0.1"] + live)
                try await check(mesh, "what-can", ["what-can", "till"] + live)
                try await check(mesh, "why", ["why", "checkout", "write", "audit.*", "--host", "10.0.0.1"] + live, status: 1)
                try await check(mesh, "matrix", ["matrix"] + live)
                try await check(
                    mesh, "simulate", ["simulate", "checkout", "write", "audit.log", "--add", "User:checkout/topic:*/deny-all"] + live, status: 1)
            }
            try await mesh.heddle("mesh", "down")
            try mesh.write("before/heddle.yaml", try String(contentsOf: mesh.folder.appendingPathComponent("heddle.yaml"), encoding: .utf8))
            try mesh.write("before/manifests/all.yaml", try String(contentsOf: mesh.folder.appendingPathComponent("manifests/clusters.yaml"), encoding: .utf8))
            try await check(mesh, "diff", ["diff", "./before"])
        }
    }

    private func check(_ mesh: TemporaryMesh, _ schema: String, _ arguments: [String], status: Int32 = 0) async throws {
        let ended = try await Program.run(Program.heddle, ["access"] + arguments + ["--format", "json"], in: mesh.folder)
        #expect(ended.status == status, "\(arguments): \(ended.everything)")
        try mesh.write("output.json", ended.output)
        let file = Program.root.appendingPathComponent("Specs/access/v1/\(schema).schema.json")
        try await mesh.client("check_schema.py", file.path, mesh.folder.appendingPathComponent("output.json").path)
    }
}
