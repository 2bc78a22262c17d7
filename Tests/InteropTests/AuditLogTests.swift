import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Program.hasClients, "needs the Python that 'make test' prepares"))
struct `The audit of a mesh` {
    @Test func `is made of CloudEvents whose chain anybody can compute`() async throws {
        try await TemporaryMesh.with(MeshStoryTopics.declared) { mesh in
            let bootstrap = try await mesh.up()
            try await mesh.heddle("audit", "log", "verify")
            try await mesh.heddle("apply", "--yes")
            try mesh.edit("manifests/rest.yaml", "retention: { time: 7d }", "retention: { time: 8d }")
            try await mesh.heddle("apply", "--yes")
            try await mesh.heddle("suspend", "topic/one/theirs", "--reason", "a\u{1B}[31m test")
            try await mesh.heddle("resume", "--all")
            try await mesh.heddle("rollback", "1", "--cluster", "one", "--yes", "--allow", "destructive")
            try await mesh.heddle("forget", "topic/one/theirs")
            // Its new policy forbids what is asked.
            try mesh.write("manifests/policy.yaml", Self.policy)
            try mesh.edit("manifests/rest.yaml", "retention: { time: 8d }", "retention: { time: 9d }")
            try await mesh.heddle("apply", "--yes", status: 4)
            let schema = Program.root.appendingPathComponent("Specs/audit/v1/audit-log-event.schema.json")
            let head = try await mesh.client("audit_events.py", bootstrap, schema.path).trimmingCharacters(in: .whitespacesAndNewlines)
            let verified = try await mesh.heddle("audit", "log", "verify", "--head", head)
            #expect(verified.output.contains("✓ as the head at offset 7 says") && verified.output.contains("head \(head)"), "\(verified.output)")

            let listed = try await mesh.heddle("audit", "log").output
            #expect(listed.contains("one#0  apply.ended") && listed.contains("#1  apply: 2 done") && listed.contains("done  create topic/one/orders.created"))
            #expect(listed.contains("one#2  reconciliation.suspended") && listed.contains("a\u{FFFD}[31m test") && !listed.contains("\u{1B}"))
            #expect(listed.contains("rollback to 1: 1 done") && listed.contains("forget: 1 done"), "\(listed)")
            #expect(listed.contains("change.refused") && listed.contains("not-done  policy topic/one/orders.created"), "\(listed)")
            let some = try await mesh.heddle("audit", "log", "--type", "apply", "--since", "1h", "--format", "json").output
            #expect(some.split(separator: "\n").count == 4)
            #expect(try await mesh.heddle("audit", "log", "--since", "2999-01-01").output == "")
        }
    }

    @Test func `tells what was removed, cut off and put in`() async throws {
        try await TemporaryMesh.with(MeshStoryTopics.declared) { mesh in
            let bootstrap = try await mesh.up()
            for _ in 0..<3 {
                try await mesh.heddle("suspend", "--all")
                try await mesh.heddle("resume", "--all")
            }
            let whole = try await mesh.heddle("audit", "log", "verify").output
            #expect(whole.contains("whole: 6 events, offsets 0 to 5") && whole.contains("the last event is not yet covered"))
            let head = try #require(whole.firstMatch(of: /head ([0-9]+:[0-9a-f]{64})/)).1
            // Somebody else's record, and then one of ours that covers it.
            try await mesh.client("audit_tamper.py", bootstrap, "put-in")
            try await mesh.heddle("suspend", "--all")
            let stranger = try await mesh.heddle("audit", "log", "verify", "--head", String(head)).output
            #expect(stranger.contains("one record is not Heddle's: at offset 6"), "\(stranger)")
            // An event of ours that says what is not so.
            try await mesh.client("audit_tamper.py", bootstrap, "lie")
            let lied = try await mesh.heddle("audit", "log", "verify", status: 1).output
            #expect(lied.contains("broken") && lied.contains("event 8"), "\(lied)")
            // The beginning goes, as with retention; what is left is held against the first word that is left.
            try await mesh.client("audit_tamper.py", bootstrap, "cut-beginning")
            let begun = try await mesh.heddle("audit", "log", "verify", "--head", "5:" + String(repeating: "0", count: 64), status: 1).output
            #expect(begun.contains("verified from offset 4 on"), "\(begun)")
            // Deleted, and made anew by the next who appends.
            try await mesh.client("audit_tamper.py", bootstrap, "delete")
            try await mesh.heddle("resume", "--all")
            try await mesh.heddle("audit", "log", "verify")
            let cut = try await mesh.heddle("audit", "log", "verify", "--head", "one=" + head, status: 1).output
            #expect(cut.contains("events were cut off"), "\(cut)")
            try await mesh.heddle("audit", "log", "verify", "--head", "one=nonsense", status: 64)
        }
    }

    private static let policy = """
        apiVersion: heddle.dev/v1
        kind: Policy
        metadata: { name: hands-off }
        spec:
          target: Change
          rule: change.action != "update"
          message: topics stay as they are
        """
}
