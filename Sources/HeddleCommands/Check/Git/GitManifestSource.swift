import Foundation
import ManifestLoading

/// The files of a mesh as they are in a commit.
struct GitManifestSource: ManifestSource {
    var repository: GitRepository
    var objects: GitObjects
    var commit: String
    /// The mesh's folder below the repository's root, with a `/` at its end; empty where it is the root.
    var prefix: String

    func read(_ path: String) throws(ManifestSourceFailure) -> [UInt8]? {
        guard let inside = repositoryPath(of: path, below: prefix) else {
            throw ManifestSourceFailure("it is outside of the repository, so that nobody knows what it was")
        }
        do throws(GitObjectsFailure) {
            return try objects.file(inside, in: commit)
        } catch {
            throw ManifestSourceFailure(error.reason)
        }
    }

    func files(below folder: String) throws(ManifestSourceFailure) -> [String] {
        let start = prefix + (folder.isEmpty ? "" : folder + "/")
        var arguments = ["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit]
        if !start.isEmpty { arguments += ["--", start] }
        let answer: GitRepository.Answer
        do {
            answer = try repository.run(arguments)
        } catch {
            throw ManifestSourceFailure("git could not be asked")
        }
        guard answer.status == 0 else { throw ManifestSourceFailure(answer.error) }
        return answer.output.split(separator: 0).compactMap { bytes in
            let path = String(decoding: bytes, as: UTF8.self)
            guard path.hasPrefix(start) else { return nil }
            // As on a disk, folders whose name begins with a dot are entered only when asked for.
            let rest = path.dropFirst(start.count)
            guard !rest.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { return nil }
            return String(path.dropFirst(prefix.count))
        }
    }
}

/// A path from a mesh's folder as one from the repository's root; nil where it leads out of that.
func repositoryPath(of path: String, below prefix: String) -> String? {
    guard !path.hasPrefix("/") else { return nil }
    var names: [Substring] = []
    for name in (prefix + path).split(separator: "/") {
        switch name {
        case ".": continue
        case "..": if names.popLast() == nil { return nil }
        default: names.append(name)
        }
    }
    return names.joined(separator: "/")
}
