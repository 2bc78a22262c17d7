import Foundation
import MeshHosting
import MeshModel

/// A repository on this machine, asked through the `git` program: it knows every format of objects, alternates, worktrees and
/// partial clones that there is.
struct GitRepository: Sendable {
    /// Of the work tree, absolute.
    let root: URL

    /// What `git` said.
    struct Answer {
        var status: Int32
        var output: [UInt8]
        var error: String
        /// All that it said on standard error.
        var errorLines: [String] = []

        var text: String { String(decoding: output, as: UTF8.self).trimmingCharacters(in: .newlines) }
    }

    /// The repository that holds a folder.
    static func containing(_ folder: URL) throws -> GitRepository {
        let answer = try run(["rev-parse", "--show-toplevel"], in: folder)
        guard answer.status == 0 else {
            throw CommandFailure(
                .usage, "git finds no repository for '\(folder.path)': \(answer.error)",
                remedy: "name what to compare with: --against a folder with the mesh as it was")
        }
        return GitRepository(root: URL(fileURLWithPath: answer.text, isDirectory: true))
    }

    /// - Parameters:
    ///   - environment: put into the program's own.
    ///   - timeLimit: after which git is ended, as a server may never answer; nil: none.
    func run(_ arguments: [String], environment: [String: String] = [:], timeLimit: Milliseconds? = nil) throws -> Answer {
        try Self.run(arguments, in: root, environment: environment, timeLimit: timeLimit)
    }

    /// The answer's text where git is content, else nil.
    func text(_ arguments: [String]) throws -> String? {
        let answer = try run(arguments)
        return answer.status == 0 ? answer.text : nil
    }

    /// The answer's text, or the end of the command.
    func require(_ arguments: [String]) throws -> String {
        let answer = try run(arguments)
        guard answer.status == 0 else {
            throw CommandFailure(.usage, "'git \(arguments.first ?? "")' failed: \(answer.error)")
        }
        return answer.text
    }

    /// The commit behind a name; nil where there is none.
    func commit(_ name: String) throws -> String? {
        // What begins with a hyphen would be an option.
        guard !name.hasPrefix("-"), !name.isEmpty else { return nil }
        return try text(["rev-parse", "--verify", "--quiet", "\(name)^{commit}"])
    }

    func isShallow() throws -> Bool { try text(["rev-parse", "--is-shallow-repository"]) == "true" }

    private static func run(
        _ arguments: [String], in folder: URL, environment: [String: String] = [:], timeLimit: Milliseconds? = nil
    ) throws -> Answer {
        let process = makeProcess(arguments, in: folder)
        process.environment?.merge(environment) { _, new in new }
        let output = Pipe()
        // A file, since two pipes would have to be drained at the same time.
        let errorFile = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-git-\(UUID().uuidString)")
        guard FileManager.default.createFile(atPath: errorFile.path, contents: nil) else {
            throw CommandFailure(.usage, "nothing can be written to '\(FileManager.default.temporaryDirectory.path)'")
        }
        defer { try? FileManager.default.removeItem(at: errorFile) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errorFile)
        try start(process)
        var ending: DispatchWorkItem?
        if let timeLimit {
            let processId = process.processIdentifier
            let item = DispatchWorkItem { kill(processId, SIGTERM) }
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(Int(timeLimit.count)), execute: item)
            ending = item
        }
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        ending?.cancel()
        if let timeLimit, process.terminationReason == .uncaughtSignal {
            return Answer(status: 143, output: [], error: "it took longer than \(timeLimit), and was ended")
        }
        let lines = ((try? String(contentsOf: errorFile, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
        return Answer(
            status: process.terminationStatus, output: [UInt8](bytes),
            error: lines.first.map { $0.replacingOccurrences(of: "fatal: ", with: "") } ?? "", errorLines: lines)
    }

    static func makeProcess(_ arguments: [String], in folder: URL) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "-C", folder.path] + arguments
        var environment = ProcessInfo.processInfo.environment
        // Hooks set these for their own repository, relative to where they run.
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] { environment[name] = nil }
        environment["LC_ALL"] = "C"
        environment["GIT_OPTIONAL_LOCKS"] = "0"
        environment["GIT_TERMINAL_PROMPT"] = "0"
        environment["GIT_PAGER"] = "cat"
        process.environment = environment
        return process
    }

    static func start(_ process: Process) throws {
        do {
            try process.run()
        } catch {
            throw CommandFailure(.usage, "git could not be started: \(systemReason(error))", remedy: "install git, or use --against with a folder")
        }
    }
}
