import Foundation
import LocatedJSON
import Testing

/// A script of clients/ under a Python that has the libraries which `.ci/install-dependencies` pins.
struct PythonClient {
    var script: String

    static let python: URL = {
        if let named = ProcessInfo.processInfo.environment["HEDDLE_PYTHON"] { return URL(fileURLWithPath: named) }
        return here.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(".build/venv/bin/python")
    }()

    private static let here = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()

    /// It is there, or its absence must be a failure and not a silence.
    static var isThere: Bool {
        FileManager.default.isExecutableFile(atPath: python.path) || ProcessInfo.processInfo.environment["HEDDLE_REQUIRE_CLIENTS"] == "1"
    }

    /// - Returns: an answer for each question.
    func ask(_ questions: [String]) throws -> [JSONNode] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-client-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (input, output, errors) = (
            folder.appendingPathComponent("in"), folder.appendingPathComponent("out"), folder.appendingPathComponent("err")
        )
        try Data((questions.joined(separator: "\n") + "\n").utf8).write(to: input)
        try Data().write(to: output)
        try Data().write(to: errors)
        let process = Process()
        process.executableURL = Self.python
        process.arguments = [Self.here.appendingPathComponent("clients/\(script)").path]
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        let said = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
        try #require(process.terminationStatus == 0, "\(said.suffix(2_000))")
        let answers = try Data(contentsOf: output).split(separator: UInt8(ascii: "\n")).map { try parseJSONPayload(Array($0)) }
        try #require(answers.count == questions.count)
        return answers
    }
}
