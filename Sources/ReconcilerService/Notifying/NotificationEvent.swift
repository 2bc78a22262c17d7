import Crypto
import Determinism
import Foundation
import PlanFiles
import ReconcilerCore

/// A notification as a CloudEvent (1.0), in the structured mode of its HTTP binding.
struct NotificationEvent: Encodable {
    struct Data: Encodable {
        var kind: String
        var mesh: String
        var cluster: String?
        var message: String
        var resources: [String]
    }

    static let contentType = "application/cloudevents+json; charset=utf-8"
    static let signatureHeader = "X-Heddle-Signature"

    let specversion = "1.0"
    /// The same for each try, so that a receiver can tell what it has seen.
    var id: String
    var source: String
    var type: String
    var subject: String?
    var time: String
    let datacontenttype = "application/json"
    var data: Data

    /// - Parameter controller: its name, for `source`.
    init(_ notification: ReconcilerCore.Notification, id: String, controller: String) {
        self.id = id
        // Of a path of RFC 3986 nothing but the unreserved characters is left as it is.
        let unreserved = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        let parts = ["heddle", notification.mesh, controller].map { $0.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "" }
        source = "/" + parts.joined(separator: "/")
        type = "dev.heddle.notification.\(notification.kind.rawValue)"
        subject = notification.addresses.count == 1 ? notification.addresses.first?.description : notification.cluster.map { "cluster/\($0)" }
        time = utcText(notification.time)
        data = Data(
            kind: notification.kind.rawValue, mesh: notification.mesh, cluster: notification.cluster, message: notification.message,
            resources: notification.addresses.map(\.description))
    }

    func encoded() throws -> Foundation.Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }

    /// `sha256=` and the HMAC-SHA256 of the body in hexadecimal, as GitHub's hooks have it.
    static func signature(of body: Foundation.Data, secret: [UInt8]) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: body, using: SymmetricKey(data: secret))
        return "sha256=" + hexadecimal(code)
    }
}
