import Foundation

/// Contents out of a repository: one `git cat-file --batch` that answers question after question.
///
/// Source: git-cat-file(1), "BATCH OUTPUT" and `--follow-symlinks`.
final class GitObjects {
    private let process: Process
    private let input = Pipe()
    private let output = Pipe()
    private var buffer: [UInt8] = []
    private var position = 0
    /// By object: most files are the same in most commits, and equal ones are told by their storage alone.
    private var contents: [Substring: [UInt8]] = [:]

    init(_ repository: GitRepository) throws {
        // Should git end before its time, that is an error to tell, not a signal to die of.
        signal(SIGPIPE, SIG_IGN)
        process = GitRepository.makeProcess(["cat-file", "--batch", "--follow-symlinks"], in: repository.root)
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try GitRepository.start(process)
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// The bytes of a file as it is in a commit.
    ///
    /// - Parameter path: from the repository's root. Symbolic links are followed where they stay in the tree.
    /// - Returns: nil where there is none.
    func file(_ path: String, in commit: String) throws(GitObjectsFailure) -> [UInt8]? {
        // A question is a line, so that such a name cannot be asked for.
        guard !path.utf8.contains(0x0A) else { return nil }
        do {
            try input.fileHandleForWriting.write(contentsOf: Data("\(commit):\(path)\n".utf8))
        } catch {
            throw GitObjectsFailure(reason: "git does not answer any more")
        }
        let header = String(decoding: try line(), as: UTF8.self).split(separator: " ")
        guard let last = header.last else { throw GitObjectsFailure(reason: "git answered with an empty line") }
        switch (header.count, header[0]) {
        case (_, _) where last == "missing" || last == "ambiguous": return nil
        case (2, "symlink"), (2, "dangling"), (2, "loop"), (2, "notdir"):
            guard let count = Int(last) else { break }
            let target = String(decoding: try bytes(count + 1).dropLast(), as: UTF8.self)
            throw GitObjectsFailure(reason: "it is a link to '\(target)', which is not in the commit")
        case (3, _):
            guard let count = Int(last) else { break }
            let content = try bytes(count + 1)
            guard header[1] == "blob" else { throw GitObjectsFailure(reason: "it is a folder") }
            if let known = contents[header[0]] { return known }
            let own = Array(content.dropLast())
            contents[header[0]] = own
            return own
        default: break
        }
        throw GitObjectsFailure(reason: "git answered '\(header.joined(separator: " "))'")
    }

    private func line() throws(GitObjectsFailure) -> [UInt8] {
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { position = end + 1 }
                return Array(buffer[position..<end])
            }
            searched = buffer.count
            searched -= try fill()
        }
    }

    private func bytes(_ count: Int) throws(GitObjectsFailure) -> ArraySlice<UInt8> {
        while buffer.count - position < count { _ = try fill() }
        defer { position += count }
        return buffer[position..<position + count]
    }

    /// - Returns: by how much what was there has moved to the front.
    private func fill() throws(GitObjectsFailure) -> Int {
        let moved = position
        buffer.removeFirst(position)
        position = 0
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(output.fileHandleForReading.fileDescriptor, &chunk, chunk.count)
            if count > 0 {
                buffer += chunk[0..<count]
                return moved
            }
            guard count < 0, errno == EINTR else { throw GitObjectsFailure(reason: "git ended in the middle of an answer") }
        }
    }
}

struct GitObjectsFailure: Error {
    /// Why, in words that continue "'a.yaml' cannot be read: ".
    var reason: String
}
