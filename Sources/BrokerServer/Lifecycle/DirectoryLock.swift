#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Keeps a data directory for one broker: an advisory lock on its file `lock`, which the system lets go of when
/// the process ends, however it ends.
struct DirectoryLock: Sendable {
    private let descriptor: CInt

    /// Makes the directory when it is not there.
    static func acquire(_ directory: String) throws(BrokerStartError) -> DirectoryLock {
        try makeDirectories(directory)
        let path = directory + "/lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw .dataDirectoryUnusable(path: directory, reason: reason(errno))
        }
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let code = errno
            if code == EINTR { continue }
            close(descriptor)
            if code == EWOULDBLOCK { throw .dataDirectoryLocked(path: directory) }
            throw .dataDirectoryUnusable(path: directory, reason: reason(code))
        }
        return DirectoryLock(descriptor: descriptor)
    }

    func release() {
        close(descriptor)
    }

    private static func makeDirectories(_ path: String) throws(BrokerStartError) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += made.isEmpty || made == "/" ? String(part) : "/" + part
            if mkdir(made, 0o755) != 0, errno != EEXIST {
                let code = errno
                var status = stat()
                // A parent that exists may be one that we must not write to.
                if stat(made, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { continue }
                throw .dataDirectoryUnusable(path: path, reason: reason(code))
            }
        }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw .dataDirectoryUnusable(path: path, reason: "it is not a directory")
        }
    }

    private static func reason(_ code: CInt) -> String {
        String(cString: strerror(code))
    }
}
