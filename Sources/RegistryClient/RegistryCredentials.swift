import FoundationEssentials

/// How a client shows who it is. Values, read by whoever has them; never part of a message, a log line or a dump.
package enum RegistryCredentials: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    case basic(user: String, password: String)
    case bearer(token: String)

    /// The value of the Authorization header (RFC 7617, RFC 6750).
    var header: String {
        switch self {
        case .basic(let user, let password): "Basic " + Data("\(user):\(password)".utf8).base64EncodedString()
        case .bearer(let token): "Bearer \(token)"
        }
    }

    package var description: String {
        switch self {
        case .basic: "basic credentials"
        case .bearer: "a bearer token"
        }
    }

    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
