import Crypto
import Determinism
import Foundation
import ManifestLoading
import MeshHosting

/// What a reading of manifests asked of a folder, so that the same questions can be put again: as long as the answers look the
/// same, the manifests say the same, and nothing needs to be parsed.
struct ReadFiles: Sendable, Equatable {
    /// How a file looked, without its content.
    struct Look: Sendable, Equatable {
        var inode: UInt64
        var size: Int64
        /// Nanoseconds since 1970, of content and of the entry itself: what is put back in time is noticed too.
        var modified: Int64
        var changed: Int64
    }

    /// By path; nil for those that were asked for and are not there.
    var files: [String: Look?] = [:]
    /// By folder: the names of the files below it, ascending.
    var listings: [String: [String]] = [:]
    /// Over names and contents, in the order in which they were read.
    var digest = ""

    /// Whether everything still looks as it did.
    func stillHold(in source: DiskManifestSource) -> Bool {
        for (path, look) in files where Look(of: source.root.appendingPathComponent(path)) != look { return false }
        for (folder, names) in listings {
            guard let present = try? source.files(below: folder), present.sorted() == names else { return false }
        }
        return true
    }
}

extension ReadFiles.Look {
    /// nil where there is nothing.
    init?(of file: URL) {
        var information = stat()
        guard stat(file.path, &information) == 0 else { return nil }
        func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) }
        inode = UInt64(information.st_ino)
        size = Int64(information.st_size)
        modified = nanoseconds(information.st_mtim)
        changed = nanoseconds(information.st_ctim)
    }
}

/// A folder that remembers what it was asked.
final class RecordingManifestSource: ManifestSource {
    private let source: DiskManifestSource
    private var hash = SHA256()
    private(set) var asked = ReadFiles()

    init(_ source: DiskManifestSource) { self.source = source }

    func read(_ path: String) throws(ManifestSourceFailure) -> [UInt8]? {
        // Looked at before it is read: what is written in between looks different next time.
        asked.files[path] = .some(ReadFiles.Look(of: source.root.appendingPathComponent(path)))
        let bytes = try source.read(path)
        hash.update(data: Data("\(path)\0\(bytes?.count ?? -1)\0".utf8))
        if let bytes { hash.update(data: bytes) }
        return bytes
    }

    func files(below folder: String) throws(ManifestSourceFailure) -> [String] {
        let names = try source.files(below: folder)
        asked.listings[folder] = names.sorted()
        return names
    }

    func finish() -> ReadFiles {
        asked.digest = hexadecimal(hash.finalize())
        return asked
    }
}
