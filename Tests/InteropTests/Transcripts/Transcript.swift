import Foundation

/// A told session with the program: commented, with standard output, standard error and exit codes.
///
///     # What this shows.
///     mesh: orders
///     $ heddle validate
///     > standard output
///     ! standard error
///     = 1
///
/// `= 0` is not written. Process ids, ports, cluster ids and the folder are shown as names, since they differ each time.
struct Transcript {
    var comments: [String] = []
    var mesh = ""
    var commands: [(comments: [String], line: String)] = []

    init(_ text: String) {
        var pending: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("#") {
                pending.append(line)
            } else if line.hasPrefix("mesh: ") {
                mesh = String(line.dropFirst("mesh: ".count))
                comments = pending
                pending = []
            } else if line.hasPrefix("$ ") {
                commands.append((pending, String(line.dropFirst(2))))
                pending = []
            }
        }
    }

    /// Runs every command in one folder and tells it again.
    func retold(in folder: URL) async throws -> String {
        var lines = comments + ["mesh: \(mesh)"]
        let path = Program.heddle.deletingLastPathComponent().path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
        for command in commands {
            lines.append("")
            lines += command.comments
            lines.append("$ \(command.line)")
            let ended = try await Program.run(
                URL(fileURLWithPath: "/bin/bash"), ["-c", command.line], in: folder,
                environment: ["PATH": path, "HEDDLE_PYTHON": Program.python.path, "CLIENTS": Program.root.appendingPathComponent("Tests/InteropTests/clients").path])
            lines += told(ended.output, with: ">", in: folder) + told(ended.error, with: "!", in: folder)
            if ended.status != 0 { lines.append("= \(ended.status)") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func told(_ text: String, with mark: String, in folder: URL) -> [String] {
        guard !text.isEmpty else { return [] }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines.map { line in
            let plain = line
                .replacingOccurrences(of: folder.path, with: "FOLDER")
                .replacingOccurrences(of: folder.lastPathComponent, with: "FOLDER")
                .replacing(/127\.0\.0\.1:[0-9]+/, with: "127.0.0.1:PORT")
                .replacing(/process [0-9]+/, with: "process PID")
            return plain.isEmpty ? mark : "\(mark) \(plain)"
        }
    }
}
