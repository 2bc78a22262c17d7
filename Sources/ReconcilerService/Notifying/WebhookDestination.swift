import Foundation
import ReconcilerCore

/// Who is told by webhook.
package struct WebhookDestination: Sendable {
    /// Why an address or a secret cannot be used. Does not repeat them: both may let whoever reads along in.
    package enum Problem: Error, Sendable, Hashable, CustomStringConvertible {
        case notHTTP
        case credentialsInAddress
        case emptySecret

        package var description: String {
            switch self {
            case .notHTTP: "it is no http or https URL"
            case .credentialsInAddress: "it holds a user's name or password, which would be sent in the clear: give a secret instead"
            case .emptySecret: "the secret is empty"
            }
        }
    }

    /// Where it is, as far as logs may say: without path and query, which hooks often keep secrets in.
    package let name: String
    /// nil: of all kinds.
    package var kinds: Set<ReconcilerCore.Notification.Kind>?
    let url: String
    let secret: [UInt8]?

    /// - Parameter secret: known to both sides; requests are signed with it.
    package init(url text: String, secret: String? = nil, kinds: Set<ReconcilerCore.Notification.Kind>? = nil) throws(Problem) {
        guard let url = URL(string: text), let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme), let host = url.host, !host.isEmpty
        else { throw .notHTTP }
        guard url.user == nil, url.password == nil else { throw .credentialsInAddress }
        guard secret?.isEmpty != true else { throw .emptySecret }
        name = "\(scheme)://\(host.contains(":") ? "[\(host)]" : host)\(url.port.map { ":\($0)" } ?? "")"
        self.url = text
        self.secret = secret.map { Array($0.utf8) }
        self.kinds = kinds
    }

    func wants(_ kind: ReconcilerCore.Notification.Kind) -> Bool { kinds?.contains(kind) ?? true }
}

extension WebhookDestination: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { name }
    package var debugDescription: String { name }
    package var customMirror: Mirror { Mirror(self, children: ["name": name]) }
}
