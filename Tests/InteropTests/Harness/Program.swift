import Foundation

/// Runs programs as a user's shell would, and keeps what they say.
enum Program {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The `heddle` that was built with these tests.
    static let heddle: URL = {
        if let named = ProcessInfo.processInfo.environment["HEDDLE_PROGRAM"] { return URL(fileURLWithPath: named) }
        let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("heddle")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
        return root.appendingPathComponent(".build/debug/heddle")
    }()

    /// A Python with the Kafka clients in it: what `make test` prepares.
    static let python: URL = {
        if let named = ProcessInfo.processInfo.environment["HEDDLE_PYTHON"] { return URL(fileURLWithPath: named) }
        return root.appendingPathComponent(".build/venv/bin/python")
    }()

    /// Foreign clients are there, or their absence must be a failure and not a silence.
    static var hasClients: Bool {
        FileManager.default.isExecutableFile(atPath: python.path)
            || ProcessInfo.processInfo.environment["HEDDLE_REQUIRE_CLIENTS"] == "1"
    }

    struct Ended: Sendable {
        var status: Int32
        var output: String
        var error: String

        var everything: String { output + error }
    }

    /// Runs to the end; standard input is empty unless given.
    static func run(_ program: URL, _ arguments: [String], in folder: URL, input: String = "", environment: [String: String] = [:]) async throws -> Ended {
        let process = try start(program, arguments, in: folder, input: input, environment: environment)
        return await process.ended()
    }

    static func heddle(_ arguments: String..., in folder: URL) async throws -> Ended {
        try await run(heddle, arguments, in: folder)
    }

    static func client(_ script: String, _ arguments: String..., in folder: URL) async throws -> Ended {
        let file = root.appendingPathComponent("Tests/InteropTests/clients/\(script)")
        let program = script.hasSuffix(".sh") ? URL(fileURLWithPath: "/bin/bash") : python
        return try await run(program, [file.path] + arguments, in: folder)
    }

    static func start(_ program: URL, _ arguments: [String], in folder: URL, input: String = "", environment: [String: String] = [:]) throws -> RunningProgram {
        try RunningProgram(program, arguments, in: folder, input: input, environment: environment)
    }
}

/// A started program. What it writes goes to files, so that nothing blocks on a full pipe.
final class RunningProgram: Sendable {
    let processId: Int32
    private let finished: Task<Int32, Never>
    private let outputFile: URL
    private let errorFile: URL

    init(_ program: URL, _ arguments: [String], in folder: URL, input: String, environment: [String: String]) throws {
        let notes = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-said-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: notes, withIntermediateDirectories: true)
        outputFile = notes.appendingPathComponent("output")
        errorFile = notes.appendingPathComponent("error")
        let inputFile = notes.appendingPathComponent("input")
        try Data(input.utf8).write(to: inputFile)
        for file in [outputFile, errorFile] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }

        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(["NO_COLOR": "1"]) { $1 }.merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        let (ends, end) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = {
            end.yield($0.terminationReason == .uncaughtSignal ? 128 + $0.terminationStatus : $0.terminationStatus)
            end.finish()
        }
        try process.run()
        processId = process.processIdentifier
        finished = Task {
            for await status in ends { return status }
            return -1
        }
    }

    func ended() async -> Program.Ended {
        let status = await finished.value
        defer { try? FileManager.default.removeItem(at: outputFile.deletingLastPathComponent()) }
        return Program.Ended(status: status, output: text(outputFile), error: text(errorFile))
    }

    /// What it has written to standard output so far.
    var outputSoFar: String { text(outputFile) }

    /// What it has written to standard error so far.
    var errorSoFar: String { text(errorFile) }

    func kill(_ signal: Int32) { _ = Foundation.kill(processId, signal) }

    private func text(_ file: URL) -> String { (try? String(contentsOf: file, encoding: .utf8)) ?? "" }
}
