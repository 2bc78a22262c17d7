import Foundation

/// Other people's clients, as `make test` installs them.
enum Python {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static let program: URL = {
        if let named = ProcessInfo.processInfo.environment["HEDDLE_PYTHON"] { return URL(fileURLWithPath: named) }
        return root.appendingPathComponent(".build/venv/bin/python")
    }()

    static var isThere: Bool {
        FileManager.default.isExecutableFile(atPath: program.path) || ProcessInfo.processInfo.environment["HEDDLE_REQUIRE_CLIENTS"] == "1"
    }

    struct Failed: Error { var status: Int32, output: String }

    /// What it printed, once it has ended well.
    @discardableResult
    static func run(_ script: String, _ arguments: String...) async throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("python-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: file) }
        let handle = try FileHandle(forWritingTo: file)
        let process = Process()
        process.executableURL = program
        process.arguments = [root.appendingPathComponent("Tests/HeddleClientTests/clients/\(script)").path] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = handle
        process.standardError = handle
        let (ends, end) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = {
            end.yield($0.terminationStatus)
            end.finish()
        }
        try process.run()
        // One that is waited for in vain is ended, and its words are shown. The stream itself would end with the task, before it does.
        let pid = process.processIdentifier
        let status = await withTaskCancellationHandler {
            await Task { await ends.first { _ in true } }.value ?? -1
        } onCancel: {
            kill(pid, SIGTERM)
        }
        let output = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        guard status == 0 else { throw Failed(status: status, output: output) }
        return output
    }
}
