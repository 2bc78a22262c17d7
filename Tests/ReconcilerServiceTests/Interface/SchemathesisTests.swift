import Foundation
import ReconcilerService
import TestSupport
import Testing

/// Schemathesis makes requests of the description, right ones and wrong ones, and holds the answers against it.
@Suite struct `The description, by somebody else's tool` {
    static let python: URL = {
        if let named = ProcessInfo.processInfo.environment["HEDDLE_PYTHON"] { return URL(fileURLWithPath: named) }
        return packageRoot.appendingPathComponent(".build/venv/bin/python")
    }()

    static var isThere: Bool {
        FileManager.default.isExecutableFile(atPath: python.path) || ProcessInfo.processInfo.environment["HEDDLE_REQUIRE_CLIENTS"] == "1"
    }

    @Test(.enabled(if: isThere)) func `what is described is what is served`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-schemathesis-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let secret = "not-much-of-a-secret"
        try await asking(FakeStatus.shop(), {
            $0.metrics = { "# TYPE heddle_rounds_total counter\nheddle_rounds_total 7\n" }
            $0.webhookSecret = secret
        }) { asking async throws in
            let script = packageRoot.appendingPathComponent("Tests/ReconcilerServiceTests/clients/check_interface.py")
            let description = packageRoot.appendingPathComponent("Specs/http/controller.openapi.yaml")
            let (status, said) = try await run([script.path, description.path, asking.server.url, secret], in: folder)
            #expect(status == 0, "\(said)")
            #expect(said.contains("Tested: 9"), "all operations were tested:\n\(said)")
        }
    }

    private func run(_ arguments: [String], in folder: URL) async throws -> (Int32, String) {
        let output = folder.appendingPathComponent("output")
        _ = FileManager.default.createFile(atPath: output.path, contents: nil)
        let process = Process()
        process.executableURL = Self.python
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let handle = try FileHandle(forWritingTo: output)
        process.standardOutput = handle
        process.standardError = handle
        let (ends, end) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = {
            end.yield($0.terminationStatus)
            end.finish()
        }
        try process.run()
        for await status in ends { return (status, (try? String(contentsOf: output, encoding: .utf8)) ?? "") }
        return (-1, "")
    }
}
