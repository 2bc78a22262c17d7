import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(5)))
struct `Stopping what runs` {
    @Test(arguments: [SIGTERM, SIGINT]) func `a broker that is asked to stop ends with 0 and says nothing wrong`(signal: Int32) async throws {
        try await TemporaryMesh.with { mesh in
            let broker = try Program.start(Program.heddle, ["broker", "run", "--listen", "127.0.0.1:0", "--data", "data"], in: mesh.folder)
            try await waitUntil { broker.outputSoFar.contains("bootstrap.servers=127.0.0.1:") }
            broker.kill(signal)
            let ended = await broker.ended()
            #expect(ended.status == 0, "\(ended.everything)")
            #expect(ended.error == "stopped\n")
        }
    }

    @Test func `a mesh in the foreground stops cleanly, and leaves nothing that looks as if it ran`() async throws {
        try await TemporaryMesh.with { mesh in
            let program = try Program.start(Program.heddle, ["mesh", "up"], in: mesh.folder)
            try await waitUntil { program.outputSoFar.contains("is up") }
            try await mesh.heddle("mesh", "up", "--detach", status: 4)
            program.kill(SIGTERM)
            let ended = await program.ended()
            #expect(ended.status == 0, "\(ended.everything)")
            #expect(!FileManager.default.fileExists(atPath: mesh.folder.appendingPathComponent(".heddle/run/mesh.json").path))
        }
    }

    @Test func `a detached mesh that is taken down leaves a log without complaint`() async throws {
        try await TemporaryMesh.with { mesh in
            try await mesh.up()
            try await mesh.heddle("mesh", "down")
            let log = try String(contentsOf: mesh.folder.appendingPathComponent(".heddle/run/mesh.log"), encoding: .utf8)
            #expect(log.hasSuffix("stopped\n"), "\(log)")
            #expect(!log.lowercased().contains("error"), "\(log)")
        }
    }

    @Test func `a port in use is said, with a remedy`() async throws {
        try await TemporaryMesh.with { mesh in
            let bootstrap = try await mesh.up()
            let ended = try await mesh.heddle("broker", "run", "--listen", bootstrap, "--data", "data", status: 3)
            #expect(ended.error.contains("is in use by another program") && ended.error.contains("help: stop the other program"))
        }
    }

    private func waitUntil(_ condition: () -> Bool) async throws {
        for _ in 0..<1000 where !condition() { try await Task.sleep(for: .milliseconds(20)) }
        try #require(condition())
    }
}
