import Foundation
import Testing

/// What a controller leaves in a cluster, written by a foreign client: no controller has to run for it to be read.
@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Program.hasClients, "needs the Python that 'make test' prepares"))
struct `The status of a mesh` {
    @Test func `is read from the clusters, with what waits for a yes`() async throws {
        try await TemporaryMesh.with(MeshStoryTopics.declared) { mesh in
            #expect(try await mesh.heddle("status", status: 3).output.contains("unreachable"))
            let bootstrap = try await mesh.up()
            #expect(try await mesh.heddle("status").output.contains("no controller has been heard of"))
            try await mesh.heddle("status", "--detailed-exitcode", status: 2)
            // Makes the log.
            try await mesh.heddle("resume", "--all")
            try await mesh.heddle("suspend", "--cluster", "one")
            try await mesh.heddle("resume", "--cluster", "one")
            try await mesh.client("write_status.py", bootstrap, "test", "one", "60", "synced", "orders.created")
            let settled = try await mesh.heddle("status", "--detailed-exitcode").output
            #expect(settled.contains("1 resource, 1 synced, 1 ready  revision 0f3c12ab9988") && !settled.contains("topic/"), "\(settled)")

            try await mesh.client("write_status.py", bootstrap, "test", "one", "60", "drifted", "orders.created", "3f9a0c11b2d4")
            let waiting = try await mesh.heddle("status", "--detailed-exitcode", status: 2).output
            #expect(waiting.contains("not Synced  Drifted since") && waiting.contains("to allow it: heddle approve 3f9a0c11b2d4"), "\(waiting)")
            #expect(try await mesh.heddle("status", "--condition", "blocked").output.contains("topic/one") == true)
            #expect(try await mesh.heddle("approve", "3f9a", status: 64).error.contains("pass --yes"))
            #expect(try await mesh.heddle("approve", "4f9a", "--yes", status: 64).error.contains("these wait: 3f9a0c11b2d4 (one)"))
            try await mesh.heddle("approve", "3f9a", "--yes", "--reason", "CHG-1")
            #expect(try await mesh.heddle("approve", "3f9a", "--yes").output.contains("already"))
            #expect(try await mesh.heddle("status").output.contains("the controller carries it out in a moment"))

            try await mesh.client("write_status.py", bootstrap, "test", "one", "-5", "synced", "orders.created")
            #expect(try await mesh.heddle("status").output.contains("no controller has been heard of since"))
            try await mesh.heddle("status", "--detailed-exitcode", status: 2)
        }
    }

    @Test func `is told as it changes, a line each, until somebody interrupts`() async throws {
        try await TemporaryMesh.with(MeshStoryTopics.declared) { mesh in
            let bootstrap = try await mesh.up()
            try await mesh.heddle("suspend", "topic/one/theirs")
            try await mesh.client("write_status.py", bootstrap, "test", "one", "600", "synced", "orders.created")
            let watch = try Program.start(Program.heddle, ["status", "--watch"], in: mesh.folder)
            let machine = try Program.start(Program.heddle, ["status", "--watch", "--format", "json"], in: mesh.folder)
            try await waitUntil { watch.outputSoFar.contains("heard current") && machine.outputSoFar.contains("\"suspended\"") }
            try await mesh.client("write_status.py", bootstrap, "test", "one", "600", "drifted", "orders.created", "3f9a0c11b2d4")
            try await waitUntil { watch.outputSoFar.contains("topic/one/orders.created  Drifted True") && machine.outputSoFar.contains("3f9a0c11b2d4") }
            try await mesh.heddle("resume", "topic/one/theirs")
            try await waitUntil { watch.outputSoFar.contains("topic/one/theirs  resumed") && machine.outputSoFar.contains("\"resumed\"") }
            watch.kill(SIGINT)
            machine.kill(SIGTERM)
            #expect(await watch.ended().status == 0)
            let lines = await machine.ended().output.split(separator: "\n")
            let schema = Program.root.appendingPathComponent("Specs/status/v1/change.schema.json")
            for line in lines {
                try mesh.write("line.json", String(line))
                try await mesh.client("check_schema.py", schema.path, mesh.folder.appendingPathComponent("line.json").path)
            }
            #expect(lines.count > 5)
        }
    }

    private func waitUntil(_ condition: () -> Bool) async throws {
        for _ in 0..<2000 where !condition() { try await Task.sleep(for: .milliseconds(20)) }
        try #require(condition())
    }
}
