/// What the disk said no to.
package struct StorageError: Error, Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        case notFound
        case alreadyExists
        case outOfSpace
        case tooManyOpenFiles
        case permissionDenied
        case readOnly
        /// EIO: what was written since the last sync may be lost.
        case inputOutput
        /// Any other `errno`.
        case other(Int32)
    }

    package var cause: Cause
    /// As the system call is named: `pwrite`, `fdatasync`.
    package var operation: String
    package var path: String

    package init(_ cause: Cause, operation: String, path: String) {
        self.cause = cause
        self.operation = operation
        self.path = path
    }

    /// Whether the same call may succeed once somebody has freed space or descriptors.
    package var isTransient: Bool {
        switch cause {
        case .outOfSpace, .tooManyOpenFiles: true
        default: false
        }
    }
}

extension StorageError: CustomStringConvertible {
    package var description: String {
        let reason =
            switch cause {
            case .notFound: "there is no such file"
            case .alreadyExists: "it exists already"
            case .outOfSpace: "no space is left"
            case .tooManyOpenFiles: "too many files are open"
            case .permissionDenied: "permission was denied"
            case .readOnly: "the file system is read-only"
            case .inputOutput: "the device reports an input/output error"
            case .other(let number): "error \(number)"
            }
        return "\(operation) \(path): \(reason)"
    }
}
