import BrokerLog
import NIOCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The files of a real directory tree, by the operating system's calls.
///
/// However many files are in use, only so many are open at a time; the rest are opened again when needed.
package final class FileStorage: Storage {
    let descriptors: DescriptorPool
    private let root: String

    /// - Parameters:
    ///   - root: the directory that all paths are relative to; it must exist.
    ///   - maximumOpenFiles: how many descriptors the storage holds, a few more while many threads use it at once.
    package init(root: String, maximumOpenFiles: Int = 512) {
        self.root = root
        descriptors = DescriptorPool(capacity: maximumOpenFiles)
    }

    package func file(at path: String) -> any StorageFile {
        PooledFile(path: path, systemPath: systemPath(path), pool: descriptors)
    }

    package func listDirectory(_ path: String) throws(StorageError) -> [DirectoryEntry]? {
        guard let stream = opendir(systemPath(path)) else {
            let error = StorageError(errno: errno, operation: "opendir", path: path)
            if error.cause == .notFound { return nil }
            throw error
        }
        defer { closedir(stream) }
        var entries: [DirectoryEntry] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 { throw StorageError(errno: errno, operation: "readdir", path: path) }
                return entries
            }
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name != ".", name != ".." else { continue }
            var status = stat()
            let found = fstatat(dirfd(stream), name, &status, AT_SYMLINK_NOFOLLOW)
            // Removed in between by somebody else: not there.
            if found != 0 { continue }
            switch status.st_mode & S_IFMT {
            case S_IFREG: entries.append(DirectoryEntry(name: name, size: Int64(status.st_size)))
            case S_IFDIR: entries.append(DirectoryEntry(name: name, size: 0, isDirectory: true))
            default: continue
            }
        }
    }

    package func createDirectory(_ path: String) throws(StorageError) {
        do {
            _ = try systemCall("mkdir", path) { mkdir(systemPath(path), 0o755) }
        } catch where error.cause == .alreadyExists {
        } catch where error.cause == .notFound {
            guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { throw error }
            let parent = String(path[..<slash])
            try createDirectory(parent)
            try syncDirectory(parent.lastIndex(of: "/").map { String(parent[..<$0]) } ?? ".")
            do {
                _ = try systemCall("mkdir", path) { mkdir(systemPath(path), 0o755) }
            } catch where error.cause == .alreadyExists {
            }
        }
    }

    package func removeDirectory(_ path: String) throws(StorageError) {
        _ = try systemCall("rmdir", path) { rmdir(systemPath(path)) }
    }

    package func rename(_ source: String, to target: String) throws(StorageError) {
        try renameFile(systemPath(source), to: systemPath(target), named: source)
    }

    package func syncDirectory(_ path: String) throws(StorageError) {
        let descriptor = try systemCall("open", path) { open(systemPath(path), O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        defer { closeFile(descriptor) }
        _ = try systemCall("fsync", path) { fsync(descriptor) }
    }

    private func systemPath(_ path: String) -> String {
        path == "." ? root : path.hasPrefix("/") ? path : root + "/" + path
    }
}
