import Foundation
import Testing

/// `heddle audit access`, as it was built: on manifests, on a running cluster, with logs, in every format.
@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Program.hasClients, "needs the Python that 'make test' prepares"))
struct `Access that is audited` {
    private static let manifests = """
        apiVersion: heddle.dev/v1
        kind: Topic
        metadata: { name: orders.created, owner: team-checkout }
        spec: { clusters: [one] }
        ---
        apiVersion: heddle.dev/v1
        kind: Principal
        metadata: { name: checkout }
        ---
        apiVersion: heddle.dev/v1
        kind: Principal
        metadata: { name: analytics }
        ---
        apiVersion: heddle.dev/v1
        kind: Application
        metadata: { name: checkout, owner: team-checkout }
        spec:
          principal: checkout
          produces: [{ topic: orders.created }]
        ---
        apiVersion: heddle.dev/v1
        kind: Access
        metadata: { name: too-much }
        spec:
          principals: [analytics]
          operations: [alter]
          resources: [{ type: cluster, any: true }]
        """

    private static let formats = ["text", "json", "sarif", "markdown", "html", "csv"]

    @Test func `the exit code is the answer, and severities and codes choose`() async throws {
        try await TemporaryMesh.with(Self.manifests) { mesh in
            let audit = try await mesh.heddle("audit", "access", status: 1)
            #expect(audit.output.contains("critical  access-audit/escalation  'User:analytics' can write access rules"))
            #expect(audit.output.contains("manifests/rest.yaml:") && audit.output.contains("(Access too-much)"))
            try await mesh.heddle("audit", "access", "--fail-on", "none")
            try await mesh.heddle("audit", "access", "--code", "access-audit/duplicate")
            try await mesh.heddle("audit", "access", "--code", "escalation", "--fail-on", "critical", status: 1)
            let misspelt = try await mesh.heddle("audit", "access", "--code", "escalatoin", status: 64)
            #expect(misspelt.error.contains("did you mean 'escalation'?"))
            try await mesh.heddle("audit", "access", "--cluster", "two", status: 64)
            try await mesh.heddle("audit", "access", "--unused-for", "3d", status: 64)
            try await mesh.heddle("audit", "access", "--authorizer-log", "nowhere.log", status: 64)
            try await mesh.heddle("audit", "access", "--authorizer-log", "manifests", status: 64)
            let explained = try await mesh.heddle("explain", "access-audit/escalation")
            #expect(explained.output.contains("Somebody can get more than was granted"))
        }
    }

    @Test func `every format is what it says`() async throws {
        try await TemporaryMesh.with(Self.manifests) { mesh in
            for format in Self.formats {
                let ended = try await mesh.heddle("audit", "access", "--format", format, status: 1)
                try mesh.write("audit.\(format)", ended.output)
                #expect(ended.error.isEmpty, "\(format): \(ended.error)")
            }
            let schema = Program.root.appendingPathComponent("Specs/audit/v1/access.schema.json").path
            try await mesh.client("check_schema.py", schema, "audit.json")
            try await mesh.client("check_sarif.py", "audit.sarif", "sarif.schema.json")
            try await mesh.client("check_audit.py", "audit.json", "audit.csv", "audit.html", "audit.markdown")
        }
    }

    @Test func `names that are code stay names, in pages and in tables`() async throws {
        try await TemporaryMesh.with(Self.manifests) { mesh in
            let bootstrap = try await mesh.up()
            try await mesh.client("grant_rule.py", bootstrap, "User:=cmd()|'<script>alert(1)</script>", "read", "orders.created")
            for format in Self.formats {
                let ended = try await mesh.heddle("audit", "access", "--live", "--fail-on", "none", "--format", format)
                try mesh.write("audit.\(format)", ended.output)
            }
            try await mesh.client("check_audit.py", "audit.json", "audit.csv", "audit.html", "audit.markdown")
            let found = try String(contentsOf: mesh.folder.appendingPathComponent("audit.json"), encoding: .utf8)
            #expect(found.contains("access-audit/undeclared-principal") && found.contains("\"source\" : \"live\""))
            let schema = Program.root.appendingPathComponent("Specs/audit/v1/access.schema.json").path
            try await mesh.client("check_schema.py", schema, "audit.json")
            try await mesh.client("check_sarif.py", "audit.sarif", "sarif.schema.json")
        }
    }

    @Test func `a cluster that cannot be read ends the audit with 3`() async throws {
        try await TemporaryMesh.with(Self.manifests) { mesh in
            try await mesh.heddle("audit", "access", "--live", status: 3)
        }
    }

    @Test func `what logs tell, gzipped or not, and of which cluster`() async throws {
        try await TemporaryMesh.with(Self.manifests) { mesh in
            func line(_ day: String) -> String {
                "[2026-\(day) 12:00:00,000] DEBUG Principal = User:checkout is Allowed operation = WRITE from host = 10.0.0.7 on resource = Topic:LITERAL:orders.created for request = Produce with resourceRefCount = 1 (kafka.authorizer.logger)\n"
            }
            try mesh.write("new.log", line("05-01") + "Principal = nonsense\n")
            try mesh.write("old.log", line("01-01"))
            _ = try await Program.run(URL(fileURLWithPath: "/bin/gzip"), ["old.log"], in: mesh.folder)
            let audit = try await mesh.heddle(
                "audit", "access", "--code", "unused-grant", "--authorizer-log", "one=new.log", "--authorizer-log", "old.log.gz", "--unused-for", "90d")
            #expect(audit.output.contains("'User:analytics' has not used its alter on the cluster in all of the log"))
            #expect(!audit.output.contains("User:checkout"))
            #expect(audit.output.contains("window: 2026-01-01 12:00 UTC to 2026-05-01 12:00 UTC"))
            #expect(audit.output.contains("logs: 3 lines") && audit.output.contains("2 granted, 0 denied, 1 not understood"))
            let short = try await mesh.heddle(
                "audit", "access", "--code", "unused-grant", "--code", "short-evidence", "--authorizer-log", "new.log")
            #expect(short.output.contains("access-audit/short-evidence") && !short.output.contains("unused-grant"))
            try await mesh.heddle("audit", "access", "--authorizer-log", "two=new.log", status: 64)
            _ = try await Program.run(URL(fileURLWithPath: "/bin/bash"), ["-c", "head -c 40 old.log.gz > cut.log.gz"], in: mesh.folder)
            let cut = try await mesh.heddle("audit", "access", "--authorizer-log", "cut.log.gz", status: 64)
            #expect(cut.error.contains("is damaged"))
            let json = try await mesh.heddle("audit", "access", "--authorizer-log", "new.log", "--format", "json", status: 1)
            try mesh.write("audit.json", json.output)
            try await mesh.client("check_schema.py", Program.root.appendingPathComponent("Specs/audit/v1/access.schema.json").path, "audit.json")
        }
    }
}
