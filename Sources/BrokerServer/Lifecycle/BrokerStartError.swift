/// Why a broker cannot start.
package enum BrokerStartError: Error, Sendable, Equatable {
    /// The data directory cannot be made, read or written.
    case dataDirectoryUnusable(path: String, reason: String)
    /// Another broker, perhaps in another process, works on the data directory.
    case dataDirectoryLocked(path: String)
    case portInUse(host: String, port: Int)
    case cannotListen(host: String, port: Int, reason: String)
    case noListeners
    /// The listener's TLS, or the key set of tokens, cannot be used as it is.
    case notSecured(listener: String, reason: String)
    /// What is in the data directory cannot be taken over.
    case recoveryFailed(path: String, reason: String)
}

extension BrokerStartError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .dataDirectoryUnusable(let path, let reason): "the data directory \(path) cannot be used: \(reason)"
        case .dataDirectoryLocked(let path): "the data directory \(path) is in use by another broker"
        case .portInUse(let host, let port): "port \(port) of \(host) is in use by another program"
        case .cannotListen(let host, let port, let reason): "cannot listen on \(host):\(port): \(reason)"
        case .notSecured(let listener, let reason): "the listener '\(listener)' cannot be secured: \(reason)"
        case .noListeners: "the broker has no listener"
        case .recoveryFailed(let path, let reason): "the data in \(path) cannot be taken over: \(reason)"
        }
    }
}
