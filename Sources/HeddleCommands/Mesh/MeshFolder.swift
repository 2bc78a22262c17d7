import Foundation

/// A folder with a heddle.yaml at its root, on disk.
struct MeshFolder: Sendable {
    /// Absolute.
    var root: URL

    static let rootFile = "heddle.yaml"

    /// The nearest folder at or above `start` that holds a heddle.yaml; `start` may be a file in it.
    static func containing(_ start: URL) throws -> MeshFolder {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: start.path, isDirectory: &isFolder) else {
            throw CommandFailure(.usage, "there is no '\(start.path)'", remedy: "name a folder with a heddle.yaml, or a file below one")
        }
        var folder = (isFolder.boolValue ? start : start.deletingLastPathComponent()).standardizedFileURL
        while true {
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent(rootFile).path) { return MeshFolder(root: folder) }
            let parent = folder.deletingLastPathComponent().standardizedFileURL
            if parent.path == folder.path || parent.path == "/.." { break }
            folder = parent
        }
        throw CommandFailure(
            .usage, "no heddle.yaml in '\(start.path)' or above it", remedy: "run in a mesh's folder, or name one with -C")
    }

    /// A path from a manifest, made absolute.
    func resolve(_ path: String) -> URL {
        path.hasPrefix("/") ? URL(fileURLWithPath: path) : root.appendingPathComponent(path)
    }

    /// Where Heddle keeps what is of this machine alone: never in git.
    var privateFolder: URL { root.appendingPathComponent(".heddle", isDirectory: true) }
}
