import BrokerLog

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Makes a system call, again as long as a signal interrupts it. A result below zero is an error.
@inline(__always)
func systemCall<Value: SignedInteger>(
    _ operation: @autoclosure () -> String, _ path: String, _ call: () -> Value
) throws(StorageError) -> Value {
    while true {
        let result = call()
        if result >= 0 { return result }
        let number = errno
        if number != EINTR { throw StorageError(errno: number, operation: operation(), path: path) }
    }
}

extension StorageError {
    init(errno number: Int32, operation: String, path: String) {
        let cause: Cause =
            switch number {
            case ENOENT, ENOTDIR: .notFound
            case EEXIST: .alreadyExists
            case ENOSPC, EDQUOT, EFBIG: .outOfSpace
            case EMFILE, ENFILE: .tooManyOpenFiles
            case EACCES, EPERM: .permissionDenied
            case EROFS: .readOnly
            case EIO: .inputOutput
            default: .other(number)
            }
        self.init(cause, operation: operation, path: path)
    }
}

/// Waits until the file's bytes, and as much of what describes it as is needed to read them, are on the medium.
func syncData(_ descriptor: Int32) -> Int32 {
    #if canImport(Darwin)
    // Darwin's fsync leaves them in the drive's own cache.
    return fcntl(descriptor, F_FULLFSYNC)
    #else
    return fdatasync(descriptor)
    #endif
}

/// For reading and writing, and not handed on to other programs.
func openFile(_ systemPath: String, flags: Int32, named path: String) throws(StorageError) -> Int32 {
    try systemCall("open", path) { open(systemPath, O_RDWR | O_CLOEXEC | flags, 0o644) }
}

/// Linux lets go of the descriptor even where close reports an error, so nothing is tried again.
func closeFile(_ descriptor: Int32) {
    _ = close(descriptor)
}

func renameFile(_ source: String, to target: String, named path: String) throws(StorageError) {
    _ = try systemCall("rename", path) { rename(source, target) }
}
