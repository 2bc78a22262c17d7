import Foundation
import Testing

/// Libraries that others wrote, asked what they read: clients/judge.py under a Python that has them.
enum Judge {
    /// What `make test` prepares.
    private static let python: URL = {
        if let named = ProcessInfo.processInfo.environment["HEDDLE_PYTHON"] { return URL(fileURLWithPath: named) }
        return here.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(".build/venv/bin/python")
    }()

    private static let here = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()

    /// They are there, or their absence must be a failure and not a silence.
    static var isThere: Bool {
        FileManager.default.isExecutableFile(atPath: python.path) || ProcessInfo.processInfo.environment["HEDDLE_REQUIRE_CLIENTS"] == "1"
    }

    static func read<Answer: Decodable>(_ text: String, as what: String, _ type: Answer.Type = Answer.self) throws -> [Answer] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-judge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["in", "out", "err"].map(folder.appendingPathComponent)
        try Data(text.utf8).write(to: files[0])
        for file in files[1...] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = python
        process.arguments = [here.appendingPathComponent("clients/judge.py").path, what]
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        let said = String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
        try #require(process.terminationStatus == 0, "\(said.suffix(2_000))\n\(text.prefix(2_000))")
        return try JSONDecoder().decode([Answer].self, from: try Data(contentsOf: files[1]))
    }
}
