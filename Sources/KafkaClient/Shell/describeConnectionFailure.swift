import NIOCore
import NIOPosix

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the system says, in the words that its users know: `connection refused`, not `Connection refused (errno: 111)`.
func describeConnectionFailure(_ error: any Error) -> String {
    switch error {
    case let error as NIOConnectionError:
        if let attempt = error.connectionErrors.last { return describeConnectionFailure(attempt.error) }
        return "unknown host '\(error.host)'"
    case let error as IOError:
        return describeSystemError(error.errnoCode)
    case ChannelError.connectTimeout(let limit):
        return "no answer within \(Duration.nanoseconds(limit.nanoseconds))"
    case is ChannelError:
        return "the connection is closed"
    default:
        return describeTLSFailure(error) ?? "\(error)"
    }
}

private func describeSystemError(_ code: CInt) -> String {
    switch code {
    case ECONNREFUSED: "connection refused"
    case ECONNRESET: "connection reset"
    case EPIPE: "closed by the broker"
    case EHOSTUNREACH: "no route to the host"
    case ENETUNREACH: "the network is unreachable"
    case ETIMEDOUT: "connection timed out"
    case EACCES, EPERM: "not permitted"
    case EMFILE, ENFILE: "too many open files"
    default: String(cString: strerror(code))
    }
}
